#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "dictionaries/compile/sources.h"

enum { LINE_GOVERNMENT = 16, LINE_HOUSE = 2, LINE_MODEL = 4, LINE_ANNOUNCE = 10, LINE_IDIOM = 12, LINE_PROVERB = 13 };

/* One pair of the file, told by line and part, and what is asked of it. */
struct question {
    size_t line, part;
    void (*check)(const struct ding_pair *pair);
    bool found;
};

static void visit(void *context, const struct ding_pair *pair)
{
    struct question *question = context;

    if (pair->line != question->line || pair->part != question->part)
        return;
    question->found = true;
    question->check(pair);
}

static void read_and_visit(const char *path, struct question *question)
{
    struct rs_error error;
    struct ding *ding = ding_read(path, &error);

    assert_non_null(ding);
    assert_string_equal(ding_path(ding), path);
    ding_visit(ding, visit, question);
    ding_free(ding);
}

static void ask(size_t line, size_t part, void (*check)(const struct ding_pair *pair))
{
    struct question question = { line, part, check, false };

    read_and_visit("tests/data/small.ding", &question);
    assert_true(question.found);
}

static void assert_text(struct slice text, const char *wanted)
{
    char buffer[256];

    snprintf(buffer, sizeof(buffer), "%.*s", (int)text.len, text.at);
    assert_string_equal(buffer, wanted);
}

static void check_house(const struct ding_pair *pair)
{
    assert_int_equal(pair->german_count, 2);
    assert_text(pair->german[0].text, "Haus");
    assert_text(pair->german[0].grammar, "n");
    assert_text(pair->german[1].text, "Gebäude");
    assert_text(pair->german[1].domain, "arch.");
    assert_int_equal(pair->english_count, 2);
    assert_text(pair->english[1].text, "building");
}

static void check_government(const struct ding_pair *pair)
{
    assert_int_equal(pair->german_count, 1);
    assert_int_equal(pair->english_count, 2);
    assert_text(pair->english[0].text, "government");
    assert_text(pair->english[1].text, "administration");
}

static void check_percent(const struct ding_pair *pair)
{
    assert_int_equal(pair->german_count, 2);
    assert_text(pair->german[0].text, "Prozent");
    assert_text(pair->german[1].text, "Hundertstel / Teil");
    assert_int_equal(pair->english_count, 1);
    assert_text(pair->english[0].text, "percent");
}

static void abbreviations_are_taken_out(void **state)
{
    (void)state;
    ask(LINE_GOVERNMENT, 0, check_government);
    ask(LINE_GOVERNMENT + 1, 0, check_percent);
}

static void synonyms_keep_their_grammar_and_domain(void **state)
{
    (void)state;
    ask(LINE_HOUSE, 0, check_house);
}

static void check_plural(const struct ding_pair *pair)
{
    assert_text(pair->german[0].text, "Häuser");
    assert_text(pair->german[0].grammar, "pl");
    assert_text(pair->english[0].text, "houses");
}

static void parts_are_paired_in_order(void **state)
{
    (void)state;
    ask(LINE_HOUSE, 1, check_plural);
}

static void check_model(const struct ding_pair *pair)
{
    assert_text(pair->german[0].text, "Sprachmodell");
    assert_text(pair->english[0].text, "language model");
}

static void marks_are_taken_out_of_the_text(void **state)
{
    (void)state;
    ask(LINE_MODEL, 0, check_model);
}

static void check_announce(const struct ding_pair *pair)
{
    assert_text(pair->german[0].text, "jdn. etw. ankündigen");
    assert_text(pair->german[0].grammar, "vt");
    assert_text(pair->german[1].grammar, "vt");
}

static void a_verb_mark_holds_for_the_synonyms_before_it(void **state)
{
    (void)state;
    ask(LINE_ANNOUNCE, 0, check_announce);
}

static void check_idiom(const struct ding_pair *pair)
{
    assert_text(pair->german[0].text, "in den sauren Apfel beißen");
    assert_true(pair->german[0].figurative);
    assert_true(pair->english[0].figurative);
    assert_text(pair->german[0].domain, "");
}

static void figurative_is_no_domain(void **state)
{
    (void)state;
    ask(LINE_IDIOM, 0, check_idiom);
}

static void check_proverb(const struct ding_pair *pair)
{
    assert_true(pair->german[0].proverb);
    assert_text(pair->german[0].text, "Morgenstund hat Gold im Mund.");
}

static void proverbs_are_marked(void **state)
{
    (void)state;
    ask(LINE_PROVERB, 0, check_proverb);
}

static struct rs_error error_of(const char *text)
{
    char path[] = "/tmp/rotstift-ding-XXXXXX";
    struct rs_error error = { .line = 0 };
    int file = mkstemp(path);

    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
    assert_null(ding_read(path, &error));
    unlink(path);
    return error;
}

static void a_line_without_its_middle_is_an_error_with_its_number(void **state)
{
    struct rs_error error = error_of("# head\nHaus {n} :: house\nHaus {n} house\n");

    (void)state;
    assert_int_equal(error.line, 3);
}

static void a_line_that_is_no_utf_8_is_an_error(void **state)
{
    struct rs_error error = error_of("H\xe4user :: houses\n");

    (void)state;
    assert_int_equal(error.line, 1);
    assert_non_null(strstr(error.message, "UTF-8"));
}

static void a_missing_dictionary_is_an_error(void **state)
{
    struct rs_error error;

    (void)state;
    assert_null(ding_read("tests/data/none.ding", &error));
    assert_string_equal(error.file, "tests/data/none.ding");
}

static void open_brackets_do_not_swallow_the_line(void **state)
{
    char path[] = "/tmp/rotstift-ding-XXXXXX";
    struct question question = { 1, 1, check_plural, false };
    const char *text = "Haus (alt {n} | Häuser {pl} :: house ) | houses\n";
    int file = mkstemp(path);

    (void)state;
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
    read_and_visit(path, &question);
    unlink(path);
    assert_true(question.found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(abbreviations_are_taken_out),
        cmocka_unit_test(synonyms_keep_their_grammar_and_domain),
        cmocka_unit_test(parts_are_paired_in_order),
        cmocka_unit_test(marks_are_taken_out_of_the_text),
        cmocka_unit_test(a_verb_mark_holds_for_the_synonyms_before_it),
        cmocka_unit_test(figurative_is_no_domain),
        cmocka_unit_test(proverbs_are_marked),
        cmocka_unit_test(a_line_without_its_middle_is_an_error_with_its_number),
        cmocka_unit_test(a_line_that_is_no_utf_8_is_an_error),
        cmocka_unit_test(a_missing_dictionary_is_an_error),
        cmocka_unit_test(open_brackets_do_not_swallow_the_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
