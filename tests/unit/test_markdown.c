#include "documents.h"

static void blocks_are_segments_of_their_kind(void **state)
{
    (void)state;
    assert_read(
        read_markdown,
        "# Titel\n\nEin Absatz\nin zwei Zeilen.\n\nUntertitel\n---\n\n- eins\n- zwei\n\n  noch zwei\n\n> Zitat\n> geht "
        "weiter\n\n| a | b |\n|---|---|\n| c | d |\n",
        "h Titel\np Ein Absatz in zwei Zeilen.\nh Untertitel\nl eins\nl zwei\nl noch zwei\np Zitat geht weiter\n"
        "c a\nc b\nc c\nc d\n");
}

static void front_matter_and_code_are_passed_over(void **state)
{
    (void)state;
    assert_read(read_markdown, "---\ntitle: Falsch\n---\nText.\n\n```\nint x;\n```\n\nMehr.\n", "p Text.\np Mehr.\n");
    assert_read(read_markdown, "+++\r\ntitle = 1\r\n+++\r\nText.", "p Text.\n");
    assert_read(read_markdown, "---\n\nOhne Ende.\n", "p Ohne Ende.\n");
}

static void something_stands_for_code_in_a_sentence(void **state)
{
    (void)state;
    assert_read(read_markdown, "Der Befehl `ls -l` listet.", "p Der Befehl ¤ listet.\n");
    assert_read(read_markdown, "Hier ![ein Bild](a.png) steht es.", "p Hier ¤ steht es.\n");
}

static void text_of_links_and_images_is_read(void **state)
{
    (void)state;
    assert_read(read_markdown, "Ein [**fetter** Verweis](http://a.de \"Titel\") hier.", "p Ein fetter Verweis hier.\n");
    assert_read(read_markdown, "![Ein *Hund* im Garten](a.png)\n\nText.", "f Ein Hund im Garten\np Text.\n");
}

static void escapes_and_entities_are_characters(void **state)
{
    static const char text[] = "Gr\\*n &auml;hnlich &#8222;A&ldquo; &nix;\\\nneu";
    struct document *doc = read_good(read_markdown, slice_of(text), NULL);
    (void)state;

    assert_segments(doc, "p Gr*n ähnlich „A“ &nix; neu\n");
    assert_covers(doc, "ähnlich", slice_of(text), "&auml;hnlich", true);
    assert_covers(doc, "„A“", slice_of(text), "&#8222;A&ldquo;", true);
    assert_covers(doc, "Gr*n", slice_of(text), "Gr\\*n", false);
    document_free(doc);
}

static void markup_breaks_a_span_but_not_a_word_beside_it(void **state)
{
    static const char text[] = "Ein **fettes** Wort und\n  eine Zeile";
    struct document *doc = read_good(read_markdown, slice_of(text), NULL);
    (void)state;

    assert_covers(doc, "fettes", slice_of(text), "fettes", true);
    assert_covers(doc, "fettes Wort", slice_of(text), "fettes** Wort", false);
    assert_covers(doc, "und eine", slice_of(text), "und\n  eine", true);
    document_free(doc);
}

static void comments_know_what_they_stand_before(void **state)
{
    struct document *doc = read_good(
        read_markdown, SLICE("Eins.\n\n<!-- a -->\n\nZwei <!-- b --> drei.\n\n<!-- c\nd -->\n<!-- e -->\n"), NULL);
    static const char *const texts[] = { " a ", " b ", " c\nd ", " e " };
    (void)state;

    assert_segments(doc, "p Eins.\np Zwei drei.\n");
    assert_int_equal(doc->comment_count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_true(slice_equal(doc->comments[i].text, slice_of(texts[i])));
    assert_int_equal(doc->comments[0].offset, 6);
    assert_int_equal(doc->comments[0].origin.line, 3);
    assert_int_equal(doc->comments[1].offset, 10);
    assert_int_equal(doc->comments[2].offset, doc->text.len);
    document_free(doc);
}

static void windows_1252_counts_single_bytes(void **state)
{
    struct document *doc = read_good(read_markdown,
                                     SLICE("# Gr\xfc\xdf"
                                           "e\n\nsch\xf6n *hier*"),
                                     NULL);
    const char *at;
    (void)state;

    assert_segments(doc, "h Grüße\np schön hier\n");
    at = memmem(doc->text.at, doc->text.len, "hier", 4);
    assert_int_equal(document_origin(doc, (uint32_t)(at - doc->text.at)).byte, 16);
    document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_segments_of_their_kind),
        cmocka_unit_test(front_matter_and_code_are_passed_over),
        cmocka_unit_test(something_stands_for_code_in_a_sentence),
        cmocka_unit_test(text_of_links_and_images_is_read),
        cmocka_unit_test(escapes_and_entities_are_characters),
        cmocka_unit_test(markup_breaks_a_span_but_not_a_word_beside_it),
        cmocka_unit_test(comments_know_what_they_stand_before),
        cmocka_unit_test(windows_1252_counts_single_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
