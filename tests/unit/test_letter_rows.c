/* The index of tables whose keys are letters of words: it leads to each row that stands in a word, in order. */
#include <stdio.h>

#include "real_data.h"

#include "lexicon/letter_rows.h"

static void signs_are_no_letters(void **state)
{
    (void)state;
    assert_true(slice_equal(bare_letters(SLICE("~^wieder$")), SLICE("wieder")));
    assert_true(slice_equal(bare_letters(SLICE("grad$")), SLICE("grad")));
    assert_true(slice_equal(bare_letters(SLICE("")), SLICE("")));
    assert_int_equal(first_letters(SLICE("abc")), 0);
    assert_int_not_equal(first_letters(SLICE("abcd")), 0);
    assert_int_equal(first_letters(SLICE("abcd")), first_letters(SLICE("abcde")));
}

/* Every key is found in a word that is the key itself, with letters around it. */
static void each_row_is_found(void **state)
{
    static const enum named_table tables[] = { TABLE_OLD_SPELLINGS, TABLE_MISSPELT_WORDS };
    const struct lexicon *lexicon = &context.lexicon;

    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct list_record *table = named_table(lexicon, tables[i]);

        assert_non_null(table);
        for (uint32_t pair = table->first; pair < table->first + table->count; pair++) {
            struct slice key = bare_letters(lexicon_text(lexicon, lexicon->pairs[pair].key));
            char word[128];
            size_t length = (size_t)snprintf(word, sizeof word, "un%.*sen", (int)key.len, key.at);

            if (pair > table->first && lexicon->pairs[pair].key.at == lexicon->pairs[pair - 1].key.at)
                continue;
            assert_int_equal(next_letter_row(lexicon, table, pair, (struct slice){ word, length }), pair);
        }
    }
}

static void a_short_word_has_only_the_rows_of_few_letters(void **state)
{
    const struct lexicon *lexicon = &context.lexicon;
    const struct list_record *table = named_table(lexicon, TABLE_MISSPELT_WORDS);
    uint32_t end = table->first + table->count;

    (void)state;
    assert_int_equal(next_letter_row(lexicon, table, table->first, SLICE("")), NO_ID);
    assert_int_equal(next_letter_row(lexicon, table, table->first, SLICE("qxz")), NO_ID);
    assert_int_equal(next_letter_row(lexicon, table, end, SLICE("wiederstand")), NO_ID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_are_no_letters),
        cmocka_unit_test(each_row_is_found),
        cmocka_unit_test(a_short_word_has_only_the_rows_of_few_letters),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
