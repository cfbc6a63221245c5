/* Quantities: what the figures and number words of a text say, in either language. quantities.c reads them, with the
 * files of quantity_scan.h; quantity_units.c compares them. */
#ifndef ROTSTIFT_BILINGUAL_QUANTITIES_H
#define ROTSTIFT_BILINGUAL_QUANTITIES_H

#include "lexicon/word_types.h"

enum quantity_flag {
    QUANTITY_DIGITS = 1 << 0,    /* written in figures */
    QUANTITY_WEAK = 1 << 1,      /* a word that may stand for a number and need not: "both", "dreijährig", "halb" */
    QUANTITY_ORDINAL = 1 << 2,   /* "third", "3." */
    QUANTITY_SCALED = 1 << 3,    /* with million, Mrd., … */
    QUANTITY_AFTERNOON = 1 << 4, /* before "p.m.": 3 is 15 as well */
    QUANTITY_MULTIPLE = 1 << 5   /* "tripled", "verdreifacht": weak, but comparable with its like */
};

enum { MAX_VALUES = 3 };

struct quantity {
    double values[MAX_VALUES]; /* what it may mean: "1,500" in German 1.5 or, in English form, 1500 */
    uint8_t value_count;
    uint8_t flags;        /* enum quantity_flag */
    uint32_t first, last; /* tokens, last inclusive, without its unit */
    const struct pair_record
        *measures;        /* what it counts: (dimension, unit) pairs of dictionaries/bilingual/units.tsv */
    size_t measure_count; /* pairs, so twice as many values */
    uint32_t measure;     /* token that says so */
};

struct quantity_row {
    struct arena *arena;
    struct quantity *items;
    size_t count, capacity;
};

/* How numbers are written in a language: tables of dictionaries/bilingual/. */
struct numerals {
    const struct lexicon *lexicon;
    const struct list_record *words, *units;
    bool german;
};

struct numerals numerals_of(const struct lexicon *lexicon, bool german);

/* Appends the quantities of the tokens [first, end). */
void read_quantities(const struct numerals *numerals, const struct document *doc, uint32_t first, uint32_t end,
                     struct quantity_row *out);

/* The (dimension, unit) pairs of a word, *count of them; NULL: it is none. */
const struct pair_record *measures_of(const struct numerals *numerals, struct arena *arena, struct slice word,
                                      size_t *count);

/* True when both may be the same: an equal value, or one that was converted into another unit. */
bool same_quantity(const struct lexicon *lexicon, const struct quantity *a, const struct quantity *b);

/* The one quantity of the row that is the same as wanted; NULL: none, or several. Owned by the row. */
const struct quantity *only_same_quantity(const struct lexicon *lexicon, const struct quantity *wanted,
                                          const struct quantity_row *row);

/* The first token of a quantity, with a sign of money before it. */
uint32_t quantity_start(const struct quantity *quantity);

/* The (dimension, unit) pair of a token that names a month or a day of the week; NULL: it names none. */
const struct pair_record *calendar_name(const struct numerals *numerals, struct arena *arena,
                                        const struct document *doc, uint32_t token);

/* True when two names of the calendar are of one month or one day of the week. */
bool same_calendar_name(const struct lexicon *lexicon, const struct pair_record *a, const struct pair_record *b);

/* How many of the units of b make one of a's, where b is a converted into them; 0: it is not. */
double conversion_factor(const struct lexicon *lexicon, const struct quantity *a, const struct quantity *b);

/* True when both count something of one dimension in units that differ: dollars and pounds, miles and kilometres. */
bool units_differ(const struct lexicon *lexicon, const struct quantity *a, const struct quantity *b);

#endif
