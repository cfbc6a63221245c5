#include "documents.h"

static void blocks_are_segments_of_their_kind(void **state)
{
    (void)state;
    assert_read(read_html,
                "<h1>Titel</h1><p>Ein <b>Ab</b>satz\n  hier<p>noch<br>einer<ul><li>eins<li>zwei</ul>"
                "<table><tr><td>Zelle</table><figure><img alt='Ein Bild' src=x><figcaption>Foto</figcaption></figure>",
                "h Titel\np Ein Absatz hier\np noch einer\nl eins\nl zwei\nc Zelle\nf Ein Bild\nf Foto\n");
}

static void only_the_article_is_read(void **state)
{
    static const char page[] =
        "<html><head><title>T</title><style>s</style></head><body><header>Kopf <a href=/>Start</a></header>"
        "<nav>Menü</nav>%s<footer>Fuß</footer><script>var x = '<p>nein</p>';</script></body></html>";
    static const struct {
        const char *inner, *expected;
    } cases[] = {
        { "<h1>Titel</h1><div><p>Kasten</div><main><p>Der Text der Seite.</p><aside>Werbung</aside></main>",
          "h Titel\np Der Text der Seite.\n" },
        { "<main><article><p>Der lange Artikel der Seite.</p></article><article><p>Kurz</p></article></main>",
          "p Der lange Artikel der Seite.\n" },
        { "<main><article>Eins</article><article>Zwei</article><article>Drei</article></main>",
          "p Eins\np Zwei\np Drei\n" },
        { "<div><p>Kasten</p></div><div id=x><div><p>Ein langer Absatz steht hier.</p><p>Und noch einer.</p></div>"
          "</div><div><a href=x>Noch ein langer, langer, langer Verweis</a></div>",
          "p Ein langer Absatz steht hier.\np Und noch einer.\n" },
        { "<div role=main><p>Text</p></div><div role=navigation>Menü</div>", "p Text\n" },
    };
    char bytes[2048];
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(bytes, sizeof bytes, page, cases[i].inner);
        assert_read(read_html, bytes, cases[i].expected);
    }
}

static void other_languages_are_passed_over(void **state)
{
    (void)state;
    assert_read(read_html, "<p>Das <i lang=en>big picture</i> hier.<p lang=en-GB>English.<p lang=de-AT>Deutsch.",
                "p Das ¤ hier.\np Deutsch.\n");
    assert_read(read_html, "<html lang=en><body><p>English.<p lang=de>Deutsch.", "p Deutsch.\n");
}

static void something_stands_for_code_and_inner_images(void **state)
{
    (void)state;
    assert_read(read_html, "<p>Mit <code>a <b>b</b></code> und <img src=a alt='nein'> und <code> </code>.",
                "p Mit ¤ und ¤ und .\n");
}

static void entities_are_characters_with_their_places(void **state)
{
    static const char page[] = "<p>&Uuml;ber &#228;&#xDF; &amp; &nbsp;&unbekannt; a < b ende";
    struct document *doc = read_good(read_html, slice_of(page), NULL);
    (void)state;

    assert_segments(doc, "p Über äß & \u00a0&unbekannt; a < b ende\n");
    assert_covers(doc, "Über", slice_of(page), "&Uuml;ber", true);
    assert_covers(doc, "äß", slice_of(page), "&#228;&#xDF;", true);
    assert_covers(doc, "ende", slice_of(page), "ende", true);
    document_free(doc);
}

static void a_span_ends_before_the_markup_behind_it(void **state)
{
    static const char page[] = "<p>Ein <b>fettes</b> Wort<br>hier</p>";
    struct document *doc = read_good(read_html, slice_of(page), NULL);
    (void)state;

    assert_covers(doc, "fettes", slice_of(page), "fettes", true);
    assert_covers(doc, "Ein fettes", slice_of(page), "Ein <b>fettes", false);
    assert_covers(doc, "Wort hier", slice_of(page), "Wort<br>hier", false);
    document_free(doc);
}

static void a_tag_in_a_declaration_that_is_never_closed_is_none(void **state)
{
    static const char page[] = "<!DOCTYPE<p>Ein Wort</p><p>Noch eins</p>";
    struct document *doc = read_good(read_html, slice_of(page), NULL);
    (void)state;

    assert_covers(doc, "Ein Wort", slice_of(page), "Ein Wort", true);
    assert_covers(doc, "Noch eins", slice_of(page), "Noch eins", true);
    document_free(doc);
}

static void alternative_text_may_hold_entities(void **state)
{
    static const char page[] = "<img title=\"alt='x'\" data-alt='y' alt=\"M&auml;nner & 'Frau'\">";
    struct document *doc = read_good(read_html, slice_of(page), NULL);
    (void)state;

    assert_segments(doc, "f Männer & 'Frau'\n");
    assert_covers(doc, "Männer", slice_of(page), "M&auml;nner", true);
    document_free(doc);
}

static void comments_are_kept(void **state)
{
    struct document *doc = read_good(read_html, SLICE("<!--a--><p>Eins<!-- b --> zwei</p><!--c-->"), NULL);
    (void)state;

    assert_int_equal(doc->comment_count, 3);
    assert_true(slice_equal(doc->comments[1].text, SLICE(" b ")));
    assert_int_equal(doc->comments[0].offset, 0);
    assert_int_equal(doc->comments[1].offset, 4);
    assert_int_equal(doc->comments[1].origin.byte, 15);
    document_free(doc);
}

/* libxml2 hands long runs out in parts. */
static void long_text_is_found_again(void **state)
{
    static char page[200000];
    size_t length = (size_t)sprintf(page, "<p>");
    struct document *doc;
    (void)state;

    for (int i = 0; i < 8000; i++)
        length += (size_t)sprintf(page + length, "Größe €%d\r\n&ouml;", i);
    doc = read_good(read_html, (struct slice){ page, length }, NULL);
    assert_int_equal(doc->segment_count, 1);
    assert_covers(doc, "€7999", (struct slice){ page, length }, "€7999", true);
    document_free(doc);
}

static void a_wrong_declaration_is_named(void **state)
{
    (void)state;
    assert_refused(read_html,
                   SLICE("<html>\n<meta charset=\"utf-8\"><p>Gr\xfc\xdf"
                         "e aus der Stadt"),
                   2, "says that it is in utf-8");
    assert_refused(read_html, SLICE("<meta charset=iso-8859-1><p>Grüße"), 1, "says that it is in iso-8859-1");
    assert_read(read_html, "<meta charset='UTF-8'><p>Grüße", "p Grüße\n");
}

static void deep_nesting_is_refused(void **state)
{
    static char page[60000];
    (void)state;

    memcpy(page, "<p>\n", 5);
    for (int i = 0; i < 10000; i++)
        memcpy(page + 4 + i * 5, "<div>", 5);
    assert_refused(read_html, slice_of(page), 2, "256");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_segments_of_their_kind),
        cmocka_unit_test(only_the_article_is_read),
        cmocka_unit_test(other_languages_are_passed_over),
        cmocka_unit_test(something_stands_for_code_and_inner_images),
        cmocka_unit_test(entities_are_characters_with_their_places),
        cmocka_unit_test(a_span_ends_before_the_markup_behind_it),
        cmocka_unit_test(a_tag_in_a_declaration_that_is_never_closed_is_none),
        cmocka_unit_test(alternative_text_may_hold_entities),
        cmocka_unit_test(comments_are_kept),
        cmocka_unit_test(long_text_is_found_again),
        cmocka_unit_test(a_wrong_declaration_is_named),
        cmocka_unit_test(deep_nesting_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
