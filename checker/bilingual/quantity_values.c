/* What a number may be worth: figures with their separators, the words behind it, years without a century, hours of the
 * afternoon. */
#include "bilingual/quantity_scan.h"

struct quantity *add_quantity(struct scan *scan, uint32_t first, uint32_t last, uint8_t flags)
{
    struct quantity_row *out = scan->out;

    out->items = arena_grow(out->arena, out->items, out->count, &out->capacity, sizeof *out->items);
    out->items[out->count] = (struct quantity){ .first = first, .last = last, .flags = flags, .measure = NO_ID };
    return &out->items[out->count++];
}

void add_value(struct quantity *quantity, double value)
{
    for (uint8_t i = 0; i < quantity->value_count; i++)
        if (quantity->values[i] >= value && quantity->values[i] <= value)
            return;
    if (quantity->value_count < MAX_VALUES)
        quantity->values[quantity->value_count++] = value;
}

/* ---- figures ---- */

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
    return number_of((struct slice){ room, n });
}

bool is_grouped(struct slice text, char separator)
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

void read_figures(struct quantity *quantity, struct slice text, bool german)
{
    char point = german ? ',' : '.', separator = german ? '.' : ',';

    /* "2.4" in German is no German number, but means 2,4. */
    bool foreign = memchr(text.at, separator, text.len) != NULL && !is_grouped(text, separator);

    add_value(quantity, plain_value(text, foreign ? separator : point));
    if (german && is_grouped(text, point)) /* "1,500" in German: English form, which another check marks */
        add_value(quantity, plain_value(text, '\0'));
}

/* ---- numbers of several words ---- */

struct numeral numeral_at(const struct scan *scan, uint32_t token)
{
    const struct list_record *words = scan->numerals->words;

    if (token >= scan->end || scan->doc->tokens[token].kind != TOKEN_WORD || words == NULL ||
        !set_holds(scan->doc->tokens[token].type->lower_listed, table_number(scan->numerals->lexicon, words)))
        return (struct numeral){ KIND_NONE, 0, 0 };
    return numeral_of(scan->numerals, scan_lower(scan, token));
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
        bool joined = !scan->numerals->german && is_multiple(value, 100) && slice_is(scan_text(scan, next), "and");
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

void extend_quantity(struct scan *scan, struct quantity *quantity)
{
    uint32_t last = quantity->last;

    for (uint8_t i = 0; i < quantity->value_count; i++) {
        quantity->last = last;
        quantity->values[i] = extended_value(scan, quantity, quantity->values[i]);
    }
}

void share_scale(struct scan *scan, struct quantity *first, const struct quantity *second)
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
            (first->last == second->first || slice_is(scan_lower(scan, first->last + 1), between[i]))) {
            add_value(first, first->values[0] * scale);
            add_value(first, first->values[0] * scale * 1000);
            return;
        }
}

/* ---- years ---- */

void add_decade(struct quantity *quantity)
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

void add_early_century(struct quantity *quantity)
{
    double value = quantity->values[0];

    if (value >= 100 && value < 1000 && is_multiple(value, 100))
        add_value(quantity, value / 100 + 1);
}

void add_century(const struct quantity *year, struct quantity *quantity)
{
    if (year->values[0] >= 1000 && year->values[0] < 2100 && quantity->values[0] < 100)
        add_value(quantity, (double)(int)(year->values[0] / 100) * 100 + quantity->values[0]);
}

void add_thousands(struct quantity *first, const struct quantity *second)
{
    if (first->values[0] < 1000 && second->values[0] >= 1000 && first->values[0] * 1000 < second->values[0] &&
        is_multiple(second->values[0], 1000))
        add_value(first, first->values[0] * 1000);
}

/* ---- hours ---- */

/* "p.m.", "pm": the hour before it may be twelve more. */
static bool is_afternoon(const struct scan *scan, uint32_t token)
{
    struct slice lower = scan_lower(scan, token);

    return slice_is(lower, "p.m.") || slice_is(lower, "p.m") || slice_is(lower, "pm") ||
           (slice_is(lower, "p.") && slice_is(scan_lower(scan, token + 1), "m."));
}

static bool is_morning(const struct scan *scan, uint32_t token)
{
    struct slice lower = scan_lower(scan, token);

    return slice_is(lower, "a.m.") || slice_is(lower, "a.m") || slice_is(lower, "am") ||
           (slice_is(lower, "a.") && slice_is(scan_lower(scan, token + 1), "m."));
}

bool is_time_of_day(const struct scan *scan, struct slice text)
{
    size_t hours = digits_at(text, 0);

    return hours > 0 && hours <= 2 && hours + 3 == text.len && (text.at[hours] == '.' || text.at[hours] == ':') &&
           digits_at(text, hours + 1) == 2 &&
           (text.at[hours] == ':' || (scan->numerals->german && slice_is(scan_text(scan, scan->at + 1), "Uhr")) ||
            (!scan->numerals->german && (is_afternoon(scan, scan->at + 1) || is_morning(scan, scan->at + 1))));
}

void add_hour(struct scan *scan, struct quantity *quantity, uint32_t next)
{
    if (quantity->values[0] >= 12 && quantity->values[0] <= 12 && !scan->numerals->german && is_morning(scan, next)) {
        quantity->values[0] = 0; /* "12:30 a.m." is half past midnight */
        add_value(quantity, 24);
    }
    if (quantity->values[0] >= 1 && quantity->values[0] < 12 && !scan->numerals->german &&
        (is_afternoon(scan, next) || slice_is(scan_lower(scan, next), "in") ||
         slice_is(scan_lower(scan, next), "o'clock") || slice_is(scan_lower(scan, next), "o’clock")))
        add_value(quantity, quantity->values[0] + 12);
    if (quantity->values[0] >= 1 && quantity->values[0] < 12 && !scan->numerals->german && is_afternoon(scan, next))
        quantity->flags |= QUANTITY_AFTERNOON;
}

bool add_half_hour(const struct scan *scan, struct quantity *quantity, double hour)
{
    uint32_t first = quantity->first;
    bool past = first > scan->begin && slice_is(scan_lower(scan, first - 1), "past");

    if (first < scan->begin + 1 + past || hour < 1 || hour > 12 ||
        !slice_is(scan_lower(scan, first - 1 - past), scan->numerals->german ? "halb" : "half"))
        return false;
    double whole = scan->numerals->german ? hour - 1 : hour;

    add_value(quantity, whole + 0.5);
    add_value(quantity, whole);
    add_value(quantity, whole + 12);
    return true;
}

void add_minutes(const struct scan *scan, struct quantity *hour)
{
    uint32_t at = hour->first;
    bool to = at > scan->begin + 1 && slice_is(scan_lower(scan, at - 1), "to");

    if (scan->numerals->german || hour->values[0] > 12 || hour->values[0] < 1 || at < scan->begin + 2 ||
        (!to && !slice_is(scan_lower(scan, at - 1), "past")))
        return;
    struct quantity *minutes = scan->out->count > 1 ? &scan->out->items[scan->out->count - 2] : NULL;
    bool quarter = slice_is(scan_lower(scan, at - 2), "quarter");

    if (!quarter && (minutes == NULL || minutes->last + 2 != at || minutes->values[0] > 29))
        return;
    if (!quarter && to &&
        (at < scan->begin + 3 || !slice_is(scan_lower(scan, minutes->first - 1), "at"))) /* "5 to 7" */
        return;
    add_value(hour, hour->values[0] + (to ? -1 : 12));
    if (to)
        add_value(hour, hour->values[0] + 11);
    if (!quarter && to)
        add_value(minutes, 60 - minutes->values[0]);
}
