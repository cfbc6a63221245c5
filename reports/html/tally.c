#include "tally.h"

struct slice check_of(struct slice rule)
{
    const char *slash = memchr(rule.at, '/', rule.len);

    if (slash == NULL)
        return rule;
    if (slice_starts(rule, SLICE("check/")))
        return slice_from(rule, (size_t)(slash + 1 - rule.at));
    return slice_between(rule.at, slash);
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
