#include "bilingual/conversions.h"

#include "bilingual/bilingual.h"
#include "checks/places.h"

#include <math.h>

static bool is_near(double value, double wanted, double share)
{
    return fabs(value - wanted) <= wanted * share;
}

/* ---- currencies ---- */

/* What a unit of one of the currencies of words/currencies-of-like-value.txt was worth in another, at most and at
 * least: pound and euro, euro and dollar, franc and pound since 2000 (European Central Bank, reference rates). */
static const double most_worth = 1.75, least_worth = 1 / most_worth;

static struct slice like_currency(const struct lexicon *lexicon, const struct quantity *quantity)
{
    if (quantity->measure_count == 0 ||
        !slice_equal(lexicon_text(lexicon, quantity->measures[0].value), SLICE("currency")))
        return (struct slice){ 0 };
    struct slice name = lexicon_text(lexicon, quantity->measures[1].value);

    return in_word_list(lexicon, LIST_CURRENCIES_OF_LIKE_VALUE, name) ? name : (struct slice){ 0 };
}

/* The same figure before another currency is no exchange, but the wrong currency. */
static bool is_exchanged(const struct lexicon *lexicon, const struct quantity *english, const struct quantity *german)
{
    struct slice from = like_currency(lexicon, english), to = like_currency(lexicon, german);
    double rate = english->values[0] > 0 ? german->values[0] / english->values[0] : 0;

    return from.len > 0 && to.len > 0 && !slice_equal(from, to) && rate >= least_worth && rate <= most_worth &&
           !is_near(rate, 1, 0.01);
}

/* ---- consumption ---- */

/* Miles to a gallon times litres to 100 kilometres: of the US gallon and of the imperial one. */
static const double us_consumption = 235.2, imperial_consumption = 282.5;

static bool is_consumption(const struct check_run *run, const struct quantity *english, const struct quantity *german)
{
    enum { REACH = 5 }; /* "40 miles to the gallon" */
    const struct bilingual *bilingual = run->doc->bilingual;
    const struct document *source = bilingual->english;
    double product = english->values[0] * german->values[0];
    bool gallon = false;

    for (uint32_t i = english->last + 1; i < source->token_count && i <= english->last + REACH; i++)
        gallon = gallon || slice_equal(english_text(bilingual, i), SLICE("mpg")) ||
                 slice_equal(english_text(bilingual, i), SLICE("gallon"));
    if (!gallon || !same_sentence(run, german->last, german->last + 1))
        return false;
    return slice_starts(text_at(run, german->last + 1), SLICE("Liter"))
               ? is_near(product, us_consumption, 0.03) || is_near(product, imperial_consumption, 0.03)
               : (int)german->values[0] == 100 && text_is(run, german->last + 1, "Kilometer");
}

/* ---- rain ---- */

/* "8 inches of rain" – "200 Liter pro Quadratmeter": a litre to a square metre is a millimetre. */
static bool is_rainfall(const struct check_run *run, const struct quantity *english, const struct quantity *german)
{
    static const double millimetres = 25.4; /* in an inch */
    size_t unit = german->last + 1;
    const struct bilingual *bilingual = run->doc->bilingual;

    if (!same_sentence(run, german->last, unit) || !slice_starts(text_at(run, unit), SLICE("Liter")) ||
        english->last + 1 >= bilingual->english->token_count ||
        !slice_starts(english_text(bilingual, english->last + 1), SLICE("inch")))
        return false;
    return is_near(german->values[0], english->values[0] * millimetres, 0.08);
}

/* ---- who is left ---- */

/* "all but three of the 33" – "30 der 33" */
static bool is_left_over(const struct check_run *run, const struct quantity_sides *sides, size_t i,
                         const struct quantity *german)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    const struct quantity *less = &sides->english->items[i];

    if (i + 1 >= sides->english->count || less->first < 2 ||
        !slice_equal(english_text(bilingual, less->first - 1), SLICE("but")))
        return false;
    return is_near(german->values[0], sides->english->items[i + 1].values[0] - less->values[0], 1e-9);
}

/* ---- times and percent ---- */

static bool is_percentage(const struct lexicon *lexicon, const struct quantity *quantity)
{
    return quantity->measure_count > 0 &&
           slice_equal(lexicon_text(lexicon, quantity->measures[1].value), SLICE("percent"));
}

/* "1.6 times" */
static bool is_english_multiple(const struct bilingual *bilingual, const struct quantity *english)
{
    uint32_t next = english->last + 1;

    return next < bilingual->english->token_count && slice_equal(lower_english(bilingual, next), SLICE("times"));
}

/* "1,6-mal", "1,6-fach", "1,6 Mal" */
static bool is_german_multiple(const struct check_run *run, const struct quantity *german)
{
    struct slice word = lower_at(run, german->last);

    return slice_ends(word, SLICE("mal")) || memmem(word.at, word.len, "fach", 4) != NULL ||
           (same_sentence(run, german->last, german->last + 1) &&
            slice_equal(lower_at(run, german->last + 1), SLICE("mal")));
}

/* So many percent are so many times the value: "60 Prozent mehr" or "160 Prozent" of it are 1.6 times it, "20 Prozent
 * weniger" 0.8 times. */
static bool is_same_change(double times, double percent)
{
    enum { ROUNDED = 1 };

    return fabs(fabs(times - 1) * 100 - percent) < ROUNDED || fabs(times * 100 - percent) < ROUNDED;
}

/* "1.6 times as likely" – "um 60 Prozent höher" */
static bool is_change_as_times(const struct check_run *run, const struct quantity *english,
                               const struct quantity *german)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    if (is_percentage(lexicon, german) && is_english_multiple(run->doc->bilingual, english))
        return is_same_change(english->values[0], german->values[0]);
    return is_percentage(lexicon, english) && is_german_multiple(run, german) &&
           is_same_change(german->values[0], english->values[0]);
}

/* ---- fortnights ---- */

/* "every two weeks" – "14-täglich", "vierzehntägig" */
static bool is_fortnight(const struct check_run *run, const struct quantity *english, const struct quantity *german)
{
    enum { WEEKS = 2, DAYS = 14 };
    struct slice word = lower_at(run, german->last);
    const struct bilingual *bilingual = run->doc->bilingual;

    return (int)german->values[0] == DAYS && memmem(word.at, word.len, "täg", strlen("täg")) != NULL &&
           (int)english->values[0] == WEEKS && english->last + 1 < bilingual->english->token_count &&
           slice_starts(lower_english(bilingual, english->last + 1), SLICE("week"));
}

/* ---- units that are not said again ---- */

/* How many German units make the English one of a pair that was converted in the block; 0: none was. */
static double factor_in(const struct lexicon *lexicon, const struct quantity_sides *sides)
{
    for (size_t i = 0; i < sides->english->count; i++)
        for (size_t j = 0; j < sides->german->count; j++) {
            double factor = conversion_factor(lexicon, &sides->english->items[i], &sides->german->items[j]);

            if (factor > 0)
                return factor;
        }
    return 0;
}

bool is_reckoned_over(const struct check_run *run, const struct quantity_sides *sides, const struct quantity *german)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    double factor = german->measures == NULL ? factor_in(lexicon, sides) : 0;

    for (size_t i = 0; i < sides->english->count; i++) {
        const struct quantity *english = &sides->english->items[i];

        if (is_exchanged(lexicon, english, german) || is_consumption(run, english, german) ||
            is_rainfall(run, english, german) || is_left_over(run, sides, i, german) ||
            is_change_as_times(run, english, german) || is_fortnight(run, english, german) ||
            (factor > 0 && is_near(german->values[0], english->values[0] * factor, 0.05)))
            return true;
    }
    return false;
}
