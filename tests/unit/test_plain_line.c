#include "divided.h"
#include "service/plain_line.h"

static void assert_target(const char *line, const char *wanted)
{
    struct arena arena = { 0 };
    struct segment_line members;

    assert_true(read_plain_line(slice_of(line), &arena, &members));
    assert_true(slice_equal(members.target, slice_of(wanted)));
    arena_free(&arena);
}

static void assert_left_to_jansson(const char *line)
{
    struct arena arena = { 0 };
    struct segment_line members;

    assert_false(read_plain_line(slice_of(line), &arena, &members));
    arena_free(&arena);
}

static void escapes_are_read(void **state)
{
    (void)state;
    assert_target("{\"id\":1,\"target\":\"\"}", "");
    assert_target("{\"id\":1,\"target\":\"K\\u00e4se \\u20AC\"}", "Käse €");
    assert_target("{\"id\":1,\"target\":\"\\u00E4\\\"\\\\\\/\\n\\t\"}", "ä\"\\/\n\t");
    assert_target("{\"id\":1,\"target\":\"\\u0041\\u000a\\u0022\"}", "A\n\"");
    assert_target("{\"id\":1,\"target\":\"\\ud83d\\ude00.\"}", "😀.");
    assert_target("{\"id\":1,\"target\":\"\\uDBFF\\uDFFF\\uffff\"}", "\xf4\x8f\xbf\xbf\xef\xbf\xbf");
}

static void wrong_escapes_are_left_to_jansson(void **state)
{
    (void)state;
    assert_left_to_jansson("{\"id\":1,\"target\":\"\\u0000\"}");
    assert_left_to_jansson("{\"id\":1,\"target\":\"\\ud83d\"}");
    assert_left_to_jansson("{\"id\":1,\"target\":\"\\ud83d\\u0041\"}");
    assert_left_to_jansson("{\"id\":1,\"target\":\"\\ude00\\ud83d\"}");
    assert_left_to_jansson("{\"id\":1,\"target\":\"\\u00g4\"}");
    assert_left_to_jansson("{\"id\":1,\"target\":\"\\u00e\"}");
    assert_left_to_jansson("{\"id\":1,\"target\":\"\\x\"}");
    assert_left_to_jansson("{\"id\":1,\"target\":\"\\");
    assert_left_to_jansson("{\"id\":1,\"target\":\"\\ud83d\\");
}

static void a_name_may_not_be_escaped(void **state)
{
    (void)state;
    assert_left_to_jansson("{\"id\":1,\"t\\u0061rget\":\"a\"}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_are_read),
        cmocka_unit_test(wrong_escapes_are_left_to_jansson),
        cmocka_unit_test(a_name_may_not_be_escaped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
