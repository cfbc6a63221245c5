/* An index of Ding's German phrases by the stems of their words. */
#ifndef ROTSTIFT_COMPILE_PHRASES_H
#define ROTSTIFT_COMPILE_PHRASES_H

#include "sources.h"
#include "text/arena.h"
#include "word_table.h"

/* A word's place in a phrase. */
struct posting {
    uint32_t stem, phrase, position;
};

struct phrases {
    struct arena *arena;
    struct word_table stems;
    struct word_table bases; /* inflected forms that Ding names: "gebissen" */
    uint32_t *base_stems;    /* beside bases: the stem of their dictionary form */
    size_t base_capacity;
    struct slice *texts;
    size_t text_count, text_capacity;
    struct posting *postings; /* after phrases_sort: by stem, phrase, position */
    size_t posting_count, posting_capacity;
    size_t *first; /* beside stems: where their postings start; one more than stems */
};

/* Learns the inflected forms that an entry names: its principal parts. */
void phrases_learn(struct phrases *phrases, const struct ding_pair *head, const struct ding_pair *pair);

/* Adds a phrase of two words or more. */
void phrases_add(struct phrases *phrases, struct slice text);

/* Makes the index ready to be asked, after the last phrase. */
void phrases_sort(struct phrases *phrases);

/* How often a word stands in the phrases, in any inflection. */
size_t phrases_count(const struct phrases *phrases, struct slice word);

/* Whether all words stand within max_gap words of each other in a phrase, which *phrase receives. */
bool phrases_find(const struct phrases *phrases, const struct slice *words, size_t count, size_t max_gap,
                  struct slice *phrase);

#endif
