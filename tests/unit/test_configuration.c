/* What the configuration is made of: lines, patterns of paths, names of rules. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "configuration/ini.h"
#include "configuration/keys.h"
#include "configuration/paths.h"
#include "configuration/rule_names.h"

static struct arena arena;

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void lines_come_with_section_and_number(void **state)
{
    struct ini_file ini = { 0 };
    struct rs_error error;

    (void)state;
    assert_int_equal(ini_read_bytes(&ini, &arena,
                                    SLICE("\xef\xbb\xbf# c\na = 1\n\n[rules]\r\nx/y = off ; why\r\nz: minor\n  more\n"),
                                    "f", &error),
                     0);
    assert_int_equal(ini.count, 4);
    assert_string_equal(ini.lines[0].section, "");
    assert_string_equal(ini.lines[0].key, "a");
    assert_int_equal(ini.lines[0].line, 2);
    assert_string_equal(ini.lines[1].section, "rules");
    assert_string_equal(ini.lines[1].key, "x/y");
    assert_string_equal(ini.lines[1].value, "off");
    assert_int_equal(ini.lines[1].line, 5);
    assert_string_equal(ini.lines[3].key, "z");
    assert_string_equal(ini.lines[3].value, "more");
    assert_int_equal(ini.lines[3].line, 7);
}

static void assert_refused(struct slice bytes, size_t line)
{
    struct ini_file ini = { 0 };
    struct rs_error error;

    assert_int_equal(ini_read_bytes(&ini, &arena, bytes, "f", &error), -1);
    assert_int_equal(error.line, line);
    assert_string_equal(error.file, "f");
}

static void what_can_not_be_read_is_named_by_its_line(void **state)
{
    char line[400] = "a = 1\n";

    (void)state;
    assert_refused(SLICE("a = 1\nb\n"), 2);
    assert_refused(SLICE("a = 1\n[open\n"), 2);
    assert_refused(SLICE("a = \xff\n"), 1);
    assert_refused(SLICE("a = \0b\n"), 1);
    memset(line + 6, 'x', 300);
    assert_refused((struct slice){ line, 306 }, 2);
    line[6] = '[';
    memset(line + 60, ']', 1);
    assert_refused((struct slice){ line, 61 }, 2);
}

static void patterns_mean_paths_as_in_gitignore(void **state)
{
    (void)state;
    assert_true(fits_path("*.bak", "a/b.bak"));
    assert_true(fits_path("archiv", "x/archiv/y/z.txt"));
    assert_true(fits_path("archiv/", "archiv/y.txt"));
    assert_true(fits_path("kultur/*", "kultur/a.txt"));
    assert_true(fits_path("kultur/*", "kultur/a/b.txt"));
    assert_true(fits_path("/a.txt", "a.txt"));
    assert_true(fits_path("**/a.txt", "x/y/a.txt"));
    assert_true(fits_path("**/a.txt", "a.txt"));
    assert_true(fits_path("x/**/a.txt", "x/y/z/a.txt"));
    assert_false(fits_path("/a.txt", "x/a.txt"));
    assert_false(fits_path("kultur/*", "x/kultur/a.txt"));
    assert_false(fits_path("x/*.txt", "x/y/a.txt"));
    assert_false(fits_path("arch", "archiv/y.txt"));
    assert_false(fits_path("", "a"));
}

static const struct rule_info rule = { .id = { "check/headline-stop", 19 },
                                       .category = { "linguistic/punctuation", 22 } };

static void rules_are_named_by_id_family_category_or_pattern(void **state)
{
    (void)state;
    assert_true(names_rule(SLICE("check/headline-stop"), &rule));
    assert_true(names_rule(SLICE("headline-stop"), &rule));
    assert_true(names_rule(SLICE("check"), &rule));
    assert_true(names_rule(SLICE("linguistic/punctuation"), &rule));
    assert_true(names_rule(SLICE("linguistic"), &rule));
    assert_true(names_rule(SLICE("check/head*"), &rule));
    assert_false(names_rule(SLICE("chec"), &rule));
    assert_false(names_rule(SLICE("check/headline"), &rule));
    assert_false(names_rule(SLICE("head*"), &rule));
    assert_false(names_rule(SLICE(""), &rule));
}

static void an_unknown_rule_is_an_error_with_a_guess(void **state)
{
    struct rule_set rules = { .infos = (struct rule_info *)(uintptr_t)&rule, .count = 1 };
    struct rs_error error;

    (void)state;
    assert_int_equal(check_rule_name(SLICE("headline-stop"), &rules, &error), 0);
    assert_int_equal(check_rule_name(SLICE("headlinestop"), &rules, &error), -1);
    assert_non_null(strstr(error.message, "did you mean \"headline-stop\""));
}

static void preferences_are_words_or_numbers(void **state)
{
    struct rule_preference preference;
    struct rs_error error;

    (void)state;
    assert_int_equal(read_preference("x", "off", &preference, &error), 0);
    assert_true(preference.is_off);
    assert_int_equal(read_preference("x", "major", &preference, &error), 0);
    assert_true(!preference.is_off && preference.has_severity && preference.severity == SEVERITY_MAJOR);
    assert_int_equal(read_preference("x", "0.5", &preference, &error), 0);
    assert_true(preference.confidence > 0.49f && preference.confidence < 0.51f && !preference.has_severity);
    assert_int_equal(read_preference("x", "1.5", &preference, &error), -1);
    assert_int_equal(read_preference("x", "maybe", &preference, &error), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(lines_come_with_section_and_number, end),
        cmocka_unit_test_teardown(what_can_not_be_read_is_named_by_its_line, end),
        cmocka_unit_test(patterns_mean_paths_as_in_gitignore),
        cmocka_unit_test(rules_are_named_by_id_family_category_or_pattern),
        cmocka_unit_test(an_unknown_rule_is_an_error_with_a_guess),
        cmocka_unit_test(preferences_are_words_or_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
