/* The groups of synonyms of a small thesaurus come back from the compiled file. */
#include "built_lexicon.h"

static int compile(void **state)
{
    static const char *const nouns[] = { "Feder", "Frühling", "Frühjahr", "Jahreszeit", "Lenz" };
    struct builder *builder = builder_new();
    struct rs_error error;

    (void)state;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        builder_reading(builder, slice_of(nouns[i]), slice_of(nouns[i]), POS_NOUN);
    return open_built(builder, synonyms_write("tests/data/small.mythes", builder, &error), &error);
}

/* The groups that the noun stands in; *group receives the first. */
static size_t groups_of(const char *noun, uint32_t *group)
{
    uint32_t lemma = lexicon_lemma(&lexicon, slice_of(noun));
    size_t count;

    assert_int_not_equal(lemma, NO_ID);
    const struct synonym_record *records = synonyms_of(&lexicon, lemma, &count);

    *group = count > 0 ? records->group : NO_ID;
    return count;
}

static void synonyms_share_a_group(void **state)
{
    uint32_t first, second, third;

    (void)state;
    assert_int_equal(groups_of("Frühling", &first), 1);
    assert_int_equal(groups_of("Frühjahr", &second), 1);
    assert_int_equal(groups_of("Lenz", &third), 1);
    assert_int_equal(first, second);
    assert_int_equal(first, third);
}

static void wider_and_other_words_are_none(void **state)
{
    uint32_t group;

    (void)state;
    assert_int_equal(groups_of("Jahreszeit", &group), 0);
    assert_int_equal(groups_of("Feder", &group), 0);
}

static void a_thesaurus_that_is_not_there_is_named(void **state)
{
    struct builder *builder = builder_new();
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(synonyms_write("tests/data/none.mythes", builder, &error), -1);
    assert_string_equal(error.file, "tests/data/none.mythes");
    assert_non_null(strstr(error.message, "mythes-de"));
    builder_free(builder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(synonyms_share_a_group),
        cmocka_unit_test(wider_and_other_words_are_none),
        cmocka_unit_test(a_thesaurus_that_is_not_there_is_named),
    };

    return cmocka_run_group_tests(tests, compile, release);
}
