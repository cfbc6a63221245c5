/* Marks the other side of a number: "since 2009" – "bis 2009", "more than 40" – "weniger als 40", "until Thursday" –
 * "seit Donnerstag", "late June" – "Anfang Juni", "not until May" – "noch vor Mai". The number or name of the calendar
 * is the same and the only one of its kind on both sides; number-bounds.tsv has the words before it that don't go
 * together. */
#include "bilingual/negation_words.h"
#include "bilingual/quantities.h"
#include "bilingual/wording.h"
#include "checks/places.h"

enum {
    MOST_QUANTITIES = 20, /* of one sentence: more are a table */
    MOST_WORDS = 3,       /* of an English bound: "a maximum of" */
    NEGATED_WITHIN = 6,   /* English words from "not" to "until" */
    MOST_ROOM = 64        /* bytes */
};

/* A pair of sentences. */
struct bounds {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    const struct list_record *table;
    struct negations negations;
    struct numerals english_numerals, german_numerals;
    struct quantity_row english, german;
    uint32_t english_first, english_end, german_first, german_end;
};

static struct slice english_lower(const struct bounds *b, uint32_t token)
{
    return lower_english(b->bilingual, token);
}

/* ---- what stands before ---- */

/* The words [first, end) with a space between, in the room; empty where they are too long. */
static struct slice join(const struct bounds *b, uint32_t first, uint32_t end, char room[MOST_ROOM])
{
    struct slice text = { room, 0 };

    for (uint32_t i = first; i < end; i++) {
        struct slice word = english_lower(b, i);

        if (text.len + word.len + 1 > MOST_ROOM)
            return (struct slice){ 0 };
        if (i > first)
            room[text.len++] = ' ';
        memcpy(room + text.len, word.at, word.len);
        text.len += word.len;
    }
    return text;
}

/* "until" of "will not reopen until May". */
static bool is_negated_before(const struct bounds *b, uint32_t token)
{
    for (uint32_t i = token; i > b->english_first && i + NEGATED_WITHIN > token; i--) {
        if (b->bilingual->english->tokens[i - 1].kind != TOKEN_WORD)
            return false;
        if (is_english_negation(&b->negations, i - 1))
            return true;
    }
    return false;
}

/* The row for the longest words right before the token; *first receives where they begin. */
static const struct pair_record *bound_before(const struct bounds *b, uint32_t token, uint32_t *first, size_t *count)
{
    char room[MOST_ROOM];

    if (token > b->english_first && lower_in_list(b->bilingual->lexicon, LIST_ENGLISH_ARTICLES,
                                                  &b->bilingual->english->tokens[token - 1])) /* "since the 1980s" */
        token--;
    for (uint32_t words = MOST_WORDS; words > 0; words--) {
        if (token < b->english_first + words)
            continue;
        struct slice text = join(b, token - words, token, room);
        bool until = words == 1 && slice_is(text, "until") && is_negated_before(b, token - 1);
        const struct pair_record *row =
            pairs_of(b->bilingual->lexicon, b->table, until ? SLICE("not until") : text, count);

        if (row == NULL)
            continue;
        *first = token - words;
        return row;
    }
    return NULL;
}

/* The German before the token as the table has it: "mehr als", "bis zu", "seit"; *first receives where it begins. */
static struct slice german_bound(const struct bounds *b, uint32_t token, uint32_t *first)
{
    uint32_t at = token;

    while (at > b->german_first && at + 2 > token && in_list_lower(b->run, LIST_BEFORE_NUMBERS, at - 1))
        at--; /* "bis zum 5. Mai", "seit den 80ern" */
    if (at == b->german_first)
        return (struct slice){ 0 };
    struct slice word = lower_at(b->run, at - 1);
    struct slice before = at > b->german_first + 1 ? lower_at(b->run, at - 2) : (struct slice){ 0 };

    *first = at - 1;
    if (!(slice_is(word, "als") || (slice_is(word, "zu") && slice_is(before, "bis"))))
        return word;
    if (before.len == 0) /* "als 40 Gäste" opens the sentence */
        return (struct slice){ 0 };
    *first = at - 2;
    if (*first > b->german_first && is_german_negation(&b->negations, *first - 1)) /* "nicht weniger als" */
        return (struct slice){ 0 };
    return arena_print(b->run->issues->arena, "%.*s %.*s", (int)before.len, before.at, (int)word.len, word.at);
}

/* ---- comparing ---- */

/* As many words negate on one side as on the other; "not until" has one that German needs none for. */
static bool negate_alike(const struct bounds *b, bool until)
{
    uint32_t left = count_negations(&b->negations, is_english_negation, b->english_first, b->english_end);
    uint32_t right = count_negations(&b->negations, is_german_negation, b->german_first, b->german_end);

    return until ? right == 0 : left == right;
}

/* "bis Sonntag noch niemand", "bis dahin noch nie": not before then, and so only after it. */
static bool is_not_until(const struct bounds *b, struct slice bound, uint32_t last)
{
    if (!slice_is(bound, "bis"))
        return false;
    for (uint32_t i = last + 1; i + 1 < b->german_end && b->run->doc->tokens[i].kind == TOKEN_WORD; i++)
        if (text_is(b->run, i, "noch") && is_german_negation(&b->negations, i + 1))
            return true;
    return false;
}

/* The German has one of the row's words before what the English bounds. */
static bool compare(const struct bounds *b, uint32_t english, uint32_t german, uint32_t last)
{
    uint32_t first = 0, english_first = 0;
    size_t count = 0;
    const struct pair_record *row = bound_before(b, english, &english_first, &count);
    struct slice bound = row == NULL ? (struct slice){ 0 } : german_bound(b, german, &first);

    if (bound.len == 0 || !holds_value(b->bilingual->lexicon, row, count, bound) ||
        !negate_alike(b, is_negated_before(b, english_first)) || is_not_until(b, bound, last))
        return false;
    struct issue *issue = report_with_source(b->run, "bilingual/direction", tokens_span(b->run, first, last),
                                             passage_source(b->bilingual, b->passage));

    quote_english(b->run, issue, english_between(b->bilingual, english_first, english));
    return true;
}

/* "up to 50 pounds" – "gut 20 Kilo": rounded in another unit. */
static bool is_converted(const struct quantity *english, const struct quantity *german)
{
    double difference = english->values[0] - german->values[0];

    return english->measures != NULL && german->measures != NULL && (difference > 1e-9 || difference < -1e-9) &&
           english->value_count == 1 && german->value_count == 1;
}

static bool compare_numbers(const struct bounds *b)
{
    for (size_t i = 0; i < b->english.count; i++) {
        const struct quantity *english = &b->english.items[i], *german;

        if ((english->flags & QUANTITY_WEAK) != 0 ||
            (german = only_same_quantity(b->bilingual->lexicon, english, &b->german)) == NULL ||
            only_same_quantity(b->bilingual->lexicon, german, &b->english) == NULL || is_converted(english, german))
            continue;
        if (compare(b, quantity_start(english), quantity_start(german), german->last))
            return true;
    }
    return false;
}

/* ---- days and months ---- */

/* The only token of the range with the name; NO_ID: none, or several. */
static uint32_t only_named(const struct bounds *b, const struct numerals *numerals, const struct document *doc,
                           uint32_t begin, uint32_t end, const struct pair_record *name)
{
    uint32_t found = NO_ID;

    for (uint32_t i = begin; i < end; i++) {
        const struct pair_record *row = calendar_name(numerals, b->run->issues->arena, doc, i);

        if (row == NULL || !same_calendar_name(b->bilingual->lexicon, row, name))
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = i;
    }
    return found;
}

static bool compare_calendar(const struct bounds *b)
{
    const struct document *english = b->bilingual->english, *german = b->run->doc;

    for (uint32_t i = b->english_first; i < b->english_end; i++) {
        const struct pair_record *name = calendar_name(&b->english_numerals, b->run->issues->arena, english, i);
        uint32_t other;

        if (name == NULL ||
            only_named(b, &b->english_numerals, english, b->english_first, b->english_end, name) == NO_ID ||
            (other = only_named(b, &b->german_numerals, german, b->german_first, b->german_end, name)) == NO_ID)
            continue;
        if (compare(b, i, other, other))
            return true;
    }
    return false;
}

void check_number_bounds(const struct check_run *run)
{
    struct bounds b = {
        .run = run,
        .bilingual = run->doc->bilingual,
        .table = named_table(&run->context->lexicon, TABLE_NUMBER_BOUNDS),
        .negations = negations_of(run),
        .english_numerals = numerals_of(&run->context->lexicon, false),
        .german_numerals = numerals_of(&run->context->lexicon, true),
        .english.arena = run->issues->arena,
        .german.arena = run->issues->arena,
    };

    for (size_t i = 0; b.bilingual->is_english && i < b.bilingual->passage_count; i++) {
        b.passage = &b.bilingual->passages[i];
        if (!is_sentence_pair(b.passage) || !is_short_passage(b.bilingual, run->doc, b.passage))
            continue;
        passage_english(b.bilingual, b.passage, &b.english_first, &b.english_end);
        passage_german(run->doc, b.passage, &b.german_first, &b.german_end);
        b.english.count = b.german.count = 0;
        read_quantities(&b.english_numerals, b.bilingual->english, b.english_first, b.english_end, &b.english);
        read_quantities(&b.german_numerals, run->doc, b.german_first, b.german_end, &b.german);
        if (b.english.count <= MOST_QUANTITIES && b.german.count <= MOST_QUANTITIES && !compare_numbers(&b))
            compare_calendar(&b);
    }
}
