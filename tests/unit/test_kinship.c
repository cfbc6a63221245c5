#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "dictionaries/compile/kinship.h"

static struct translations *translations;
static struct kinship kinship;

static int prepare(void **state)
{
    struct rs_error error = { .line = 0 };

    (void)state;
    translations = translations_read("tests/data/senses.ding", &error);
    if (translations == NULL ||
        kinship_read(&kinship, translations, "tests/data/senses.ding", "tests/data/senses.mythes", &error) != 0) {
        fprintf(stderr, "%s:%zu: %s\n", error.file, error.line, error.message);
        return -1;
    }
    return 0;
}

static int release(void **state)
{
    (void)state;
    kinship_free(&kinship);
    translations_free(translations);
    return 0;
}

static bool akin(const char *a, const char *b, const char *english)
{
    uint32_t left = kinship_noun(&kinship, slice_of(a)), right = kinship_noun(&kinship, slice_of(b));

    assert_int_not_equal(left, NO_WORD);
    assert_int_not_equal(right, NO_WORD);
    return are_akin(&kinship, left, right, slice_of(english));
}

static void one_entry_of_ding_is_one_sense(void **state)
{
    (void)state;
    assert_true(akin("Bank", "Geldinstitut", "bank"));
    assert_false(akin("Bank", "Ufer", "bank"));
}

static void one_group_of_the_thesaurus_is_one_sense(void **state)
{
    (void)state;
    assert_true(akin("Frühling", "Lenz", "spring"));
    assert_false(akin("Frühling", "Feder", "spring"));
}

static void other_english_in_common_is_one_sense(void **state)
{
    (void)state;
    assert_true(akin("Ufer", "Küste", "bank"));
    assert_false(akin("Bank", "Küste", "bank"));
}

static void kin_of_kin_meet(void **state)
{
    struct arena arena = { 0 };
    struct numbers ufer = kin_of(&kinship, &arena, kinship_noun(&kinship, SLICE("Ufer")), SLICE("bank"));
    struct numbers strand = kin_of(&kinship, &arena, kinship_noun(&kinship, SLICE("Strand")), SLICE("bank"));
    struct numbers bank = kin_of(&kinship, &arena, kinship_noun(&kinship, SLICE("Bank")), SLICE("bank"));

    (void)state;
    assert_true(numbers_meet(&ufer, &strand));
    assert_false(numbers_meet(&ufer, &bank));
    arena_free(&arena);
}

static void a_thesaurus_that_is_not_there_is_named(void **state)
{
    struct kinship none;
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(kinship_read(&none, translations, "tests/data/senses.ding", "tests/data/none.mythes", &error), -1);
    assert_string_equal(error.file, "tests/data/none.mythes");
    assert_non_null(strstr(error.message, "mythes-de"));
    kinship_free(&none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_entry_of_ding_is_one_sense),
        cmocka_unit_test(one_group_of_the_thesaurus_is_one_sense),
        cmocka_unit_test(other_english_in_common_is_one_sense),
        cmocka_unit_test(kin_of_kin_meet),
        cmocka_unit_test(a_thesaurus_that_is_not_there_is_named),
    };

    return cmocka_run_group_tests(tests, prepare, release);
}
