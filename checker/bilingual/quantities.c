#include "bilingual/quantities.h"

#include <stdlib.h>

#include "bilingual/number_words.h"
#include "text/letters.h"

/* A place in the tokens that are read. */
struct scan {
    const struct numerals *numerals;
    const struct document *doc;
    struct quantity_row *out;
    uint32_t begin, at, end;
};

struct numerals numerals_of(const struct lexicon *lexicon, bool german)
{
    return (struct numerals){ lexicon, named_table(lexicon, german ? TABLE_NUMBERS_GERMAN : TABLE_NUMBERS_ENGLISH),
                              named_table(lexicon, TABLE_UNITS), german };
}

/* ---- words ---- */

static struct slice text_at(const struct scan *scan, uint32_t token)
{
    return token < scan->end ? token_text(scan->doc, &scan->doc->tokens[token]) : (struct slice){ 0 };
}

static struct slice lower_at(const struct scan *scan, uint32_t token)
{
    struct slice text = text_at(scan, token);

    return text.len == 0 ? text : token_lower(&scan->doc->tokens[token]);
}

/* ---- figures ---- */

static size_t digits_at(struct slice text, size_t at)
{
    size_t n = 0;

    while (at + n < text.len && text.at[at + n] >= '0' && text.at[at + n] <= '9')
        n++;
    return n;
}

static void add_value(struct quantity *quantity, double value)
{
    for (uint8_t i = 0; i < quantity->value_count; i++)
        if (quantity->values[i] >= value && quantity->values[i] <= value)
            return;
    if (quantity->value_count < MAX_VALUES)
        quantity->values[quantity->value_count++] = value;
}

/* The figures of a text without anything else, with a point where point stands. */
static double plain_value(struct slice text, char point)
{
    char room[40];
    size_t n = 0;

    for (size_t i = 0; i < text.len && n + 1 < sizeof room; i++) {
        if (text.at[i] >= '0' && text.at[i] <= '9')
            room[n++] = text.at[i];
        else if (text.at[i] == point)
            room[n++] = '.';
    }
    room[n] = '\0';
    return strtod(room, NULL);
}

/* Separators in groups of three: "1,500", "1.234.567". */
static bool is_grouped(struct slice text, char separator)
{
    size_t at = digits_at(text, 0), groups = 0;

    if (at == 0 || at > 3)
        return false;
    while (at < text.len && text.at[at] == separator && digits_at(text, at + 1) == 3) {
        at += 4;
        groups++;
    }
    return groups > 0 && (at == text.len || text.at[at] != separator);
}

/* One number without ranges: "1,500.5", "4,5", "10 000". */
static void read_figures(struct quantity *quantity, struct slice text, bool german)
{
    char point = german ? ',' : '.', separator = german ? '.' : ',';

    /* "2.4" in German is no German number, but means 2,4. */
    bool foreign = memchr(text.at, separator, text.len) != NULL && !is_grouped(text, separator);

    add_value(quantity, plain_value(text, foreign ? separator : point));
    if (german && is_grouped(text, point)) /* "1,500" in German: English form, which another check marks */
        add_value(quantity, plain_value(text, '\0'));
}

static struct quantity *add_quantity(struct scan *scan, uint32_t first, uint32_t last, uint8_t flags)
{
    struct quantity_row *out = scan->out;

    out->items = arena_grow(out->arena, out->items, out->count, &out->capacity, sizeof *out->items);
    out->items[out->count] = (struct quantity){ .first = first, .last = last, .flags = flags, .measure = NO_ID };
    return &out->items[out->count++];
}

/* ---- what it counts ---- */

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
    pairs = measures_of(scan->numerals, scan->out->arena, text_at(scan, token), &count);
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
    struct slice word = lower_at(scan, token);

    for (size_t i = 0; scan->numerals->german && i < word.len; i++)
        for (size_t j = 0; j < sizeof units / sizeof *units; j++)
            if (slice_starts(slice_from(word, i), slice_of(units[j])))
                return true;
    return false;
}

static bool is_text(struct slice text, const char *wanted)
{
    return slice_is(text, wanted);
}

/* Words between a number and what it counts: "7th of June", "20 Grad Celsius", "5 US dollars". */
static bool is_between(struct slice lower)
{
    return is_text(lower, "of") || is_text(lower, "grad") || is_text(lower, "us") || is_text(lower, "°");
}

static bool is_temperature_scale(struct slice lower)
{
    return is_text(lower, "celsius") || is_text(lower, "fahrenheit") || is_text(lower, "c") || is_text(lower, "f");
}

/* "£20", "June 7", "Tempo 100": a sign of money, a month or the speed may stand before its number. */
static bool measure_before(struct scan *scan, struct quantity *quantity)
{
    uint32_t before = quantity->first - 1;
    const struct pair_record *pairs;
    size_t count;

    if (quantity->first <= scan->begin)
        return false;
    pairs = measures_of(scan->numerals, scan->out->arena, text_at(scan, before), &count);
    if (pairs == NULL || !(is_month(scan->numerals->lexicon, pairs) || is_text(lower_at(scan, before), "tempo") ||
                           slice_equal(lexicon_text(scan->numerals->lexicon, pairs[0].value), SLICE("currency"))))
        return false;
    return measure_by(scan, quantity, before);
}

/* "square feet" stands in the table as "square-feet", "cubic feet" as "cubic-feet". */
static bool measure_in_two_words(struct scan *scan, struct quantity *quantity, uint32_t token)
{
    struct slice power = lower_at(scan, token), unit = lower_at(scan, token + 1);

    if (unit.len == 0 || (!is_text(power, "square") && !is_text(power, "cubic")))
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
    const struct pair_record *pairs = measures_of(scan->numerals, scan->out->arena, text_at(scan, token + 1), &count);
    bool of_land = scan->numerals->german ? slice_ends(lower_at(scan, token), SLICE("sche")) ||
                                                slice_ends(lower_at(scan, token), SLICE("schen")) ||
                                                slice_ends(lower_at(scan, token), SLICE("er"))
                                          : (scan->doc->tokens[token].flags & TOKEN_CAPITAL) != 0;

    return pairs != NULL && of_land &&
           slice_equal(lexicon_text(scan->numerals->lexicon, pairs[0].value), SLICE("currency"));
}

static void find_measure(struct scan *scan, struct quantity *quantity)
{
    uint32_t next = quantity->last + 1;

    if (names_its_unit(scan, quantity->last))
        return;
    if (!scan->numerals->german && is_text(lower_at(scan, next), "basis") &&
        slice_starts(lower_at(scan, next + 1), SLICE("point")))
        add_value(quantity, quantity->values[0] / 100); /* 25 basis points are 0.25 percentage points */
    if (measure_in_two_words(scan, quantity, next))
        return;
    if (is_text(lower_at(scan, next + 1), "(") && is_temperature_scale(lower_at(scan, next + 2)))
        next += 2; /* "90 degrees (F)" */
    else if (is_between(lower_at(scan, next)) || is_temperature_scale(lower_at(scan, next + 1)) ||
             is_currency_of(scan, next))
        next++;
    if (is_text(lower_at(scan, next), "per") && is_text(lower_at(scan, next + 1), "cent")) {
        quantity->measures = measures_of(scan->numerals, scan->out->arena, SLICE("percent"), &quantity->measure_count);
        quantity->measure = next + 1;
    } else if (!measure_by(scan, quantity, next) && !measure_by(scan, quantity, quantity->last + 1)) { /* "40 Grad" */
        measure_before(scan, quantity);
    }
}

/* ---- numbers of several words ---- */

static struct numeral numeral_at(const struct scan *scan, uint32_t token)
{
    const struct list_record *words = scan->numerals->words;

    if (token >= scan->end || scan->doc->tokens[token].kind != TOKEN_WORD || words == NULL ||
        !set_holds(scan->doc->tokens[token].type->lower_listed, table_number(scan->numerals->lexicon, words)))
        return (struct numeral){ KIND_NONE, 0, 0 };
    return numeral_of(scan->numerals, lower_at(scan, token));
}

static bool is_multiple(double value, double of)
{
    return value > 0 && (double)(long long)(value / of) * of >= value;
}

/* "two hundred and fifty thousand", "4.5 billion": adds the words behind the number that belong to it. */
static double extended_value(struct scan *scan, struct quantity *quantity, double value)
{
    double total = 0;

    for (;;) {
        uint32_t next = quantity->last + 1;
        bool joined = !scan->numerals->german && is_multiple(value, 100) && is_text(text_at(scan, next), "and");
        struct numeral numeral = numeral_at(scan, next + joined);

        if (numeral.kind == KIND_SCALE && !joined) {
            value *= numeral.value;
            quantity->flags |= QUANTITY_SCALED;
            if (numeral.value >= 1000) {
                total += value;
                value = 0;
            }
        } else if (!scan->numerals->german && numeral.kind == KIND_CARDINAL &&
                   (quantity->flags & QUANTITY_DIGITS) == 0 &&
                   ((is_multiple(value, 100) && numeral.value < 100) ||
                    (value < 1 && total > 0 && numeral.value < 1000))) {
            value += numeral.value;
        } else {
            return total + value;
        }
        quantity->last = next + joined;
    }
}

static void extend(struct scan *scan, struct quantity *quantity)
{
    uint32_t last = quantity->last;

    for (uint8_t i = 0; i < quantity->value_count; i++) {
        quantity->last = last;
        quantity->values[i] = extended_value(scan, quantity, quantity->values[i]);
    }
}

/* ---- tokens ---- */

/* "p.m.", "pm": the hour before it may be twelve more. */
static bool is_afternoon(const struct scan *scan, uint32_t token)
{
    struct slice lower = lower_at(scan, token);

    return is_text(lower, "p.m.") || is_text(lower, "p.m") || is_text(lower, "pm") ||
           (is_text(lower, "p.") && is_text(lower_at(scan, token + 1), "m."));
}

static bool is_morning(const struct scan *scan, uint32_t token)
{
    struct slice lower = lower_at(scan, token);

    return is_text(lower, "a.m.") || is_text(lower, "a.m") || is_text(lower, "am") ||
           (is_text(lower, "a.") && is_text(lower_at(scan, token + 1), "m."));
}

static void add_hour(struct scan *scan, struct quantity *quantity, uint32_t next)
{
    if (quantity->values[0] >= 12 && quantity->values[0] <= 12 && !scan->numerals->german && is_morning(scan, next)) {
        quantity->values[0] = 0; /* "12:30 a.m." is half past midnight */
        add_value(quantity, 24);
    }
    if (quantity->values[0] >= 1 && quantity->values[0] < 12 && !scan->numerals->german &&
        (is_afternoon(scan, next) || is_text(lower_at(scan, next), "in") || is_text(lower_at(scan, next), "o'clock") ||
         is_text(lower_at(scan, next), "o’clock")))
        add_value(quantity, quantity->values[0] + 12);
    if (quantity->values[0] >= 1 && quantity->values[0] < 12 && !scan->numerals->german && is_afternoon(scan, next))
        quantity->flags |= QUANTITY_AFTERNOON;
}

/* "'90s", "1990er": with and without the century; "the 1800s" are the 19th century. */
static void add_decade(struct quantity *quantity)
{
    double value = quantity->values[0];

    if (value >= 10 && value < 100) {
        add_value(quantity, value + 1900);
    } else if (value >= 1000 && value < 2100) {
        if (value >= 1900 && value < 2000)
            add_value(quantity, value - 1900);
        if (is_multiple(value, 100))
            add_value(quantity, value / 100 + 1);
    }
}

/* "the 900s": the 10th century. */
static void add_early_century(struct quantity *quantity)
{
    double value = quantity->values[0];

    if (value >= 100 && value < 1000 && is_multiple(value, 100))
        add_value(quantity, value / 100 + 1);
}

/* "8-18,000": the first number leaves out its thousands. */
static void add_thousands(struct quantity *first, const struct quantity *second)
{
    if (first->values[0] < 1000 && second->values[0] >= 1000 && first->values[0] * 1000 < second->values[0] &&
        is_multiple(second->values[0], 1000))
        add_value(first, first->values[0] * 1000);
}

/* "1950-53", "2019/20": the second year without its century. */
static void add_century(const struct quantity *year, struct quantity *quantity)
{
    if (year->values[0] >= 1000 && year->values[0] < 2100 && quantity->values[0] < 100)
        add_value(quantity, (double)(int)(year->values[0] / 100) * 100 + quantity->values[0]);
}

static bool is_time(const struct scan *scan, struct slice text)
{
    size_t hours = digits_at(text, 0);

    return hours > 0 && hours <= 2 && hours + 3 == text.len && (text.at[hours] == '.' || text.at[hours] == ':') &&
           digits_at(text, hours + 1) == 2 &&
           (text.at[hours] == ':' || (scan->numerals->german && is_text(text_at(scan, scan->at + 1), "Uhr")) ||
            (!scan->numerals->german && (is_afternoon(scan, scan->at + 1) || is_morning(scan, scan->at + 1))));
}

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

/* "60 000" with a plain space: one number, or two. */
static void join_thousands(struct scan *scan, size_t before)
{
    struct slice text = text_at(scan, scan->at), next = text_at(scan, scan->at + 1);
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
    return scan->at > scan->begin + 1 && is_text(text_at(scan, scan->at - 1), "/") &&
           scan->doc->tokens[scan->at - 2].kind == TOKEN_NUMBER;
}

static void read_number_token(struct scan *scan)
{
    const struct token *token = &scan->doc->tokens[scan->at];
    struct slice text = text_at(scan, scan->at);
    bool time = is_time(scan, text), dotted = time || (count_dots(text) > 1 && !is_grouped(text, '.'));
    size_t whole = text.len, before = scan->out->count;
    bool decade = text.at[text.len - 1] >= 'a' && text.at[text.len - 1] <= 'z';

    while (text.len > 0) {
        size_t length = part_length(text, dotted);
        struct slice part = { text.at, length };

        if (length > 0 && digits_at(part, 0) > 0) {
            struct quantity *quantity = add_quantity(scan, scan->at, scan->at, QUANTITY_DIGITS);

            if (length < whole && (memchr(text.at, '/', text.len) != NULL || (dotted && !time)))
                quantity->flags |= QUANTITY_WEAK;
            if ((token->flags & TOKEN_ORDINAL) != 0)
                quantity->flags |= QUANTITY_ORDINAL;
            read_figures(quantity, part, scan->numerals->german);
            if (decade) {
                add_decade(quantity);
                add_early_century(quantity);
            }
            if (scan->out->count > before + 1) {
                add_century(&scan->out->items[scan->out->count - 2], quantity);
                add_thousands(&scan->out->items[scan->out->count - 2], quantity);
            }
            if (time && digits_at(part, 0) == 2 && part.at[0] == '0' && part.at[1] == '0')
                quantity->flags |= QUANTITY_WEAK; /* "14.00 Uhr" is 2 p.m. */
        }
        while (length < text.len && digits_at(text, length) == 0)
            length++;
        text = slice_from(text, length);
    }
    if (before > 0 && scan->out->count > before && follows_slash(scan))
        add_century(&scan->out->items[before - 1], &scan->out->items[before]);
    join_thousands(scan, before);
    for (size_t i = before; i < scan->out->count; i++) {
        struct quantity *quantity = &scan->out->items[i];

        if (i + 1 == scan->out->count)
            extend(scan, quantity);
        if (i == before)
            add_hour(scan, quantity, scan->at + 1);
        find_measure(scan, quantity);
    }
}

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

/* "4.5bn", "5th", "20-year-old", "12-jährige", "1990s", "3pm": a figure at the start of a word, or of what stands
 * behind the prefix of a time or an age ("mid-1880s", "over-75s"). */
static void read_mixed_word(struct scan *scan)
{
    struct slice text = lower_at(scan, scan->at), rest;

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
    if (is_text(rest, "am") || is_text(rest, "pm")) {
        read_clock(scan, (struct slice){ text.at, length }, is_text(rest, "pm"));
        return;
    }
    read_figures(quantity, (struct slice){ text.at, length }, scan->numerals->german);
    if (rest.len > 1 && rest.at[0] == ':' && digits_at(rest, 1) > 0) { /* "14:0-Lauf" */
        struct quantity *other = add_quantity(scan, scan->at, scan->at, QUANTITY_DIGITS);

        add_value(other, number_of(slice_from(rest, 1)));
        return;
    }
    if (is_text(rest, "s") || slice_starts(rest, SLICE("er"))) {
        add_decade(quantity);
        add_early_century(quantity);
    }
    read_suffixes(scan, quantity, rest);
}

/* "half seven", "half past seven", "halb acht": half past an hour, which German counts from the hour that follows.
 * The whole hour may stand in figures ("19.30 Uhr"). False when it is no such time. */
static bool add_half_hour(const struct scan *scan, struct quantity *quantity, double hour)
{
    uint32_t first = quantity->first;
    bool past = first > scan->begin && is_text(lower_at(scan, first - 1), "past");

    if (first < scan->begin + 1 + past || hour < 1 || hour > 12 ||
        !is_text(lower_at(scan, first - 1 - past), scan->numerals->german ? "halb" : "half"))
        return false;
    double whole = scan->numerals->german ? hour - 1 : hour;

    add_value(quantity, whole + 0.5);
    add_value(quantity, whole);
    add_value(quantity, whole + 12);
    return true;
}

/* "a quarter to eleven", "ten past six": the whole hour is the one before, and the minutes are told from it. */
static void add_minutes(const struct scan *scan, struct quantity *hour)
{
    uint32_t at = hour->first;
    bool to = at > scan->begin + 1 && is_text(lower_at(scan, at - 1), "to");

    if (scan->numerals->german || hour->values[0] > 12 || hour->values[0] < 1 || at < scan->begin + 2 ||
        (!to && !is_text(lower_at(scan, at - 1), "past")))
        return;
    struct quantity *minutes = scan->out->count > 1 ? &scan->out->items[scan->out->count - 2] : NULL;
    bool quarter = is_text(lower_at(scan, at - 2), "quarter");

    if (!quarter && (minutes == NULL || minutes->last + 2 != at || minutes->values[0] > 29))
        return;
    if (!quarter && to && (at < scan->begin + 3 || !is_text(lower_at(scan, minutes->first - 1), "at"))) /* "5 to 7" */
        return;
    add_value(hour, hour->values[0] + (to ? -1 : 12));
    if (to)
        add_value(hour, hour->values[0] + 11);
    if (!quarter && to)
        add_value(minutes, 60 - minutes->values[0]);
}

/* "one and a half million": the half belongs to the number before it. */
static bool add_half(struct scan *scan, struct numeral numeral)
{
    struct quantity *before = scan->out->count == 0 ? NULL : &scan->out->items[scan->out->count - 1];

    if (before == NULL || scan->numerals->german || numeral.value > 0.5 || numeral.value < 0.5 ||
        scan->at < scan->begin + 3 || before->last + 3 != scan->at || before->value_count == 0 ||
        !is_text(lower_at(scan, scan->at - 1), "a") || !is_text(lower_at(scan, scan->at - 2), "and"))
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
    extend(scan, before);
    find_measure(scan, before);
    scan->at = before->last;
    return true;
}

/* "three times", "threefold": how many times as much, or how often. */
static bool counts_times(const struct scan *scan, uint32_t token)
{
    struct slice next = lower_at(scan, token + 1);

    return !scan->numerals->german && (is_text(next, "times") || is_text(next, "fold"));
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
        extend(scan, quantity);
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
    return at > scan->begin + 2 && is_text(lower_at(scan, at - 3), "quarter");
}

/* "a hundred", "half a million"; "hundert", "eine Million", "eine halbe Million". A scale without number says nothing
 * ("several thousand", "Millionen"). */
static void read_scale(struct scan *scan, struct numeral scale)
{
    uint32_t at = scan->at;
    struct slice before = at > 0 ? token_lower(&scan->doc->tokens[at - 1]) : (struct slice){ 0 };
    struct slice two = at > 1 ? token_lower(&scan->doc->tokens[at - 2]) : (struct slice){ 0 };
    bool article = scan->numerals->german ? slice_starts(before, SLICE("ein")) || scale.value < 1e6
                                          : is_text(before, "a") || is_text(before, "one") || is_text(before, "per");

    if (is_text(before, "a") && is_text(two, "of") && at > scan->begin + 3 &&
        (is_text(lower_at(scan, at - 3), "three-quarters") ||
         (is_text(lower_at(scan, at - 3), "quarters") && is_text(lower_at(scan, at - 4), "three"))))
        scale.value *= 0.75;
    else if (slice_starts(before, SLICE("viertel")) ||
             (is_text(before, "a") && is_text(two, "of") && is_quarter(scan, at)))
        scale.value /= 4;
    else if (slice_starts(before, SLICE("halbe")) || (is_text(before, "a") && is_text(two, "half")))
        scale.value /= 2;
    else if (!article)
        return;
    if (scan->numerals->german && scale.value < 1e6 && scale.value > 10 && is_text(lower_at(scan, at), "dutzend") &&
        !slice_starts(before, SLICE("ein")))
        return;
    scale.kind = KIND_CARDINAL;
    add_word(scan, scale, scan->numerals->german && scale.value < 1e6);
}

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
    struct slice text = lower_at(scan, scan->at);
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
        if (numeral.kind == KIND_CARDINAL || numeral.kind == KIND_ORDINAL || numeral.kind == KIND_WEAK ||
            numeral.kind == KIND_MULTIPLE) {
            scan->at = at;
            add_word(scan, numeral, scan->numerals->german);
        }
        if (numeral.kind == KIND_CARDINAL && (is_text(text, "time") || is_text(text, "times") || is_text(text, "fold")))
            scan->out->items[scan->out->count - 1].flags |= QUANTITY_MULTIPLE; /* "six-time champion" */
        if (scan->out->count > before && (numeral.kind == KIND_SCALE || numeral.kind == KIND_NONE))
            add_piece(scan, piece, numeral);
        last = numeral;
    }
    if (scan->at < at)
        scan->at = at;
}

static void read_word(struct scan *scan)
{
    const struct token *token = &scan->doc->tokens[scan->at];
    struct slice lower = lower_at(scan, scan->at);
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
    else if (numeral.kind == KIND_CARDINAL || numeral.kind == KIND_ORDINAL || numeral.kind == KIND_WEAK ||
             numeral.kind == KIND_MULTIPLE)
        add_word(scan, numeral, false);
}

/* "3 bis 8 Millionen", "between 3 and 8 million": the scale of the second may be that of the first. */
static void share_scale(struct scan *scan, struct quantity *first, const struct quantity *second)
{
    static const char *const between[] = { "bis", "auf", "und", "oder", "to", "and", "or", "-", "–" };
    double scale = 1;

    if ((second->flags & QUANTITY_SCALED) == 0 || (first->flags & QUANTITY_SCALED) != 0 ||
        second->first > first->last + 2)
        return;
    while (scale < second->values[0] / 1000)
        scale *= 1000;
    for (size_t i = 0; i < sizeof between / sizeof *between; i++)
        if (second->first == first->last + (first->last == second->first ? 0 : 2) &&
            (first->last == second->first || is_text(lower_at(scan, first->last + 1), between[i]))) {
            add_value(first, first->values[0] * scale);
            add_value(first, first->values[0] * scale * 1000);
            return;
        }
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
