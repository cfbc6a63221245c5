#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "service/filter.h"
#include "service/lines.h"
#include "service/member.h"
#include "service/segment.h"

static struct rs_checker *checker;

static int open_checker(void **state)
{
    struct rs_error error;

    (void)state;
    checker = rs_checker_open(NULL, &error);
    if (checker == NULL)
        fprintf(stderr, "%s: %s\n", error.file, error.message);
    return checker == NULL ? -1 : 0;
}

static int close_checker(void **state)
{
    (void)state;
    rs_checker_close(checker);
    return 0;
}

/* ---- one line ---- */

static char *answer; /* the last one, freed by the next */

static int ask(const char *line)
{
    size_t length;
    FILE *out;
    struct waiting_segment waiting;
    int status;

    free(answer);
    out = open_memstream(&answer, &length);
    status = answer_segment(&(struct segment_check){ .checker = checker }, slice_of(line), 7, out, &waiting);
    assert_null(waiting.doc);
    fclose(out);
    return status;
}

static void assert_says(const char *part)
{
    if (strstr(answer, part) == NULL)
        fail_msg("%s does not hold %s", answer, part);
}

static void a_clean_segment_has_words_a_score_and_no_issues(void **state)
{
    (void)state;
    assert_int_equal(ask("{\"id\": \"a\", \"target\": \"Die Sonne scheint.\"}"), 0);
    assert_string_equal(answer, "{\"id\":\"a\",\"words\":3,\"penalty\":0,\"score\":100,\"issues\":[]}\n");
}

static void an_id_comes_back_as_it_was_written(void **state)
{
    static const char *const ids[] = {
        "\"a\"", "7", "-1.50e3", "123456789012345678901", "\"\\u00e4 \\\"x\\\"\"", "\"\""
    };
    char line[128], expected[64];

    (void)state;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        snprintf(line, sizeof line, "{ \"target\" : \"Gut.\" , \"id\" : %s }", ids[i]);
        snprintf(expected, sizeof expected, "{\"id\":%s,\"words\":1,", ids[i]);
        assert_int_equal(ask(line), 0);
        assert_says(expected);
    }
}

static void text_serves_as_target(void **state)
{
    (void)state;
    assert_int_equal(ask("{\"id\": 1, \"text\": \"Die Sonne scheint.\"}"), 0);
    assert_says("\"words\":3");
}

static void source_doc_and_other_members_are_allowed(void **state)
{
    (void)state;
    assert_int_equal(
        ask("{\"id\": 1, \"target\": \"Gut.\", \"source\": \"Good.\", \"doc\": \"d\", \"x\": [1, {\"id\": 2}]}"), 0);
    assert_says("{\"id\":1,");
}

static void an_empty_target_has_no_words(void **state)
{
    (void)state;
    assert_int_equal(ask("{\"id\": 1, \"target\": \"\"}"), 0);
    assert_says("\"words\":0,\"penalty\":0,\"score\":100");
}

static void a_bad_line_is_named_with_its_number(void **state)
{
    static const struct {
        const char *line, *answer;
    } cases[] = {
        { "", "{\"line\":7,\"error\":\"the line is empty\"}\n" },
        { "[1]", "{\"line\":7,\"error\":\"not an object" },
        { "{\"target\": \"x\"}", "{\"line\":7,\"error\":\"\\\"id\\\" is missing" },
        { "{\"id\": null, \"target\": \"x\"}", "{\"line\":7,\"error\":\"\\\"id\\\" is missing" },
        { "{\"id\": [1], \"target\": \"x\"}", "{\"line\":7,\"error\":\"\\\"id\\\" is missing" },
        { "{\"id\": 3}", "{\"line\":7,\"id\":3,\"error\":\"\\\"target\\\" is missing\"}\n" },
        { "{\"id\": 3, \"target\": 5}", "{\"line\":7,\"id\":3,\"error\":\"\\\"target\\\" is no string\"}\n" },
        { "{\"id\": 3, \"target\": \"x\", \"source\": 5}",
          "{\"line\":7,\"id\":3,\"error\":\"\\\"source\\\" is no string\"}\n" },
        { "{\"id\": 3, \"target\": \"x\", \"doc\": []}", "{\"line\":7,\"id\":3,\"error\":\"\\\"doc\\\"" },
        { "{\"id\": 3, \"target\": \"x\" \"y\"}", "{\"line\":7,\"id\":3,\"error\":\"" },
        { "{\"id\": 3, \"target\": \"x", "{\"line\":7,\"id\":3,\"error\":\"" },
        { "{\"id\": 3, \"id\": 4, \"target\": \"x\"}", "{\"line\":7,\"id\":3,\"error\":\"duplicate" },
        { "{\"id\": 3, \"target\": \"\xff\"}", "{\"line\":7,\"id\":3,\"error\":\"" },
        { "{\"id\": \"\xff\", \"target\": \"x\"}", "{\"line\":7,\"error\":\"" },
        { "{\"id\": tru, \"target\": \"x\"}", "{\"line\":7,\"error\":\"" },
        { "not json", "{\"line\":7,\"error\":\"" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(ask(cases[i].line), -1);
        if (strncmp(answer, cases[i].answer, strlen(cases[i].answer)) != 0)
            fail_msg("%s is answered with %s", cases[i].line, answer);
    }
}

static void deep_nesting_is_refused(void **state)
{
    enum { DEPTH = 100000 };
    char *line = malloc(DEPTH + 64);
    int length = sprintf(line, "{\"id\": 1, \"target\": \"x\", \"deep\": ");

    (void)state;
    memset(line + length, '[', DEPTH);
    line[length + DEPTH] = '\0';
    assert_int_equal(ask(line), -1);
    assert_says("{\"line\":7,\"id\":1,\"error\":\"");
    free(line);
}

static void the_member_of_an_inner_object_is_not_the_id(void **state)
{
    struct slice id =
        json_member(SLICE("{\"a\": {\"id\": 1}, \"b\": \"\\\"id\\\": 2\", \"id\": \"x, }\" }"), SLICE("id"));

    (void)state;
    assert_true(slice_equal(id, SLICE("\"x, }\"")));
}

/* ---- lines ---- */

/* A file, not a pipe: it can be written whole before it is read. */
static int input_of(const char *bytes, size_t length)
{
    char name[] = "/tmp/rotstift-test-XXXXXX";
    int descriptor = mkstemp(name);

    unlink(name);
    while (length > 0) {
        ssize_t count = write(descriptor, bytes, length);

        assert_true(count > 0);
        bytes += count;
        length -= (size_t)count;
    }
    lseek(descriptor, 0, SEEK_SET);
    return descriptor;
}

static void assert_batch(struct line_reader *reader, const char *bytes, size_t first_line)
{
    struct line_batch batch;

    assert_int_equal(read_lines(reader, &batch), 1);
    assert_int_equal(batch.length, strlen(bytes));
    assert_memory_equal(batch.bytes, bytes, batch.length);
    assert_int_equal(batch.first_line, first_line);
    assert_false(batch.too_long);
    free(batch.bytes);
}

static void lines_that_have_arrived_come_at_once(void **state)
{
    struct line_reader reader = { 0 };
    struct line_batch batch;
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    reader.descriptor = ends[0];
    assert_int_equal(write(ends[1], "eins\nzwei\ndr", 12), 12);
    assert_batch(&reader, "eins\nzwei\n", 1);
    assert_int_equal(write(ends[1], "ei\n", 3), 3);
    assert_batch(&reader, "drei\n", 3);
    assert_int_equal(write(ends[1], "vier", 4), 4);
    close(ends[1]);
    assert_batch(&reader, "vier", 4);
    assert_int_equal(read_lines(&reader, &batch), 0);
    line_reader_free(&reader);
    close(ends[0]);
}

static void no_input_has_no_lines(void **state)
{
    struct line_reader reader = { .descriptor = open("/dev/null", O_RDONLY) };
    struct line_batch batch;

    (void)state;
    assert_int_equal(read_lines(&reader, &batch), 0);
    line_reader_free(&reader);
    close(reader.descriptor);
}

static void a_line_that_is_too_long_is_passed_over(void **state)
{
    size_t length = MAX_LINE_BYTES + 3 * 65536;
    char *bytes = malloc(length);
    struct line_reader reader = { 0 };
    struct line_batch batch;

    (void)state;
    memset(bytes, 'x', length);
    memcpy(bytes, "eins\n", 5);
    memcpy(bytes + length - 6, "\ndrei\n", 6);
    reader.descriptor = input_of(bytes, length);
    assert_batch(&reader, "eins\n", 1);
    assert_int_equal(read_lines(&reader, &batch), 1);
    assert_true(batch.too_long);
    assert_int_equal(batch.first_line, 2);
    assert_batch(&reader, "drei\n", 3);
    assert_int_equal(read_lines(&reader, &batch), 0);
    line_reader_free(&reader);
    close(reader.descriptor);
    free(bytes);
}

/* ---- the whole ---- */

/* Runs the filter over the bytes and returns its output, which the caller frees. */
static char *filtered(const char *bytes, size_t length, unsigned jobs, enum status *status)
{
    int input = input_of(bytes, length);
    char *text = NULL;
    size_t text_length;
    FILE *out = open_memstream(&text, &text_length);

    *status = filter(&(struct segment_check){ .checker = checker }, input, out, jobs);
    fclose(out);
    close(input);
    return text;
}

/* So many lines, of very different length, that they are done out of order. */
static char *many_lines(size_t count)
{
    char *bytes = NULL;
    size_t length;
    FILE *out = open_memstream(&bytes, &length);

    for (size_t i = 0; i < count; i++) {
        fprintf(out, "{\"id\": %zu, \"target\": \"", i);
        for (size_t j = 0; j <= (i * 7919) % 97; j++)
            fputs("Der Hund schläft im Garten. ", out);
        fputs("\"}\n", out);
    }
    fclose(out);
    return bytes;
}

static void many_threads_answer_as_one_does(void **state)
{
    char *lines = many_lines(2000), *alone, *together;
    enum status status;

    (void)state;
    alone = filtered(lines, strlen(lines), 1, &status);
    assert_int_equal(status, STATUS_CLEAN);
    together = filtered(lines, strlen(lines), 5, &status);
    assert_int_equal(status, STATUS_CLEAN);
    assert_true(strcmp(alone, together) == 0);
    free(alone);
    free(together);
    free(lines);
}

static void each_line_has_its_answer_in_order(void **state)
{
    static const char lines[] = "{\"id\": 1, \"target\": \"Gut.\"}\r\n\nkaputt\n{\"id\": 4, \"target\": \"Gut.\"}";
    enum status status;
    char *text = filtered(lines, sizeof lines - 1, 2, &status);

    (void)state;
    assert_int_equal(status, STATUS_TROUBLE);
    assert_ptr_equal(strstr(text, "{\"id\":1,\"words\":1,"), text);
    assert_non_null(strstr(text, "\n{\"line\":2,\"error\":\"the line is empty\"}\n{\"line\":3,\"error\":"));
    assert_non_null(strstr(text, "\n{\"id\":4,\"words\":1,"));
    free(text);
}

/* ---- documents ---- */

/* How often the rule stands in an answer. */
static size_t count_rule(const char *text, const char *rule)
{
    size_t count = 0;

    for (const char *at = text; (at = strstr(at, rule)) != NULL; at++)
        count++;
    return count;
}

static void assert_counts(const char *lines, const char *rule, size_t expected)
{
    enum status status;
    char *text = filtered(lines, strlen(lines), 2, &status);

    assert_int_equal(status, STATUS_CLEAN);
    if (count_rule(text, rule) != expected)
        fail_msg("%s is not found %zu times in %s", rule, expected, text);
    free(text);
}

#define QUOTED "\"target\": \"Er rief \\\"Halt\\\" und lief weg.\""

static void a_habit_of_a_doc_is_told_once(void **state)
{
    (void)state;
    assert_counts("{\"id\": 1, \"doc\": \"a\", " QUOTED "}\n{\"id\": 2, \"doc\": \"b\", " QUOTED "}\n"
                  "{\"id\": 3, \"doc\": \"a\", " QUOTED "}\n{\"id\": 4, \"doc\": 7, " QUOTED "}\n"
                  "{\"id\": 5, \"doc\": 7, " QUOTED "}\n",
                  "straight-quotes", 3);
}

/* Scraps of markup and codes of characters come from one cause, and are many. */
static void scraps_of_a_doc_are_told_once(void **state)
{
    static const char lines[] = "{\"id\": 1, \"doc\": \"a\", \"target\": \"Ein <b>Tor</b> f&uuml;r M&uuml;nchen.\"}\n"
                                "{\"id\": 2, \"doc\": \"a\", \"target\": \"Ein <br> Tor f&uuml;r alle.\"}\n"
                                "{\"id\": 3, \"target\": \"Ein <br> Tor <br> f&uuml;r die Br&uuml;cke.\"}\n";

    (void)state;
    assert_counts(lines, "markup-scrap", 2);
    assert_counts(lines, "encoded-character", 2);
    assert_counts(lines, "So an 2 Stellen.", 4);
}

static void segments_without_a_doc_are_documents_of_their_own(void **state)
{
    (void)state;
    assert_counts("{\"id\": 1, " QUOTED "}\n{\"id\": 2, \"doc\": \"\", " QUOTED "}\n{\"id\": 3, \"doc\": null, " QUOTED
                  "}\n{\"id\": 4, " QUOTED "}\n",
                  "straight-quotes", 4);
}

#define POLITE "\"target\": \"Wir bitten Sie um Hilfe.\""
#define FAMILIAR "\"target\": \"Wir bitten dich um Hilfe.\""

static void a_doc_is_told_once_that_its_address_changes(void **state)
{
    (void)state;
    assert_counts("{\"id\": 1, \"doc\": \"a\", " POLITE "}\n{\"id\": 2, \"doc\": \"b\", " FAMILIAR "}\n"
                  "{\"id\": 3, \"doc\": \"a\", " FAMILIAR "}\n{\"id\": 4, \"doc\": \"a\", " FAMILIAR "}\n",
                  "check/register", 1);
}

static void two_systems_may_choose_differently(void **state)
{
    (void)state;
    assert_counts("{\"id\": 1, \"doc\": \"a\", \"system\": \"x\", " POLITE "}\n"
                  "{\"id\": 2, \"doc\": \"a\", \"system\": \"y\", " FAMILIAR "}\n",
                  "check/register", 0);
}

static void more_docs_than_are_remembered_are_answered_alike(void **state)
{
    char *lines = NULL, *alone, *together;
    size_t length;
    FILE *out = open_memstream(&lines, &length);
    enum status status;

    (void)state;
    for (size_t i = 0; i < 6000; i++)
        fprintf(out, "{\"id\": %zu, \"doc\": %zu, " QUOTED "}\n", i, i / 2 * 7919 % 2900);
    fclose(out);
    alone = filtered(lines, length, 1, &status);
    together = filtered(lines, length, 4, &status);
    assert_true(strcmp(alone, together) == 0);
    assert_in_range(count_rule(alone, "straight-quotes"), 2900, 3100);
    free(alone);
    free(together);
    free(lines);
}

static void output_that_fails_ends_the_run_though_input_goes_on(void **state)
{
    FILE *full = fopen("/dev/full", "w");
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "{\"id\": 1, \"target\": \"Gut.\"}\n", 29), 29);
    assert_int_equal(filter(&(struct segment_check){ .checker = checker }, ends[0], full, 2), STATUS_TROUBLE);
    close(ends[0]);
    close(ends[1]);
    fclose(full);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clean_segment_has_words_a_score_and_no_issues),
        cmocka_unit_test(an_id_comes_back_as_it_was_written),
        cmocka_unit_test(text_serves_as_target),
        cmocka_unit_test(source_doc_and_other_members_are_allowed),
        cmocka_unit_test(an_empty_target_has_no_words),
        cmocka_unit_test(a_bad_line_is_named_with_its_number),
        cmocka_unit_test(deep_nesting_is_refused),
        cmocka_unit_test(the_member_of_an_inner_object_is_not_the_id),
        cmocka_unit_test(lines_that_have_arrived_come_at_once),
        cmocka_unit_test(no_input_has_no_lines),
        cmocka_unit_test(a_line_that_is_too_long_is_passed_over),
        cmocka_unit_test(many_threads_answer_as_one_does),
        cmocka_unit_test(each_line_has_its_answer_in_order),
        cmocka_unit_test(a_habit_of_a_doc_is_told_once),
        cmocka_unit_test(scraps_of_a_doc_are_told_once),
        cmocka_unit_test(segments_without_a_doc_are_documents_of_their_own),
        cmocka_unit_test(a_doc_is_told_once_that_its_address_changes),
        cmocka_unit_test(two_systems_may_choose_differently),
        cmocka_unit_test(more_docs_than_are_remembered_are_answered_alike),
        cmocka_unit_test(output_that_fails_ends_the_run_though_input_goes_on),
    };
    int failed = cmocka_run_group_tests(tests, open_checker, close_checker);

    free(answer);
    return failed;
}
