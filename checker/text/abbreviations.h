/* Words that carry a full stop of their own: "Mrd.", "z.", "Dr.", "bzw.". */
#ifndef ROTSTIFT_TEXT_ABBREVIATIONS_H
#define ROTSTIFT_TEXT_ABBREVIATIONS_H

#include "text/slice.h"

/* Two sorted lists, borrowed from the compiled data. The second may be absent (NULL, 0): then an abbreviation or an
 * ordinal ends a sentence only where the segment ends. */
struct abbreviations {
    const struct slice *items; /* without their full stop (dictionaries/words/abbreviations.txt); sorted by bytes */
    size_t count;
    const struct slice *starters; /* capitalised words that begin a sentence and are no nouns: "Der", "Aber", "Wenn"
                                     (dictionaries/words/sentence-starters.txt); sorted by bytes */
    size_t starter_count;
    bool no_ordinals; /* a full stop behind a figure ends the sentence: English writes "3rd", not "3." */
};

bool is_abbreviation(const struct abbreviations *list, struct slice word);

/* True for a word that, capitalised after a full stop, shows that the stop ended a sentence:
 * "20 Mrd. Der Umsatz" against "20 Mrd. Dollar", "am 3. Der" against "am 3. Mai". */
bool is_sentence_starter(const struct abbreviations *list, struct slice word);

#endif
