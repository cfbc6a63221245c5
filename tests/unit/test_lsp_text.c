/* Texts that are open in an editor: places in them, and edits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "service/lsp_text.h"
#include "service/lsp_uri.h"

static struct lsp_text text_of_bytes(const char *bytes)
{
    struct lsp_text text = { 0 };

    lsp_text_set(&text, slice_of(bytes));
    return text;
}

static void assert_place(struct lsp_text *text, enum lsp_encoding encoding, size_t offset, size_t line,
                         size_t character)
{
    struct lsp_position position = lsp_text_position(text, offset, encoding);

    assert_int_equal(position.line, line);
    assert_int_equal(position.character, character);
    assert_int_equal(lsp_text_offset(text, position, encoding), offset);
}

static void characters_are_counted_in_each_way(void **state)
{
    /* An emoji of two code points, a letter with a combining mark, the byte order mark, behind each an x. */
    static const char bytes[] = "\xef\xbb\xbfx\n👍🏽x\nu\u0308x";
    struct lsp_text text = text_of_bytes(bytes);
    static const struct {
        size_t offset, line, characters[LSP_ENCODING_COUNT];
    } places[] = {
        { 0, 0, { 0, 0, 0 } },  { 3, 0, { 1, 3, 1 } },  { 4, 0, { 2, 4, 2 } },  { 5, 1, { 0, 0, 0 } },
        { 9, 1, { 2, 4, 1 } },  { 13, 1, { 4, 8, 2 } }, { 14, 1, { 5, 9, 3 } }, { 15, 2, { 0, 0, 0 } },
        { 16, 2, { 1, 1, 1 } }, { 18, 2, { 2, 3, 2 } }, { 19, 2, { 3, 4, 3 } },
    };

    (void)state;
    for (int encoding = 0; encoding < LSP_ENCODING_COUNT; encoding++) {
        for (size_t i = 0; i < sizeof places / sizeof *places; i++)
            assert_place(&text, (enum lsp_encoding)encoding, places[i].offset, places[i].line,
                         places[i].characters[encoding]);
        for (size_t i = sizeof places / sizeof *places; i-- > 0;) /* backwards, as edits may come */
            assert_place(&text, (enum lsp_encoding)encoding, places[i].offset, places[i].line,
                         places[i].characters[encoding]);
    }
    lsp_text_free(&text);
}

static void lines_end_in_three_ways(void **state)
{
    struct lsp_text text = text_of_bytes("a\nb\r\nc\rd\r\r\n");

    (void)state;
    assert_int_equal(lsp_text_line_count(&text), 6);
    assert_place(&text, LSP_UTF_16, 0, 0, 0);
    assert_place(&text, LSP_UTF_16, 1, 0, 1);
    assert_place(&text, LSP_UTF_16, 2, 1, 0);
    assert_place(&text, LSP_UTF_16, 5, 2, 0);
    assert_place(&text, LSP_UTF_16, 7, 3, 0);
    assert_place(&text, LSP_UTF_16, 9, 4, 0);
    assert_place(&text, LSP_UTF_16, 11, 5, 0);
    assert_int_equal(lsp_text_position(&text, 4, LSP_UTF_16).character, 1); /* inside of CR LF: the line's end */
    assert_true(slice_is(lsp_text_line(&text, 1), "b"));
    assert_true(slice_is(lsp_text_line(&text, 5), ""));
    assert_true(slice_is(lsp_text_line(&text, 99), ""));
    lsp_text_free(&text);
}

static void a_place_that_is_not_there_is_the_next_that_is(void **state)
{
    struct lsp_text text = text_of_bytes("ab\r\n🙂c");

    (void)state;
    assert_int_equal(lsp_text_offset(&text, (struct lsp_position){ 0, 9 }, LSP_UTF_16), 2);
    assert_int_equal(lsp_text_offset(&text, (struct lsp_position){ 0, SIZE_MAX }, LSP_UTF_16), 2);
    assert_int_equal(lsp_text_offset(&text, (struct lsp_position){ 1, 1 }, LSP_UTF_16), 4); /* half an emoji */
    assert_int_equal(lsp_text_offset(&text, (struct lsp_position){ 1, 3 }, LSP_UTF_8), 4);
    assert_int_equal(lsp_text_offset(&text, (struct lsp_position){ 2, 0 }, LSP_UTF_16), 9);
    assert_int_equal(lsp_text_offset(&text, (struct lsp_position){ SIZE_MAX, 4 }, LSP_UTF_16), 9);
    assert_int_equal(lsp_text_position(&text, 99, LSP_UTF_16).character, 3);
    lsp_text_free(&text);
}

static void an_empty_text_has_one_place(void **state)
{
    struct lsp_text text = text_of_bytes("");

    (void)state;
    assert_int_equal(lsp_text_line_count(&text), 1);
    assert_place(&text, LSP_UTF_8, 0, 0, 0);
    lsp_text_replace(&text, 0, 0, SLICE("x"));
    assert_place(&text, LSP_UTF_8, 1, 0, 1);
    lsp_text_free(&text);
}

static void an_edit_may_make_and_break_lines(void **state)
{
    struct lsp_text text = text_of_bytes("eins\rzwei\rdrei");

    (void)state;
    assert_int_equal(lsp_text_line_count(&text), 3);
    lsp_text_replace(&text, 5, 5, SLICE("\n")); /* CR becomes CR LF */
    assert_int_equal(lsp_text_line_count(&text), 3);
    assert_place(&text, LSP_UTF_16, 6, 1, 0);
    lsp_text_replace(&text, 4, 5, SLICE("")); /* and LF alone */
    assert_int_equal(lsp_text_line_count(&text), 3);
    lsp_text_replace(&text, 4, 5, SLICE(""));
    assert_int_equal(lsp_text_line_count(&text), 2);
    assert_true(slice_is(lsp_text_line(&text, 0), "einszwei"));
    lsp_text_replace(&text, 0, text.length, SLICE("\n\n\n"));
    assert_int_equal(lsp_text_line_count(&text), 4);
    lsp_text_free(&text);
}

/* Edits by chance, against a text that is made anew for each. */
static void edited_and_new_texts_have_the_same_places(void **state)
{
    static const char *const pieces[] = { "", "a", "\n", "\r", "\r\n", "ü", "🙂", "u\u0308", "abc\ndef" };
    struct lsp_text edited = text_of_bytes("");
    unsigned chance = 7;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        struct lsp_text new = { 0 };
        size_t start, end;

        chance = chance * 1103515245 + 12345;
        start = lsp_text_offset(&edited, (struct lsp_position){ (chance >> 16) % 9, (chance >> 8) % 9 }, LSP_UTF_16);
        end = lsp_text_offset(&edited, (struct lsp_position){ (chance >> 20) % 9, (chance >> 12) % 9 }, LSP_UTF_16);
        lsp_text_replace(&edited, start, end < start ? start : end,
                         slice_of(pieces[(chance >> 4) % (sizeof pieces / sizeof *pieces)]));
        lsp_text_set(&new, (struct slice){ edited.bytes, edited.length });
        for (size_t line = 0; line < 9; line++)
            for (size_t character = 0; character < 5; character++) {
                const struct lsp_position place = { line, character };

                assert_int_equal(lsp_text_offset(&edited, place, LSP_UTF_16), lsp_text_offset(&new, place, LSP_UTF_16));
            }
        assert_int_equal(lsp_text_line_count(&edited), lsp_text_line_count(&new));
        assert_int_equal(lsp_text_position(&edited, edited.length, LSP_UTF_16).character,
                         lsp_text_position(&new, new.length, LSP_UTF_16).character);
        lsp_text_free(&new);
    }
    lsp_text_free(&edited);
}

static void a_uri_names_a_file_of_this_computer(void **state)
{
    static const struct {
        const char *uri, *path;
    } cases[] = {
        { "file:///a/b.txt", "/a/b.txt" },
        { "file:///%C3%BCber%20uns/a%2Bb.md", "/über uns/a+b.md" },
        { "FILE://localhost/a", "/a" },
        { "file:/a", "/a" },
        { "file:///100%25%c3%a4", "/100%ä" },
        { "file://host/a", NULL },
        { "file:a", NULL },
        { "file://", NULL },
        { "file:///a%00b", NULL },
        { "file:///a%4", NULL },
        { "file:///a%", NULL },
        { "file:///a%zz", NULL },
        { "untitled:Untitled-1", NULL },
        { "", NULL },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *path = path_of_uri(cases[i].uri);

        if (cases[i].path == NULL)
            assert_null(path);
        else
            assert_string_equal(path, cases[i].path);
        free(path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_are_counted_in_each_way),
        cmocka_unit_test(lines_end_in_three_ways),
        cmocka_unit_test(a_place_that_is_not_there_is_the_next_that_is),
        cmocka_unit_test(an_empty_text_has_one_place),
        cmocka_unit_test(an_edit_may_make_and_break_lines),
        cmocka_unit_test(edited_and_new_texts_have_the_same_places),
        cmocka_unit_test(a_uri_names_a_file_of_this_computer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
