/* Marks numbers that the German has as well, but in another place or of another kind: counts that changed places ("14
 * injured and 3 missing"), sets of a match, parts of a whole ("two thirds" – "drei Viertel"), hours of the afternoon
 * ("2:30 p.m." – "2.30 Uhr"). numbers.c looks for numbers that are not there. */
#include "bilingual/negation_words.h"
#include "bilingual/quantities.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "text/unicode.h"

enum {
    MOST_QUANTITIES = 40, /* of one passage: more are a table */
    COUNTED_WITHIN = 3,   /* tokens from a number to what it counts */
    MOST_SCORES = 12,
};

/* A passage on both sides. */
struct places {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    struct numerals english_numerals, german_numerals;
    struct quantity_row english, german;
    struct negations negations;
    uint32_t english_first, english_end, german_first, german_end;
};

static void mark(const struct places *p, const char *rule, uint32_t first, uint32_t last, struct slice english)
{
    struct issue *issue =
        report_with_source(p->run, rule, tokens_span(p->run, first, last), passage_source(p->bilingual, p->passage));

    quote_english(p->run, issue, english);
}

static const struct lexicon *lexicon_of(const struct places *p)
{
    return &p->run->context->lexicon;
}

/* ---- counts that changed places ---- */

/* What an English number counts: the first word behind it that carries sense; NO_ID: none near by. */
static uint32_t counted_english(const struct places *p, const struct quantity *quantity)
{
    for (uint32_t i = quantity->last + 1; i < p->english_end && i <= quantity->last + COUNTED_WITHIN; i++) {
        if (p->bilingual->english->tokens[i].kind != TOKEN_WORD)
            return NO_ID;
        if ((p->bilingual->words[i].flags & ENGLISH_CONTENT) != 0)
            return i;
    }
    return NO_ID;
}

static uint32_t counted_german(const struct places *p, const struct quantity *quantity)
{
    const struct token *tokens = p->run->doc->tokens;

    for (uint32_t i = quantity->last + 1; i < p->german_end && i <= quantity->last + COUNTED_WITHIN; i++) {
        if (tokens[i].kind != TOKEN_WORD)
            return NO_ID;
        if ((tokens[i].flags & TOKEN_CAPITAL) != 0 || p->bilingual->german[i].linked >= LINK_PART)
            return i;
    }
    return NO_ID;
}

static bool are_crossed(const struct places *p, const struct quantity *one, const struct quantity *other,
                        const struct quantity *german_one, const struct quantity *german_other)
{
    uint32_t english[2] = { counted_english(p, one), counted_english(p, other) };
    uint32_t german[2] = { counted_german(p, german_one), counted_german(p, german_other) };

    return english[0] != NO_ID && english[1] != NO_ID && german[0] != NO_ID && german[1] != NO_ID &&
           link_between(p->bilingual, english[0], german[1]) >= LINK_FAMILY &&
           link_between(p->bilingual, english[1], german[0]) >= LINK_FAMILY &&
           link_between(p->bilingual, english[0], german[0]) == LINK_NONE &&
           link_between(p->bilingual, english[1], german[1]) == LINK_NONE;
}

/* The word before a number, a sign of money left out. */
static struct slice word_before(const struct document *doc, const struct quantity *quantity, uint32_t first)
{
    uint32_t token = quantity_start(quantity);

    return token > first ? token_lower(&doc->tokens[token - 1]) : (struct slice){ 0 };
}

/* "from 5 to 8" – "von 8 auf 5". */
static bool is_range_turned(const struct places *p, const struct quantity *one, const struct quantity *other,
                            const struct quantity *german_one, const struct quantity *german_other)
{
    struct slice to = word_before(p->run->doc, german_one, p->german_first);

    return slice_equal(word_before(p->bilingual->english, one, p->english_first), SLICE("from")) &&
           slice_equal(word_before(p->bilingual->english, other, p->english_first), SLICE("to")) &&
           slice_equal(word_before(p->run->doc, german_other, p->german_first), SLICE("von")) &&
           (slice_equal(to, SLICE("auf")) || slice_equal(to, SLICE("bis")));
}

static bool is_comparable(const struct quantity *quantity)
{
    return (quantity->flags & (QUANTITY_WEAK | QUANTITY_ORDINAL)) == 0;
}

static void compare_counts(const struct places *p)
{
    for (size_t i = 0; i < p->english.count; i++)
        for (size_t j = i + 1; j < p->english.count; j++) {
            const struct quantity *one = &p->english.items[i], *other = &p->english.items[j];
            const struct quantity *german_one = only_same_quantity(lexicon_of(p), one, &p->german);
            const struct quantity *german_other = only_same_quantity(lexicon_of(p), other, &p->german);

            if (!is_comparable(one) || !is_comparable(other) || german_one == NULL || german_other == NULL ||
                german_one == german_other || only_same_quantity(lexicon_of(p), german_one, &p->english) == NULL ||
                !(are_crossed(p, one, other, german_one, german_other) ||
                  is_range_turned(p, one, other, german_one, german_other)))
                continue;
            mark(p, "bilingual/number", german_one->first, german_one->last,
                 english_between(p->bilingual, one->first, one->last));
            mark(p, "bilingual/number", german_other->first, german_other->last,
                 english_between(p->bilingual, other->first, other->last));
            return;
        }
}

/* ---- sets ---- */

/* "6-4", "3:6": two numbers of a match. */
struct score {
    unsigned own, others;
    uint32_t token;
};

static bool read_score(struct slice text, struct score *out)
{
    unsigned numbers[2] = { 0, 0 };
    size_t digits[2] = { 0, 0 }, which = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] >= '0' && text.at[i] <= '9' && digits[which]++ < 3)
            numbers[which] = numbers[which] * 10 + (unsigned)(text.at[i] - '0');
        else if ((text.at[i] == '-' || text.at[i] == ':') && which++ == 0)
            continue;
        else
            return false;
    }
    *out = (struct score){ numbers[0], numbers[1], 0 };
    return digits[0] > 0 && digits[1] > 0;
}

static size_t read_scores(const struct document *doc, uint32_t first, uint32_t end, struct score out[MOST_SCORES])
{
    size_t count = 0;

    for (uint32_t i = first; i < end && count < MOST_SCORES; i++)
        if (doc->tokens[i].kind == TOKEN_NUMBER && read_score(token_text(doc, &doc->tokens[i]), &out[count]))
            out[count++].token = i;
    return count;
}

/* "a 2-0 deficit", "2-0 down": the score of those who are behind, whom German may tell of first. */
static bool is_told_of_one(const struct places *p, uint32_t score)
{
    uint32_t from = score > p->english_first + 2 ? score - 2 : p->english_first;

    for (uint32_t i = from; i < p->english_end && i <= score + 2; i++)
        if (lower_in_list(lexicon_of(p), LIST_ENGLISH_SIDES_OF_SCORES, &p->bilingual->english->tokens[i]))
            return true;
    return false;
}

/* One of several scores is turned round where another is not: all of them may be told from the other side. */
static void compare_scores(const struct places *p)
{
    struct score english[MOST_SCORES], german[MOST_SCORES];
    size_t count = read_scores(p->bilingual->english, p->english_first, p->english_end, english), turned = 0;
    size_t at = 0;
    uint32_t turned_at = 0;

    if (count < 2 || read_scores(p->run->doc, p->german_first, p->german_end, german) != count)
        return;
    bool kept = false;

    for (size_t i = 0; i < count; i++) {
        bool same = english[i].own == german[i].own && english[i].others == german[i].others;

        if (!same && (english[i].own != german[i].others || english[i].others != german[i].own))
            return;
        kept = kept || (same && english[i].own != english[i].others);
        turned += !same;
        at = same ? at : i;
        turned_at = same ? turned_at : english[i].token;
    }
    if (kept && turned == 1 && !is_told_of_one(p, turned_at))
        mark(p, "bilingual/number", german[at].token, german[at].token,
             english_between(p->bilingual, english[at].token, english[at].token));
}

/* A word of the list stands in the German. */
static bool has_listed(const struct places *p, enum named_list list)
{
    for (uint32_t i = p->german_first; i < p->german_end; i++)
        if (p->run->doc->tokens[i].kind == TOKEN_WORD && german_entry(p->run, named_list(lexicon_of(p), list), i))
            return true;
    return false;
}

/* "won 3-0" – "gewann 0:3": the only score, told by both languages of the winner. */
static void compare_winner(const struct places *p)
{
    struct score english[MOST_SCORES], german[MOST_SCORES];
    bool wins = false;

    if (read_scores(p->bilingual->english, p->english_first, p->english_end, english) != 1 ||
        read_scores(p->run->doc, p->german_first, p->german_end, german) != 1 || english->own <= english->others ||
        english->own != german->others || english->others != german->own)
        return;
    for (uint32_t i = p->english_first; i < p->english_end; i++)
        wins = wins || english_in_list(p->bilingual, i, named_list(lexicon_of(p), LIST_ENGLISH_WINNING));
    if (wins && has_listed(p, LIST_WINNING) && !has_listed(p, LIST_LOSING))
        mark(p, "bilingual/number", german->token, german->token,
             english_between(p->bilingual, english->token, english->token));
}

/* ---- degrees below zero ---- */

static bool is_minus(struct slice text)
{
    return slice_is(text, "minus") || slice_is(text, "-") || slice_is(text, "−") || slice_is(text, "–");
}

static bool is_of_heat(const struct places *p, const struct quantity *quantity)
{
    return quantity->measures != NULL &&
           slice_equal(lexicon_text(lexicon_of(p), quantity->measures[0].value), SLICE("temperature"));
}

/* "minus 12 degrees" – "12 Grad", where nothing says that it freezes. */
static void compare_frost(const struct places *p)
{
    for (size_t i = 0; i < p->english.count; i++) {
        const struct quantity *english = &p->english.items[i];

        if (!is_of_heat(p, english) || english->first <= p->english_first ||
            !is_minus(lower_english(p->bilingual, english->first - 1)))
            continue;
        for (size_t j = 0; j < p->german.count; j++) {
            const struct quantity *german = &p->german.items[j];

            if (!is_of_heat(p, german) || !same_quantity(lexicon_of(p), english, german) ||
                has_listed(p, LIST_SIGNS_OF_FROST) ||
                (german->first > p->german_first && is_minus(lower_at(p->run, german->first - 1))))
                continue;
            mark(p, "bilingual/number", german->first, german->first,
                 english_between(p->bilingual, english->first - 1, english->last));
            return;
        }
    }
}

/* ---- parts of a whole ---- */

struct fraction {
    double value;
    uint32_t first, last;
};

/* "thirds": 3; 0: no part. */
static double parts_named(const struct places *p, struct slice lower)
{
    double parts = 0;

    for (struct slice digits = table_value(p->run, TABLE_FRACTIONS, lower, 0); digits.len > 0;
         digits = slice_from(digits, 1))
        parts = parts * 10 + (*digits.at - '0');
    return parts;
}

static bool is_one_of(struct slice word, const char *const words[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_is(word, words[i]))
            return true;
    return false;
}

/* How many parts the word before names: "two" thirds, "ein" Drittel; 0: no number. */
static double parts_counted(const struct places *p, const struct numerals *numerals, struct slice before)
{
    static const char *const ones[] = { "a", "one", "ein", "eines", "einem", "einen", "eine" };
    size_t count;
    const struct pair_record *row = pairs_of(lexicon_of(p), numerals->words, before, &count);

    if (is_one_of(before, ones, sizeof ones / sizeof *ones))
        return 1;
    if (row == NULL || count < 2 || !slice_equal(lexicon_text(lexicon_of(p), row[0].value), SLICE("cardinal")))
        return 0;
    struct slice value = lexicon_text(lexicon_of(p), row[1].value);

    return value.len == 1 ? *value.at - '0' : 0;
}

static bool read_fraction(const struct places *p, const struct numerals *numerals, const struct document *doc,
                          uint32_t token, uint32_t first, struct fraction *out)
{
    struct slice word = token_lower(&doc->tokens[token]);
    const char *hyphen = memchr(word.at, '-', word.len);

    if (hyphen == NULL &&
        !set_holds(doc->tokens[token].type->lower_listed, lexicon_of(p)->table_numbers[TABLE_FRACTIONS]))
        return false;
    struct slice before = hyphen != NULL   ? slice_between(word.at, hyphen)
                          : token == first ? (struct slice){ 0 }
                                           : token_lower(&doc->tokens[token - 1]);
    double parts = parts_named(p, hyphen != NULL ? slice_from(word, (size_t)(hyphen + 1 - word.at)) : word), counted;

    if (parts < 2)
        return false;
    if (parts < 3) {
        *out = (struct fraction){ 0.5, token, token };
        return hyphen == NULL;
    }
    counted = parts_counted(p, numerals, before);
    *out = (struct fraction){ counted / parts, token - (hyphen == NULL), token };
    return counted > 0;
}

/* The only fraction of a side; false: none, or several. */
static bool only_fraction(const struct places *p, const struct numerals *numerals, const struct document *doc,
                          struct span tokens, struct fraction *out)
{
    struct fraction next;
    size_t count = 0;

    for (uint32_t i = tokens.start; i < tokens.end; i++)
        if (doc->tokens[i].kind == TOKEN_WORD && read_fraction(p, numerals, doc, i, tokens.start, &next) &&
            count++ == 0)
            *out = next;
    return count == 1;
}

/* "ban" – "Verbot": both languages have the word. */
static bool is_denied_by_both(const struct places *p, uint32_t english)
{
    const struct english_word *word = &p->bilingual->words[english];

    return word->best != NO_ID && word->best_kind >= LINK_DICTIONARY && is_weak_german(&p->negations, word->best);
}

/* Anything that may turn a part of the whole into what is left of it. */
static bool denies(const struct places *p)
{
    if (count_negations(&p->negations, is_english_negation, p->english_first, p->english_end) +
            count_negations(&p->negations, is_german_negation, p->german_first, p->german_end) >
        0)
        return true;
    for (uint32_t i = p->english_first; i < p->english_end; i++)
        if (is_weak_english(&p->negations, i) && !is_denied_by_both(p, i))
            return true;
    for (uint32_t i = p->german_first; i < p->german_end; i++)
        if (is_weak_german(&p->negations, i) &&
            (p->bilingual->german[i].best == NO_ID || !is_denied_by_both(p, p->bilingual->german[i].best)))
            return true;
    return false;
}

static void compare_fractions(const struct places *p)
{
    struct fraction english, german;

    if (!only_fraction(p, &p->german_numerals, p->run->doc, (struct span){ p->german_first, p->german_end }, &german) ||
        !only_fraction(p, &p->english_numerals, p->bilingual->english,
                       (struct span){ p->english_first, p->english_end }, &english) ||
        (english.value < german.value + 1e-6 && german.value < english.value + 1e-6))
        return;
    double both = english.value + german.value;

    if (both > 1 - 1e-6 && both < 1 + 1e-6 && denies(p)) /* "only a third came" – "zwei Drittel kamen nicht" */
        return;
    mark(p, "bilingual/number-word", german.first, german.last,
         english_between(p->bilingual, english.first, english.last));
}

/* ---- hours ---- */

static bool has_part_of_day(const struct places *p)
{
    const struct list_record *list = named_list(lexicon_of(p), LIST_PARTS_OF_THE_DAY);

    for (uint32_t i = p->german_first; i < p->german_end; i++)
        if (p->run->doc->tokens[i].kind == TOKEN_WORD && german_entry(p->run, list, i))
            return true;
    return false;
}

/* "2:30 p.m." – "2.30 Uhr". */
static void compare_hours(const struct places *p)
{
    for (size_t i = 0; i < p->english.count; i++) {
        const struct quantity *english = &p->english.items[i];

        for (size_t j = 0; (english->flags & QUANTITY_AFTERNOON) != 0 && j < p->german.count; j++) {
            const struct quantity *german = &p->german.items[j];

            if (german->values[0] < english->values[0] || german->values[0] > english->values[0] ||
                !text_is(p->run, german->last + 1, "Uhr") || has_part_of_day(p))
                continue;
            mark(p, "bilingual/number", german->first, german->last,
                 english_between(p->bilingual, english->first, english->last));
            return;
        }
    }
}

/* ---- */

static void compare_passage(struct places *p)
{
    p->english.count = p->german.count = 0;
    compare_fractions(p);
    read_quantities(&p->english_numerals, p->bilingual->english, p->english_first, p->english_end, &p->english);
    if (p->english.count == 0 || p->english.count > MOST_QUANTITIES)
        return;
    read_quantities(&p->german_numerals, p->run->doc, p->german_first, p->german_end, &p->german);
    if (p->german.count == 0 || p->german.count > MOST_QUANTITIES)
        return;
    compare_counts(p);
    compare_scores(p);
    compare_winner(p);
    compare_frost(p);
    compare_hours(p);
}

void check_number_places(const struct check_run *run)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    struct places p = {
        .run = run,
        .bilingual = bilingual,
        .english_numerals = numerals_of(&run->context->lexicon, false),
        .german_numerals = numerals_of(&run->context->lexicon, true),
        .english.arena = run->issues->arena,
        .german.arena = run->issues->arena,
        .negations = negations_of(run),
    };

    for (size_t i = 0; bilingual->is_english && i < bilingual->passage_count; i++) {
        p.passage = &bilingual->passages[i];
        if (!is_translation(p.passage) || !is_short_passage(bilingual, run->doc, p.passage))
            continue;
        passage_english(bilingual, p.passage, &p.english_first, &p.english_end);
        passage_german(run->doc, p.passage, &p.german_first, &p.german_end);
        compare_passage(&p);
    }
}
