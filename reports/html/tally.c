#include "tally.h"

#include <stdlib.h>

static struct category_count *count_of(struct tally *tally, struct slice category)
{
    struct category_count *added;

    for (size_t i = 0; i < tally->category_count; i++)
        if (slice_equal(tally->categories[i].category, category))
            return &tally->categories[i];
    tally->categories = arena_grow(&tally->arena, tally->categories, tally->category_count, &tally->category_capacity,
                                   sizeof *tally->categories);
    added = &tally->categories[tally->category_count++];
    *added = (struct category_count){ .category = category };
    return added;
}

/* The most frequent first; by name among equals, so that the page is the same whatever the order of issues. */
static int compare_counts(const void *left, const void *right)
{
    const struct category_count *a = left, *b = right;
    size_t shared = a->category.len < b->category.len ? a->category.len : b->category.len;
    int order;

    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    order = memcmp(a->category.at, b->category.at, shared);
    return order != 0 ? order : (a->category.len > b->category.len) - (a->category.len < b->category.len);
}

static void add_score(struct score *sum, const struct score *score)
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

void tally_results(struct tally *tally, const struct page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        const struct result *result = &page->results[i];

        add_score(&tally->score, &result->score);
        tally->passed += result->passed;
        tally->issues += result->issues->count;
        for (size_t j = 0; j < result->issues->count; j++)
            count_of(tally, result->issues->items[j].rule->category)->count++;
    }
    if (tally->category_count > 1)
        qsort(tally->categories, tally->category_count, sizeof *tally->categories, compare_counts);
}

void tally_free(struct tally *tally)
{
    arena_free(&tally->arena);
}
