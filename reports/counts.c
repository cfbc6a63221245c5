#include "counts.h"

#include <stdlib.h>

void count_name(struct arena *arena, struct name_counts *counts, struct slice name, size_t times)
{
    for (size_t i = 0; i < counts->count; i++) {
        if (!slice_equal(counts->items[i].name, name))
            continue;
        counts->items[i].count += times;
        return;
    }
    counts->items = arena_grow(arena, counts->items, counts->count, &counts->capacity, sizeof *counts->items);
    counts->items[counts->count++] = (struct name_count){ name, times };
}

static int compare_counts(const void *left, const void *right)
{
    const struct name_count *a = left, *b = right;
    size_t shared = a->name.len < b->name.len ? a->name.len : b->name.len;
    int order;

    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    order = memcmp(a->name.at, b->name.at, shared);
    return order != 0 ? order : (a->name.len > b->name.len) - (a->name.len < b->name.len);
}

void sort_counts(struct name_counts *counts)
{
    if (counts->count > 1)
        qsort(counts->items, counts->count, sizeof *counts->items, compare_counts);
}

void add_score(struct score *sum, const struct score *score)
{
    double words;

    sum->words += score->words;
    sum->penalty += score->penalty;
    for (int severity = 0; severity < SEVERITY_COUNT; severity++)
        sum->count[severity] += score->count[severity];
    words = sum->words > 0 ? (double)sum->words : 1;
    sum->penalty_per_1000 = 1000 * sum->penalty / words;
    sum->score = 100 * sum->penalty / words < 100 ? 100 - 100 * sum->penalty / words : 0;
}
