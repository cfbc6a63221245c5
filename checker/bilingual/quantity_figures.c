/* Numbers in figures: alone in their token, or in a word. */
#include "bilingual/quantity_scan.h"

/* ---- tokens of figures ---- */

/* Length of the part of a number token up to the next sign that parts numbers: "110–98", "2019/20", "7.6.2020". */
static size_t part_length(struct slice text, bool dotted)
{
    size_t at = 0;

    while (at < text.len) {
        unsigned char c = (unsigned char)text.at[at];

        if (c == '-' || c == '/' || c == ':' || (dotted && c == '.') ||
            (c == 0xe2 && at + 2 < text.len && (unsigned char)text.at[at + 1] == 0x80 &&
             (unsigned char)text.at[at + 2] >= 0x90 && (unsigned char)text.at[at + 2] <= 0x95))
            break;
        at++;
    }
    return at;
}

static size_t count_dots(struct slice text)
{
    size_t count = 0;

    for (size_t i = 0; i + 1 < text.len; i++)
        count += text.at[i] == '.';
    return count;
}

/* "1.3.": the first of March. */
static bool is_day_and_month(struct slice text)
{
    size_t day = digits_at(text, 0), month = day > 0 && day < text.len ? digits_at(text, day + 1) : 0;

    return day > 0 && day <= 2 && text.at[day] == '.' && month > 0 && month <= 2 && day + month + 2 == text.len &&
           text.at[text.len - 1] == '.';
}

/* "60 000" with a plain space: one number, or two. */
static void join_thousands(struct scan *scan, size_t before)
{
    struct slice text = scan_text(scan, scan->at), next = scan_text(scan, scan->at + 1);
    struct quantity *quantity;

    if (scan->out->count != before + 1 || text.len > 3 || digits_at(text, 0) != text.len || next.len != 3 ||
        digits_at(next, 0) != 3)
        return;
    quantity = &scan->out->items[before];
    quantity->value_count = 0;
    add_value(quantity, number_of(text) * 1000 + number_of(next));
    add_value(quantity, number_of(text));
    quantity->last = ++scan->at;
}

/* "1941/" before "42". */
static bool follows_slash(const struct scan *scan)
{
    return scan->at > scan->begin + 1 && slice_is(scan_text(scan, scan->at - 1), "/") &&
           scan->doc->tokens[scan->at - 2].kind == TOKEN_NUMBER;
}

/* A token of figures: "110–98", "14.00", "7.6.2020", "1990s". */
struct figures {
    size_t length;     /* bytes */
    size_t before;     /* quantities that are older than its own */
    bool time, dotted; /* a time of day; points part its numbers */
    bool decade;
};

/* One number of the token, at the start of what is left of it. */
static void read_part(struct scan *scan, const struct figures *token, struct slice rest, size_t length)
{
    struct slice part = { rest.at, length };
    struct quantity *quantity = add_quantity(scan, scan->at, scan->at, QUANTITY_DIGITS);

    if (length < token->length && (memchr(rest.at, '/', rest.len) != NULL || (token->dotted && !token->time)))
        quantity->flags |= QUANTITY_WEAK;
    if ((scan->doc->tokens[scan->at].flags & TOKEN_ORDINAL) != 0)
        quantity->flags |= QUANTITY_ORDINAL;
    read_figures(quantity, part, scan->numerals->german);
    if (token->decade) {
        add_decade(quantity);
        add_early_century(quantity);
    }
    if (scan->out->count > token->before + 1) {
        add_century(&scan->out->items[scan->out->count - 2], quantity);
        add_thousands(&scan->out->items[scan->out->count - 2], quantity);
    }
    if (token->time && digits_at(part, 0) == 2 && part.at[0] == '0' && part.at[1] == '0')
        quantity->flags |= QUANTITY_WEAK; /* "14.00 Uhr" is 2 p.m. */
}

/* What stands around the token belongs to its numbers: the words behind the last, the hour of the first, their units.
 */
static void complete_numbers(struct scan *scan, size_t before)
{
    for (size_t i = before; i < scan->out->count; i++) {
        struct quantity *quantity = &scan->out->items[i];

        if (i + 1 == scan->out->count)
            extend_quantity(scan, quantity);
        if (i == before)
            add_hour(scan, quantity, scan->at + 1);
        find_measure(scan, quantity);
    }
}

void read_number_token(struct scan *scan)
{
    struct slice text = scan_text(scan, scan->at);
    bool time = is_time_of_day(scan, text);
    size_t before = scan->out->count;
    const struct figures token = {
        .length = text.len,
        .before = before,
        .time = time,
        .dotted = time || (scan->numerals->german && is_day_and_month(text)) ||
                  (count_dots(text) > 1 && !is_grouped(text, '.')),
        .decade = text.at[text.len - 1] >= 'a' && text.at[text.len - 1] <= 'z',
    };

    while (text.len > 0) {
        size_t length = part_length(text, token.dotted);

        if (length > 0 && digits_at((struct slice){ text.at, length }, 0) > 0)
            read_part(scan, &token, text, length);
        while (length < text.len && digits_at(text, length) == 0)
            length++;
        text = slice_from(text, length);
    }
    if (before > 0 && scan->out->count > before && follows_slash(scan))
        add_century(&scan->out->items[before - 1], &scan->out->items[before]);
    join_thousands(scan, before);
    complete_numbers(scan, before);
}

/* ---- words with figures ---- */

/* "7.55am", "3pm"; the quantity for the hour is there. */
static void read_clock(struct scan *scan, struct slice text, bool afternoon)
{
    size_t hours = digits_at(text, 0);
    struct quantity *quantity = &scan->out->items[scan->out->count - 1];

    add_value(quantity, number_of((struct slice){ text.at, hours }));
    if (afternoon && quantity->values[0] < 12) {
        add_value(quantity, quantity->values[0] + 12);
        quantity->flags |= QUANTITY_AFTERNOON;
    }
    if (hours < text.len) {
        quantity = add_quantity(scan, scan->at, scan->at, QUANTITY_DIGITS);
        add_value(quantity, number_of(slice_from(text, hours + 1)));
    }
}

/* What stands behind the figure in a word, piece by piece: "bn", "th", "-Millionen-Dollar-Vertrag", "-mile". */
static void read_suffixes(struct scan *scan, struct quantity *quantity, struct slice rest)
{
    bool attached = rest.len > 0 && rest.at[0] != '-';
    struct numeral suffix = numeral_of(scan->numerals, rest);

    if (attached && suffix.kind == KIND_SUFFIX) {
        if (suffix.value > 1)
            add_value(quantity, quantity->values[0] * suffix.value);
        find_measure(scan, quantity);
        return;
    }
    while (rest.len > 0 && quantity->measures == NULL) {
        size_t start = rest.at[0] == '-', length = start;

        while (length < rest.len && rest.at[length] != '-')
            length++;
        struct slice piece = { rest.at + start, length - start };

        suffix = numeral_of(scan->numerals, piece);
        if (suffix.kind == KIND_SCALE)
            quantity->values[0] *= suffix.value;
        quantity->measures = measures_of(scan->numerals, scan->out->arena, piece, &quantity->measure_count);
        rest = slice_from(rest, length);
    }
    if (quantity->measures != NULL)
        quantity->measure = scan->at;
    else if (attached)
        find_measure(scan, quantity);
}

void read_mixed_word(struct scan *scan)
{
    struct slice text = scan_lower(scan, scan->at), rest;

    if (!scan->numerals->german && (slice_starts(text, SLICE("mid-"))))
        text = slice_from(text, strlen("mid-"));
    else if (!scan->numerals->german && slice_starts(text, SLICE("over-")))
        text = slice_from(text, strlen("over-"));
    size_t length = digits_at(text, 0);
    struct quantity *quantity;

    if (length == 0)
        return;
    while (length + 1 < text.len && (text.at[length] == '.' || text.at[length] == ',') &&
           digits_at(text, length + 1) > 0)
        length += 1 + digits_at(text, length + 1);
    rest = slice_from(text, length);
    quantity = add_quantity(scan, scan->at, scan->at, QUANTITY_DIGITS);
    if (slice_is(rest, "am") || slice_is(rest, "pm")) {
        read_clock(scan, (struct slice){ text.at, length }, slice_is(rest, "pm"));
        return;
    }
    read_figures(quantity, (struct slice){ text.at, length }, scan->numerals->german);
    if (rest.len > 1 && rest.at[0] == ':' && digits_at(rest, 1) > 0) { /* "14:0-Lauf" */
        struct quantity *other = add_quantity(scan, scan->at, scan->at, QUANTITY_DIGITS);

        add_value(other, number_of(slice_from(rest, 1)));
        return;
    }
    if (slice_is(rest, "s") || slice_starts(rest, SLICE("er"))) {
        add_decade(quantity);
        add_early_century(quantity);
    }
    read_suffixes(scan, quantity, rest);
}
