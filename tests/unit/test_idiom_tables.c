#include "compiling.h"

#include "dictionaries/compile/rules_xml.h"

/* Reads the rows as a table of idioms. */
static int read_rows(const char *rows, struct rule_sources *rules, struct rs_error *error)
{
    return read_rows_as(read_idiom_tables, "common.tsv", slice_of(rows), rules, error);
}

static void a_row_is_an_idiom_with_its_sentences(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(read_rows("bite the bullet\tin den sauren Apfel beißen|es schlucken\t{Kugel} {beißen}; {Kugel}\t"
                               "Regierung; !Pistole\tSie [biss die Kugel]. | Er wird [die Kugel beißen].\n",
                               &rules, &error),
                     0);
    assert_int_equal(rules.rules_count, 1);
    const struct rule_source *rule = &rules.rules[0];

    assert_true(slice_equal(rule->id, SLICE("idiom/bite-the-bullet")));
    assert_true(rule->generate);
    assert_int_equal(rule->patterns_count, 2);
    assert_int_equal(rule->patterns[0].order, ORDER_CLAUSE);
    assert_int_equal(rule->suggestions_count, 2);
    assert_int_equal(rule->conditions_count, 2);
    assert_int_equal(rule->bad_count, 2);
    assert_int_equal(rule->bad[1].mark.start, 8);
    rules_free(&rules);
}

static void of_a_row_with_a_remark_only_what_it_names_counts(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(read_rows("gain momentum (literal)\tan Fahrt gewinnen\t{Momentum} {gewinnen}\n", &rules, &error),
                     0);
    assert_false(rules.rules[0].generate);
    assert_true(slice_equal(rules.rules[0].why[LANGUAGE_DE],
                            SLICE("Die englische Wendung „gain momentum“ ist Wort für Wort übersetzt.")));
    rules_free(&rules);
}

static void a_sentence_without_a_mark_is_an_error_with_its_line(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(read_rows("# idioms\nbite the bullet\tschlucken\t-\t-\tSie biss die Kugel.\n", &rules, &error),
                     -1);
    assert_int_equal(error.line, 2);
    rules_free(&rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_an_idiom_with_its_sentences),
        cmocka_unit_test(of_a_row_with_a_remark_only_what_it_names_counts),
        cmocka_unit_test(a_sentence_without_a_mark_is_an_error_with_its_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
