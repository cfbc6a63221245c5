/* Suggestions as they are written into files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <stdio.h>
#include <unistd.h>

#include "article.h"
#include "changes/correction.h"
#include "changes/fix.h"
#include "changes/patch.h"
#include "input/input.h"

static struct document *read_as(const char *format, const char *bytes)
{
    struct input input = { .name = SLICE("test"), .bytes = slice_of(bytes) };
    struct rs_error error;
    struct document *doc = read_document(&input, format_named(slice_of(format)), &error);

    assert_non_null(doc);
    return doc;
}

static struct span span_of(const struct document *doc, const char *part)
{
    const char *at = memmem(doc->text.at, doc->text.len, part, strlen(part));
    uint32_t start;

    assert_non_null(at);
    start = (uint32_t)(at - doc->text.at);
    return (struct span){ start, start + (uint32_t)strlen(part) };
}

/* expected NULL: it can't be written. */
static void assert_correction(const char *format, const char *bytes, const char *part, const char *suggestion,
                              const char *expected)
{
    struct document *doc = read_as(format, bytes);
    struct arena arena = { 0 };
    struct slice text;

    if (!write_correction(doc, span_of(doc, part), slice_of(suggestion), &arena, &text))
        assert_null(expected);
    else
        assert_true(expected != NULL && slice_equal(text, slice_of(expected)));
    arena_free(&arena);
    document_free(doc);
}

static void plain_text_takes_all_but_line_breaks(void **state)
{
    (void)state;
    assert_correction("text", "Ein & Haus.", "Haus", "<Heim> & \"Hof\"", "<Heim> & \"Hof\"");
    assert_correction("text", "Ein Haus.", "Haus", "a\nb", NULL);
    assert_correction("text", "Ein Haus.", "Haus", "", "");
}

static void html_takes_entities(void **state)
{
    (void)state;
    assert_correction("html", "<p>Ein gro&szlig;es Haus steht hier.</p>", "Haus", "A & <B>", "A &amp; &lt;B&gt;");
    assert_correction("html", "<p>Ein gro&szlig;es Haus steht hier.</p>", "großes", "kleines", "kleines");
    assert_correction("html", "<p>Ein gro<b>ß</b>es Haus steht hier.</p>", "großes", "kleines", NULL);
}

static void markdown_takes_nothing_that_would_mean_something(void **state)
{
    (void)state;
    assert_correction("markdown", "Ein Haus steht *hier*.", "Haus", "Heim", "Heim");
    assert_correction("markdown", "Ein Haus steht *hier*.", "Haus", "*Heim*", NULL);
    assert_correction("markdown", "Ein Haus steht *hier*.", "steht hier", "ist hier", NULL);
    assert_correction("markdown", "Ein Haus steht hier.", "Ein", "- ein", NULL);
    assert_correction("markdown", "Ein Haus steht hier.", "Haus", "- Haus", "- Haus");
}

static void changes_are_made_from_left_to_right(void **state)
{
    struct change items[] = { { .start = 0, .end = 1, .bytes = { "xy", sizeof("xy") - 1 } },
                              { .start = 2, .end = 2, .bytes = { "_", sizeof("_") - 1 } },
                              { .start = 3, .end = 4, .bytes = { NULL, 0 } } };
    struct changes changes = { items, 3, 3 };
    struct slice changed = apply_changes(&changes, SLICE("abcd"));

    (void)state;
    assert_true(slice_equal(changed, SLICE("xyb_c")));
    free((void *)(uintptr_t)changed.at);
    items[2].end = 5;
    assert_null(apply_changes(&changes, SLICE("abcd")).at);
    items[2] = (struct change){ .start = 1, .end = 2 };
    assert_null(apply_changes(&changes, SLICE("abcd")).at);
}

static void a_change_that_is_read_otherwise_is_unsound(void **state)
{
    struct document *before = read_as("markdown", "Ein Haus steht hier."),
                    *after = read_as("markdown", "Ein Heim steht hier."),
                    *other = read_as("markdown", "Ein *Heim* steht heute hier.");
    struct change change = { .span = span_of(before, "Haus"), .suggestion = SLICE("Heim") };
    struct changes changes = { &change, 1, 1 };

    (void)state;
    assert_true(changes_are_sound(before, &changes, after));
    assert_false(changes_are_sound(before, &changes, other));
    assert_false(changes_are_sound(before, &changes, before));
    document_free(before);
    document_free(after);
    document_free(other);
}

static void a_patch_shows_what_changed(void **state)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    struct rs_error error;

    (void)state;
    assert_int_equal(write_patch(out, "a b.txt", SLICE("eins\nzwei\n"), SLICE("eins\ndrei\n"), &error), 0);
    fflush(out);
    assert_non_null(strstr(text, "+++ b/a b.txt"));
    assert_non_null(strstr(text, "@@ -1,2 +1,2 @@\n eins\n-zwei\n+drei\n"));
    fclose(out);
    free(text);
    out = open_memstream(&text, &length);
    assert_int_equal(write_patch(out, "a", SLICE("eins\n"), SLICE("eins\n"), &error), 0);
    fclose(out);
    assert_string_equal(text, "");
    free(text);
}

/* Corrects a file that writes its habits into each of so many lines; returns how often it was checked anew. */
static size_t rounds_for(const struct rs_checker *checker, size_t lines)
{
    const struct options options = { .fix = true };
    struct article article = { .checker = checker, .settings = { .confidence = 0.8 } };
    struct baseline known = { 0 };
    char path[] = "/tmp/rotstift-XXXXXX.txt";
    FILE *file = fdopen(mkstemps(path, 4), "w");
    size_t rounds;

    assert_non_null(file);
    for (size_t i = 0; i < lines; i++)
        fputs("Der Anteil stieg um 50% auf  den Wert von 20% , sagte der Mann .\n", file);
    fclose(file);
    article.path = path;
    check_article(&options, &known, &article);
    assert_false(article.troubled);
    assert_non_null(article.doc);
    assert_null(memmem(article.doc->text.at, article.doc->text.len, "50%", 3));
    assert_null(memmem(article.doc->text.at, article.doc->text.len, "  ", 2));
    rounds = article.rounds;
    free_article(&article);
    unlink(path);
    return rounds;
}

static void a_habit_is_corrected_at_all_its_places_at_once(void **state)
{
    struct rs_error error;
    struct rs_checker *checker = rs_checker_open(NULL, &error);

    (void)state;
    assert_non_null(checker);
    assert_in_range(rounds_for(checker, 1), 1, 3);
    assert_int_equal(rounds_for(checker, 500), rounds_for(checker, 1));
    rs_checker_close(checker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_takes_all_but_line_breaks),
        cmocka_unit_test(html_takes_entities),
        cmocka_unit_test(markdown_takes_nothing_that_would_mean_something),
        cmocka_unit_test(changes_are_made_from_left_to_right),
        cmocka_unit_test(a_change_that_is_read_otherwise_is_unsound),
        cmocka_unit_test(a_patch_shows_what_changed),
        cmocka_unit_test(a_habit_is_corrected_at_all_its_places_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
