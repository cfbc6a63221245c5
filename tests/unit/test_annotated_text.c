#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "service/annotated_text.h"
#include "text/unicode.h"

static struct arena arena;

static int free_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct annotated_text read(const char *json)
{
    struct annotated_text text;
    struct rs_error error;

    if (annotated_read(&text, slice_of(json), &arena, &error) != 0)
        fail_msg("%s: %s", json, error.message);
    return text;
}

/* Where a word of the text that is read stands in the whole. */
static void assert_place(const struct annotated_text *text, const char *word, size_t offset, size_t length)
{
    const char *at = memmem(text->text.at, text->text.len, word, strlen(word));
    struct annotated_cursor cursor = { 0 };
    size_t found_offset, found_length;

    assert_non_null(at);
    uint32_t start = (uint32_t)(at - text->text.at);

    annotated_place(text, &cursor, (struct span){ start, start + (uint32_t)strlen(word) }, &found_offset,
                    &found_length);
    assert_int_equal(found_offset, offset);
    assert_int_equal(found_length, length);
}

static void units_are_those_of_utf_16(void **state)
{
    (void)state;
    assert_int_equal(count_utf16_units(SLICE("")), 0);
    assert_int_equal(count_utf16_units(SLICE("a\u00e4\u20ac\U0001f600")), 5);
}

static void a_plain_text_is_counted_from_its_start(void **state)
{
    struct annotated_text text;

    (void)state;
    annotated_plain(&text, SLICE("\U0001f600 Über den Fluß"), &arena);
    assert_place(&text, "Über", 3, 4);
    assert_place(&text, "Fluß", 12, 4);
}

static void marks_take_their_units(void **state)
{
    struct annotated_text text =
        read("{\"annotation\": [{\"text\": \"Der \"}, {\"markup\": \"<b>\"}, {\"text\": \"Fluß\"}, "
             "{\"markup\": \"</b>\"}, {\"text\": \" steigt\"}]}");

    (void)state;
    assert_int_equal(text.text.len, strlen("Der Fluß steigt"));
    assert_memory_equal(text.text.at, "Der Fluß steigt", text.text.len);
    assert_place(&text, "Der", 0, 3);
    assert_place(&text, "Fluß", 7, 4);
    assert_place(&text, "Der Fluß", 0, 11);
    assert_place(&text, "Fluß steigt", 7, 15);
}

static void what_a_mark_is_read_as_is_the_mark(void **state)
{
    struct annotated_text text = read(
        "{\"annotation\": [{\"text\": \"A\"}, {\"markup\": \"&auml;\", \"interpretAs\": \"ä\"}, {\"text\": \"b\"}, "
        "{\"markup\": \"<br>\", \"interpretAs\": \"\\n\"}, {\"text\": \"c\"}]}");

    (void)state;
    assert_place(&text, "ä", 1, 6);
    assert_place(&text, "Aä", 0, 7);
    assert_place(&text, "b\nc", 7, 6);
}

static void places_are_found_in_any_order(void **state)
{
    struct annotated_text text =
        read("{\"annotation\": [{\"text\": \"ab\"}, {\"markup\": \"*\"}, {\"text\": \"cd\"}]}");
    struct annotated_cursor cursor = { 0 };
    size_t offset, length;

    (void)state;
    annotated_place(&text, &cursor, (struct span){ 3, 4 }, &offset, &length);
    assert_int_equal(offset, 4);
    annotated_place(&text, &cursor, (struct span){ 1, 2 }, &offset, &length);
    assert_int_equal(offset, 1);
    assert_int_equal(length, 1);
}

static void an_empty_text_has_no_places(void **state)
{
    (void)state;
    assert_int_equal(read("{\"annotation\": []}").text.len, 0);
    assert_int_equal(read("{\"annotation\": [{\"markup\": \"<p>\"}]}").text.len, 0);
}

static void what_is_no_annotated_text_is_refused(void **state)
{
    static const char *const wrong[] = {
        "",
        "[",
        "[]",
        "{\"annotation\": {}}",
        "{\"annotation\": [1]}",
        "{\"annotation\": [{}]}",
        "{\"annotation\": [{\"text\": 1}]}",
        "{\"annotation\": [{\"text\": \"a\", \"markup\": \"b\"}]}",
        "{\"annotation\": [{\"interpretAs\": \"a\"}]}",
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct annotated_text text;
        struct rs_error error = { 0 };

        if (annotated_read(&text, slice_of(wrong[i]), &arena, &error) == 0)
            fail_msg("%s is read", wrong[i]);
        assert_string_not_equal(error.message, "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(units_are_those_of_utf_16, free_arena),
        cmocka_unit_test_teardown(a_plain_text_is_counted_from_its_start, free_arena),
        cmocka_unit_test_teardown(marks_take_their_units, free_arena),
        cmocka_unit_test_teardown(what_a_mark_is_read_as_is_the_mark, free_arena),
        cmocka_unit_test_teardown(places_are_found_in_any_order, free_arena),
        cmocka_unit_test_teardown(an_empty_text_has_no_places, free_arena),
        cmocka_unit_test_teardown(what_is_no_annotated_text_is_refused, free_arena),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
