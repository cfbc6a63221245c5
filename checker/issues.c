#include "issues.h"

#include <stdlib.h>

#include "text/unicode.h"

struct issue *issues_add(struct issues *issues, const struct rule_info *rule, struct span span)
{
    struct issue *issue;

    issues->items = arena_grow(issues->arena, issues->items, issues->count, &issues->capacity, sizeof *issues->items);
    issue = &issues->items[issues->count++];
    *issue = (struct issue){
        .span = span,
        .rule = rule,
        .severity = rule->severity,
        .confidence = rule->confidence,
        .message = { rule->why[LANGUAGE_DE], rule->why[LANGUAGE_EN] },
        .source = without_brackets(rule->english), /* "bill (law)": the remark tells two rules apart */
    };
    return issue;
}

void issue_suggest(struct issues *issues, struct issue *issue, struct slice text)
{
    if (issue->suggestion_count == MAX_SUGGESTIONS)
        return;
    for (size_t i = 0; i < issue->suggestion_count; i++)
        if (slice_equal(issue->suggestions[i], text))
            return;
    issue->suggestions[issue->suggestion_count++] = arena_copy(issues->arena, text);
}

static int compare_slices(struct slice a, struct slice b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared == 0 ? 0 : memcmp(a.at, b.at, shared);

    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* qsort is not stable: after place, length and rule come the remaining differences, so that the same issues always
 * end in the same order, in whatever order threads and checks found them. */
static int compare_issues(const void *left, const void *right)
{
    const struct issue *a = left, *b = right;
    int order;

    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end > b->span.end ? -1 : 1;
    order = compare_slices(a->rule->id, b->rule->id);
    if (order == 0)
        order = (a->confidence < b->confidence) - (a->confidence > b->confidence);
    if (order == 0)
        order = compare_slices(a->message[LANGUAGE_DE], b->message[LANGUAGE_DE]);
    if (order == 0)
        order = (a->suggestion_count < b->suggestion_count) - (a->suggestion_count > b->suggestion_count);
    for (size_t i = 0; order == 0 && i < a->suggestion_count; i++)
        order = compare_slices(a->suggestions[i], b->suggestions[i]);
    return order;
}

/* "idiom" of "idiom/bite-the-bullet". */
static struct slice family_of(const struct issue *issue)
{
    struct slice id = issue->rule->id;
    const char *end = id.len == 0 ? NULL : memchr(id.at, '/', id.len);

    return end == NULL ? id : slice_between(id.at, end);
}

static bool same_span(const struct issue *a, const struct issue *b)
{
    return a->span.start == b->span.start && a->span.end == b->span.end;
}

static bool says_the_same(const struct issue *a, const struct issue *b)
{
    return slice_equal(a->rule->category, b->rule->category) || slice_equal(family_of(a), family_of(b));
}

/* True when another issue over the very same span, in the run first to last, says the same and is surer
 * (or as sure and stands before it). */
static bool has_surer_twin(const struct issue *items, size_t first, size_t last, size_t index)
{
    const struct issue *issue = &items[index];

    for (size_t i = first; i < last; i++)
        if (i != index && says_the_same(&items[i], issue) &&
            (items[i].confidence > issue->confidence || (items[i].confidence >= issue->confidence && i < index)))
            return true;
    return false;
}

static void drop_twins(struct issues *issues)
{
    struct issue *items = issues->items, *kept;
    size_t kept_count = 0, last;

    if (issues->count < 2)
        return;
    kept = arena_array(issues->arena, issues->count, sizeof *kept);
    for (size_t first = 0; first < issues->count; first = last) {
        for (last = first + 1; last < issues->count && same_span(&items[first], &items[last]); last++)
            ;
        for (size_t i = first; i < last; i++)
            if (!has_surer_twin(items, first, last, i))
                kept[kept_count++] = items[i];
    }
    issues->items = kept;
    issues->capacity = issues->count;
    issues->count = kept_count;
}

/* The issue of a family that reaches furthest of those kept so far. */
struct reach {
    struct slice family;
    struct issue *issue;
};

struct reaches {
    struct reach *items;
    size_t count, capacity;
};

static struct reach *reach_of(struct arena *arena, struct reaches *reaches, struct slice family)
{
    for (size_t i = 0; i < reaches->count; i++)
        if (slice_equal(reaches->items[i].family, family))
            return &reaches->items[i];
    reaches->items = arena_grow(arena, reaches->items, reaches->count, &reaches->capacity, sizeof *reaches->items);
    reaches->items[reaches->count] = (struct reach){ family, NULL };
    return &reaches->items[reaches->count++];
}

/* Issues stand in order of start, the longer first: an issue lies inside an earlier one of its family exactly when
 * that family reaches as far as its end already. Of the two the surer is kept, else the longer. */
static void drop_nested(struct issues *issues)
{
    struct reaches reaches = { 0 };
    bool *dropped = arena_array(issues->arena, issues->count, sizeof *dropped);
    size_t kept = 0;

    for (size_t i = 0; i < issues->count; i++) {
        struct issue *issue = &issues->items[i];
        struct reach *reach = reach_of(issues->arena, &reaches, family_of(issue));
        bool nested = reach->issue != NULL && issue->span.end <= reach->issue->span.end;

        dropped[i] = nested && issue->confidence <= reach->issue->confidence;
        if (nested && !dropped[i])
            dropped[reach->issue - issues->items] = true;
        if (!dropped[i])
            reach->issue = issue;
    }
    for (size_t i = 0; i < issues->count; i++)
        if (!dropped[i])
            issues->items[kept++] = issues->items[i];
    issues->count = kept;
}

static const struct rule_preference *preference_of(const struct issues *issues, const struct issue *issue)
{
    const struct rule_preferences *preferences = issues->preferences;

    if (preferences == NULL || issue->rule < preferences->rules ||
        issue->rule >= preferences->rules + preferences->count)
        return NULL;
    return &preferences->items[issue->rule - preferences->rules];
}

/* False when the issue is to be left out; sets its severity where another one is wanted. */
static bool is_wanted(const struct issues *issues, struct issue *issue)
{
    const struct rule_preference *preference = preference_of(issues, issue);

    if (preference == NULL)
        return issue->confidence >= issues->confidence;
    if (preference->is_off)
        return false;
    if (preference->has_severity)
        issue->severity = preference->severity;
    return issue->confidence >= (preference->confidence < 0 ? issues->confidence : preference->confidence);
}

static void drop_unwanted(struct issues *issues)
{
    size_t kept = 0;

    for (size_t i = 0; i < issues->count; i++)
        if (is_wanted(issues, &issues->items[i]))
            issues->items[kept++] = issues->items[i];
    issues->count = kept;
}

void issues_sort(struct issues *issues)
{
    drop_unwanted(issues);
    if (issues->count > 1)
        qsort(issues->items, issues->count, sizeof *issues->items, compare_issues);
    drop_twins(issues);
    drop_nested(issues);
}

struct issues issues_that_count(const struct issues *issues)
{
    struct issues kept = { .arena = issues->arena, .capacity = issues->count, .confidence = issues->confidence };

    if (issues->count > 0)
        kept.items = arena_array(issues->arena, issues->count, sizeof *kept.items);
    for (size_t i = 0; i < issues->count; i++)
        if (issues->items[i].suppression == SUPPRESSION_NONE)
            kept.items[kept.count++] = issues->items[i];
    return kept;
}

const char *suppression_name(enum suppression suppression)
{
    static const char *const names[SUPPRESSION_COUNT] = {
        [SUPPRESSION_BASELINE] = "baseline",
        [SUPPRESSION_COMMENT] = "comment",
        [SUPPRESSION_CONFIGURATION] = "configuration",
    };

    return names[suppression];
}

/* Severities after MQM's default weights (themqm.org, "The MQM scoring models"). */
static const struct {
    const char *name;
    double penalty;
} severities[SEVERITY_COUNT] = {
    [SEVERITY_NEUTRAL] = { "neutral", 0 },
    [SEVERITY_MINOR] = { "minor", 1 },
    [SEVERITY_MAJOR] = { "major", 5 },
    [SEVERITY_CRITICAL] = { "critical", 25 },
};

const char *severity_name(enum severity severity)
{
    return severities[severity].name;
}

bool severity_from_name(struct slice name, enum severity *out)
{
    for (int i = 0; i < SEVERITY_COUNT; i++) {
        if (slice_is(name, severities[i].name)) {
            *out = (enum severity)i;
            return true;
        }
    }
    return false;
}

double severity_penalty(enum severity severity)
{
    return severities[severity].penalty;
}
