/* Finds the rows of the tables of misspelt letters (old-spellings.tsv, misspelt-words.tsv) by the letters that they
 * begin with, so that a word is compared with the few rows that may stand in it. */
#include <stdlib.h>

#include "builder_rows.h"
#include "lexicon/letter_rows.h"
#include "sources.h"

static int compare(const void *a, const void *b)
{
    const struct letter_row *left = a, *right = b;

    if (left->letters != right->letters)
        return left->letters < right->letters ? -1 : 1;
    return (left->pair > right->pair) - (left->pair < right->pair);
}

static void add_table(const struct builder *builder, struct rows *rows, const struct list_record *table)
{
    const struct pair_record *pairs = builder->sections[SECTION_PAIRS].items;

    for (uint32_t i = table->first; i < table->first + table->count; i++) {
        struct slice key = builder_text_of(builder, pairs[i].key);

        if (i == table->first || !slice_equal(builder_text_of(builder, pairs[i - 1].key), key))
            *(struct letter_row *)rows_add(rows, sizeof(struct letter_row), 1) =
                (struct letter_row){ first_letters(bare_letters(key)), i };
    }
}

static void write_filter(struct builder *builder, const struct rows *rows)
{
    uint64_t filter[LETTER_FILTER_WORDS] = { 0 };
    const struct letter_row *row = rows->items;

    for (size_t i = 0; i < rows->count; i++) {
        uint32_t bit = letter_bit(row[i].letters);

        filter[bit / 64] |= (uint64_t)1 << bit % 64;
    }
    builder_section(builder, SECTION_LETTER_FILTER, filter, sizeof filter);
}

void letter_rows_write(struct builder *builder)
{
    const struct list_record old = builder_table(builder, SLICE("old-spellings")),
                             misspelt = builder_table(builder, SLICE("misspelt-words"));
    struct rows rows = { 0 };

    add_table(builder, &rows, &old);
    add_table(builder, &rows, &misspelt);
    if (rows.count > 1)
        qsort(rows.items, rows.count, sizeof(struct letter_row), compare);
    builder_section(builder, SECTION_LETTER_ROWS, rows.items, rows.count * sizeof(struct letter_row));
    write_filter(builder, &rows);
    free(rows.items);
}
