#include "documents.h"
#include "input/placeholder.h"

#define HEADER "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

static void translations_have_their_sources(void **state)
{
    (void)state;
    assert_read(read_po,
                HEADER
                "msgctxt \"menu\"\nmsgid \"One\"\nmsgstr \"Eins\"\n\nmsgid \"\"\n\"A long \"\n\"line\"\nmsgstr \"\"\n"
                "\"Eine lange \"\n\"Zeile\"\n",
                "p Eins <- One\np Eine lange Zeile <- A long line\n");
}

static void plurals_have_theirs(void **state)
{
    (void)state;
    assert_read(read_po,
                "msgid \"%d file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"%d Datei\"\nmsgstr[1] \"%d Dateien\"\n",
                "p ¤ Datei <- \xef\xbf\xbc file\np ¤ Dateien <- \xef\xbf\xbc files\n");
}

static void fuzzy_and_obsolete_ones_are_left_out(void **state)
{
    (void)state;
    assert_read(read_po,
                HEADER
                "#, fuzzy\nmsgid \"One\"\nmsgstr \"nein\"\n\nmsgid \"Two\"\nmsgstr \"Zwei\"\n#, fuzzy, c-format\n"
                "#| msgid \"x\"\nmsgid \"Three\"\nmsgstr \"nein\"\nmsgid \"Four\"\nmsgstr \"Vier\"\n"
                "#~ msgid \"Five\"\n#~ msgstr \"nein\"\n",
                "p Zwei <- Two\np Vier <- Four\n");
}

static void escapes_and_shortcuts_keep_their_places(void **state)
{
    static const char file[] = "msgid \"_Say \\\"x\\\"\"\nmsgstr \"\\\"Ja\\\" _sagen, \"\n\"100%%\\n\"\n\"weiter\"\n";
    struct document *doc = read_good(read_po, slice_of(file), NULL);
    (void)state;

    assert_segments(doc, "p \"Ja\" sagen, 100% weiter <- _Say \"x\"\n");
    assert_covers(doc, "\"Ja\"", slice_of(file), "\\\"Ja\\\"", true);
    assert_covers(doc, "sagen, 100%", slice_of(file), "sagen, \"\n\"100%%", false);
    document_free(doc);
}

static void placeholders_are_told_from_text(void **state)
{
    static const struct {
        const char *text;
        size_t length;
    } cases[] = {
        { "%s", 2 },           { "%1$s x", 4 }, { "%-5.2f", 6 }, { "%ld", 3 },         { "%(name)s", 8 },
        { "%1 x", 2 },         { "{0}", 3 },    { "{name}", 6 }, { "{size:.1f}", 10 }, { "${name}", 7 },
        { "{n, number}", 11 }, { "% der", 0 },  { "%", 0 },      { "{", 0 },           { "{ja nein}", 0 },
        { "%ö", 0 },           { "$ 5", 0 },    { "%(name", 0 }, { "{}", 2 },          { "%0", 0 },
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(placeholder_length(slice_of(cases[i].text)), cases[i].length);
    assert_read(read_po, "msgid \"x\"\nmsgstr \"Eine 50%ige Lösung\"\n", "p Eine 50%ige Lösung <- x\n");
}

static void html_and_paragraphs_are_read(void **state)
{
    (void)state;
    assert_read(read_po, "msgid \"One.\\n\\nTwo.\"\nmsgstr \"Eins.\\n\\nZwei.\"\n",
                "p Eins. <- One.\np Zwei. <- Two.\n");
    assert_read(read_po, "msgid \"x\"\nmsgstr \"Ein <b>Wort</b> &amp; %s\"\n", "p Ein Wort & ¤ <- x\n");
}

static void comments_of_translators_are_kept(void **state)
{
    struct document *doc = read_good(
        read_po, SLICE("# a\n#. nein\n#: b.c:1\nmsgid \"x\"\nmsgstr \"Eins\"\n# b\nmsgid \"y\"\nmsgstr \"Zwei\"\n"),
        NULL);
    (void)state;

    assert_int_equal(doc->comment_count, 2);
    assert_true(slice_equal(doc->comments[1].text, SLICE(" b")));
    assert_int_equal(doc->comments[1].offset, 5);
    document_free(doc);
}

static void bad_files_are_refused_with_their_line(void **state)
{
    (void)state;
    assert_refused(read_po, SLICE("msgid \"x\"\nmsgstr \"y\n"), 2, "closing quotation mark");
    assert_refused(read_po, SLICE("msgid \"x\"\nunsinn \"y\"\n"), 2, "neither");
    assert_refused(read_po, SLICE("\"y\"\n"), 1, "expected");
    assert_refused(read_po, SLICE("msgid \"x\" y\n"), 1, "behind");
    assert_refused(read_po, SLICE("msgid \"\\"), 1, "closing quotation mark");
    assert_refused(read_po,
                   SLICE("msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=iso-8859-1\\n\"\n"
                         "msgid \"x\"\nmsgstr \"Grüße\""),
                   3, "it is in UTF-8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(translations_have_their_sources),
        cmocka_unit_test(plurals_have_theirs),
        cmocka_unit_test(fuzzy_and_obsolete_ones_are_left_out),
        cmocka_unit_test(escapes_and_shortcuts_keep_their_places),
        cmocka_unit_test(placeholders_are_told_from_text),
        cmocka_unit_test(html_and_paragraphs_are_read),
        cmocka_unit_test(comments_of_translators_are_kept),
        cmocka_unit_test(bad_files_are_refused_with_their_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
