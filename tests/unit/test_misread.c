#include "real_data.h"

#include "input/input.h"
#include "text/misread.h"

static void expect(const char *text, size_t length, const char *meant)
{
    struct arena arena = { 0 };
    struct slice found = { 0 };

    assert_int_equal(read_misread(&arena, slice_of(text), &found), length);
    if (length > 0)
        assert_true(slice_equal(found, slice_of(meant)));
    arena_free(&arena);
}

static void bytes_of_utf8_taken_for_windows_1252_are_read_back(void **state)
{
    (void)state;
    expect("Ã¼ber", 4, "ü");
    expect("â€žHaus", 7, "„");
    expect("â‚¬", 7, "€");
    expect("ðŸ˜€", 9, "😀");
    expect("\xc3\x83\xc2\x9f", 4, "ß"); /* Latin-1 leaves the control characters */
}

static void what_was_misread_twice_is_read_back_twice(void **state)
{
    (void)state;
    expect("ÃƒÂ¼", 8, "ü");
    expect("Ã¢â‚¬Å¾", 15, "„");
}

static void lost_bytes_do_not_hide_a_quotation_mark(void **state)
{
    (void)state;
    expect("â€ sagte", 5, "”");
}

static void german_letters_before_marks_are_left_alone(void **state)
{
    static const char *const right[] = { "ß“", "Ä“", "ß… und", "Ü»", "São", "é” …", "Ångström", "Ã", "", "\xc3" };
    (void)state;

    for (size_t i = 0; i < sizeof(right) / sizeof(*right); i++)
        expect(right[i], 0, NULL);
}

static void every_character_of_windows_1252_has_its_byte(void **state)
{
    (void)state;
    for (int byte = 0x20; byte < 0x100; byte++) {
        int32_t character = windows_1252_character((unsigned char)byte);

        if (character != 0)
            assert_int_equal(windows_1252_byte(character), byte);
    }
    assert_int_equal(windows_1252_byte(0x400), -1);
}

static void an_error_behind_a_row_of_letters_that_is_no_word_is_marked_alone(void **state)
{
    struct rs_error error;
    char text[512];

    (void)state;
    memset(text, 'a', sizeof text);
    memcpy(text + 300, "&uuml;", 6);
    struct document *doc = read_segment_text(SLICE("sentence"), (struct slice){ text, sizeof text }, &error);
    struct issues issues = { .arena = &doc->arena };
    size_t marks = 0;

    checks_run(&context, doc, &issues);
    for (size_t i = 0; i < issues.count; i++)
        if (slice_equal(issues.items[i].rule->id, SLICE("check/encoded-character"))) {
            assert_int_equal(issues.items[i].span.start, 300);
            marks++;
        }
    assert_int_equal(marks, 1);
    document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_of_utf8_taken_for_windows_1252_are_read_back),
        cmocka_unit_test(what_was_misread_twice_is_read_back_twice),
        cmocka_unit_test(lost_bytes_do_not_hide_a_quotation_mark),
        cmocka_unit_test(german_letters_before_marks_are_left_alone),
        cmocka_unit_test(every_character_of_windows_1252_has_its_byte),
        cmocka_unit_test(an_error_behind_a_row_of_letters_that_is_no_word_is_marked_alone),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
