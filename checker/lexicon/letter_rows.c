#include "lexicon/letter_rows.h"

/* The first row of these letters from the pair on; NO_ID: none. */
static uint32_t first_row(const struct lexicon *lexicon, uint32_t letters, uint32_t pair)
{
    const struct letter_row *rows = lexicon->letter_rows;
    size_t low = 0, high = lexicon->letter_row_count;
    uint32_t bit = letter_bit(letters);

    if (high == 0 || (lexicon->letter_filter[bit / 64] >> bit % 64 & 1) == 0)
        return NO_ID;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (rows[middle].letters < letters || (rows[middle].letters == letters && rows[middle].pair < pair))
            low = middle + 1;
        else
            high = middle;
    }
    return low < lexicon->letter_row_count && rows[low].letters == letters ? rows[low].pair : NO_ID;
}

uint32_t next_letter_row(const struct lexicon *lexicon, const struct list_record *table, uint32_t from,
                         struct slice word)
{
    uint32_t next = first_row(lexicon, 0, from);

    for (uint32_t letters; (letters = first_letters(word)) != 0; word = slice_from(word, 1)) {
        uint32_t row = first_row(lexicon, letters, from);

        next = row < next ? row : next;
    }
    return next < table->first + table->count ? next : NO_ID;
}
