#include "divided.h"

#include <stdlib.h>
#include <unistd.h>

/* Reads bytes (a string literal, which may hold NUL) as plain text. */
#define READ(literal, error) read_plain_text(SLICE("a.txt"), SLICE(literal), error)

static void assert_text(const char *bytes, const char *text, const char *encoding)
{
    struct rs_error error = { 0 };
    struct document *doc = read_plain_text(SLICE("a.txt"), slice_of(bytes), &error);

    assert_string_equal(error.message, "");
    assert_non_null(doc);
    assert_int_equal(doc->text.len, strlen(text));
    assert_memory_equal(doc->text.at, text, doc->text.len);
    assert_true(slice_equal(doc->encoding, slice_of(encoding)));
    document_free(doc);
}

static void assert_refused(struct slice bytes, size_t line, const char *reason)
{
    struct rs_error error = { 0 };
    struct document *doc = read_plain_text(SLICE("a.txt"), bytes, &error);

    assert_null(doc);
    assert_string_equal(error.file, "a.txt");
    assert_int_equal(error.line, line);
    assert_non_null(strstr(error.message, reason));
}

static void utf8_is_read_as_it_is(void **state)
{
    (void)state;
    assert_text("Größe „A“\n", "Größe „A“", "UTF-8");
}

static void byte_order_mark_is_left_out(void **state)
{
    (void)state;
    assert_text("\xef\xbb\xbfWort", "Wort", "UTF-8");
    assert_text("\xef\xbb\xbf", "", "UTF-8");
}

static void windows_1252_is_recognised(void **state)
{
    (void)state;
    assert_text("Gr\xf6\xdf"
                "e \x84"
                "A\x93 \x96 5 \x80\n",
                "Größe „A“ – 5 €", "windows-1252");
}

static void every_line_break_ends_a_paragraph(void **state)
{
    (void)state;
    assert_text("eins\r\nzwei\rdrei\nvier", "eins\nzwei\ndrei\nvier", "UTF-8");
}

static void blank_lines_are_skipped(void **state)
{
    struct document *doc;
    (void)state;

    assert_text("\n \t\n eins \n\n\nzwei\n\n", "eins\nzwei", "UTF-8");
    doc = divided("eins.\n\n\xc2\xa0\n\nzwei.");
    assert_int_equal(doc->segment_count, 2);
    document_free(doc);
}

static void empty_file_is_an_empty_document(void **state)
{
    struct rs_error error;
    struct document *doc = read_plain_text(SLICE("a.txt"), (struct slice){ NULL, 0 }, &error);
    (void)state;

    assert_non_null(doc);
    document_divide(doc, NULL);
    assert_int_equal(doc->segment_count, 0);
    assert_int_equal(doc->word_count, 0);
    document_free(doc);
}

static void decomposed_letters_are_composed(void **state)
{
    (void)state;
    assert_text("scho\xcc\x88n", "schön", "UTF-8");
    assert_text("e\xcc\xa3\xcc\x82", "ệ", "UTF-8");
    assert_text("\xe2\x84\xab", "Å", "UTF-8");                                    /* angstrom sign */
    assert_text("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "\xed\x95\x9c", "UTF-8"); /* Korean 한 */
}

static void mark_behind_a_long_run_is_composed(void **state)
{
    char bytes[1024 + 8], text[1024 + 8];
    (void)state;

    for (size_t length = 1020; length <= 1026; length++) {
        memset(bytes, 'o', length);
        memcpy(bytes + length, "\xcc\x88", 3);
        memset(text, 'o', length);
        memcpy(text + length - 1, "ö", 3);
        assert_text(bytes, text, "UTF-8");
    }
}

static void many_marks_in_a_row_keep_their_number(void **state)
{
    char bytes[1 + 2 * 300 + 1] = "x";
    struct document *doc;
    (void)state;

    for (size_t i = 0; i < 300; i++)
        memcpy(bytes + 1 + 2 * i, i % 2 == 0 ? "\xcc\x81" : "\xcc\xa3", 2);
    doc = divided(bytes);
    assert_int_equal(doc->text.len, sizeof bytes - 1);
    document_free(doc);
}

static void nul_byte_is_binary_data(void **state)
{
    (void)state;
    assert_refused(SLICE("ab\nc\0d"), 2, "byte 0x00 at offset 4");
}

static void control_character_is_binary_data(void **state)
{
    (void)state;
    assert_refused(SLICE("ab\r\nc\r\x1b[0m"), 3, "byte 0x1B at offset 6");
}

static void tabs_and_page_breaks_are_text(void **state)
{
    (void)state;
    assert_text("a\tb\fc\vd", "a\tb\fc\vd", "UTF-8");
}

static void utf16_is_named(void **state)
{
    (void)state;
    assert_refused(SLICE("\xff\xfeW\0"), 1, "UTF-16");
    assert_refused(SLICE("\xfe\xff\0W"), 1, "iconv -f UTF-16 -t UTF-8");
}

static void broken_utf8_is_not_taken_for_windows_1252(void **state)
{
    (void)state;
    assert_refused(SLICE("Größe und Maß\nschön \xfc oder"), 2, "byte 0xFC at offset 24");
    assert_refused(SLICE("Größe „A“ \xe2\x80"), 1, "invalid UTF-8");
}

static void broken_utf8_after_a_byte_order_mark_is_named(void **state)
{
    (void)state;
    assert_refused(SLICE("\xef\xbb\xbfGr\xf6\xdf"
                         "e"),
                   1, "byte 0xF6 at offset 5");
}

static void byte_without_character_is_named(void **state)
{
    (void)state;
    assert_refused(SLICE("Gr\xf6\xdf"
                         "e\n\x81"),
                   2, "byte 0x81");
}

static void text_of_another_code_page_is_refused(void **state)
{
    (void)state;
    /* "Привет, как дела сегодня" in KOI8-R */
    assert_refused(SLICE("\xf0\xd2\xc9\xd7\xc5\xd4, \xcb\xc1\xcb \xc4\xc5\xcc\xc1 \xd3\xc5\xc7\xcf\xc4\xce\xd1"), 1,
                   "neither UTF-8 nor Windows-1252");
}

static void text_that_is_too_large_is_refused(void **state)
{
    struct rs_error error = { 0 };
    char *bytes = malloc(MAX_INPUT_BYTES + 1);
    (void)state;

    assert_non_null(bytes);
    memset(bytes, 'a', MAX_INPUT_BYTES + 1);
    assert_null(read_plain_text(SLICE("a.txt"), (struct slice){ bytes, MAX_INPUT_BYTES + 1 }, &error));
    assert_non_null(strstr(error.message, "64 MiB"));
    free(bytes);
}

static void error_may_be_left_out(void **state)
{
    (void)state;
    assert_null(READ("\0", NULL));
}

static void first_short_line_is_a_heading(void **state)
{
    struct document *doc = divided("Meta setzt auf KI\nDer Konzern investiert weiter\nEr zahlt.");
    (void)state;

    assert_int_equal(doc->segments[0].kind, SEGMENT_HEADING);
    assert_int_equal(doc->segments[1].kind, SEGMENT_PARAGRAPH);
    document_free(doc);
}

static void line_set_off_by_blank_lines_is_a_heading(void **state)
{
    struct document *doc = divided("Der Text beginnt.\n\nDie Zahlen\n\nEs geht weiter.\n\nSagte er:\n\nEnde");
    (void)state;

    assert_int_equal(doc->segments[0].kind, SEGMENT_PARAGRAPH);
    assert_int_equal(doc->segments[1].kind, SEGMENT_HEADING);
    assert_int_equal(doc->segments[2].kind, SEGMENT_PARAGRAPH);
    assert_int_equal(doc->segments[3].kind, SEGMENT_PARAGRAPH);
    assert_int_equal(doc->segments[4].kind, SEGMENT_HEADING);
    document_free(doc);
}

static void bulleted_line_is_a_list_item(void **state)
{
    struct document *doc = divided("Drei Dinge:\n• Brot\n- Milch\n-los");
    (void)state;

    assert_int_equal(doc->segments[1].kind, SEGMENT_LIST_ITEM);
    assert_int_equal(doc->segments[2].kind, SEGMENT_LIST_ITEM);
    assert_int_equal(doc->segments[3].kind, SEGMENT_PARAGRAPH);
    document_free(doc);
}

static void segment_text_keeps_line_breaks_as_spaces(void **state)
{
    struct rs_error error;
    struct document *doc = read_segment_text(SLICE("-"), SLICE(" eins\r\nzwei\ndrei "), &error);
    (void)state;

    assert_non_null(doc);
    assert_int_equal(doc->segment_count, 1);
    assert_true(slice_equal(doc->text, SLICE("eins zwei drei")));
    document_free(doc);
}

static void empty_segment_text_is_one_empty_segment(void **state)
{
    struct rs_error error;
    struct document *doc = read_segment_text(SLICE("-"), (struct slice){ NULL, 0 }, &error);
    (void)state;

    assert_non_null(doc);
    document_divide(doc, &test_lists);
    assert_int_equal(doc->segment_count, 1);
    assert_int_equal(doc->sentence_count, 0);
    document_free(doc);
}

static void segment_text_must_be_utf8(void **state)
{
    struct rs_error error = { 0 };
    (void)state;

    assert_null(read_segment_text(SLICE("-"), SLICE("ab\n\xf6"), &error));
    assert_int_equal(error.line, 2);
    assert_null(read_segment_text(SLICE("-"), SLICE("ab\0c"), &error));
    assert_non_null(strstr(error.message, "binary"));
}

static void missing_file_and_folder_are_named(void **state)
{
    struct rs_error error = { 0 };
    struct slice bytes;
    (void)state;

    assert_int_equal(read_file("/does/not/exist.txt", &bytes, &error), -1);
    assert_string_equal(error.file, "/does/not/exist.txt");
    assert_int_equal(read_file("/", &bytes, &error), -1);
    assert_non_null(strstr(error.message, "directory"));
}

static void file_is_read_whole(void **state)
{
    char path[] = "/tmp/rotstift-test-XXXXXX";
    int file = mkstemp(path);
    struct rs_error error = { 0 };
    struct slice bytes;
    (void)state;

    assert_true(file >= 0);
    for (size_t i = 0; i < 30000; i++)
        assert_int_equal(write(file, "Zeile\n", 6), 6);
    close(file);
    assert_int_equal(read_file(path, &bytes, &error), 0);
    assert_int_equal(bytes.len, 180000);
    assert_memory_equal(bytes.at + 180000 - 6, "Zeile\n", 6);
    free((char *)bytes.at);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_read_as_it_is),
        cmocka_unit_test(byte_order_mark_is_left_out),
        cmocka_unit_test(windows_1252_is_recognised),
        cmocka_unit_test(every_line_break_ends_a_paragraph),
        cmocka_unit_test(blank_lines_are_skipped),
        cmocka_unit_test(empty_file_is_an_empty_document),
        cmocka_unit_test(decomposed_letters_are_composed),
        cmocka_unit_test(mark_behind_a_long_run_is_composed),
        cmocka_unit_test(many_marks_in_a_row_keep_their_number),
        cmocka_unit_test(nul_byte_is_binary_data),
        cmocka_unit_test(control_character_is_binary_data),
        cmocka_unit_test(tabs_and_page_breaks_are_text),
        cmocka_unit_test(utf16_is_named),
        cmocka_unit_test(broken_utf8_is_not_taken_for_windows_1252),
        cmocka_unit_test(broken_utf8_after_a_byte_order_mark_is_named),
        cmocka_unit_test(byte_without_character_is_named),
        cmocka_unit_test(text_of_another_code_page_is_refused),
        cmocka_unit_test(text_that_is_too_large_is_refused),
        cmocka_unit_test(error_may_be_left_out),
        cmocka_unit_test(first_short_line_is_a_heading),
        cmocka_unit_test(line_set_off_by_blank_lines_is_a_heading),
        cmocka_unit_test(bulleted_line_is_a_list_item),
        cmocka_unit_test(segment_text_keeps_line_breaks_as_spaces),
        cmocka_unit_test(empty_segment_text_is_one_empty_segment),
        cmocka_unit_test(segment_text_must_be_utf8),
        cmocka_unit_test(missing_file_and_folder_are_named),
        cmocka_unit_test(file_is_read_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
