#include "divided.h"
#include "service/json_line.h"

static struct slice written(const struct json_line *line)
{
    return (struct slice){ line->bytes, line->length };
}

static void assert_written(const struct json_line *line, const char *wanted)
{
    assert_true(slice_equal(written(line), slice_of(wanted)));
}

static void text_is_escaped_as_json_asks(void **state)
{
    struct arena arena = { 0 };
    struct json_line line = { .arena = &arena };

    (void)state;
    json_add_text(&line, SLICE("„Ü“ \"a\\b\" \b\f\n\r\t\x01\x1f"));
    assert_written(&line, "\"„Ü“ \\\"a\\\\b\\\" \\b\\f\\n\\r\\t\\u0001\\u001F\"");
    arena_free(&arena);
}

static void a_zero_byte_is_escaped(void **state)
{
    struct arena arena = { 0 };
    struct json_line line = { .arena = &arena };

    (void)state;
    json_add_text(&line, (struct slice){ "\0", 1 });
    assert_written(&line, "\"\\u0000\"");
    arena_free(&arena);
}

static void a_line_grows(void **state)
{
    struct arena arena = { 0 };
    struct json_line line = { .arena = &arena };

    (void)state;
    for (uint64_t i = 0; i < 3000; i++)
        json_add_integer(&line, i);
    json_add(&line, SLICE(""));
    assert_int_equal(line.length, 10 + 90 * 2 + 900 * 3 + 2000 * 4);
    assert_true(slice_starts(written(&line), SLICE("01234567891011")));
    assert_true(slice_ends(written(&line), SLICE("29982999")));
    arena_free(&arena);
}

static void reals_have_six_digits_and_a_point(void **state)
{
    static const struct {
        double number;
        const char *text;
    } reals[] = {
        { (double)0.9f, "0.9" },     { (double)0.05f, "0.05" },   { (double)0.87f, "0.87" }, { 1, "1.0" }, { 0, "0.0" },
        { 0.123456789, "0.123457" }, { (double)0.995f, "0.995" }, { 12.5, "12.5" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof reals / sizeof *reals; i++) {
        struct arena arena = { 0 };
        struct json_line line = { .arena = &arena };

        json_add_real(&line, reals[i].number);
        assert_written(&line, reals[i].text);
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_escaped_as_json_asks),
        cmocka_unit_test(a_zero_byte_is_escaped),
        cmocka_unit_test(a_line_grows),
        cmocka_unit_test(reals_have_six_digits_and_a_point),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
