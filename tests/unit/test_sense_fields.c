/* Senses by the company of the English, as they are compiled and as they are checked. */
#include "marked.h"

#include "lexicon/hash.h"

static const struct sense_row *row_of(const char *english)
{
    const struct lexicon *lexicon = &context.lexicon;
    const struct list_record *table = named_table(lexicon, TABLE_SENSE_FIELDS);
    size_t count;
    const struct pair_record *pairs = pairs_of(lexicon, table, slice_of(english), &count);

    assert_non_null(pairs);
    return lexicon->sense_rows + (pairs - lexicon->pairs) - table->first;
}

static void each_row_of_the_table_is_compiled(void **state)
{
    const struct lexicon *lexicon = &context.lexicon;
    const struct list_record *table = named_table(lexicon, TABLE_SENSE_FIELDS);

    (void)state;
    assert_int_equal(lexicon->sense_row_count, table->count);
    for (uint32_t i = 0; i < table->count; i++) {
        const struct sense_row *row = &lexicon->sense_rows[i];
        uint32_t words = 0;

        assert_in_range(row->sense_count, 1, MOST_ROW_SENSES);
        for (uint32_t j = 0; j < row->sense_count; j++) {
            const struct sense_record *sense = &lexicon->senses[row->first_sense + j];

            assert_int_equal(sense->first_word, row->first_word + words);
            assert_int_equal((sense->flags & SENSE_COMMON) != 0 || j > 0, true);
            words += sense->word_count;
        }
        assert_int_equal(words, row->word_count);
    }
}

static void words_have_their_lemmas_and_keys(void **state)
{
    const struct lexicon *lexicon = &context.lexicon;
    const struct sense_row *row = row_of("match");

    (void)state;
    for (uint32_t i = 0; i < row->word_count; i++) {
        const struct sense_word *word = &lexicon->sense_words[row->first_word + i];
        struct slice text = lexicon_text(lexicon, word->text);

        assert_false(slice_starts(text, SLICE("*")));
        assert_int_equal(word->lemma, lexicon_lemma(lexicon, text));
        assert_true((row->keys & (word->lemma == NO_ID ? spelling_bit(text) : lemma_bit(word->lemma))) != 0);
        assert_in_range(word->sense, 0, row->sense_count - 1);
    }
}

static void items_are_told_apart(void **state)
{
    const struct lexicon *lexicon = &context.lexicon;

    (void)state;
    for (uint32_t i = 0; i < lexicon->sense_row_count; i++) {
        const struct sense_row *row = &lexicon->sense_rows[i];

        for (uint32_t j = 0; j < row->sense_count; j++) {
            const struct sense_record *sense = &lexicon->senses[row->first_sense + j];

            for (uint32_t k = 0; k < sense->item_count; k++) {
                const struct sense_item *item = &lexicon->sense_items[sense->first_item + k];

                assert_false(slice_starts(lexicon_text(lexicon, item->text), SLICE("=")));
                assert_int_equal(item->kind == SENSE_CONSTRUCTION, item->weight != 0);
                if (item->kind == SENSE_CONSTRUCTION)
                    assert_true((row->flags & ROW_HAS_CONSTRUCTION) != 0);
            }
        }
    }
}

static void company_shows_the_sense(void **state)
{
    (void)state;
    assert_marked_beside("bilingual/wrong-sense", "The fans left the match on Sunday.",
                         "Die Fans verließen am Sonntag das Streichholz.", "Streichholz|");
    assert_marked_beside("bilingual/wrong-sense", "The fans left the match on Sunday.",
                         "Die Fans verließen am Sonntag das Spiel.", "");
}

static void names_and_words_without_company_are_left_alone(void **state)
{
    (void)state;
    assert_marked_beside("bilingual/wrong-sense", "The Match won a prize.", "Das Streichholz gewann einen Preis.", "");
    assert_marked_beside("bilingual/wrong-sense", "Sentence", "Satz", "");
    assert_marked_beside("bilingual/wrong-sense", "The teacher corrected a sentence in the essay.",
                         "Der Lehrer verbesserte einen Satz im Aufsatz.", "");
}

static void a_rare_sense_needs_its_company(void **state)
{
    (void)state;
    assert_marked_beside("bilingual/wrong-sense", "match", "Streichholz", "Streichholz|");
    assert_marked_beside("bilingual/wrong-sense", "match", "Spiel", "");
}

static void little_text_says_nothing(void **state)
{
    static const char *const texts[] = { "", ".", "take off", "take , off", "take", "off" };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_marked_beside("bilingual/wrong-sense", texts[i], "Streichholz", "");
        assert_marked_beside("bilingual/wrong-sense", "match", texts[i], "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_of_the_table_is_compiled),
        cmocka_unit_test(words_have_their_lemmas_and_keys),
        cmocka_unit_test(items_are_told_apart),
        cmocka_unit_test(company_shows_the_sense),
        cmocka_unit_test(names_and_words_without_company_are_left_alone),
        cmocka_unit_test(a_rare_sense_needs_its_company),
        cmocka_unit_test(little_text_says_nothing),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
