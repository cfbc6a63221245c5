/* What Ding's phrases say together, in the data as it is compiled for users. */
#include "real_data.h"

#include "lexicon/said_together.h"

static bool said(const char *english, const char *beside, const char *german)
{
    const struct lexicon *lexicon = &context.lexicon;
    const struct english_record *word = english_word(lexicon, slice_of(english));
    const struct english_record *other = english_word(lexicon, slice_of(beside));
    uint32_t lemma = lexicon_lemma(lexicon, slice_of(german));

    assert_non_null(word);
    assert_non_null(other);
    assert_int_not_equal(lemma, NO_ID);
    return said_together(lexicon, (uint32_t)(word - lexicon->english), (uint32_t)(other - lexicon->english), lemma);
}

static void a_phrase_says_its_german(void **state)
{
    (void)state;
    assert_true(said("power", "wind", "Windkraft"));
    assert_true(said("power", "plant", "Kraftwerk"));
}

static void other_words_beside_say_nothing(void **state)
{
    (void)state;
    assert_false(said("power", "wind", "Macht"));
    assert_false(said("power", "winter", "Windkraft"));
}

static void an_empty_table_says_nothing(void **state)
{
    const struct lexicon empty = { 0 };

    (void)state;
    assert_false(said_together(&empty, 0, 0, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_phrase_says_its_german),
        cmocka_unit_test(other_words_beside_say_nothing),
        cmocka_unit_test(an_empty_table_says_nothing),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
