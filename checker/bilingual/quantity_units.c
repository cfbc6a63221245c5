/* Compares quantities: in one unit, and converted from one into another. */
#include "bilingual/number_words.h"

#include <math.h>

/* Dimension and unit of a measure. */
struct measure {
    struct slice dimension, unit;
};

static struct measure measure_at(const struct lexicon *lexicon, const struct quantity *quantity, size_t i)
{
    return (struct measure){ lexicon_text(lexicon, quantity->measures[2 * i].value),
                             lexicon_text(lexicon, quantity->measures[2 * i + 1].value) };
}

static bool about_equal(double a, double b, double tolerance)
{
    double difference = a > b ? a - b : b - a, larger = a > b ? a : b;

    return difference <= larger * tolerance;
}

/* A unit that is a factor: "1609.344"; 0 for names of units. */
static double factor_of(struct slice unit)
{
    return unit.len > 0 && unit.at[0] >= '0' && unit.at[0] <= '9' ? number_of(unit) : 0;
}

static bool same_unit(struct slice a, struct slice b)
{
    double left = factor_of(a), right = factor_of(b);

    return slice_equal(a, b) || (left > 0 && right > 0 && about_equal(left, right, 0.15));
}

/* Degrees below zero are "minus" before the number, which the quantity does not hold: 14 °F are 10 of them. */
static double in_base_unit(double value, struct slice unit)
{
    if (slice_equal(unit, SLICE("fahrenheit")))
        return fabs(value - 32) / 1.8;
    return factor_of(unit) > 0 ? value * factor_of(unit) : value;
}

/* "minus 22 degrees Fahrenheit" – "minus 30 Grad": the signs stand before the quantities. */
static bool is_below_nought(double value, struct slice unit, double celsius)
{
    return slice_equal(unit, SLICE("fahrenheit")) && about_equal((value + 32) / 1.8, celsius, 0.04);
}

static bool is_of_calendar(struct slice dimension)
{
    return slice_equal(dimension, SLICE("month")) || slice_equal(dimension, SLICE("weekday"));
}

static bool is_convertible(const struct measure *measure)
{
    return factor_of(measure->unit) > 0 ? !is_of_calendar(measure->dimension)
                                        : slice_equal(measure->dimension, SLICE("temperature"));
}

/* Converted numbers are rounded: 8 feet are 2 or 3 metres. */
static double tolerance_of(double value)
{
    bool round = (uint64_t)value % 10 == 0 && value < 1e9; /* "up to 50 pounds" – "gut 20 Kilo" */

    return value > 0 && value < 7 ? 0.57 / value : round ? 0.125 : 0.08;
}

/* 40 miles are 64 kilometres. */
double conversion_factor(const struct lexicon *lexicon, const struct quantity *a, const struct quantity *b)
{
    for (size_t i = 0; i < a->measure_count; i++)
        for (size_t j = 0; j < b->measure_count; j++) {
            struct measure left = measure_at(lexicon, a, i), right = measure_at(lexicon, b, j);

            if (slice_equal(left.dimension, right.dimension) && is_convertible(&left) && is_convertible(&right) &&
                !slice_equal(left.unit, right.unit) &&
                (about_equal(in_base_unit(a->values[0], left.unit), in_base_unit(b->values[0], right.unit),
                             tolerance_of(b->values[0])) ||
                 is_below_nought(a->values[0], left.unit, b->values[0])))
                return factor_of(right.unit) > 0 ? factor_of(left.unit) / factor_of(right.unit)
                                                 : b->values[0] / a->values[0];
        }
    return 0;
}

static bool is_converted(const struct lexicon *lexicon, const struct quantity *a, const struct quantity *b)
{
    return conversion_factor(lexicon, a, b) > 0;
}

bool same_quantity(const struct lexicon *lexicon, const struct quantity *a, const struct quantity *b)
{
    for (uint8_t i = 0; i < a->value_count; i++)
        for (uint8_t j = 0; j < b->value_count; j++)
            if (about_equal(a->values[i], b->values[j], 1e-9))
                return true;
    return is_converted(lexicon, a, b);
}

const struct quantity *only_same_quantity(const struct lexicon *lexicon, const struct quantity *wanted,
                                          const struct quantity_row *row)
{
    const struct quantity *found = NULL;

    for (size_t i = 0; i < row->count; i++)
        if (same_quantity(lexicon, wanted, &row->items[i])) {
            if (found != NULL)
                return NULL;
            found = &row->items[i];
        }
    return found;
}

uint32_t quantity_start(const struct quantity *quantity)
{
    return quantity->measure < quantity->first ? quantity->measure : quantity->first; /* NO_ID: the greatest */
}

bool units_differ(const struct lexicon *lexicon, const struct quantity *a, const struct quantity *b)
{
    bool differ = false;

    for (size_t i = 0; i < a->measure_count; i++)
        for (size_t j = 0; j < b->measure_count; j++) {
            struct measure left = measure_at(lexicon, a, i), right = measure_at(lexicon, b, j);

            if (!slice_equal(left.dimension, right.dimension))
                continue;
            if (same_unit(left.unit, right.unit))
                return false;
            differ = true;
        }
    return differ && !is_converted(lexicon, a, b);
}

const struct pair_record *calendar_name(const struct numerals *numerals, struct arena *arena,
                                        const struct document *doc, uint32_t token)
{
    size_t count;
    const struct token *at = &doc->tokens[token];
    const struct pair_record *pairs = at->kind == TOKEN_WORD && (at->flags & TOKEN_CAPITAL) != 0
                                          ? measures_of(numerals, arena, token_text(doc, at), &count)
                                          : NULL;

    return pairs != NULL && is_of_calendar(lexicon_text(numerals->lexicon, pairs[0].value)) ? pairs : NULL;
}

bool same_calendar_name(const struct lexicon *lexicon, const struct pair_record *a, const struct pair_record *b)
{
    return slice_equal(lexicon_text(lexicon, a[0].value), lexicon_text(lexicon, b[0].value)) &&
           slice_equal(lexicon_text(lexicon, a[1].value), lexicon_text(lexicon, b[1].value));
}
