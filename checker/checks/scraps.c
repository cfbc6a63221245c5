/* The expressions are three alternations: those that begin where a paragraph does are tried there alone, the others
 * where one of the characters stands that they can begin with. Few expressions begin with what prose has as well, a
 * figure, a bracket, a hyphen, a sign beyond ASCII; the characters of the rest are rare. Each ends in a mark with its
 * number. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "checks/scraps.h"

#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

#include "checks/places.h"

enum { VALUES = 2, MATCH_LIMIT = 100000 };

enum anchoring { AT_START, IN_PROSE, ANYWHERE, ANCHORING_COUNT };

struct scraps {
    pcre2_code *codes[ANCHORING_COUNT];
    pcre2_match_context *limits;
    const struct pair_record *rows; /* each expression has two: its rule, and what stays */
    size_t count;                   /* of expressions */
};

/* The expression behind the assertions about what stands before it. */
static struct slice behind_lookbehinds(struct slice expression)
{
    while (slice_starts(expression, SLICE("(?<"))) {
        size_t at = 0, depth = 0;

        do {
            depth += expression.at[at] == '(';
            depth -= expression.at[at] == ')';
            at += expression.at[at] == '\\' ? 2 : 1;
        } while (depth > 0 && at < expression.len);
        expression = slice_from(expression, at < expression.len ? at : expression.len);
    }
    return expression;
}

static enum anchoring anchoring_of(struct slice expression)
{
    static const char *const prose[] = { "\\d", "\\(", "(\\(", "-" };
    struct slice start = behind_lookbehinds(expression);
    size_t first = slice_starts(start, SLICE("["));

    if (slice_starts(expression, SLICE("(?<!.)")))
        return AT_START;
    if (start.len > first && (start.at[first] & 0x80) != 0)
        return IN_PROSE;
    for (size_t i = 0; i < sizeof prose / sizeof *prose; i++)
        if (slice_starts(start, slice_of(prose[i])))
            return IN_PROSE;
    return ANYWHERE;
}

static size_t row_count(const struct list_record *table)
{
    return table == NULL ? 0 : table->count / VALUES;
}

/* "(?|(?:EXPRESSION)(*MARK:0)|…)", in an arena: the group of each is number 1. */
static struct slice alternation(const struct lexicon *lexicon, const struct scraps *scraps, enum anchoring place,
                                struct arena *arena)
{
    enum { EXTRA = 32 };
    size_t length = EXTRA, at = 0;

    for (size_t i = 0; i < scraps->count; i++)
        length += scraps->rows[i * VALUES].key.len + EXTRA;
    char *text = arena_take(arena, length + 1);

    for (size_t i = 0; i < scraps->count; i++) {
        struct slice key = lexicon_text(lexicon, scraps->rows[i * VALUES].key);

        if (anchoring_of(key) == place)
            at += (size_t)snprintf(text + at, length + 1 - at, "%s(?:%.*s)(*MARK:%zu)", at == 0 ? "(?|" : "|",
                                   (int)key.len, key.at, i);
    }
    at += (size_t)snprintf(text + at, length + 1 - at, ")");
    return (struct slice){ text, at };
}

/* Anchored when it is compiled: asked for when it is matched, that would keep PCRE2 from using its machine code. */
static pcre2_code *compile(struct slice expression, enum anchoring place, struct rs_error *error)
{
    enum { MESSAGE = 120 };
    PCRE2_UCHAR message[MESSAGE];
    PCRE2_SIZE offset = 0;
    int number = 0;
    uint32_t options = PCRE2_UTF | (place == AT_START ? PCRE2_ANCHORED : 0);
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)expression.at, expression.len, options, &number, &offset, NULL);

    if (code == NULL) {
        pcre2_get_error_message(number, message, MESSAGE);
        error_set(error, "dictionaries/tables/scraps.tsv", 0, "%s: at byte %zu of \"%.*s\"", (const char *)message,
                  (size_t)offset, (int)expression.len, expression.at);
    }
    return code;
}

/* The alternation is wrong: the expression that is to blame. */
static void name_wrong_expression(const struct lexicon *lexicon, const struct scraps *scraps, struct rs_error *error)
{
    for (size_t i = 0; i < scraps->count; i++) {
        pcre2_code *code = compile(lexicon_text(lexicon, scraps->rows[i * VALUES].key), ANYWHERE, error);

        if (code == NULL)
            return;
        pcre2_code_free(code);
    }
}

struct scraps *scraps_open(const struct lexicon *lexicon, struct rs_error *error)
{
    const struct list_record *table = named_table(lexicon, TABLE_SCRAPS);
    struct scraps *scraps = calloc(1, sizeof(*scraps));
    struct arena arena = { 0 };

    if (scraps == NULL || row_count(table) == 0)
        goto none;
    scraps->rows = &lexicon->pairs[table->first];
    scraps->count = row_count(table);
    scraps->limits = pcre2_match_context_create(NULL);
    if (scraps->limits == NULL)
        goto none;
    pcre2_set_match_limit(scraps->limits, MATCH_LIMIT);
    pcre2_set_depth_limit(scraps->limits, MATCH_LIMIT);
    for (enum anchoring place = 0; place < ANCHORING_COUNT; place++) {
        scraps->codes[place] = compile(alternation(lexicon, scraps, place, &arena), place, error);
        if (scraps->codes[place] == NULL) {
            name_wrong_expression(lexicon, scraps, error);
            goto failed;
        }
        pcre2_jit_compile(scraps->codes[place], PCRE2_JIT_COMPLETE);
    }
    arena_free(&arena);
    return scraps;
none:
    error_set(error, NULL, 0, "the compiled rule data has no table \"scraps\"; run \"make\"");
failed:
    arena_free(&arena);
    scraps_close(scraps);
    return NULL;
}

void scraps_close(struct scraps *scraps)
{
    if (scraps == NULL)
        return;
    for (enum anchoring place = 0; place < ANCHORING_COUNT; place++)
        pcre2_code_free(scraps->codes[place]);
    pcre2_match_context_free(scraps->limits);
    free(scraps);
}

/* What a suggestion is made of. */
struct remainder {
    struct slice text;
    bool is_known, joins;
};

static struct remainder what_stays(const struct check_run *run, struct slice stays, const PCRE2_SIZE *ends)
{
    struct remainder remainder = { { "", 0 }, !slice_equal(stays, SLICE("?")), slice_starts(stays, SLICE("+")) };

    if (slice_ends(stays, SLICE("$1")) && ends[2] != PCRE2_UNSET)
        remainder.text = slice_between(run->doc->text.at + ends[2], run->doc->text.at + ends[3]);
    return remainder;
}

/* Joining takes the spaces around as well. */
static struct span joined(struct slice text, struct span span)
{
    if (span.start > 0 && text.at[span.start - 1] == ' ')
        span.start--;
    if (span.end < text.len && text.at[span.end] == ' ')
        span.end++;
    return span;
}

static void report_scrap(const struct check_run *run, pcre2_match_data *match)
{
    const struct scraps *scraps = run->context->scraps;
    const struct lexicon *lexicon = &run->context->lexicon;
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(match);
    PCRE2_SPTR mark = pcre2_get_mark(match);
    size_t index = mark == NULL ? scraps->count : strtoul((const char *)mark, NULL, 10);
    struct span span = { (uint32_t)ends[0], (uint32_t)ends[1] };

    if (index >= scraps->count || span.start >= span.end || has_markup_issue(run, span))
        return;
    const struct pair_record *row = &scraps->rows[index * VALUES];
    struct slice rule = arena_copy(run->issues->arena, lexicon_text(lexicon, row[0].value));
    struct remainder stays = what_stays(run, lexicon_text(lexicon, row[1].value), ends);
    struct issue *issue = report(run, rule.at, stays.joins ? joined(run->doc->text, span) : span);

    if (stays.is_known)
        suggest(run, issue, stays.text);
}

/* Tries the expressions of a place from an offset on; returns where to go on, 0 when there is no more. */
static size_t next_scrap(const struct check_run *run, pcre2_match_data *match, enum anchoring place, size_t at)
{
    const struct scraps *scraps = run->context->scraps;
    struct slice text = run->doc->text;

    if (pcre2_match(scraps->codes[place], (PCRE2_SPTR)text.at, text.len, at, PCRE2_NO_UTF_CHECK, match,
                    scraps->limits) <= 0)
        return 0; /* none; or an expression that has taken too long */
    report_scrap(run, match);
    size_t end = pcre2_get_ovector_pointer(match)[1];

    return end > at ? end : at + 1;
}

void check_scraps(const struct check_run *run)
{
    const struct document *doc = run->doc;
    pcre2_match_data *matches[ANCHORING_COUNT];

    for (enum anchoring place = 0; place < ANCHORING_COUNT; place++)
        matches[place] = pcre2_match_data_create_from_pattern(run->context->scraps->codes[place], NULL);
    for (size_t i = 0; matches[AT_START] != NULL && i < doc->segment_count; i++)
        next_scrap(run, matches[AT_START], AT_START, doc->segments[i].span.start);
    for (enum anchoring place = IN_PROSE; place <= ANYWHERE; place++)
        for (size_t at = 0; matches[place] != NULL && at < doc->text.len;) {
            at = next_scrap(run, matches[place], place, at);
            if (at == 0)
                break;
        }
    for (enum anchoring place = 0; place < ANCHORING_COUNT; place++)
        pcre2_match_data_free(matches[place]);
}
