/* Marks numbers that the German has otherwise than the English: changed figures, scales (billion – Milliarde), units,
 * currencies, dates; figures that are lost or added.
 *
 * A number word may be rendered without one ("both", "a decade"), so words count only where a number stands on both
 * sides and they differ. */
#include "bilingual/checks.h"
#include "bilingual/conversions.h"
#include "bilingual/quantities.h"
#include "bilingual/shares.h"
#include "checks/places.h"

#include <math.h>

/* A table of figures in one block is none of an article's; comparing each with each would cost its square. */
#define MOST_QUANTITIES 400

/* The quantities of a block on both sides. */
struct comparison {
    const struct check_run *run;
    struct numerals english_numerals, german_numerals;
    struct quantity_row english, german;
    struct quantity_row all_english, all_german; /* of the whole documents, where they have several blocks */
};

static uint32_t passage_of_english(const struct comparison *comparison, const struct quantity *quantity)
{
    return comparison->run->doc->bilingual->words[quantity->first].passage;
}

static uint32_t passage_of_german(const struct comparison *comparison, const struct quantity *quantity)
{
    return comparison->run->doc->bilingual->german[quantity->first].passage;
}

/* Copied as it is: if it is no German form, another check says so. Of scales that both have the values tell more. */
static bool same_spelling(const struct comparison *comparison, const struct quantity *english,
                          const struct quantity *german)
{
    return (english->flags & german->flags & QUANTITY_SCALED) == 0 &&
           slice_equal(english_text(comparison->run->doc->bilingual, english->first),
                       text_at(comparison->run, german->first));
}

static bool are_equal(const struct comparison *comparison, const struct quantity *english,
                      const struct quantity *german)
{
    return same_quantity(&comparison->run->context->lexicon, english, german) ||
           same_spelling(comparison, english, german);
}

static bool is_rendered(const struct comparison *comparison, const struct quantity *english)
{
    for (size_t i = 0; i < comparison->german.count; i++)
        if (are_equal(comparison, english, &comparison->german.items[i]))
            return true;
    return false;
}

static bool has_original(const struct comparison *comparison, const struct quantity *german)
{
    for (size_t i = 0; i < comparison->english.count; i++)
        if (are_equal(comparison, &comparison->english.items[i], german))
            return true;
    return false;
}

/* The passages of both numbers are one, and its words show that one text translates the other. */
static bool in_one_passage(const struct comparison *comparison, const struct quantity *english,
                           const struct quantity *german)
{
    uint32_t passage = passage_of_german(comparison, german);

    return passage != NO_ID && passage == passage_of_english(comparison, english) &&
           is_translation(&comparison->run->doc->bilingual->passages[passage]);
}

static struct slice english_passage(const struct comparison *comparison, uint32_t passage)
{
    const struct bilingual *bilingual = comparison->run->doc->bilingual;

    return passage == NO_ID ? (struct slice){ 0 } : passage_source(bilingual, &bilingual->passages[passage]);
}

/* From the number to its unit. */
static struct slice english_of(const struct comparison *comparison, const struct quantity *quantity)
{
    uint32_t first = quantity->first, last = quantity->last;

    if (quantity->measure != NO_ID && quantity->measure < first)
        first = quantity->measure;
    if (quantity->measure != NO_ID && quantity->measure > last)
        last = quantity->measure;
    return english_between(comparison->run->doc->bilingual, first, last);
}

/* Says what stands in the English: the passage is the source of the issue. */
static void mark(const struct comparison *comparison, const char *rule, struct span span,
                 const struct quantity *english)
{
    struct issue *issue = report_with_source(comparison->run, rule, span,
                                             english_passage(comparison, passage_of_english(comparison, english)));

    quote_english(comparison->run, issue, english_of(comparison, english));
}

static struct span german_span(const struct comparison *comparison, const struct quantity *quantity)
{
    return tokens_span(comparison->run, quantity->first, quantity->last);
}

/* ---- units ---- */

static size_t count_equal(const struct comparison *comparison, const struct quantity *quantity,
                          const struct quantity_row *others)
{
    size_t count = 0;

    for (size_t i = 0; i < others->count; i++)
        count += same_quantity(&comparison->run->context->lexicon, quantity, &others->items[i]);
    return count;
}

static bool is_area(const struct comparison *comparison, const struct quantity *quantity)
{
    return slice_equal(lexicon_text(&comparison->run->context->lexicon, quantity->measures[0].value), SLICE("area"));
}

/* "1:24 Minuten" for "1 minute 24 seconds": a time of two units in one figure. */
static bool has_two_units(const struct comparison *comparison, const struct quantity *german)
{
    struct slice text = text_at(comparison->run, german->first);

    return memchr(text.at, ':', text.len) != NULL;
}

/* "30 Meter": either may be what is wrong. */
static struct span measured_span(const struct comparison *comparison, const struct quantity *german)
{
    uint32_t first = german->first < german->measure ? german->first : german->measure;
    uint32_t last = german->last > german->measure ? german->last : german->measure;

    return tokens_span(comparison->run, first, last);
}

/* The same number of something else: the only one of its value on both sides. */
static void compare_units(const struct comparison *comparison)
{
    for (size_t i = 0; i < comparison->german.count; i++) {
        const struct quantity *german = &comparison->german.items[i];

        for (size_t j = 0; german->measures != NULL && j < comparison->english.count; j++) {
            const struct quantity *english = &comparison->english.items[j];

            if (((english->flags | german->flags) & QUANTITY_WEAK) != 0 || has_two_units(comparison, german) ||
                !same_quantity(&comparison->run->context->lexicon, english, german) ||
                !units_differ(&comparison->run->context->lexicon, english, german) ||
                !in_one_passage(comparison, english, german) ||
                count_equal(comparison, english, &comparison->german) > 1 ||
                count_equal(comparison, german, &comparison->english) > 1)
                continue;
            mark(comparison, is_area(comparison, german) ? "bilingual/unit-of-area" : "bilingual/unit",
                 measured_span(comparison, german), english);
        }
    }
}

/* ---- rounded numbers ---- */

/* "about 2 billion" for 1.98: how far a number that is called rounded may be from the other. */
#define ROUNDED_WITHIN 0.15

/* How many figures a number has before its noughts: 1980 three, 2000 one. */
static unsigned significant_figures(double value)
{
    unsigned figures = 0;

    if (value <= 0)
        return 0;
    while (value >= 1e7)
        value /= 10;
    while (value < 1e6)
        value *= 10;
    for (long long rest = (long long)(value + 0.5); rest > 0; rest /= 10)
        figures += figures > 0 || rest % 10 != 0;
    return figures;
}

/* "knapp", "mehr als", "an die" right before the number. */
static bool is_called_rounded(const struct comparison *comparison, const struct quantity *german)
{
    uint32_t token = german->first, first = (uint32_t)sentence_first(comparison->run, token);

    for (uint32_t i = token; i > first && i + 3 > token; i--)
        if (in_list_lower(comparison->run, LIST_APPROXIMATORS, i - 1))
            return true;
    return false;
}

/* "knapp zwei Milliarden" for 1.98 billion: the German number says that it is rounded, and has fewer figures. */
static bool is_rounded(const struct comparison *comparison, const struct quantity *german)
{
    if (!is_called_rounded(comparison, german))
        return false;
    for (size_t i = 0; i < comparison->english.count; i++) {
        double english = comparison->english.items[i].values[0], value = german->values[0];
        double difference = english > value ? english - value : value - english;

        if (difference <= english * ROUNDED_WITHIN && significant_figures(value) < significant_figures(english))
            return true;
    }
    return false;
}

/* ---- values ---- */

static bool is_power_of_thousand(double ratio)
{
    return (ratio > 999.99 && ratio < 1000.01) || (ratio > 999999 && ratio < 1000001) ||
           (ratio > 0.00099999 && ratio < 0.0010001) || (ratio > 9.9999e-7 && ratio < 1.00001e-6);
}

/* How alike two numbers are that are not the same: those that count the same thing, or differ in their scale alone. */
static int likeness(const struct comparison *comparison, const struct quantity *english, const struct quantity *german)
{
    int sum = 0;

    if (english->measures != NULL && german->measures != NULL)
        sum += units_differ(&comparison->run->context->lexicon, english, german) ? 0 : 2;
    if (german->values[0] > 0 && is_power_of_thousand(english->values[0] / german->values[0]))
        sum += 4;
    sum += (english->flags & QUANTITY_DIGITS) == (german->flags & QUANTITY_DIGITS);
    sum += (english->flags & QUANTITY_ORDINAL) == (german->flags & QUANTITY_ORDINAL);
    return sum;
}

/* The English number without German equal in the passage that the German one most likely stands for; NULL: none.
 * used: those that are taken. */
static const struct quantity *likely_original(const struct comparison *comparison, const struct quantity *german,
                                              bool *used)
{
    const struct quantity *best = NULL;
    int most = -1;
    size_t index = 0;

    for (size_t i = 0; i < comparison->english.count; i++) {
        const struct quantity *english = &comparison->english.items[i];

        if (used[i] || (english->flags & QUANTITY_WEAK) != 0 || !in_one_passage(comparison, english, german) ||
            is_rendered(comparison, english))
            continue;
        int alike = likeness(comparison, english, german);

        if (alike > most) {
            most = alike;
            best = english;
            index = i;
        }
    }
    if (best != NULL)
        used[index] = true;
    return best;
}

static const char *rule_for(const struct quantity *english, const struct quantity *german)
{
    if (german->values[0] > 0 && is_power_of_thousand(english->values[0] / german->values[0]))
        return "bilingual/scale";
    return (english->flags & german->flags & QUANTITY_DIGITS) != 0 ? "bilingual/number" : "bilingual/number-word";
}

static bool is_separator(const struct comparison *comparison, uint32_t token)
{
    return text_is(comparison->run, token, ",") || text_is(comparison->run, token, ".") ||
           text_is(comparison->run, token, ":");
}

static bool is_figure(const struct comparison *comparison, uint32_t token)
{
    return token < comparison->run->doc->token_count && comparison->run->doc->tokens[token].kind == TOKEN_NUMBER;
}

/* "9, 4" for 9.4: a number that was torn apart is no other number. */
static bool is_torn(const struct comparison *comparison, const struct quantity *german)
{
    uint32_t token = german->first;
    struct slice text = text_at(comparison->run, token);
    bool stop = text.len > 0 && text.at[text.len - 1] == '.';

    return (stop && is_figure(comparison, token + 1)) ||
           (is_separator(comparison, token + 1) && is_figure(comparison, token + 2)) ||
           (token > 1 && is_separator(comparison, token - 1) && is_figure(comparison, token - 2));
}

/* Both begin their texts: numbers of sections and items. */
static bool are_item_numbers(const struct comparison *comparison, const struct quantity *english,
                             const struct quantity *german)
{
    const struct document *doc = comparison->run->doc, *source = doc->bilingual->english;

    return (english->flags & german->flags & QUANTITY_DIGITS) != 0 &&
           doc->sentences[doc->tokens[german->first].sentence].first_token == german->first &&
           source->sentences[source->tokens[english->first].sentence].first_token == english->first;
}

/* "18 | und 19 Uhr", "18 | Uhr" */
static bool is_before_uhr(const struct check_run *run, uint32_t token)
{
    bool range = text_is(run, token, "und") || text_is(run, token, "bis");

    return text_is(run, token + (range ? 2 : 0), "Uhr");
}

/* "15 Uhr" for "three": the German hour of the afternoon is the English one, though nothing says which half of the day
 * it is of. */
static bool is_hour_of_afternoon(const struct comparison *comparison, const struct quantity *german)
{
    if (german->values[0] < 13 || german->values[0] > 24 || !is_before_uhr(comparison->run, german->last + 1))
        return false;
    for (size_t i = 0; i < comparison->english.count; i++)
        if ((int)comparison->english.items[i].values[0] + 12 == (int)german->values[0] &&
            in_one_passage(comparison, &comparison->english.items[i], german))
            return true;
    return false;
}

static bool has_value(const struct quantity_row *row, int value)
{
    for (size_t i = 0; i < row->count; i++)
        if ((int)row->items[i].values[0] == value)
            return true;
    return false;
}

/* "zero to 60" – "von null auf 100": each country counts to its own round number. */
static bool is_from_nought(const struct comparison *comparison, const struct quantity *german)
{
    enum { MILES = 60, KILOMETRES = 100 };

    return (int)german->values[0] == KILOMETRES && has_value(&comparison->english, MILES) &&
           has_value(&comparison->english, 0) &&
           (has_value(&comparison->german, 0) ||
            (german->first > 0 && text_is(comparison->run, german->first - 1, "Tempo")));
}

/* "beim Stand von 14:13", "nach 0:2-Rückstand": the score of another moment than that of the English. */
static bool is_score_on_the_way(const struct comparison *comparison, const struct quantity *german)
{
    uint32_t first = (uint32_t)sentence_first(comparison->run, german->first);
    struct slice score = text_at(comparison->run, german->first);

    if (memchr(score.at, ':', score.len) == NULL)
        return false;
    for (uint32_t i = german->first; i > first && i + 2 > german->first; i--)
        if (slice_ends(lower_at(comparison->run, i - 1), SLICE("stand")))
            return true;
    return slice_ends(lower_at(comparison->run, german->first), SLICE("stand"));
}

/* "0.03 seconds" – "drei Hundertstelsekunden". */
static bool is_part_of_second(const struct comparison *comparison, const struct quantity *german)
{
    static const struct {
        const char *first;
        double parts;
    } units[] = { { "zehntel", 10 }, { "hundertstel", 100 }, { "tausendstel", 1000 } };

    if (!same_sentence(comparison->run, german->last, german->last + 1))
        return false;
    struct slice unit = lower_at(comparison->run, german->last + 1);

    double parts = 0;

    for (size_t u = 0; u < sizeof units / sizeof *units; u++)
        if (slice_starts(unit, slice_of(units[u].first)))
            parts = units[u].parts;
    for (size_t i = 0; parts > 0 && i < comparison->english.count; i++)
        if (fabs(comparison->english.items[i].values[0] * parts - german->values[0]) < 0.01)
            return true;
    return false;
}

/* A row of a whole document has the quantity; small numbers stand in any. */
static bool stands_in(const struct comparison *comparison, const struct quantity_row *row,
                      const struct quantity *wanted)
{
    enum { SMALL = 12 };

    if (wanted->values[0] <= SMALL)
        return false;
    for (size_t i = 0; i < row->count; i++)
        if (same_quantity(&comparison->run->context->lexicon, wanted, &row->items[i]))
            return true;
    return false;
}

/* "Betrug an 600 Kirchgängern" over an article, for "$38 million fraud": a free headline takes its number from further
 * down, where the German has the other one. */
static bool has_only_moved(const struct comparison *comparison, const struct quantity *english,
                           const struct quantity *german)
{
    return stands_in(comparison, &comparison->all_english, german) &&
           stands_in(comparison, &comparison->all_german, english);
}

static void compare_values(const struct comparison *comparison)
{
    bool *used = arena_array(comparison->run->issues->arena, comparison->english.count + 1, sizeof *used);
    const struct quantity_sides sides = { &comparison->english, &comparison->german };

    for (size_t i = 0; i < comparison->german.count; i++) {
        const struct quantity *german = &comparison->german.items[i], *english;

        if ((german->flags & QUANTITY_WEAK) != 0 || has_original(comparison, german) ||
            is_rounded(comparison, german) || is_hour_of_afternoon(comparison, german) ||
            is_score_on_the_way(comparison, german) || is_from_nought(comparison, german) ||
            is_part_of_second(comparison, german) || is_reckoned_over(comparison->run, &sides, german))
            continue;
        english = likely_original(comparison, german, used);
        if (english != NULL && !is_torn(comparison, german) && !are_item_numbers(comparison, english, german) &&
            !has_only_moved(comparison, english, german) &&
            !renders_share(comparison->run,
                           &comparison->run->doc->bilingual->passages[passage_of_german(comparison, german)], german))
            mark(comparison, rule_for(english, german), german_span(comparison, german), english);
    }
}

/* ---- multiples ---- */

/* A number of the row that says the same; ordinals say nothing of how many times ("in the second half"). */
static bool is_said(const struct comparison *comparison, const struct quantity *wanted, const struct quantity_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if ((row->items[i].flags & QUANTITY_ORDINAL) == 0 &&
            same_quantity(&comparison->run->context->lexicon, wanted, &row->items[i]))
            return true;
    return false;
}

/* "tripled" – "verdoppelt": the one multiple of either side, and no number beside it that says the same. */
static void compare_multiples(const struct comparison *comparison)
{
    for (size_t i = 0; i < comparison->german.count; i++) {
        const struct quantity *german = &comparison->german.items[i];

        for (size_t j = 0; (german->flags & QUANTITY_MULTIPLE) != 0 && j < comparison->english.count; j++) {
            const struct quantity *english = &comparison->english.items[j];

            if ((english->flags & QUANTITY_MULTIPLE) == 0 || !in_one_passage(comparison, english, german) ||
                is_said(comparison, english, &comparison->german) || is_said(comparison, german, &comparison->english))
                continue;
            mark(comparison, "bilingual/number-word", german_span(comparison, german), english);
            break;
        }
    }
}

/* ---- months and days of the week ---- */

struct calendar_range {
    const struct numerals *numerals;
    const struct document *doc;
    uint32_t first, end;
};

static const struct pair_record *calendar_name_at(const struct comparison *comparison,
                                                  const struct calendar_range *range, uint32_t token)
{
    return calendar_name(range->numerals, comparison->run->issues->arena, range->doc, token);
}

/* The token of a range that is, or with same false is not, this name, of the same dimension; NO_ID: none. */
static uint32_t find_calendar_name(const struct comparison *comparison, const struct calendar_range *range,
                                   const struct pair_record *name, bool same)
{
    const struct lexicon *lexicon = &comparison->run->context->lexicon;

    for (uint32_t i = range->first; i < range->end; i++) {
        const struct pair_record *other = calendar_name_at(comparison, range, i);

        if (other != NULL && slice_equal(lexicon_text(lexicon, other[0].value), lexicon_text(lexicon, name[0].value)) &&
            same_calendar_name(lexicon, other, name) == same)
            return i;
    }
    return NO_ID;
}

/* "in der Nacht zum Mittwoch" is Tuesday night in English, or the night to Wednesday. */
static bool ends_a_night(const struct check_run *run, uint32_t token)
{
    return token >= 2 && text_is(run, token - 2, "Nacht") &&
           (text_is(run, token - 1, "zum") || text_is(run, token - 1, "zu") || text_is(run, token - 1, "auf"));
}

/* "7 June" – "7. Juli": the German name stands nowhere in the English, and an English one nowhere in the German. */
static void compare_calendar(const struct comparison *comparison, const struct passage *passage)
{
    const struct bilingual *bilingual = comparison->run->doc->bilingual;
    struct calendar_range english = { &comparison->english_numerals, bilingual->english, 0, 0 };
    struct calendar_range german = { &comparison->german_numerals, comparison->run->doc, 0, 0 };
    const struct pair_record *name, *other;

    passage_english(bilingual, passage, &english.first, &english.end);
    passage_german(comparison->run->doc, passage, &german.first, &german.end);
    for (uint32_t i = german.first; i < german.end; i++) {
        if ((name = calendar_name_at(comparison, &german, i)) == NULL || ends_a_night(comparison->run, i) ||
            find_calendar_name(comparison, &english, name, true) != NO_ID)
            continue;
        for (uint32_t j = english.first; j < english.end; j++)
            if ((other = calendar_name_at(comparison, &english, j)) != NULL &&
                slice_equal(lexicon_text(bilingual->lexicon, other[0].value),
                            lexicon_text(bilingual->lexicon, name[0].value)) &&
                find_calendar_name(comparison, &german, other, true) == NO_ID) {
                const struct quantity original = { .first = j, .last = j, .measure = NO_ID };

                mark(comparison, "bilingual/date", german.doc->tokens[i].span, &original);
                break;
            }
    }
}

/* ---- */

static void compare_block(struct comparison *comparison, const struct passage *block)
{
    const struct bilingual *bilingual = comparison->run->doc->bilingual;
    uint32_t first, end;

    comparison->english.count = comparison->german.count = 0;
    passage_english(bilingual, block, &first, &end);
    read_quantities(&comparison->english_numerals, bilingual->english, first, end, &comparison->english);
    passage_german(comparison->run->doc, block, &first, &end);
    read_quantities(&comparison->german_numerals, comparison->run->doc, first, end, &comparison->german);
    if (comparison->english.count > MOST_QUANTITIES || comparison->german.count > MOST_QUANTITIES)
        return;
    compare_values(comparison);
    compare_units(comparison);
    compare_multiples(comparison);
}

void check_numbers(const struct check_run *run)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    struct comparison comparison = {
        .run = run,
        .english_numerals = numerals_of(&run->context->lexicon, false),
        .german_numerals = numerals_of(&run->context->lexicon, true),
        .english.arena = run->issues->arena,
        .german.arena = run->issues->arena,
        .all_english.arena = run->issues->arena,
        .all_german.arena = run->issues->arena,
    };

    if (!bilingual->is_english)
        return;
    if (bilingual->block_count > 1) {
        read_quantities(&comparison.english_numerals, bilingual->english, 0, (uint32_t)bilingual->english->token_count,
                        &comparison.all_english);
        read_quantities(&comparison.german_numerals, run->doc, 0, (uint32_t)run->doc->token_count,
                        &comparison.all_german);
    }
    for (size_t i = 0; i < bilingual->block_count; i++)
        compare_block(&comparison, &bilingual->blocks[i]);
    for (size_t i = 0; i < bilingual->passage_count; i++)
        compare_calendar(&comparison, &bilingual->passages[i]);
}
