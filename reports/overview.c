#include "overview.h"

#include <stdlib.h>

/* Longer first paragraphs (bytes) are the article's text. */
#define LONGEST_HEADLINE 160

/* A short first paragraph is a headline too: machine translation likes to close it with a full stop, and then the
 * input does not take it for a heading. */
bool has_headline(const struct document *doc)
{
    const struct segment *first = &doc->segments[0];

    if (doc->segment_count == 0)
        return false;
    return first->kind == SEGMENT_HEADING || (first->kind == SEGMENT_PARAGRAPH && doc->segment_count > 1 &&
                                              first->span.end - first->span.start <= LONGEST_HEADLINE);
}

struct slice headline_of(const struct document *doc)
{
    return has_headline(doc) ? text_of(doc, doc->segments[0].span) : doc->name;
}

static size_t group_named(struct overview *overview, struct slice name)
{
    for (size_t i = 0; i < overview->group_count; i++)
        if (slice_equal(overview->groups[i].name, name))
            return i;
    overview->groups = arena_grow(&overview->arena, overview->groups, overview->group_count, &overview->group_capacity,
                                  sizeof *overview->groups);
    overview->groups[overview->group_count] = (struct overview_group){ .name = arena_copy(&overview->arena, name) };
    return overview->group_count++;
}

static void count_rule(struct overview *overview, const struct rule_info *rule)
{
    size_t i = 0;

    while (i < overview->rule_count && overview->rules[i].rule != rule)
        i++;
    if (i == overview->rule_count) {
        overview->rules = arena_grow(&overview->arena, overview->rules, overview->rule_count, &overview->rule_capacity,
                                     sizeof *overview->rules);
        overview->rules[overview->rule_count++] = (struct overview_rule){ .rule = rule };
    }
    overview->rules[i].count++;
    overview->rules[i].articles += overview->rules[i].last_article != overview->count;
    overview->rules[i].last_article = overview->count;
}

/* The category with the most penalty points, of equals the one that comes first in the alphabet. */
static struct slice worst_category(const struct issues *issues)
{
    struct arena arena = { 0 };
    struct name_counts points = { 0 };
    struct slice worst = { 0 };

    for (size_t i = 0; i < issues->count; i++)
        count_name(&arena, &points, issues->items[i].rule->category,
                   (size_t)severity_penalty(issues->items[i].severity));
    sort_counts(&points);
    if (points.count > 0 && points.items[0].count > 0)
        worst = points.items[0].name;
    arena_free(&arena);
    return worst;
}

static void add_to_group(struct overview *overview, struct overview_group *group, const struct result *result)
{
    group->articles++;
    group->passed += result->passed;
    add_score(&group->score, &result->score);
    for (size_t i = 0; i < result->issues->count; i++)
        count_name(&overview->arena, &group->categories, result->issues->items[i].rule->category, 1);
}

void overview_add(struct overview *overview, const struct result *result, struct slice page, struct slice group)
{
    struct overview_article *article;

    overview->articles = arena_grow(&overview->arena, overview->articles, overview->count, &overview->capacity,
                                    sizeof *overview->articles);
    article = &overview->articles[overview->count++];
    *article = (struct overview_article){
        .headline = arena_copy(&overview->arena, headline_of(result->doc)),
        .name = arena_copy(&overview->arena, result->doc->name),
        .page = arena_copy(&overview->arena, page),
        .worst_category = worst_category(result->issues),
        .group = group_named(overview, group),
        .score = result->score,
        .passed = result->passed,
    };
    for (size_t i = 0; i < result->issues->count; i++)
        count_rule(overview, result->issues->items[i].rule);
    add_to_group(overview, &overview->groups[article->group], result);
    add_to_group(overview, &overview->all, result);
}

static int compare_numbers(const void *left, const void *right)
{
    const double *a = left, *b = right;

    return (*a > *b) - (*a < *b);
}

static void find_spread(const struct overview *overview, const struct overview_group *group, double *room,
                        double *spread)
{
    size_t count = 0;

    for (size_t i = 0; i < overview->count; i++)
        if (group == NULL || &overview->groups[overview->articles[i].group] == group)
            room[count++] = overview->articles[i].score.score;
    if (count == 0)
        return;
    qsort(room, count, sizeof *room, compare_numbers);
    for (size_t i = 0; i < 5; i++)
        spread[i] = room[(count - 1) * i / 4];
}

static int compare_slices(struct slice left, struct slice right)
{
    size_t shared = left.len < right.len ? left.len : right.len;
    int order = shared == 0 ? 0 : memcmp(left.at, right.at, shared);

    return order != 0 ? order : (left.len > right.len) - (left.len < right.len);
}

static int compare_rules(const void *left, const void *right)
{
    const struct overview_rule *a = left, *b = right;

    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return compare_slices(a->rule->id, b->rule->id);
}

/* Equals stand as they came. */
static int compare_articles(const void *left, const void *right)
{
    const struct overview_article *const *a = left, *const *b = right;

    if ((*a)->score.score < (*b)->score.score)
        return -1;
    if ((*a)->score.score > (*b)->score.score)
        return 1;
    return (*a > *b) - (*a < *b);
}

static int compare_groups(const void *left, const void *right)
{
    const struct overview_group *const *a = left, *const *b = right;

    if ((*a)->score.penalty_per_1000 < (*b)->score.penalty_per_1000)
        return -1;
    if ((*a)->score.penalty_per_1000 > (*b)->score.penalty_per_1000)
        return 1;
    return (*a > *b) - (*a < *b);
}

static void put_in_order(struct overview *overview)
{
    overview->worst_first = arena_array(&overview->arena, overview->count + 1, sizeof(const struct overview_article *));
    overview->best_first =
        arena_array(&overview->arena, overview->group_count + 1, sizeof(const struct overview_group *));
    for (size_t i = 0; i < overview->count; i++)
        overview->worst_first[i] = &overview->articles[i];
    for (size_t i = 0; i < overview->group_count; i++)
        overview->best_first[i] = &overview->groups[i];
    if (overview->count == 0)
        return;
    qsort(overview->worst_first, overview->count, sizeof(const struct overview_article *), compare_articles);
    qsort(overview->best_first, overview->group_count, sizeof(const struct overview_group *), compare_groups);
}

void overview_finish(struct overview *overview)
{
    double *room = arena_array(&overview->arena, overview->count + 1, sizeof *room);

    if (overview->rule_count > 1)
        qsort(overview->rules, overview->rule_count, sizeof *overview->rules, compare_rules);
    for (size_t i = 0; i < overview->group_count; i++) {
        find_spread(overview, &overview->groups[i], room, overview->groups[i].spread);
        sort_counts(&overview->groups[i].categories);
    }
    find_spread(overview, NULL, room, overview->all.spread);
    sort_counts(&overview->all.categories);
    put_in_order(overview);
}
