#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "options.h"

static struct options options;
static struct rs_error error;

/* Parses the arguments after the program's name; the list ends with NULL. */
#define PARSE(...) parse((char *[]){ "rotstift", __VA_ARGS__, NULL })

static int parse(char **argv)
{
    static char *kept[32]; /* options borrow from argv */
    int argc = 0;

    for (; argv[argc] != NULL; argc++)
        kept[argc] = argv[argc];
    kept[argc] = NULL;
    error = (struct rs_error){ 0 };
    return options_parse(&options, argc, kept, &error);
}

static void assert_refused(const char *part)
{
    if (strstr(error.message, part) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error.message, part);
}

static void assert_report(size_t index, const char *path, const char *format)
{
    assert_true(index < options.report_count);
    assert_string_equal(options.reports[index].path, path);
    assert_string_equal(options.reports[index].format->name, format);
}

static void a_file_alone_is_checked_with_the_defaults(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt"), 0);
    assert_int_equal(options.command, COMMAND_CHECK);
    assert_int_equal(options.file_count, 1);
    assert_string_equal(options.files[0], "a.txt");
    assert_int_equal(options.fail_on, SEVERITY_MINOR);
    assert_true(options.max_penalty < 0);
    assert_int_equal(options.jobs, 1);
    assert_int_equal(options.report_count, 1);
    assert_report(0, "-", "text");
}

static void options_may_follow_files(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "--fail-on", "major", "b.txt", "-j", "2"), 0);
    assert_int_equal(options.file_count, 2);
    assert_string_equal(options.files[1], "b.txt");
    assert_int_equal(options.fail_on, SEVERITY_MAJOR);
    assert_int_equal(options.jobs, 2);
}

static void after_two_hyphens_all_are_files(void **state)
{
    (void)state;
    assert_int_equal(PARSE("--", "--help"), 0);
    assert_int_equal(options.command, COMMAND_CHECK);
    assert_string_equal(options.files[0], "--help");
}

static void check_may_be_named(void **state)
{
    (void)state;
    assert_int_equal(PARSE("check", "a.txt"), 0);
    assert_int_equal(options.command, COMMAND_CHECK);
    assert_int_equal(options.file_count, 1);
    assert_string_equal(options.files[0], "a.txt");
}

static void filter_takes_no_files(void **state)
{
    (void)state;
    assert_int_equal(PARSE("filter", "-j4"), 0);
    assert_int_equal(options.command, COMMAND_FILTER);
    assert_int_equal(options.jobs, 4);
    assert_int_equal(PARSE("filter", "a.ndjson"), -1);
    assert_refused("standard input");
}

static void filter_writes_no_report(void **state)
{
    (void)state;
    assert_int_equal(PARSE("filter", "-o", "report.html"), -1);
    assert_refused("does not take --output");
}

static void without_a_file_there_is_nothing_to_check(void **state)
{
    (void)state;
    assert_int_equal(PARSE("--fail-on", "major"), -1);
    assert_refused("no file");
    assert_int_equal(PARSE("check"), -1);
    assert_refused("no file");
}

static void the_ending_picks_the_format(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "-o", "out/report.html", "-o", "all.ndjson"), 0);
    assert_int_equal(options.report_count, 2);
    assert_report(0, "out/report.html", "html");
    assert_report(1, "all.ndjson", "ndjson");
}

static void format_overrides_the_ending_of_a_single_file(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "--format", "ndjson", "-o", "issues.json"), 0);
    assert_report(0, "issues.json", "ndjson");
}

static void with_several_files_format_serves_those_without_a_known_ending(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "-f", "json", "-o", "report.html", "-o", "issues", "-o", "-"), 0);
    assert_report(0, "report.html", "html");
    assert_report(1, "issues", "json");
    assert_report(2, "-", "json");
}

static void an_ending_that_says_nothing_needs_a_format(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "-o", "report.xyz"), -1);
    assert_refused("--format");
}

static void a_mistyped_value_gets_a_guess(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "--fail-on", "majr"), -1);
    assert_refused("did you mean \"major\"");
    assert_int_equal(PARSE("a.txt", "--format", "htlm"), -1);
    assert_refused("did you mean \"html\"");
    assert_int_equal(PARSE("a.txt", "--variant", "de-Ch"), -1);
    assert_refused("did you mean \"de-CH\"");
}

static void an_absurd_value_gets_the_known_ones(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "--color", "purple"), -1);
    assert_refused("known: auto, always, never");
}

static void a_mistyped_option_gets_a_guess(void **state)
{
    (void)state;
    assert_int_equal(PARSE("--fial-on=major", "a.txt"), -1);
    assert_refused("\"--fial-on\"; did you mean \"--fail-on\"");
    assert_int_equal(PARSE("--formatt", "json", "a.txt"), -1);
    assert_refused("did you mean \"--format\"");
    assert_int_equal(PARSE("-x", "a.txt"), -1);
    assert_refused("\"-x\"");
}

static void an_option_without_its_value_is_refused(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "-o"), -1);
    assert_refused("--output needs a value");
    assert_int_equal(PARSE("a.txt", "--explain"), -1);
    assert_refused("--explain needs a value");
    assert_int_equal(PARSE("--help=me"), -1);
    assert_refused("--help takes no value");
}

static void numbers_are_read_whole_and_within_bounds(void **state)
{
    static const char *const wrong[] = { "", "x", "1x", "-1", "2", "nan" };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(PARSE("a.txt", "--confidence", (char *)(uintptr_t)wrong[i]), -1);
        assert_refused("--confidence");
    }
    assert_int_equal(PARSE("a.txt", "--confidence", "0.5"), 0);
    assert_true(options.check.confidence == 0.5);
    assert_int_equal(PARSE("a.txt", "-j", "1000"), -1);
}

static void confidence_0_shows_all(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "--confidence", "0"), 0);
    assert_true(options.check.confidence < 0);
}

static void jobs_0_is_a_thread_for_each_processor(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "-j0"), 0);
    assert_true(options.jobs >= 1);
}

static void max_penalty_alone_takes_the_place_of_fail_on(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "--max-penalty", "20"), 0);
    assert_int_equal(options.fail_on, FAIL_ON_NONE);
    assert_int_equal(PARSE("a.txt", "--max-penalty", "20", "--fail-on", "critical"), 0);
    assert_int_equal(options.fail_on, SEVERITY_CRITICAL);
}

static void fail_on_none_fails_on_no_severity(void **state)
{
    (void)state;
    assert_int_equal(PARSE("a.txt", "--fail-on", "none"), 0);
    assert_int_equal(options.fail_on, FAIL_ON_NONE);
}

static void assert_language(const char *all, const char *messages, const char *lang, enum language language)
{
    setenv("LC_ALL", all, 1);
    setenv("LC_MESSAGES", messages, 1);
    setenv("LANG", lang, 1);
    assert_int_equal(PARSE("a.txt"), 0);
    assert_int_equal(options.language, language);
}

static void the_locale_decides_the_language(void **state)
{
    (void)state;
    assert_language("", "", "de_AT.UTF-8", LANGUAGE_DE);
    assert_language("", "", "C.UTF-8", LANGUAGE_EN);
    assert_language("", "de_DE", "en_US.UTF-8", LANGUAGE_DE);
    assert_language("C", "de_DE", "de_DE", LANGUAGE_EN);
    assert_int_equal(PARSE("a.txt", "--language", "de"), 0);
    assert_int_equal(options.language, LANGUAGE_DE);
    assert_string_equal(options.check.language, "de");
}

static void questions_need_no_file(void **state)
{
    (void)state;
    assert_int_equal(PARSE("--help"), 0);
    assert_int_equal(options.command, COMMAND_HELP);
    assert_int_equal(PARSE("--version"), 0);
    assert_int_equal(options.command, COMMAND_VERSION);
    assert_int_equal(PARSE("--list-rules"), 0);
    assert_int_equal(options.command, COMMAND_LIST_RULES);
    assert_int_equal(PARSE("--explain", "idiom/bite-the-bullet"), 0);
    assert_int_equal(options.command, COMMAND_EXPLAIN);
    assert_string_equal(options.rule, "idiom/bite-the-bullet");
}

static void too_many_reports_are_refused(void **state)
{
    char *argv[2 * MAX_REPORTS + 5] = { "rotstift", "a.txt" };

    (void)state;
    for (int i = 2; i < 2 * MAX_REPORTS + 4; i += 2) {
        argv[i] = "-o";
        argv[i + 1] = "r.html";
    }
    assert_int_equal(options_parse(&options, 2 * MAX_REPORTS + 4, argv, &error), -1);
    assert_refused("at most 16");
}

static void help_names_every_option_and_format(void **state)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);

    (void)state;
    options_help(out);
    fclose(out);
    assert_non_null(strstr(text, "-o, --output FILE"));
    assert_non_null(strstr(text, "--max-penalty N"));
    for (const struct report_format *format = report_formats; format->name != NULL; format++)
        assert_non_null(strstr(text, format->name));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_alone_is_checked_with_the_defaults),
        cmocka_unit_test(options_may_follow_files),
        cmocka_unit_test(after_two_hyphens_all_are_files),
        cmocka_unit_test(check_may_be_named),
        cmocka_unit_test(filter_takes_no_files),
        cmocka_unit_test(filter_writes_no_report),
        cmocka_unit_test(without_a_file_there_is_nothing_to_check),
        cmocka_unit_test(the_ending_picks_the_format),
        cmocka_unit_test(format_overrides_the_ending_of_a_single_file),
        cmocka_unit_test(with_several_files_format_serves_those_without_a_known_ending),
        cmocka_unit_test(an_ending_that_says_nothing_needs_a_format),
        cmocka_unit_test(a_mistyped_value_gets_a_guess),
        cmocka_unit_test(an_absurd_value_gets_the_known_ones),
        cmocka_unit_test(a_mistyped_option_gets_a_guess),
        cmocka_unit_test(an_option_without_its_value_is_refused),
        cmocka_unit_test(numbers_are_read_whole_and_within_bounds),
        cmocka_unit_test(confidence_0_shows_all),
        cmocka_unit_test(jobs_0_is_a_thread_for_each_processor),
        cmocka_unit_test(max_penalty_alone_takes_the_place_of_fail_on),
        cmocka_unit_test(fail_on_none_fails_on_no_severity),
        cmocka_unit_test(the_locale_decides_the_language),
        cmocka_unit_test(questions_need_no_file),
        cmocka_unit_test(too_many_reports_are_refused),
        cmocka_unit_test(help_names_every_option_and_format),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
