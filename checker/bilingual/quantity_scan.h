/* What the files that read quantities share. The way of the data: quantities.c goes through the tokens and reads number
 * words; quantity_figures.c reads what is written in figures; both ask quantity_values.c what a number is worth and
 * quantity_measures.c what it counts. */
#ifndef ROTSTIFT_BILINGUAL_QUANTITY_SCAN_H
#define ROTSTIFT_BILINGUAL_QUANTITY_SCAN_H

#include "bilingual/number_words.h"
#include "checks/places.h"

/* A place in the tokens that are read: [begin, end). */
struct scan {
    const struct numerals *numerals;
    const struct document *doc;
    struct quantity_row *out;
    uint32_t begin, at, end;
};

/* The text of a token, as written and in lower case; empty from scan->end on. */
static inline struct slice scan_text(const struct scan *scan, uint32_t token)
{
    return token < scan->end ? token_text(scan->doc, &scan->doc->tokens[token]) : (struct slice){ 0 };
}

static inline struct slice scan_lower(const struct scan *scan, uint32_t token)
{
    struct slice text = scan_text(scan, token);

    return text.len == 0 ? text : token_lower(&scan->doc->tokens[token]);
}

/* ---- quantity_values.c: what a number may be worth ---- */

/* Appends a quantity without values to scan->out; valid until the next is added. */
struct quantity *add_quantity(struct scan *scan, uint32_t first, uint32_t last, uint8_t flags);

/* Adds a value that the quantity does not have yet, as long as there is room. */
void add_value(struct quantity *quantity, double value);

/* True for separators in groups of three: "1,500", "1.234.567". */
bool is_grouped(struct slice text, char separator);

/* Adds the values of one number without ranges: "1,500.5", "4,5", "10 000". */
void read_figures(struct quantity *quantity, struct slice text, bool german);

/* The word of number at a token, by the language's table; of kind KIND_NONE: it is none. */
struct numeral numeral_at(const struct scan *scan, uint32_t token);

/* Takes the words behind the number that belong to it into the quantity: "two hundred and fifty thousand", "4.5
 * billion". */
void extend_quantity(struct scan *scan, struct quantity *quantity);

/* Gives the first of two numbers the scale of the second, as it may have: "3 bis 8 Millionen", "between 3 and 8
 * million". */
void share_scale(struct scan *scan, struct quantity *first, const struct quantity *second);

/* "'90s", "1990er": adds the value with or without the century; "the 1800s" are the 19th century. */
void add_decade(struct quantity *quantity);

/* "the 900s": adds the 10th century. */
void add_early_century(struct quantity *quantity);

/* "1950-53", "2019/20": adds the second year with the century of the first. */
void add_century(const struct quantity *year, struct quantity *quantity);

/* "8-18,000": adds the thousands that the first number leaves out. */
void add_thousands(struct quantity *first, const struct quantity *second);

/* True when the text of figures at scan->at is a time of day: "14.30" before "Uhr", "7:55". */
bool is_time_of_day(const struct scan *scan, struct slice text);

/* Adds the other hours of the day that an English number may be for the words from next on: "3 p.m.", "12:30 a.m.",
 * "6 in the evening". */
void add_hour(struct scan *scan, struct quantity *quantity, uint32_t next);

/* "half seven", "half past seven", "halb acht": half past an hour, which German counts from the hour that follows.
 * The whole hour may stand in figures ("19.30 Uhr"). False when it is no such time. */
bool add_half_hour(const struct scan *scan, struct quantity *quantity, double hour);

/* "a quarter to eleven", "ten past six": the whole hour is the one before, and the minutes are told from it. */
void add_minutes(const struct scan *scan, struct quantity *hour);

/* ---- quantity_measures.c: what it counts ---- */

/* Finds the unit of the quantity behind it or before it: "£20", "5 US dollars", "20 Grad Celsius", "per cent". */
void find_measure(struct scan *scan, struct quantity *quantity);

/* ---- quantity_figures.c: numbers in figures ---- */

/* Reads the token of figures at scan->at: one number, or several ("110–98", "2019/20", "7.6.2020"). */
void read_number_token(struct scan *scan);

/* Reads the word with a figure at scan->at: "4.5bn", "5th", "20-year-old", "12-jährige", "1990s", "3pm". The figure
 * stands at the start of the word, or of what stands behind the prefix of a time or an age ("mid-1880s", "over-75s").
 */
void read_mixed_word(struct scan *scan);

#endif
