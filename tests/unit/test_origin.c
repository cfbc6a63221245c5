#include "divided.h"
#include "input/transcript.h"

/* Fails unless the first place of the word in the text comes from there in the file, and its end from end_byte. */
static void assert_origin(const struct document *doc, const char *word, struct origin expected, uint64_t end_byte)
{
    const char *at = memmem(doc->text.at, doc->text.len, word, strlen(word));
    struct origin found;

    assert_non_null(at);
    found = document_origin(doc, (uint32_t)(at - doc->text.at));
    assert_int_equal(found.byte, expected.byte);
    assert_int_equal(found.code_point, expected.code_point);
    assert_int_equal(found.line, expected.line);
    assert_int_equal(found.column, expected.column);
    found = document_origin(doc, (uint32_t)(at - doc->text.at + (long)strlen(word)));
    assert_int_equal(found.byte, end_byte);
}

static void origin_counts_bytes_and_code_points(void **state)
{
    struct document *doc = divided("Größe „A“ hier");
    (void)state;

    assert_origin(doc, "„A“", (struct origin){ 8, 6, 1, 7 }, 15);
    assert_origin(doc, "hier", (struct origin){ 16, 10, 1, 11 }, 20);
    document_free(doc);
}

static void lines_are_counted_over_blank_ones(void **state)
{
    struct document *doc = divided("eins\n\n\n  zwei\nfünf und");
    (void)state;

    assert_origin(doc, "zwei", (struct origin){ 9, 9, 4, 3 }, 13);
    assert_origin(doc, "und", (struct origin){ 20, 19, 5, 6 }, 23);
    document_free(doc);
}

static void carriage_return_counts_as_code_point(void **state)
{
    struct document *doc = divided("eins\r\nzwei\rdrei");
    (void)state;

    assert_origin(doc, "eins", (struct origin){ 0, 0, 1, 1 }, 4);
    assert_origin(doc, "zwei", (struct origin){ 6, 6, 2, 1 }, 10);
    assert_origin(doc, "drei", (struct origin){ 11, 11, 3, 1 }, 15);
    document_free(doc);
}

static void byte_order_mark_counts_as_bytes_only(void **state)
{
    struct document *doc = divided("\xef\xbb\xbf"
                                   "eins\nzwei");
    (void)state;

    assert_origin(doc, "eins", (struct origin){ 3, 0, 1, 1 }, 7);
    assert_origin(doc, "zwei", (struct origin){ 8, 5, 2, 1 }, 12);
    document_free(doc);
}

static void windows_1252_counts_a_byte_for_each_character(void **state)
{
    struct document *doc = divided("Gr\xf6\xdf"
                                   "e \x84"
                                   "A\x93\r\nsch\xf6n hier");
    (void)state;

    assert_origin(doc, "„A“", (struct origin){ 6, 6, 1, 7 }, 9);
    assert_origin(doc, "hier", (struct origin){ 17, 17, 2, 7 }, 21);
    document_free(doc);
}

static void composed_letter_counts_as_the_code_points_it_was(void **state)
{
    struct document *doc = divided("scho\xcc\x88n u\xcc\x88"
                                   "ber u\xcc\x88");
    (void)state;

    assert_origin(doc, "schön", (struct origin){ 0, 0, 1, 1 }, 7);
    assert_origin(doc, "über", (struct origin){ 8, 7, 1, 8 }, 14);
    assert_int_equal(document_origin(doc, (uint32_t)doc->text.len).byte, 18);
    assert_int_equal(document_origin(doc, (uint32_t)doc->text.len).code_point, 15);
    document_free(doc);
}

static void letter_that_grows_keeps_later_places_right(void **state)
{
    /* U+0958 has no composed form: NFC makes two code points of it. */
    struct document *doc = divided("\xe0\xa5\x98\xe0\xa5\x98 da");
    (void)state;

    assert_int_equal(doc->text.len, 15);
    assert_int_equal(document_origin(doc, 3).code_point, 0);
    assert_int_equal(document_origin(doc, 6).code_point, 1);
    assert_origin(doc, "da", (struct origin){ 7, 3, 1, 4 }, 9);
    document_free(doc);
}

static void end_of_text_has_an_origin(void **state)
{
    struct document *doc = divided("Ende \n");
    (void)state;

    assert_int_equal(document_origin(doc, 4).byte, 4);
    assert_int_equal(document_origin(doc, 400).byte, 4);
    document_free(doc);
}

static void empty_document_begins_at_line_one(void **state)
{
    struct document *doc = divided("");
    (void)state;

    assert_int_equal(document_origin(doc, 0).line, 1);
    assert_int_equal(document_origin(doc, 0).column, 1);
    document_free(doc);
}

static void segment_text_counts_from_its_own_start(void **state)
{
    struct rs_error error;
    struct document *doc = read_segment_text(SLICE("-"), SLICE("  a\u0308rger\r\nzwei"), &error);
    (void)state;

    assert_non_null(doc);
    assert_origin(doc, "ärger", (struct origin){ 2, 2, 1, 3 }, 9);
    assert_origin(doc, "zwei", (struct origin){ 11, 10, 2, 1 }, 15);
    document_free(doc);
}

static void long_line_has_anchors_on_its_way(void **state)
{
    char text[20001];
    struct document *doc;
    (void)state;

    for (size_t i = 0; i < 10000; i++)
        memcpy(text + 2 * i, "ä", 3);
    doc = divided(text);
    assert_in_range(doc->anchor_count, 15, 40);
    for (uint32_t offset = 0; offset <= doc->text.len; offset += 2) {
        assert_int_equal(document_origin(doc, offset).byte, offset);
        assert_int_equal(document_origin(doc, offset).column, offset / 2 + 1);
    }
    document_free(doc);
}

static void text_that_stands_for_markup_comes_from_its_place(void **state)
{
    static const struct decoded decoded = { { "a&auml;b<br>c", 13 }, ENCODING_UTF_8, { .line = 1, .column = 1 } };
    struct document *doc = document_new(SLICE("a.html"));
    struct origin at = decoded.start, behind;
    struct transcript transcript;
    uint32_t start;
    (void)state;

    transcript_begin(&transcript, doc, &decoded);
    start = segment_begin(&transcript);
    transcribe(&transcript, SLICE("a"), &at);
    behind = at;
    advance(ENCODING_UTF_8, SLICE("&auml;"), &behind);
    transcribe_instead(&transcript, SLICE("ä"), ANCHOR_STANDS_FOR, &at, &behind);
    at = behind;
    transcribe(&transcript, SLICE("b"), &at);
    advance(ENCODING_UTF_8, SLICE("<br>"), &behind);
    behind.byte++, behind.code_point++, behind.column++; /* "b" */
    transcribe_instead(&transcript, SLICE(" "), ANCHOR_REPLACES, &at, &behind);
    at = behind;
    transcribe(&transcript, SLICE("c"), &at);
    segment_end(&transcript, start, SEGMENT_CELL);
    assert_true(slice_equal(doc->text, SLICE("aäb c")));
    assert_origin(doc, "ä", (struct origin){ 1, 1, 1, 2 }, 7);
    assert_origin(doc, "c", (struct origin){ 12, 12, 1, 13 }, 13);
    document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(origin_counts_bytes_and_code_points),
        cmocka_unit_test(lines_are_counted_over_blank_ones),
        cmocka_unit_test(carriage_return_counts_as_code_point),
        cmocka_unit_test(byte_order_mark_counts_as_bytes_only),
        cmocka_unit_test(windows_1252_counts_a_byte_for_each_character),
        cmocka_unit_test(composed_letter_counts_as_the_code_points_it_was),
        cmocka_unit_test(letter_that_grows_keeps_later_places_right),
        cmocka_unit_test(end_of_text_has_an_origin),
        cmocka_unit_test(empty_document_begins_at_line_one),
        cmocka_unit_test(segment_text_counts_from_its_own_start),
        cmocka_unit_test(long_line_has_anchors_on_its_way),
        cmocka_unit_test(text_that_stands_for_markup_comes_from_its_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
