/* Bilingual files: what each unit says in English and in German. The German becomes a segment of the document, the
 * English its source. Both flow from the same original, in any order. */
#ifndef ROTSTIFT_INPUT_PAIRS_H
#define ROTSTIFT_INPUT_PAIRS_H

#include "input/flow.h"

struct pairs {
    struct flow german;
    struct flow english;
    struct transcript english_transcript; /* into a document of its own, of which only the text is of use */
    size_t first;                         /* the unit's first segment */
};

/* Begins the document of the transcript (which has begun); pairs_free gives back what it takes beside. */
void pairs_begin(struct pairs *pairs, struct transcript *transcript, struct original *original);
void pairs_free(struct pairs *pairs);

/* Ends a unit: its German segments, if there are any, get the English as their source. */
void pairs_end_unit(struct pairs *pairs);

/* Gives the English to the document's segments from the first one on: to one as a whole, to several paragraph by
 * paragraph where it has as many (blank lines divide them), else to none. */
void pair_segments(struct document *doc, size_t first, struct slice english);

#endif
