/* What a number counts: the unit behind it, before it or around it. */
#include "bilingual/quantity_scan.h"

const struct pair_record *measures_of(const struct numerals *numerals, struct arena *arena, struct slice word,
                                      size_t *count)
{
    const struct pair_record *pairs =
        word.len == 0 ? NULL : pairs_of(numerals->lexicon, numerals->units, lower_case(arena, word), count);

    if (pairs == NULL)
        *count = 0;
    *count /= 2;
    return pairs;
}

/* "May" is a month, "may" is none. */
static bool is_month(const struct lexicon *lexicon, const struct pair_record *pairs)
{
    return slice_equal(lexicon_text(lexicon, pairs[0].value), SLICE("month"));
}

static bool measure_by(struct scan *scan, struct quantity *quantity, uint32_t token)
{
    size_t count;
    const struct pair_record *pairs;

    if (token >= scan->end || quantity->measures != NULL)
        return false;
    pairs = measures_of(scan->numerals, scan->out->arena, scan_text(scan, token), &count);
    if (pairs == NULL ||
        (is_month(scan->numerals->lexicon, pairs) && (scan->doc->tokens[token].flags & TOKEN_CAPITAL) == 0))
        return false;
    quantity->measures = pairs;
    quantity->measure_count = count;
    quantity->measure = token;
    return true;
}

/* "viertägige" says itself what it counts; the noun behind it is another ("eine viertägige Woche"). */
static bool names_its_unit(const struct scan *scan, uint32_t token)
{
    static const char *const units[] = { "tägig", "jährig", "wöchig", "monatig", "stündig", "minütig" };
    struct slice word = scan_lower(scan, token);

    for (size_t i = 0; scan->numerals->german && i < word.len; i++)
        for (size_t j = 0; j < sizeof units / sizeof *units; j++)
            if (slice_starts(slice_from(word, i), slice_of(units[j])))
                return true;
    return false;
}

/* Words between a number and what it counts: "7th of June", "20 Grad Celsius", "5 US dollars". */
static bool is_between(struct slice lower)
{
    return slice_is(lower, "of") || slice_is(lower, "grad") || slice_is(lower, "us") || slice_is(lower, "°");
}

static bool is_temperature_scale(struct slice lower)
{
    return slice_is(lower, "celsius") || slice_is(lower, "fahrenheit") || slice_is(lower, "c") || slice_is(lower, "f");
}

/* "£20", "June 7", "Tempo 100": a sign of money, a month or the speed may stand before its number. */
static bool measure_before(struct scan *scan, struct quantity *quantity)
{
    uint32_t before = quantity->first - 1;
    const struct pair_record *pairs;
    size_t count;

    if (quantity->first <= scan->begin)
        return false;
    pairs = measures_of(scan->numerals, scan->out->arena, scan_text(scan, before), &count);
    if (pairs == NULL || !(is_month(scan->numerals->lexicon, pairs) || slice_is(scan_lower(scan, before), "tempo") ||
                           slice_equal(lexicon_text(scan->numerals->lexicon, pairs[0].value), SLICE("currency"))))
        return false;
    return measure_by(scan, quantity, before);
}

/* "square feet" stands in the table as "square-feet", "cubic feet" as "cubic-feet". */
static bool measure_in_two_words(struct scan *scan, struct quantity *quantity, uint32_t token)
{
    struct slice power = scan_lower(scan, token), unit = scan_lower(scan, token + 1);

    if (unit.len == 0 || (!slice_is(power, "square") && !slice_is(power, "cubic")))
        return false;
    quantity->measures =
        measures_of(scan->numerals, scan->out->arena,
                    arena_print(scan->out->arena, "%.*s-%.*s", (int)power.len, power.at, (int)unit.len, unit.at),
                    &quantity->measure_count);
    quantity->measure = quantity->measures == NULL ? NO_ID : token + 1;
    return quantity->measures != NULL;
}

/* "Swiss francs", "Schweizer Franken", "kanadische Dollar": a word before a currency that tells whose it is. */
static bool is_currency_of(struct scan *scan, uint32_t token)
{
    size_t count;

    if (token + 1 >= scan->end || scan->doc->tokens[token].kind != TOKEN_WORD ||
        scan->doc->tokens[token + 1].kind != TOKEN_WORD)
        return false;
    const struct pair_record *pairs = measures_of(scan->numerals, scan->out->arena, scan_text(scan, token + 1), &count);
    bool of_land = scan->numerals->german ? slice_ends(scan_lower(scan, token), SLICE("sche")) ||
                                                slice_ends(scan_lower(scan, token), SLICE("schen")) ||
                                                slice_ends(scan_lower(scan, token), SLICE("er"))
                                          : (scan->doc->tokens[token].flags & TOKEN_CAPITAL) != 0;

    return pairs != NULL && of_land &&
           slice_equal(lexicon_text(scan->numerals->lexicon, pairs[0].value), SLICE("currency"));
}

void find_measure(struct scan *scan, struct quantity *quantity)
{
    uint32_t next = quantity->last + 1;

    if (names_its_unit(scan, quantity->last))
        return;
    if (!scan->numerals->german && slice_is(scan_lower(scan, next), "basis") &&
        slice_starts(scan_lower(scan, next + 1), SLICE("point")))
        add_value(quantity, quantity->values[0] / 100); /* 25 basis points are 0.25 percentage points */
    if (measure_in_two_words(scan, quantity, next))
        return;
    if (slice_is(scan_lower(scan, next + 1), "(") && is_temperature_scale(scan_lower(scan, next + 2)))
        next += 2; /* "90 degrees (F)" */
    else if (is_between(scan_lower(scan, next)) || is_temperature_scale(scan_lower(scan, next + 1)) ||
             is_currency_of(scan, next))
        next++;
    if (slice_is(scan_lower(scan, next), "per") && slice_is(scan_lower(scan, next + 1), "cent")) {
        quantity->measures = measures_of(scan->numerals, scan->out->arena, SLICE("percent"), &quantity->measure_count);
        quantity->measure = next + 1;
    } else if (!measure_by(scan, quantity, next) && !measure_by(scan, quantity, quantity->last + 1)) { /* "40 Grad" */
        measure_before(scan, quantity);
    }
}
