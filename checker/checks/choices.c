#include "checks/choices.h"

#include <stdlib.h>

#include "lexicon/hash.h"

enum { MAX_VARIANTS = 8 /* of one thing; who has chosen more often has been told often enough */ };

/* One of the ways in which a thing was chosen. */
struct variant {
    const struct choice *first;
    size_t count;
};

void choose(struct issues *issues, const struct rule_info *rule, struct slice thing, struct slice chosen,
            struct span span)
{
    struct choices *choices = &issues->choices;

    if (rule == NULL)
        return;
    choices->items =
        arena_grow(issues->arena, choices->items, choices->count, &choices->capacity, sizeof *choices->items);
    uint64_t hash = hash_bytes(hash_bytes(HASH_START, rule->id.at, rule->id.len), thing.at, thing.len);

    choices->items[choices->count++] = (struct choice){ rule, hash, chosen, span, false };
}

void report_choice(struct issues *issues, const struct choice *choice, struct slice before)
{
    struct issue *issue = issues_add(issues, choice->rule, choice->span);
    const struct slice *why = choice->rule->why;

    issue->message[LANGUAGE_DE] =
        arena_print(issues->arena, "%.*s Hier „%.*s“, an anderer Stelle „%.*s“.", (int)why[LANGUAGE_DE].len,
                    why[LANGUAGE_DE].at, (int)choice->chosen.len, choice->chosen.at, (int)before.len, before.at);
    issue->message[LANGUAGE_EN] =
        arena_print(issues->arena, "%.*s Here “%.*s”, elsewhere “%.*s”.", (int)why[LANGUAGE_EN].len,
                    why[LANGUAGE_EN].at, (int)choice->chosen.len, choice->chosen.at, (int)before.len, before.at);
}

static int by_thing(const void *left, const void *right)
{
    const struct choice *a = left, *b = right;

    if (a->thing != b->thing)
        return a->thing < b->thing ? -1 : 1;
    return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static void count_variant(struct variant *variants, size_t *count, const struct choice *choice)
{
    size_t i = 0;

    while (i < *count && !slice_equal(variants[i].first->chosen, choice->chosen))
        i++;
    if (i == MAX_VARIANTS)
        return;
    if (i == *count)
        variants[(*count)++] = (struct variant){ .first = choice };
    variants[i].count++;
}

/* The choices of one thing, in order of place: the most frequent variant, or the first of these, stands. */
static struct choice settle_thing(struct issues *issues, const struct choice *choices, size_t count)
{
    struct variant variants[MAX_VARIANTS] = { { .first = choices } };
    size_t variant_count = 1, best = 0;

    for (size_t i = 0; i < count; i++)
        count_variant(variants, &variant_count, &choices[i]);
    for (size_t i = 1; i < variant_count; i++)
        if (variants[i].count > variants[best].count)
            best = i;
    for (size_t i = 0; i < variant_count; i++)
        if (i != best)
            report_choice(issues, variants[i].first, variants[best].first->chosen);
    struct choice kept = *variants[best].first;

    kept.contested = variant_count > 1;
    return kept;
}

void choices_settle(struct issues *issues)
{
    size_t count = issues->choices.count, things = 0, last;
    struct choice *sorted;

    if (count < 2)
        return;
    sorted = arena_array(issues->arena, count, sizeof *sorted);
    memcpy(sorted, issues->choices.items, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_thing);
    for (size_t first = 0; first < count; first = last) {
        for (last = first + 1; last < count && sorted[last].thing == sorted[first].thing; last++)
            ;
        issues->choices.items[things++] = settle_thing(issues, &sorted[first], last - first);
    }
    issues->choices.count = things;
}
