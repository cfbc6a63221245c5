/* Counts of names, and sums of scores. */
#ifndef ROTSTIFT_REPORTS_COUNTS_H
#define ROTSTIFT_REPORTS_COUNTS_H

#include "score.h"

struct name_count {
    struct slice name;
    size_t count;
};

struct name_counts {
    struct name_count *items;
    size_t count, capacity;
};

/* Adds to the count of a name; the list grows in the arena, the name is borrowed. */
void count_name(struct arena *arena, struct name_counts *counts, struct slice name, size_t times);

/* The most frequent first; by name among equals, so that the order is the same whatever was counted first. */
void sort_counts(struct name_counts *counts);

/* Makes *sum the score of a text that holds this one as well. */
void add_score(struct score *sum, const struct score *score);

#endif
