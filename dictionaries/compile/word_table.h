/* A table of words, each once, numbered in the order in which they came. */
#ifndef ROTSTIFT_COMPILE_WORD_TABLE_H
#define ROTSTIFT_COMPILE_WORD_TABLE_H

#include "text/arena.h"

struct word_table {
    struct arena *arena; /* keeps the words and the table */
    struct slice *words;
    size_t count, capacity;
    uint32_t *slots; /* index + 1, 0: empty */
    size_t slot_count;
};

#define NO_WORD UINT32_MAX

/* The index of a word, or NO_WORD. */
uint32_t word_find(const struct word_table *table, struct slice word);

/* The index of a word, which is copied into the arena when it is new. */
uint32_t word_add(struct word_table *table, struct slice word);

static inline bool word_known(const struct word_table *table, struct slice word)
{
    return word_find(table, word) != NO_WORD;
}

#endif
