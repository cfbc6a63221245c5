/* Marks numbers that are told by a phrase and have become another one: "scores of fans" – "20 Fans", "a woman in her
 * sixties" – "60 Jahre alt", "a year and a half" – "ein halbes Jahr", "nine out of ten" – "neun Prozent", "5-2" –
 * "5:3", "the A7" – "die A5". numbers.c compares figures and number words one by one. */
#include "bilingual/number_phrases.h"

#include "bilingual/shares.h"
#include "bilingual/wording.h"
#include "checks/places.h"

enum {
    MOST_QUANTITIES = 20, /* of one sentence: more are a table */
    NOUN_WITHIN = 4,      /* tokens from a number to what it counts */
};

/* ---- words and numbers ---- */

struct slice english_word_at(const struct number_pair *p, uint32_t token)
{
    return token >= p->english_first && token < p->english_end ? lower_english(p->bilingual, token)
                                                               : (struct slice){ 0 };
}

struct slice german_word_at(const struct number_pair *p, uint32_t token)
{
    return token >= p->german_first && token < p->german_end ? lower_at(p->run, token) : (struct slice){ 0 };
}

static double value_at(const struct quantity_row *row, uint32_t token)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->items[i].first <= token && token <= row->items[i].last)
            return row->items[i].values[0];
    return 0;
}

double english_number_at(const struct number_pair *p, uint32_t token)
{
    return value_at(&p->english, token);
}

double german_number_at(const struct number_pair *p, uint32_t token)
{
    return value_at(&p->german, token);
}

bool is_value(double a, double b)
{
    double difference = a > b ? a - b : b - a;

    return difference < 1e-6;
}

bool row_has_value(const struct quantity_row *row, double value)
{
    for (size_t i = 0; i < row->count; i++)
        for (uint8_t j = 0; j < row->items[i].value_count; j++)
            if (is_value(row->items[i].values[j], value))
                return true;
    return false;
}

void mark_number(const struct number_pair *p, const char *rule, uint32_t first, uint32_t last, uint32_t english_first,
                 uint32_t english_last)
{
    struct issue *issue =
        report_with_source(p->run, rule, tokens_span(p->run, first, last), passage_source(p->bilingual, p->passage));

    quote_english(p->run, issue, english_between(p->bilingual, english_first, english_last));
}

/* ---- numbers that are none: "dozens", "Tausende" ---- */

static const struct pair_record *vague_german(const struct number_pair *p, uint32_t token)
{
    size_t count;

    return pairs_of(p->bilingual->lexicon, named_table(p->bilingual->lexicon, TABLE_VAGUE_NUMBERS),
                    german_word_at(p, token), &count);
}

/* "Dutzende", "viele", "zahlreiche": the German counts vaguely too. */
static bool is_vague_in_german(const struct number_pair *p)
{
    for (uint32_t i = p->german_first; i < p->german_end; i++)
        if (vague_german(p, i) != NULL || in_list_lower(p->run, LIST_VAGUE_COUNTS, i))
            return true;
    return false;
}

/* The German for the noun that the English counts from the token on; NO_ID: none, or no noun. */
static uint32_t counted_noun(const struct number_pair *p, uint32_t token)
{
    for (uint32_t i = token; i < p->english_end && i < token + NOUN_WITHIN; i++) {
        const struct english_word *word = &p->bilingual->words[i];

        if (p->bilingual->english->tokens[i].kind != TOKEN_WORD)
            return NO_ID;
        if ((word->flags & ENGLISH_CONTENT) != 0 && word->best != NO_ID && word->best >= p->german_first &&
            word->best < p->german_end && is_capitalised(&p->run->doc->tokens[word->best]))
            return word->best;
    }
    return NO_ID;
}

/* The word before the noun and its adjectives. */
static uint32_t before_noun(const struct number_pair *p, uint32_t noun)
{
    const struct token *tokens = p->run->doc->tokens;

    while (noun > p->german_first && token_is(&tokens[noun - 1], POS_ADJECTIVE) &&
           (tokens[noun - 1].flags & TOKEN_CAPITAL) == 0 && german_number_at(p, noun - 1) <= 0)
        noun--;
    return noun > p->german_first ? noun - 1 : NO_ID;
}

/* "über hundert", "mehrere hundert": a word before the number makes it less than sure. */
static bool is_about(const struct number_pair *p, uint32_t token)
{
    for (uint32_t i = token; i > p->german_first && i + 2 > token; i--)
        if (in_list_lower(p->run, LIST_APPROXIMATORS, i - 1) || in_list_lower(p->run, LIST_VAGUE_COUNTS, i - 1))
            return true;
    return false;
}

/* "scores of fans" – "20 Fans", "hundreds of villagers" – "hundert Dorfbewohner". */
static void compare_vague(const struct number_pair *p)
{
    for (uint32_t i = p->english_first; i < p->english_end; i++) {
        size_t count;
        uint32_t words = 1, noun, number;

        if (english_row(p->run, named_table(p->bilingual->lexicon, TABLE_VAGUE_NUMBERS), i, p->english_end, &count,
                        &words) == NULL ||
            english_number_at(p, i) > 0 || (i > p->english_first && english_number_at(p, i - 1) > 0))
            continue;
        noun = counted_noun(p, i + words);
        number = noun == NO_ID ? NO_ID : before_noun(p, noun);
        if (number == NO_ID || german_number_at(p, number) < 10 || is_about(p, number) || is_vague_in_german(p) ||
            row_has_value(&p->english, german_number_at(p, number)))
            return;
        bool dozen = slice_is(german_word_at(p, number), "dutzend") && number > p->german_first;

        mark_number(p, "bilingual/number-word", number - dozen, number, i, i + words - 1);
        return;
    }
}

/* "a dozen", "a hundred": the number that it is; 0: none. */
static double round_number_at(const struct number_pair *p, uint32_t token)
{
    struct slice before = token > p->english_first ? english_word_at(p, token - 1) : (struct slice){ 0 };
    struct slice two = token > p->english_first + 1 ? english_word_at(p, token - 2) : (struct slice){ 0 };

    if ((!slice_is(before, "a") && !slice_is(before, "one")) || slice_is(two, "than") || slice_is(two, "over") ||
        slice_is(two, "half") || slice_is(two, "of"))
        return 0;
    return numeral_of(&p->english_numerals, english_word_at(p, token)).kind == KIND_SCALE ? english_number_at(p, token)
                                                                                          : 0;
}

/* "Hunderte" is read as a hundred too; another number of the value counts. */
static bool is_value_elsewhere(const struct number_pair *p, double value, uint32_t token)
{
    for (size_t i = 0; i < p->german.count; i++)
        if (p->german.items[i].first != token && is_value(p->german.items[i].values[0], value))
            return true;
    return false;
}

/* "a dozen demonstrators" – "Dutzende Demonstranten". */
static void compare_round(const struct number_pair *p)
{
    const struct list_record *table = named_table(p->bilingual->lexicon, TABLE_VAGUE_NUMBERS);
    size_t count;

    for (uint32_t i = p->english_first; i < p->english_end; i++)
        if (english_row(p->run, table, i, p->english_end, &count, NULL) != NULL)
            return;
    for (uint32_t i = p->english_first; i < p->english_end; i++) {
        double value = round_number_at(p, i);
        uint32_t noun = value > 0 ? counted_noun(p, i + 1) : NO_ID;
        uint32_t number = noun == NO_ID ? NO_ID : before_noun(p, noun);

        if (number == NO_ID)
            continue;
        if (text_is(p->run, number, "von") && number > p->german_first)
            number--;
        const struct pair_record *row = vague_german(p, number);

        if (row == NULL || !is_value(number_of(lexicon_text(p->bilingual->lexicon, row[0].value)), value) ||
            is_value_elsewhere(p, value, number))
            continue;
        mark_number(p, "bilingual/number-word", number, number, i - 1, i);
        return;
    }
}

/* ---- decades of a life ---- */

/* "her sixties", "his mid-60s": the decade; 0: none. */
static double decade_at(const struct number_pair *p, uint32_t token)
{
    double value = english_number_at(p, token);
    struct slice word = english_word_at(p, token);
    uint32_t before = token;

    if (value < 20 || value > 90 || !slice_ends(word, SLICE("s")) || (uint32_t)value % 10 != 0)
        return 0;
    while (before > p->english_first && before + 2 > token &&
           !lower_in_list(p->bilingual->lexicon, LIST_ENGLISH_POSSESSIVES, &p->bilingual->english->tokens[before - 1]))
        before--;
    return before > p->english_first && lower_in_list(p->bilingual->lexicon, LIST_ENGLISH_POSSESSIVES,
                                                      &p->bilingual->english->tokens[before - 1])
               ? value
               : 0;
}

/* "von 60 Jahren", "60-jährige": just so old. */
static bool is_exact_age(const struct number_pair *p, const struct quantity *german)
{
    struct slice word = german_word_at(p, german->first), next = german_word_at(p, german->last + 1);
    struct slice before = german->first > p->german_first ? german_word_at(p, german->first - 1) : (struct slice){ 0 };
    struct slice two = german->first > p->german_first + 1 ? german_word_at(p, german->first - 2) : (struct slice){ 0 };

    if (is_about(p, german->first) || slice_is(before, "um") || (slice_is(before, "die") && slice_is(two, "um")) ||
        slice_is(before, "ende") || slice_is(before, "anfang") || slice_is(before, "mitte") ||
        slice_is(before, "zwischen") || slice_is(before, "ab") || slice_is(before, "und") || slice_is(before, "bis"))
        return false;
    bool figures = word.len > 0 && *word.at >= '0' && *word.at <= '9';

    /* "60-jährige" behind its figures; "60er" is no age */
    while (word.len > 0 && ((*word.at >= '0' && *word.at <= '9') || *word.at == '-'))
        word = slice_from(word, 1);
    if (slice_starts(word, SLICE("jährig")))
        return true;
    return (word.len == 0 || !figures) && (slice_is(next, "jahre") || slice_is(next, "jahren"));
}

static void compare_decades(const struct number_pair *p)
{
    for (uint32_t i = p->english_first; i < p->english_end; i++) {
        double decade = decade_at(p, i);

        for (size_t j = 0; decade > 0 && j < p->german.count; j++) {
            const struct quantity *german = &p->german.items[j];

            if (!is_value(german->values[0], decade) || !is_exact_age(p, german))
                continue;
            uint32_t last =
                german->last + (slice_starts(german_word_at(p, german->last + 1), SLICE("jahre")) ? 1u : 0u);

            mark_number(p, "bilingual/number-word", german->first, last, i > p->english_first ? i - 1 : i, i);
            return;
        }
    }
}

/* ---- times ---- */

/* "zum dritten Mal", "erneut": the German tells how often. */
static bool tells_times(const struct number_pair *p)
{
    for (uint32_t i = p->german_first; i < p->german_end; i++)
        if (in_list_lower(p->run, LIST_TIMES_TOLD, i) || slice_ends(german_word_at(p, i), SLICE("mal")) ||
            slice_ends(german_word_at(p, i), SLICE("mals")) || slice_ends(german_word_at(p, i), SLICE("malige")))
            return true;
    return false;
}

/* "for the third time this year" – "in diesem Jahr": the German says nothing of the times before. */
static void compare_times(const struct number_pair *p)
{
    for (uint32_t i = p->english_first; i + 4 < p->english_end; i++) {
        double times = english_number_at(p, i + 2);
        uint32_t german = NO_ID;

        if (!slice_is(english_word_at(p, i), "for") || !slice_is(english_word_at(p, i + 1), "the") || times < 2 ||
            !slice_is(english_word_at(p, i + 3), "time") || row_has_value(&p->german, times) || tells_times(p))
            continue;
        for (uint32_t j = i + 4; german == NO_ID && j < p->english_end; j++)
            german = p->bilingual->words[j].best;
        for (uint32_t j = i; german == NO_ID && j > p->english_first; j--)
            german = p->bilingual->words[j - 1].best;
        if (german != NO_ID && german >= p->german_first && german < p->german_end)
            mark_number(p, "bilingual/omission", german, german, i, i + 3);
        return;
    }
}

/* ---- halves ---- */

/* "a year and a half", "one and a half years": the token of the unit; NO_ID: none. */
static uint32_t unit_and_a_half(const struct number_pair *p, uint32_t half)
{
    if (half < p->english_first + 4 || !slice_is(english_word_at(p, half), "half") ||
        !slice_is(english_word_at(p, half - 1), "a") || !slice_is(english_word_at(p, half - 2), "and"))
        return NO_ID;
    if (slice_is(english_word_at(p, half - 3), "one"))
        return half + 1 < p->english_end ? half + 1 : NO_ID;
    return slice_is(english_word_at(p, half - 4), "a") || slice_is(english_word_at(p, half - 4), "an") ? half - 3
                                                                                                       : NO_ID;
}

static bool same_dimension(const struct number_pair *p, uint32_t english, uint32_t german)
{
    size_t left_count, right_count;
    const struct pair_record *left =
        measures_of(&p->english_numerals, p->run->issues->arena, english_word_at(p, english), &left_count);
    const struct pair_record *right =
        measures_of(&p->german_numerals, p->run->issues->arena, german_word_at(p, german), &right_count);

    return left != NULL && right != NULL &&
           slice_equal(lexicon_text(p->bilingual->lexicon, left[0].value),
                       lexicon_text(p->bilingual->lexicon, right[0].value));
}

/* "a year and a half" – "ein halbes Jahr". */
static void compare_halves(const struct number_pair *p)
{
    for (uint32_t i = p->english_first; i < p->english_end; i++) {
        uint32_t unit = unit_and_a_half(p, i);

        for (uint32_t j = p->german_first; unit != NO_ID && j + 1 < p->german_end; j++)
            if (slice_starts(german_word_at(p, j), SLICE("halbe")) && same_dimension(p, unit, j + 1) &&
                (j == p->german_first || slice_starts(german_word_at(p, j - 1), SLICE("ein")))) {
                mark_number(p, "bilingual/number-word", j, j + 1, i - 3, i);
                return;
            }
    }
}

/* "twice as many" – "halb so viele", "half as many" – "doppelt so viele". */
static void compare_multiples(const struct number_pair *p)
{
    for (uint32_t i = p->english_first; i + 1 < p->english_end; i++) {
        bool twice = slice_is(english_word_at(p, i), "twice"), half = slice_is(english_word_at(p, i), "half");

        if ((!twice && !half) || !slice_is(english_word_at(p, i + 1), "as"))
            continue;
        for (uint32_t j = p->german_first; j + 1 < p->german_end; j++)
            if (slice_is(german_word_at(p, j + 1), "so") &&
                slice_is(german_word_at(p, j), twice ? "halb" : "doppelt")) {
                mark_number(p, "bilingual/number-word", j, j + 1, i, i + 1);
                return;
            }
        return;
    }
}

/* ---- percent ---- */

static bool is_percentage(const struct number_pair *p, const struct quantity *quantity)
{
    return quantity->measures != NULL &&
           slice_is(lexicon_text(p->bilingual->lexicon, quantity->measures[0].value), "share");
}

static bool speaks_of_percent(const struct number_pair *p)
{
    for (size_t i = 0; i < p->english.count; i++)
        if (is_percentage(p, &p->english.items[i]))
            return true;
    for (uint32_t i = p->english_first; i < p->english_end; i++)
        if (slice_starts(english_word_at(p, i), SLICE("percent")) || slice_is(english_word_at(p, i), "cent") ||
            slice_is(english_word_at(p, i), "%") || slice_is(english_word_at(p, i), "point") ||
            slice_is(english_word_at(p, i), "points"))
            return true;
    return false;
}

/* "nine out of ten" – "neun Prozent", "sevenfold" – "um sieben Prozent". */
static void compare_percentages(const struct number_pair *p)
{
    for (size_t i = 0; i < p->german.count && !speaks_of_percent(p); i++) {
        const struct quantity *german = &p->german.items[i];

        if (!is_percentage(p, german) || german->measure != german->last + 1 ||
            renders_share(p->run, p->passage, german))
            continue;
        for (size_t j = 0; j < p->english.count; j++) {
            const struct quantity *english = &p->english.items[j];

            if (!is_value(english->values[0], german->values[0]) || english->measures != NULL || english->values[0] < 2)
                continue;
            mark_number(p, "bilingual/unit", german->first, german->measure, english->first, english->last);
            return;
        }
    }
}

/* ---- parts of a whole ---- */

/* "a third of": how many such parts make the whole; 0: the token is no part, or there are several of them. */
static double parts_at(const struct number_pair *p, uint32_t token)
{
    struct slice before = token > p->english_first ? english_word_at(p, token - 1) : (struct slice){ 0 };

    if (!slice_is(english_word_at(p, token + 1), "of") || !(slice_is(before, "a") || slice_is(before, "one")))
        return 0;
    return number_of(table_value(p->run, TABLE_FRACTIONS, english_word_at(p, token), 0));
}

/* The number counts the noun by itself: "drei Filialen", "drei seiner Filialen". */
static bool counts_noun(const struct number_pair *p, const struct quantity *number, uint32_t noun)
{
    return number->measures == NULL && noun > number->last && noun <= number->last + 2 && !is_about(p, number->first) &&
           numeral_of(&p->german_numerals, german_word_at(p, number->first)).kind == KIND_CARDINAL;
}

/* The English has the number elsewhere than in this word, which may be read as an ordinal. */
static bool has_number_elsewhere(const struct number_pair *p, double value, uint32_t token)
{
    for (size_t i = 0; i < p->english.count; i++)
        if (is_value(p->english.items[i].values[0], value) && p->english.items[i].last != token)
            return true;
    return false;
}

/* "a third of its branches" – "drei ihrer Filialen". */
static void compare_fractions(const struct number_pair *p)
{
    for (uint32_t i = p->english_first; i < p->english_end; i++) {
        double parts = parts_at(p, i);
        uint32_t noun = parts > 2 && !has_number_elsewhere(p, parts, i) ? counted_noun(p, i + 2) : NO_ID;

        for (size_t j = 0; noun != NO_ID && j < p->german.count; j++) {
            const struct quantity *german = &p->german.items[j];

            if (!is_value(german->values[0], parts) || !counts_noun(p, german, noun) ||
                renders_share(p->run, p->passage, german))
                continue;
            mark_number(p, "bilingual/number-word", german->first, noun, i - 1, i);
            return;
        }
    }
}

/* ---- two weeks ---- */

static bool speaks_of_two(const struct number_pair *p)
{
    for (uint32_t i = p->german_first; i < p->german_end; i++)
        if (german_number_at(p, i) >= 2 || slice_starts(german_word_at(p, i), SLICE("zwei")) ||
            slice_starts(german_word_at(p, i), SLICE("halb")))
            return true;
    return false;
}

/* "a fortnight" – "eine Woche". */
static void compare_fortnight(const struct number_pair *p)
{
    for (uint32_t i = p->english_first; i < p->english_end; i++) {
        if (!slice_starts(english_word_at(p, i), SLICE("fortnight")))
            continue;
        for (uint32_t j = p->german_first; j + 1 < p->german_end && !speaks_of_two(p); j++)
            if (slice_starts(german_word_at(p, j), SLICE("eine")) && slice_is(german_word_at(p, j + 1), "woche")) {
                mark_number(p, "bilingual/number-word", j, j + 1, i, i);
                return;
            }
        return;
    }
}

/* ---- */

static void compare_pair(struct number_pair *p)
{
    passage_english(p->bilingual, p->passage, &p->english_first, &p->english_end);
    passage_german(p->run->doc, p->passage, &p->german_first, &p->german_end);
    p->english.count = p->german.count = 0;
    read_quantities(&p->english_numerals, p->bilingual->english, p->english_first, p->english_end, &p->english);
    read_quantities(&p->german_numerals, p->run->doc, p->german_first, p->german_end, &p->german);
    compare_codes(p);
    compare_time_phrases(p);
    if (p->english.count > MOST_QUANTITIES || p->german.count > MOST_QUANTITIES)
        return;
    compare_vague(p);
    compare_round(p);
    compare_decades(p);
    compare_times(p);
    compare_halves(p);
    compare_multiples(p);
    compare_percentages(p);
    compare_fractions(p);
    compare_fortnight(p);
    compare_only_scores(p);
    compare_parts(p);
    compare_dollars(p);
}

void check_number_phrases(const struct check_run *run)
{
    struct number_pair p = {
        .run = run,
        .bilingual = run->doc->bilingual,
        .english_numerals = numerals_of(&run->context->lexicon, false),
        .german_numerals = numerals_of(&run->context->lexicon, true),
        .english.arena = run->issues->arena,
        .german.arena = run->issues->arena,
    };

    for (size_t i = 0; p.bilingual->is_english && i < p.bilingual->passage_count; i++) {
        p.passage = &p.bilingual->passages[i];
        if (is_sentence_pair(p.passage) && is_short_passage(p.bilingual, run->doc, p.passage))
            compare_pair(&p);
    }
}
