#include "compiling.h"

#include "dictionaries/compile/rules_xml.h"

/* Reads the rows as the table of works. */
static int read_rows(const char *rows, struct rule_sources *rules, struct rs_error *error)
{
    return read_rows_as(read_name_tables, "work.tsv", slice_of(rows), rules, error);
}

static void a_row_is_a_rule_of_the_kind_of_its_file(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(
        read_rows("# titles\nThe Long Dark\tHinterland\nOld Mill (film)\t-\tAlte Mühle; {Altmühle}\tDie Mühle\n",
                  &rules, &error),
        0);
    assert_int_equal(rules.rules_count, 2);
    assert_true(slice_equal(rules.rules[0].id, SLICE("name/the-long-dark")));
    assert_true(slice_equal(rules.rules[0].kind, SLICE("work")));
    assert_true(rules.rules[0].generate && rules.rules[0].titled);
    assert_int_equal(rules.rules[0].conditions_count, 2);
    assert_true(slice_equal(rules.rules[0].suggestions[0], SLICE("The Long Dark")));
    assert_false(rules.rules[1].generate);
    assert_int_equal(rules.rules[1].patterns_count, 2);
    assert_true(slice_equal(rules.rules[1].patterns[1].text, SLICE("{Altmühle}")));
    assert_true(rules.rules[1].patterns[1].unconditional);
    assert_true(slice_equal(rules.rules[1].suggestions[0], SLICE("Die Mühle")));
    rules_free(&rules);
}

static void a_german_name_without_a_wrong_one_is_an_error_with_its_line(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(read_rows("Old Mill\n\nNew Mill\t-\t-\tNeue Mühle\n", &rules, &error), -1);
    assert_int_equal(error.line, 3);
    rules_free(&rules);
}

static void a_nul_byte_is_an_error_with_its_line(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(read_rows_as(read_name_tables, "work.tsv", SLICE("Old Mill\nNew\0Mill\n"), &rules, &error), -1);
    assert_int_equal(error.line, 2);
    rules_free(&rules);
}

static void a_missing_folder_is_an_error(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(read_name_tables("/tmp/rotstift-no-such-folder", &rules, &error), -1);
    assert_non_null(strstr(error.message, "can't be read"));
    rules_free(&rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_a_rule_of_the_kind_of_its_file),
        cmocka_unit_test(a_german_name_without_a_wrong_one_is_an_error_with_its_line),
        cmocka_unit_test(a_nul_byte_is_an_error_with_its_line),
        cmocka_unit_test(a_missing_folder_is_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
