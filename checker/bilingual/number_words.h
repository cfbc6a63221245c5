/* Words of number of either language: what the tables have for them, and German words that are put together. */
#ifndef ROTSTIFT_BILINGUAL_NUMBER_WORDS_H
#define ROTSTIFT_BILINGUAL_NUMBER_WORDS_H

#include "bilingual/quantities.h"

enum kind { KIND_NONE, KIND_CARDINAL, KIND_SCALE, KIND_ORDINAL, KIND_WEAK, KIND_SUFFIX, KIND_PART, KIND_MULTIPLE };

/* A word of number and what it is worth. */
struct numeral {
    enum kind kind;
    double value, also; /* also: a second value, 0: none; a fortnight is 14 days and two weeks */
};

/* The number that the text begins with, 0: none. */
double number_of(struct slice text);

/* What the language's table has for the word (lower case). */
struct numeral numeral_of(const struct numerals *numerals, struct slice lower);

/* Reads a German word that is no table entry itself: "zweiundvierzigtausend", "dreijährig", "siebzehnte". */
struct numeral composed_numeral(const struct numerals *numerals, struct slice lower);

/* False for a German word type that was seen to be none of those; one that nobody described (lexicon/word_types.h) may
 * be one. */
bool may_be_composed(const struct word_type *type);

#endif
