/* Rows of tables whose keys are letters that stand anywhere in a word ("^wiederstand", "todgeschlagen"), by the first
 * few of these letters. */
#ifndef ROTSTIFT_LEXICON_LETTER_ROWS_H
#define ROTSTIFT_LEXICON_LETTER_ROWS_H

#include "lexicon/lexicon.h"

/* The letters of a key without its signs: "~", "^" and "$". */
static inline struct slice bare_letters(struct slice key)
{
    key = slice_from(key, slice_starts(key, SLICE("~")));
    key = slice_from(key, slice_starts(key, SLICE("^")));
    key.len -= slice_ends(key, SLICE("$"));
    return key;
}

/* The first four bytes as one number; 0 for fewer: rows of so few letters may stand in any word. */
static inline uint32_t first_letters(struct slice letters)
{
    uint32_t first = 0;

    if (letters.len >= sizeof first)
        memcpy(&first, letters.at, sizeof first);
    return first;
}

enum { LETTER_FILTER_WORDS = 256 }; /* 2^14 bits for some 1,100 rows */

/* The bit of SECTION_LETTER_FILTER that the letters of a row set. */
static inline uint32_t letter_bit(uint32_t letters)
{
    return letters * 2654435761u >> 18; /* Knuth's multiplicative hash, 14 bits of it */
}

/* The first row of the table, from a pair of the lexicon on, that may stand in the word; NO_ID: none. The table is one
 * of those that the compiler has such an index of. */
uint32_t next_letter_row(const struct lexicon *lexicon, const struct list_record *table, uint32_t from,
                         struct slice word);

#endif
