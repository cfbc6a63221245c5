#include "tally.h"

#include <stdlib.h>

struct slice check_of(struct slice rule)
{
    const char *slash = memchr(rule.at, '/', rule.len);

    if (slash == NULL)
        return rule;
    if (slice_starts(rule, SLICE("check/")))
        return slice_from(rule, (size_t)(slash + 1 - rule.at));
    return slice_between(rule.at, slash);
}

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

/* The most frequent first; by name among equals, so that the page is the same whatever the order of issues. */
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

static void add_issue(struct tally *tally, const struct issue *issue)
{
    tally->issues++;
    count_name(&tally->arena, &tally->categories, issue->rule->category, 1);
    count_name(&tally->arena, &tally->checks, check_of(issue->rule->id), 1);
}

void tally_results(struct tally *tally, const struct page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        const struct result *result = &page->results[i];

        add_score(&tally->score, &result->score);
        tally->passed += result->passed;
        tally->suppressed += result->all->count - result->issues->count;
        for (size_t j = 0; j < result->issues->count; j++)
            add_issue(tally, &result->issues->items[j]);
    }
    sort_counts(&tally->categories);
    sort_counts(&tally->checks);
}

void tally_free(struct tally *tally)
{
    arena_free(&tally->arena);
}
