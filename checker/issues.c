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

/* "grammar" of "grammar/subject-verb". */
static struct slice family_of(struct slice id)
{
    const char *end = id.len == 0 ? NULL : memchr(id.at, '/', id.len);

    return end == NULL ? id : slice_between(id.at, end);
}

bool finds_literal_wording(struct slice id)
{
    /* Families, and checks that are named like them: "bilingual/wrong-sense". */
    static const char *const names[] = {
        "idiom",        "calque",        "collocation",    "term",         "wrong-sense",
        "false-friend", "literal-idiom", "literal-phrase", "literal-term", "wrong-part",
    };
    struct slice family = family_of(id), name = slice_from(id, family.len == id.len ? 0 : family.len + 1);

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_is(family, names[i]) || slice_is(name, names[i]))
            return true;
    return false;
}

static bool same_span(const struct issue *a, const struct issue *b)
{
    return a->span.start == b->span.start && a->span.end == b->span.end;
}

static bool are_literal(const struct issue *a, const struct issue *b)
{
    return finds_literal_wording(a->rule->id) && finds_literal_wording(b->rule->id);
}

static bool says_the_same(const struct issue *a, const struct issue *b)
{
    return slice_equal(a->rule->category, b->rule->category) ||
           slice_equal(family_of(a->rule->id), family_of(b->rule->id)) || are_literal(a, b);
}

/* One literal wording is as grave as the gravest that is said of it. */
static void take_severity(struct issue *kept, const struct issue *dropped)
{
    if (are_literal(kept, dropped) && dropped->severity > kept->severity)
        kept->severity = dropped->severity;
}

/* The surer is better, else the one that says what to write instead, else the graver, else the one before. */
static bool is_better(const struct issue *issue, const struct issue *other)
{
    if (issue->confidence < other->confidence || issue->confidence > other->confidence)
        return issue->confidence > other->confidence;
    if ((issue->suggestion_count > 0) != (other->suggestion_count > 0))
        return issue->suggestion_count > 0;
    if (issue->severity != other->severity)
        return issue->severity > other->severity;
    return issue < other;
}

/* The best of the issues over one span that have not been judged, from first to last; last: none is left. */
static size_t best_of(const struct issue *items, const bool *judged, size_t first, size_t last)
{
    size_t best = last;

    for (size_t i = first; i < last; i++)
        if (!judged[i] && (best == last || is_better(&items[i], &items[best])))
            best = i;
    return best;
}

/* Of issues over one span the best first: each that says the same as one that stays is dropped. */
static void drop_twins_of(struct issue *items, bool *dropped, bool *judged, size_t first, size_t last)
{
    for (size_t best; (best = best_of(items, judged, first, last)) < last;) {
        judged[best] = true;
        for (size_t i = first; i < last; i++) {
            if (judged[i] || !says_the_same(&items[i], &items[best]))
                continue;
            judged[i] = dropped[i] = true;
            take_severity(&items[best], &items[i]);
        }
    }
}

static void drop_marked(struct issues *issues, const bool *dropped)
{
    size_t kept = 0;

    for (size_t i = 0; i < issues->count; i++)
        if (!dropped[i])
            issues->items[kept++] = issues->items[i];
    issues->count = kept;
}

static void drop_twins(struct issues *issues)
{
    bool *dropped = arena_array(issues->arena, issues->count, sizeof *dropped);
    bool *judged = arena_array(issues->arena, issues->count, sizeof *judged);

    for (size_t first = 0, last; first < issues->count; first = last) {
        for (last = first + 1; last < issues->count && same_span(&issues->items[first], &issues->items[last]); last++)
            ;
        drop_twins_of(issues->items, dropped, judged, first, last);
    }
    drop_marked(issues, dropped);
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

    for (size_t i = 0; i < issues->count; i++) {
        struct issue *issue = &issues->items[i];
        struct reach *reach = reach_of(issues->arena, &reaches, family_of(issue->rule->id));
        bool nested = reach->issue != NULL && issue->span.end <= reach->issue->span.end;

        dropped[i] = nested && issue->confidence <= reach->issue->confidence;
        if (nested && !dropped[i])
            dropped[reach->issue - issues->items] = true;
        if (!dropped[i])
            reach->issue = issue;
    }
    drop_marked(issues, dropped);
}

/* True when each word of the English stands in the other as well: "pay" in "pay respects". What has no English of its
 * own is a check of what stands in the source. */
static bool is_part_of_english(const struct issue *issue, const struct issue *other)
{
    struct slice english = without_brackets(issue->rule->english), word;
    const struct slice whole = without_brackets(other->rule->english);

    while (take_part(&english, ' ', &word)) {
        struct slice rest = whole, part;
        bool found = whole.len == 0;

        while (!found && take_part(&rest, ' ', &part))
            found = slice_equal(word, part);
        if (!found)
            return false;
    }
    return true;
}

/* How much surer a part of a literal wording must be to be marked in place of the whole. */
#define MUCH_SURER 0.1f
/* An issue is compared with so many that follow it: enough for any sentence that is not made to cost time. */
#define FOLLOWERS 16

/* True when both find the same wording, the one a part of it. An idiom begins and ends with words of its own; between
 * them other words may stand, which can be wrong as well. */
static bool is_part(const struct issue *part, const struct issue *whole)
{
    bool at_edge = part->span.start == whole->span.start || part->span.end == whole->span.end;

    return part->span.end <= whole->span.end && are_literal(part, whole) &&
           ((at_edge && slice_equal(family_of(whole->rule->id), SLICE("idiom"))) || is_part_of_english(part, whole) ||
            is_part_of_english(whole, part));
}

/* Of a literal wording and a part of it that another family finds, the whole is enough. */
static void drop_parts(struct issues *issues)
{
    bool *dropped = arena_array(issues->arena, issues->count, sizeof *dropped);
    struct issue *items = issues->items;

    for (size_t i = 0; i < issues->count; i++)
        for (size_t j = i + 1; j < issues->count && j <= i + FOLLOWERS && items[j].span.start < items[i].span.end;
             j++) {
            bool part_stays = items[j].confidence > items[i].confidence + MUCH_SURER;

            if (dropped[i] || dropped[j] || !is_part(&items[j], &items[i]))
                continue;
            dropped[part_stays ? i : j] = true;
            take_severity(&items[part_stays ? j : i], &items[part_stays ? i : j]);
        }
    drop_marked(issues, dropped);
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
    if (issues->count < 2)
        return;
    qsort(issues->items, issues->count, sizeof *issues->items, compare_issues);
    drop_twins(issues);
    drop_nested(issues);
    drop_parts(issues);
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
