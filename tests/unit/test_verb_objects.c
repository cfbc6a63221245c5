/* Verbs that their object shows to be in the wrong sense of the English one. */
#include "compiling.h"

#include "dictionaries/compile/idioms.h"

static char folder[] = "/tmp/rotstift-verbs-XXXXXX";

/* The patterns that a row makes, between semicolons. */
static struct slice patterns_of(const char *row, struct rule_sources *rules)
{
    struct word_lists lists = { 0 };
    struct rs_error error = { .line = 0 };
    struct translations *translations = translations_read("tests/data/terms.ding", &error);
    struct dropped_pairs dropped = { .arena = &rules->arena };
    struct pair_filter filter = { translations, &dropped, NULL };
    struct slice out = { "", 0 };

    assert_non_null(translations);
    write_file(folder, "verb-objects.tsv", row);
    assert_int_equal(verb_objects_generate(rules, folder, &lists, &filter, &error), 0);
    remove_file(folder, "verb-objects.tsv");
    for (size_t i = 0; i < rules->rules_count; i++)
        for (size_t j = 0; j < rules->rules[i].patterns_count; j++)
            out = arena_print(&rules->arena, "%.*s%.*s;", (int)out.len, out.at,
                              (int)rules->rules[i].patterns[j].text.len, rules->rules[i].patterns[j].text.at);
    translations_free(translations);
    return out;
}

static void other_verbs_of_the_english_one_are_wrong(void **state)
{
    struct rule_sources rules = { 0 };

    (void)state;
    assert_string_equal(patterns_of("run\tführen\tFirma|Hotel\n", &rules).at, "{laufen} {-Firma}|{-Hotel};");
    assert_int_equal(rules.rules[0].patterns[0].order, ORDER_OBJECT);
    assert_true(slice_equal(rules.rules[0].suggestions[0], SLICE("{führen=1}")));
    rules_free(&rules);
}

static void what_german_puts_together_is_left_out(void **state)
{
    struct rule_sources rules = { 0 };

    (void)state;
    assert_string_equal(patterns_of("run\tführen\tMarathon|Hotel\n", &rules).at, "{laufen} {-Hotel};");
    rules_free(&rules);
}

static void a_verb_without_other_german_makes_no_rule(void **state)
{
    struct rule_sources rules = { 0 };

    (void)state;
    assert_string_equal(patterns_of("run\tführen|laufen\tHotel\n", &rules).at, "");
    assert_int_equal(rules.rules_count, 0);
    rules_free(&rules);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int remove_folder(void **state)
{
    (void)state;
    return remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_verbs_of_the_english_one_are_wrong),
        cmocka_unit_test(what_german_puts_together_is_left_out),
        cmocka_unit_test(a_verb_without_other_german_makes_no_rule),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
