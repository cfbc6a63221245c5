#include "compiling.h"

#include "dictionaries/compile/idioms.h"
#include "read_translations.h"

#define DING "tests/data/government.ding"

static const char homonyms[] = "calf\tKalb:animals|Wade:body\n"
                               "chest\tBrust:body|Truhe:containers\n"
                               "temple\tTempel:sites|Schläfe:body\n";

struct made {
    struct rule_sources rules;
    struct rs_error error;
    int status;
};

/* Makes the rules of two tables. */
static struct made make(const char *words, const char *places)
{
    char folder[] = "/tmp/selection-XXXXXX";
    struct made made = { .status = -1 };
    struct translations *translations = read_translations(DING, &made.error);
    struct pair_filter filter = { .translations = translations };

    assert_non_null(translations);
    assert_non_null(mkdtemp(folder));
    write_file(folder, "homonyms.tsv", words);
    write_file(folder, "selection.tsv", places);
    made.status = selection_generate(&made.rules, folder, &filter, &made.error);
    remove_file(folder, "homonyms.tsv");
    remove_file(folder, "selection.tsv");
    rmdir(folder);
    translations_free(translations);
    return made;
}

static void test_noun_of_another_kind(void **state)
{
    struct made made = make(homonyms, "object-of\tverstauchen|zerren\tbody\tsites\n");
    const struct rule_source *rule = rule_named(&made.rules, "wrong-sense/calf-kalb-wade");

    (void)state;
    assert_int_equal(made.status, 0);
    assert_non_null(rule);
    assert_true(slice_equal(rule->english, SLICE("calf")));
    assert_int_equal(rule->suggestions_count, 1);
    assert_true(slice_equal(rule->suggestions[0], SLICE("{Wade=0}")));
    assert_int_equal(rule->patterns_count, 1);
    assert_int_equal(rule->patterns[0].order, ORDER_OBJECT);
    assert_true(slice_equal(rule->patterns[0].text, SLICE("{verstauchen}|{zerren} [ {Kalb} ]")));
    assert_non_null(rule_named(&made.rules, "wrong-sense/chest-truhe-brust"));
    assert_null(rule_named(&made.rules, "wrong-sense/calf-wade-kalb"));         /* a body fits */
    assert_null(rule_named(&made.rules, "wrong-sense/temple-tempel-schlaefe")); /* a site fits too */
    arena_free(&made.rules.arena);
}

static void test_places_of_one_pair_are_one_rule(void **state)
{
    struct made made = make(homonyms, "object-of\tverstauchen\tbody\nof\tStürmer\tbody\nsubject-of\tbellen\tanimals\n");
    const struct rule_source *rule = rule_named(&made.rules, "wrong-sense/temple-tempel-schlaefe");

    (void)state;
    assert_int_equal(made.status, 0);
    assert_non_null(rule);
    assert_int_equal(rule->patterns_count, 3); /* a genitive and "von" beside the object */
    rule = rule_named(&made.rules, "wrong-sense/calf-wade-kalb");
    assert_non_null(rule);
    assert_int_equal(rule->patterns[0].order, ORDER_SUBJECT);
    arena_free(&made.rules.arena);
}

static void test_what_german_puts_together(void **state)
{
    struct made made = make("rain\tRegen:sites|Guss:weather\n", "object-of\thoffen|meiden\tweather\n");
    const struct rule_source *rule = rule_named(&made.rules, "wrong-sense/rain-regen-guss");

    (void)state;
    assert_non_null(rule); /* "Wir hoffen auf Regen." is a phrase of the dictionary */
    assert_true(slice_equal(rule->patterns[0].text, SLICE("{meiden} [ {Regen} ]")));
    arena_free(&made.rules.arena);
}

static void expect_error(const char *words, const char *places, size_t line, const char *reason)
{
    struct made made = make(words, places);

    assert_int_equal(made.status, -1);
    assert_int_equal(made.error.line, line);
    assert_non_null(strstr(made.error.message, reason));
    arena_free(&made.rules.arena);
}

static void test_malformed_tables(void **state)
{
    (void)state;
    expect_error("calf\tKalb|Wade:body\n", "", 1, "Kalb");
    expect_error(homonyms, "object-of\tzerren\tbody\nobject-of\tzerren\tbones\n", 2, "bones");
    expect_error(homonyms, "objects\tzerren\tbody\n", 1, "objects");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_noun_of_another_kind),
        cmocka_unit_test(test_places_of_one_pair_are_one_rule),
        cmocka_unit_test(test_what_german_puts_together),
        cmocka_unit_test(test_malformed_tables),
    };

    return cmocka_run_group_tests_name("selection", tests, NULL, NULL);
}
