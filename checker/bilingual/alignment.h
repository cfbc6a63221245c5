/* Alignment of two rows of texts that translate each other in order: sentences of a paragraph, paragraphs of a file. */
#ifndef ROTSTIFT_BILINGUAL_ALIGNMENT_H
#define ROTSTIFT_BILINGUAL_ALIGNMENT_H

#include "text/arena.h"

/* A word of one English text may translate a word of a German one: both texts by index. All votes of one word stand
 * together; a word that has several votes for a German text counts there once. */
struct vote {
    uint32_t word; /* any number that is the word's own */
    uint32_t english, german;
};

/* A row of texts by their lengths in bytes. */
struct text_row {
    const uint32_t *lengths;
    uint32_t count;
};

/* Texts that belong together; one side may be empty. */
struct bead {
    uint32_t english, english_count;
    uint32_t german, german_count;
};

/* Finds the likeliest beads (1-1, 1-2, 2-1, 2-2, 1-0, 0-1), in order, after Gale and Church (1993): lengths, and votes
 * as lexical anchors. Time and memory grow with the longer row times the difference of the two. *count receives their
 * number; the array is in the arena. */
struct bead *align(struct arena *arena, struct text_row english, struct text_row german, const struct vote *votes,
                   size_t vote_count, size_t *count);

#endif
