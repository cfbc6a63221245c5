#include "bilingual/quantities.h"

#include "bilingual/quantity_scan.h"

struct numerals numerals_of(const struct lexicon *lexicon, bool german)
{
    return (struct numerals){ lexicon, named_table(lexicon, german ? TABLE_NUMBERS_GERMAN : TABLE_NUMBERS_ENGLISH),
                              named_table(lexicon, TABLE_UNITS), german };
}

/* ---- numbers in words ---- */

/* A word that is a number by itself: no scale, no suffix. */
static bool is_number_word(struct numeral numeral)
{
    return numeral.kind == KIND_CARDINAL || numeral.kind == KIND_ORDINAL || numeral.kind == KIND_WEAK ||
           numeral.kind == KIND_MULTIPLE;
}

/* "one and a half million": the half belongs to the number before it. */
static bool add_half(struct scan *scan, struct numeral numeral)
{
    struct quantity *before = scan->out->count == 0 ? NULL : &scan->out->items[scan->out->count - 1];

    if (before == NULL || scan->numerals->german || numeral.value > 0.5 || numeral.value < 0.5 ||
        scan->at < scan->begin + 3 || before->last + 3 != scan->at || before->value_count == 0 ||
        !slice_is(scan_lower(scan, scan->at - 1), "a") || !slice_is(scan_lower(scan, scan->at - 2), "and"))
        return false;
    if ((before->flags & QUANTITY_WEAK) != 0 && before->values[0] >= 10) { /* "a century and a half": of a hundred */
        before->values[0] *= 1.5;
        before->value_count = 1;
        add_value(before, 1.5);
        before->last = scan->at;
        return true;
    }
    before->values[0] += 0.5;
    before->value_count = 1;
    before->last = scan->at;
    before->flags &= (uint8_t)~QUANTITY_WEAK;
    extend_quantity(scan, before);
    find_measure(scan, before);
    scan->at = before->last;
    return true;
}

/* "three times", "threefold": how many times as much, or how often. */
static bool counts_times(const struct scan *scan, uint32_t token)
{
    struct slice next = scan_lower(scan, token + 1);

    return !scan->numerals->german && (slice_is(next, "times") || slice_is(next, "fold"));
}

static void add_word(struct scan *scan, struct numeral numeral, bool weak)
{
    if (numeral.kind == KIND_WEAK && add_half(scan, numeral))
        return;
    struct quantity *quantity = add_quantity(scan, scan->at, scan->at, 0);

    if (weak || numeral.kind == KIND_WEAK || numeral.kind == KIND_MULTIPLE)
        quantity->flags |= QUANTITY_WEAK;
    if (numeral.kind == KIND_MULTIPLE || (numeral.kind == KIND_CARDINAL && counts_times(scan, scan->at)))
        quantity->flags |= QUANTITY_MULTIPLE;
    if (numeral.kind == KIND_ORDINAL)
        quantity->flags |= QUANTITY_ORDINAL;
    if (numeral.kind == KIND_CARDINAL && add_half_hour(scan, quantity, numeral.value))
        return;
    add_value(quantity, numeral.value);
    if (numeral.also > 0)
        add_value(quantity, numeral.also);
    if (numeral.kind == KIND_CARDINAL || (numeral.kind == KIND_WEAK && numeral.value <= 1))
        extend_quantity(scan, quantity);
    if ((quantity->flags & QUANTITY_SCALED) != 0)
        quantity->flags &= (uint8_t)~QUANTITY_WEAK;
    add_hour(scan, quantity, quantity->last + 1);
    add_minutes(scan, quantity);
    add_decade(quantity);
    find_measure(scan, quantity);
    scan->at = quantity->last;
}

/* "quarter of a" before the token. */
static bool is_quarter(const struct scan *scan, uint32_t at)
{
    return at > scan->begin + 2 && slice_is(scan_lower(scan, at - 3), "quarter");
}

/* "a hundred", "half a million"; "hundert", "eine Million", "eine halbe Million". A scale without number says nothing
 * ("several thousand", "Millionen"). */
static void read_scale(struct scan *scan, struct numeral scale)
{
    uint32_t at = scan->at;
    struct slice before = at > 0 ? token_lower(&scan->doc->tokens[at - 1]) : (struct slice){ 0 };
    struct slice two = at > 1 ? token_lower(&scan->doc->tokens[at - 2]) : (struct slice){ 0 };
    bool article = scan->numerals->german ? slice_starts(before, SLICE("ein")) || scale.value < 1e6
                                          : slice_is(before, "a") || slice_is(before, "one") || slice_is(before, "per");

    if (slice_is(before, "a") && slice_is(two, "of") && at > scan->begin + 3 &&
        (slice_is(scan_lower(scan, at - 3), "three-quarters") ||
         (slice_is(scan_lower(scan, at - 3), "quarters") && slice_is(scan_lower(scan, at - 4), "three"))))
        scale.value *= 0.75;
    else if (slice_starts(before, SLICE("viertel")) ||
             (slice_is(before, "a") && slice_is(two, "of") && is_quarter(scan, at)))
        scale.value /= 4;
    else if (slice_starts(before, SLICE("halbe")) || (slice_is(before, "a") && slice_is(two, "half")))
        scale.value /= 2;
    else if (!article)
        return;
    if (scan->numerals->german && scale.value < 1e6 && scale.value > 10 && slice_is(scan_lower(scan, at), "dutzend") &&
        !slice_starts(before, SLICE("ein")))
        return;
    scale.kind = KIND_CARDINAL;
    add_word(scan, scale, scan->numerals->german && scale.value < 1e6);
}

/* ---- words with hyphens ---- */

/* "million", "dollar" of "four-million-dollar": what stands behind the number in the same word. */
static void add_piece(struct scan *scan, struct slice piece, struct numeral numeral)
{
    struct quantity *quantity = &scan->out->items[scan->out->count - 1];

    if (numeral.kind == KIND_SCALE) {
        for (uint8_t i = 0; i < quantity->value_count; i++)
            quantity->values[i] *= numeral.value;
        quantity->flags |= QUANTITY_SCALED;
        quantity->flags &= (uint8_t)~QUANTITY_WEAK;
        quantity->measures = NULL;
        quantity->measure = NO_ID;
    } else if (quantity->measures == NULL && (quantity->flags & QUANTITY_SCALED) != 0) {
        quantity->measures = measures_of(scan->numerals, scan->out->arena, piece, &quantity->measure_count);
        quantity->measure = quantity->measures == NULL ? NO_ID : scan->at;
    }
}

/* English "twenty-one", "two-thirds", "three-day", "twenty-first", "four-million-dollar"; German "Drei-Tage-Bart". */
static void read_hyphenated(struct scan *scan)
{
    struct slice text = scan_lower(scan, scan->at);
    struct numeral last = { KIND_NONE, 0, 0 };
    uint32_t at = scan->at;
    size_t before = scan->out->count;

    while (text.len > 0) {
        const char *hyphen = memchr(text.at, '-', text.len);
        struct slice piece = hyphen == NULL ? text : slice_between(text.at, hyphen);
        struct numeral numeral = numeral_of(scan->numerals, piece);
        bool sum = last.kind == KIND_CARDINAL && last.value >= 20 && numeral.kind != KIND_NONE && numeral.value >= 1 &&
                   numeral.value < 10;

        text = slice_from(text, piece.len + (hyphen != NULL));
        if (sum)
            numeral = (struct numeral){ numeral.kind == KIND_WEAK ? KIND_ORDINAL : numeral.kind,
                                        last.value + numeral.value, 0 };
        if (sum && scan->out->count > 0)
            scan->out->count--;
        if (is_number_word(numeral)) {
            scan->at = at;
            add_word(scan, numeral, scan->numerals->german);
        }
        if (numeral.kind == KIND_CARDINAL &&
            (slice_is(text, "time") || slice_is(text, "times") || slice_is(text, "fold")))
            scan->out->items[scan->out->count - 1].flags |= QUANTITY_MULTIPLE; /* "six-time champion" */
        if (scan->out->count > before && (numeral.kind == KIND_SCALE || numeral.kind == KIND_NONE))
            add_piece(scan, piece, numeral);
        last = numeral;
    }
    if (scan->at < at)
        scan->at = at;
}

/* ---- tokens ---- */

static void read_word(struct scan *scan)
{
    const struct token *token = &scan->doc->tokens[scan->at];
    struct slice lower = scan_lower(scan, scan->at);
    struct numeral numeral = numeral_at(scan, scan->at);

    if ((token->flags & TOKEN_DIGIT) != 0) {
        read_mixed_word(scan);
        return;
    }
    if (numeral.kind == KIND_NONE && (token->flags & TOKEN_HYPHEN) != 0) {
        read_hyphenated(scan);
        return;
    }
    if (numeral.kind == KIND_NONE && scan->numerals->german && may_be_composed(token->type))
        numeral = composed_numeral(scan->numerals, lower);
    if (numeral.kind == KIND_SCALE)
        read_scale(scan, numeral);
    else if (is_number_word(numeral))
        add_word(scan, numeral, false);
}

void read_quantities(const struct numerals *numerals, const struct document *doc, uint32_t first, uint32_t end,
                     struct quantity_row *out)
{
    struct scan scan = { numerals, doc, out, first, first, end };
    size_t start = out->count;

    for (; scan.at < end; scan.at++) {
        if (doc->tokens[scan.at].kind == TOKEN_NUMBER)
            read_number_token(&scan);
        else if (doc->tokens[scan.at].kind == TOKEN_WORD)
            read_word(&scan);
    }
    for (size_t i = start; i + 1 < out->count; i++)
        share_scale(&scan, &out->items[i], &out->items[i + 1]);
}
