/* What the files of the check of opposites share: direction.c finds them, direction_words.c reads which words stand on
 * a side, direction_certainty.c says how sure a find is. */
#ifndef ROTSTIFT_BILINGUAL_DIRECTION_H
#define ROTSTIFT_BILINGUAL_DIRECTION_H

#include "bilingual/negation_words.h"

/* Words of one passage that stand on any side; a longer one is a list. */
enum { MOST_HITS = 64 };

/* A word on a side of an opposition. */
struct hit {
    uint32_t token, words;
    struct slice opposition, side;
    bool unsure; /* a word of other senses, or the last part of a compound: it may stand for the side and is no evidence
                    of it */
};

struct hits {
    struct hit items[MOST_HITS];
    size_t count;
};

struct direction {
    const struct check_run *run;
    const struct bilingual *bilingual;
    struct negations negations;
    const struct list_record *english, *german, *relations, *english_reversals, *german_reversals;
    uint32_t english_first, english_end, german_first, german_end; /* the passage */
    struct hits english_hits, german_hits;
    uint32_t free_english, free_german; /* words of sense that have nothing in the other language */
    bool all_but_one; /* a single English word has nothing in the German: nothing is rendered freely */
    bool is_free;     /* several words of either language have nothing in the other */
};

/* Words that have nothing in the other language, the opposites among them: of more the sentence is told anew, and what
 * looks like an opposite need not answer the word. */
enum { MOST_FREE_ENGLISH = 2, MOST_FREE_GERMAN = 2, MOST_FREE = 3 };

/* Reads the words of the passage that stand on any side. */
void read_english_hits(struct direction *d);
void read_german_hits(struct direction *d);

/* Nouns follow each other as in the English. */
bool keeps_order(const struct direction *d);

/* direction_degrees.c: marks the comparative of what the English has less of; true when it marked one. */
bool check_degrees(const struct direction *d, const struct passage *passage);

bool same_opposition(const struct hit *a, const struct hit *b);
bool same_side(const struct hit *a, const struct hit *b);
bool has_side(const struct hits *hits, const struct hit *hit);

/* The German word stands on a side that the English has as well. */
bool renders_side(const struct hits *german, uint32_t token, const struct hits *english, const struct hit *hit);

/* The word stands on a side of this opposition at all. */
bool stands_on(const struct hits *hits, uint32_t token, const struct hit *hit);

/* Words of sense that have nothing in the other language. */
uint32_t count_free_german(const struct direction *d);
uint32_t count_free_english(const struct direction *d);

/* "Rindfleischexporte" for "beef imports". */
bool is_compound_of_both(const struct direction *d, const struct hit *english, const struct hit *german);

/* An opposition of numbers, ranks and spans of time. */
bool is_counted(const struct direction *d, const struct hit *hit);

/* What is found is shown. */
bool is_sure_opposite(const struct direction *d, const struct hit *english, const struct hit *german);

#endif
