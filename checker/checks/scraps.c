/* An expression is tried only where a byte stands that it can begin with, in a paragraph with the byte that it needs
 * (PCRE2 tells which those are), so that most bytes of a text are passed at a glance. It is made fast (JIT) when it is
 * tried for the first time: most never are. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "checks/scraps.h"

#include <ctype.h>
#include <limits.h>
#include <pcre2.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "checks/places.h"

enum { VALUES = 2, MATCH_LIMIT = 100000, BYTES = UCHAR_MAX + 1, NONE = -1 };

enum anchoring { AT_START, ANYWHERE, ANCHORING_COUNT };

struct expression {
    pcre2_code *code;
    atomic_bool is_fast;
    enum anchoring place;
    int needed; /* a byte that stands in all that it matches; NONE: not known */
    struct slice rule, stays;
};

/* The expressions that can begin with a byte, in the order of the table. */
struct starters {
    struct expression **items;
    size_t count;
};

struct scraps {
    struct arena arena;
    pthread_mutex_t lock; /* of making an expression fast */
    struct expression *expressions;
    size_t count;
    struct starters starters[ANCHORING_COUNT][BYTES];
};

static enum anchoring anchoring_of(struct slice expression)
{
    return slice_starts(expression, SLICE("(?<!.)")) ? AT_START : ANYWHERE;
}

static int blame(struct slice expression, const char *message, size_t offset, struct rs_error *error)
{
    return error_set(error, "dictionaries/tables/scraps.tsv", 0, "%s: at byte %zu of \"%.*s\"", message, offset,
                     (int)expression.len, expression.at);
}

static pcre2_code *compile(struct slice expression, struct rs_error *error)
{
    enum { MESSAGE = 120 };
    PCRE2_UCHAR message[MESSAGE];
    PCRE2_SIZE offset = 0;
    int number = 0;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)expression.at, expression.len, PCRE2_UTF | PCRE2_USE_OFFSET_LIMIT,
                                     &number, &offset, NULL);

    if (code == NULL) {
        pcre2_get_error_message(number, message, MESSAGE);
        blame(expression, (const char *)message, offset, error);
    }
    return code;
}

/* The bytes that an expression can begin with. */
struct beginning {
    bool one; /* it is this one */
    uint32_t first;
    const uint8_t *bitmap; /* else one of these, or any when it is NULL */
};

static struct beginning beginning_of(const pcre2_code *code)
{
    struct beginning beginning = { 0 };
    uint32_t type = 0;

    pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODETYPE, &type);
    pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODEUNIT, &beginning.first);
    pcre2_pattern_info(code, PCRE2_INFO_FIRSTBITMAP, &beginning.bitmap);
    beginning.one = type == 1;
    return beginning;
}

static bool can_begin_with(const struct beginning *beginning, unsigned byte)
{
    if (beginning->one)
        return byte == beginning->first;
    return beginning->bitmap == NULL || (beginning->bitmap[byte / CHAR_BIT] >> byte % CHAR_BIT & 1) != 0;
}

static int needed_byte(const pcre2_code *code)
{
    uint32_t type = 0, last = 0;

    pcre2_pattern_info(code, PCRE2_INFO_LASTCODETYPE, &type);
    pcre2_pattern_info(code, PCRE2_INFO_LASTCODEUNIT, &last);
    return type == 1 && !isalpha((int)last) ? (int)last : NONE;
}

static void add_starter(struct scraps *scraps, struct expression *expression, unsigned byte)
{
    struct starters *starters = &scraps->starters[expression->place][byte];

    if (starters->items == NULL)
        starters->items = arena_array(&scraps->arena, scraps->count, sizeof(struct expression *));
    starters->items[starters->count++] = expression;
}

/* One that can begin with a letter would be tried at each word. */
static int add_expression(struct scraps *scraps, struct expression *expression, struct slice text,
                          struct rs_error *error)
{
    expression->place = anchoring_of(text);
    expression->code = compile(text, error);
    if (expression->code == NULL)
        return -1;
    expression->needed = needed_byte(expression->code);
    struct beginning beginning = beginning_of(expression->code);

    if (expression->place == ANYWHERE && can_begin_with(&beginning, 'e'))
        return blame(text, "it may begin with a letter", 0, error);
    for (unsigned byte = 0; byte < BYTES; byte++)
        if (can_begin_with(&beginning, byte))
            add_starter(scraps, expression, byte);
    return 0;
}

static int add_table(struct scraps *scraps, const struct lexicon *lexicon, const struct list_record *table,
                     struct rs_error *error)
{
    scraps->count = table->count / VALUES;
    scraps->expressions = arena_array(&scraps->arena, scraps->count, sizeof(*scraps->expressions));
    for (size_t i = 0; i < scraps->count; i++) {
        const struct pair_record *row = &lexicon->pairs[table->first + i * VALUES];
        struct expression *expression = &scraps->expressions[i];

        expression->rule = arena_copy(&scraps->arena, lexicon_text(lexicon, row[0].value));
        expression->stays = lexicon_text(lexicon, row[1].value);
        if (add_expression(scraps, expression, lexicon_text(lexicon, row[0].key), error) != 0)
            return -1;
    }
    return 0;
}

struct scraps *scraps_open(const struct lexicon *lexicon, struct rs_error *error)
{
    const struct list_record *table = named_table(lexicon, TABLE_SCRAPS);

    if (table == NULL || table->count < VALUES) {
        error_set(error, NULL, 0, "the compiled rule data has no table \"scraps\"; run \"make\"");
        return NULL;
    }
    struct scraps *scraps = calloc(1, sizeof(*scraps));

    if (scraps == NULL || pthread_mutex_init(&scraps->lock, NULL) != 0) {
        free(scraps);
        error_set(error, NULL, 0, "out of memory");
        return NULL;
    }
    if (add_table(scraps, lexicon, table, error) != 0) {
        scraps_close(scraps);
        return NULL;
    }
    return scraps;
}

void scraps_close(struct scraps *scraps)
{
    if (scraps == NULL)
        return;
    for (size_t i = 0; i < scraps->count; i++)
        pcre2_code_free(scraps->expressions[i].code);
    pthread_mutex_destroy(&scraps->lock);
    arena_free(&scraps->arena);
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

static void report_scrap(const struct check_run *run, const struct expression *expression, const PCRE2_SIZE *ends)
{
    struct span span = { (uint32_t)ends[0], (uint32_t)ends[1] };

    if (span.start >= span.end || has_markup_issue(run, span))
        return;
    struct remainder stays = what_stays(run, expression->stays, ends);
    struct issue *issue = report(run, expression->rule.at, stays.joins ? joined(run->doc->text, span) : span);

    if (stays.is_known)
        suggest(run, issue, stays.text);
}

/* What a search needs besides the text. */
struct search {
    pcre2_match_data *match;
    pcre2_match_context *limits;
    bool has[BYTES]; /* what stands in the paragraph */
};

static void make_fast(struct scraps *scraps, struct expression *expression)
{
    pthread_mutex_lock(&scraps->lock);
    if (!atomic_load(&expression->is_fast))
        pcre2_jit_compile(expression->code, PCRE2_JIT_COMPLETE); /* where there is none it works without */
    atomic_store(&expression->is_fast, true);
    pthread_mutex_unlock(&scraps->lock);
}

static bool matches(struct scraps *scraps, struct expression *expression, struct slice text, size_t at,
                    const struct search *search)
{
    if (!atomic_load_explicit(&expression->is_fast, memory_order_acquire))
        make_fast(scraps, expression);
    pcre2_set_offset_limit(search->limits, at); /* it begins here or nowhere */
    return pcre2_match(expression->code, (PCRE2_SPTR)text.at, text.len, at, PCRE2_NO_UTF_CHECK, search->match,
                       search->limits) > 0;
}

/* Tries the expressions of a place that can begin with the byte at an offset. Returns where what was found ends; the
 * offset itself when there is nothing, or an expression has taken too long. */
static size_t find_scrap(const struct check_run *run, const struct search *search, enum anchoring place, size_t at)
{
    struct scraps *scraps = run->context->scraps;
    struct slice text = run->doc->text;
    const struct starters *starters = &scraps->starters[place][(unsigned char)text.at[at]];

    for (size_t i = 0; i < starters->count; i++)
        if ((starters->items[i]->needed == NONE || search->has[starters->items[i]->needed]) &&
            matches(scraps, starters->items[i], text, at, search)) {
            const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(search->match);

            report_scrap(run, starters->items[i], ends);
            return ends[1] > at ? ends[1] : at;
        }
    return at;
}

/* Returns whether there is any byte that an expression can begin with. */
static bool look_over(const struct scraps *scraps, struct slice text, struct span paragraph, struct search *search)
{
    bool starts = false;

    memset(search->has, 0, sizeof(search->has));
    for (size_t at = paragraph.start; at < paragraph.end; at++)
        search->has[(unsigned char)text.at[at]] = true;
    for (size_t byte = 0; byte < BYTES && !starts; byte++)
        starts = search->has[byte] && scraps->starters[ANYWHERE][byte].count > 0;
    return starts;
}

static void search_paragraph(const struct check_run *run, struct span paragraph, struct search *search)
{
    const struct scraps *scraps = run->context->scraps;
    struct slice text = run->doc->text;
    bool starts = look_over(scraps, text, paragraph, search);

    if (paragraph.start < paragraph.end)
        find_scrap(run, search, AT_START, paragraph.start);
    for (size_t at = paragraph.start; starts && at < paragraph.end;) {
        size_t end = scraps->starters[ANYWHERE][(unsigned char)text.at[at]].count == 0
                         ? at
                         : find_scrap(run, search, ANYWHERE, at);

        at = end > at ? end : at + 1;
    }
}

void check_scraps(const struct check_run *run)
{
    enum { PAIRS = 2 }; /* the whole match, and one group at most */
    const struct document *doc = run->doc;
    struct search search = { .match = pcre2_match_data_create(PAIRS, NULL),
                             .limits = pcre2_match_context_create(NULL) };

    if (search.match != NULL && search.limits != NULL) {
        pcre2_set_match_limit(search.limits, MATCH_LIMIT);
        pcre2_set_depth_limit(search.limits, MATCH_LIMIT);
        for (size_t i = 0; i < doc->segment_count; i++)
            search_paragraph(run, doc->segments[i].span, &search);
    }
    pcre2_match_context_free(search.limits);
    pcre2_match_data_free(search.match);
}
