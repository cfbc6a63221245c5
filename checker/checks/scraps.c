/* An expression is tried only where a byte stands that it can begin with, in a paragraph with the byte that it needs,
 * so that most bytes of a text are passed at a glance. PCRE2 tells which those are when the rule data is compiled; the
 * expression itself is compiled (by the JIT as well) when it is tried for the first time: most never are. */
#include "checks/scraps.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "checks/places.h"
#include "checks/scrap_expression.h"

enum { VALUES = 2, MATCH_LIMIT = 100000, BYTES = UINT8_MAX + 1 };

enum anchoring { AT_START, ANYWHERE, ANCHORING_COUNT };

struct expression {
    struct slice text, rule, stays;
    const struct scrap_record *record;
    pcre2_code *code; /* NULL when it could not be compiled */
    atomic_bool is_compiled;
};

/* The expressions that can begin with a byte, in the order of the table. */
struct starters {
    struct expression **items;
    size_t count;
};

struct scraps {
    struct arena arena;
    pthread_mutex_t lock; /* of compiling */
    struct expression *expressions;
    size_t count;
    struct starters starters[ANCHORING_COUNT][BYTES];
};

static void add_starter(struct scraps *scraps, struct expression *expression, unsigned byte)
{
    struct starters *starters = &scraps->starters[expression->record->at_start ? AT_START : ANYWHERE][byte];

    if (starters->items == NULL)
        starters->items = arena_array(&scraps->arena, scraps->count, sizeof(struct expression *));
    starters->items[starters->count++] = expression;
}

static void add_table(struct scraps *scraps, const struct lexicon *lexicon, const struct list_record *table)
{
    scraps->expressions = arena_array(&scraps->arena, scraps->count, sizeof(*scraps->expressions));
    for (size_t i = 0; i < scraps->count; i++) {
        const struct pair_record *row = &lexicon->pairs[table->first + i * VALUES];
        struct expression *expression = &scraps->expressions[i];

        expression->text = lexicon_text(lexicon, row[0].key);
        expression->rule = arena_copy(&scraps->arena, lexicon_text(lexicon, row[0].value));
        expression->stays = lexicon_text(lexicon, row[1].value);
        expression->record = &lexicon->scraps[i];
        for (unsigned byte = 0; byte < BYTES; byte++)
            if (scrap_can_begin_with(&lexicon->scraps[i], byte))
                add_starter(scraps, expression, byte);
    }
}

struct scraps *scraps_open(const struct lexicon *lexicon, struct rs_error *error)
{
    const struct list_record *table = named_table(lexicon, TABLE_SCRAPS);

    if (table == NULL || table->count == 0 || table->count != lexicon->scrap_count * VALUES) {
        error_set(error, NULL, 0, "the compiled rule data has no table \"scraps\"; run \"make\"");
        return NULL;
    }
    struct scraps *scraps = calloc(1, sizeof(*scraps));

    if (scraps == NULL || pthread_mutex_init(&scraps->lock, NULL) != 0) {
        free(scraps);
        error_set(error, NULL, 0, "out of memory");
        return NULL;
    }
    scraps->count = lexicon->scrap_count;
    add_table(scraps, lexicon, table);
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

static void compile_once(struct scraps *scraps, struct expression *expression)
{
    pthread_mutex_lock(&scraps->lock);
    if (!atomic_load(&expression->is_compiled)) {
        expression->code = scrap_compile(expression->text, PCRE2_ANCHORED, NULL);
        if (expression->code != NULL)
            pcre2_jit_compile(expression->code, PCRE2_JIT_COMPLETE); /* where there is none it works without */
        atomic_store_explicit(&expression->is_compiled, true, memory_order_release);
    }
    pthread_mutex_unlock(&scraps->lock);
}

static bool matches(struct scraps *scraps, struct expression *expression, struct slice text, size_t at,
                    const struct search *search)
{
    if (!atomic_load_explicit(&expression->is_compiled, memory_order_acquire))
        compile_once(scraps, expression);
    if (expression->code == NULL)
        return false;
    return pcre2_match(expression->code, (PCRE2_SPTR)text.at, text.len, at, PCRE2_NO_UTF_CHECK, search->match,
                       search->limits) > 0;
}

static bool may_stand(const struct scrap_record *record, const struct search *search)
{
    return record->needed == NO_BYTE_NEEDED || search->has[record->needed];
}

/* Tries the expressions of a place that can begin with the byte at an offset. Returns where what was found ends; the
 * offset itself when there is nothing, or an expression has taken too long. */
static size_t find_scrap(const struct check_run *run, const struct search *search, enum anchoring place, size_t at)
{
    struct scraps *scraps = run->context->scraps;
    struct slice text = run->doc->text;
    const struct starters *starters = &scraps->starters[place][(unsigned char)text.at[at]];

    for (size_t i = 0; i < starters->count; i++)
        if (may_stand(starters->items[i]->record, search) && matches(scraps, starters->items[i], text, at, search)) {
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
