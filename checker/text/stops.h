/* Full stops: does one belong to the word before it, or does it stand for itself? */
#ifndef ROTSTIFT_TEXT_STOPS_H
#define ROTSTIFT_TEXT_STOPS_H

#include "text/abbreviations.h"

enum stop {
    STOP_ALONE,        /* a token of its own: it ends the sentence, or is a mistake */
    STOP_ABBREVIATION, /* part of the word: "Mrd.", "z.", "J." */
    STOP_ORDINAL,      /* part of the number: "3." in "am 3. Mai", "XIV." */
};

/* Judges the stop between a word and what follows it.
 * word    a word or number without the stop
 * after   the text behind the stop, up to the end of the segment
 * in_row  the token before the word ends in such a stop as well: "B" in "z. B.", "5" in "3. 5. 2024" */
enum stop judge_stop(const struct abbreviations *abbreviations, struct slice word, struct slice after, bool in_row);

#endif
