#include "documents.h"

static void a_feed_holds_titles_and_html(void **state)
{
    static const char file[] =
        "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"u\" xmlns:media=\"m\"><channel><title>Blatt "
        "&amp; "
        "Co</title><link>nein</link><item><title>Der Titel</title><media:title>nein</media:title><description>&lt;p&gt;"
        "Sch&amp;ouml;n &lt;b&gt;fett&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Zwei</description><content:encoded><![CDATA[<p>Ein "
        "<i>Wort</i></p>\n<pre>x</pre>]]></content:encoded><author>nein</author></item></channel></rss>";
    struct document *doc = read_good(read_feed, slice_of(file), NULL);
    (void)state;

    assert_segments(doc, "h Blatt & Co\nh Der Titel\np Schön fett\np Zwei\np Ein Wort\n");
    assert_covers(doc, "Schön", slice_of(file), "Sch&amp;ouml;n", true);
    assert_covers(doc, "Schön fett", slice_of(file), "Sch&amp;ouml;n &lt;b&gt;fett", false);
    assert_covers(doc, "Ein Wort", slice_of(file), "Ein <i>Wort", false);
    assert_int_equal(doc->notation, NOTATION_NESTED);
    document_free(doc);
}

static void an_atom_feed_may_hold_markup(void **state)
{
    (void)state;
    assert_read(
        read_feed,
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Blatt</title><entry><title type='text'>Ein a &lt; b"
        "</title><summary>Kurz</summary><content type='xhtml'><div xmlns='x'><p>Eins <b>zwei</b></p><script>x"
        "</script><p>Drei</p></div></content></entry><entry xml:lang='en'><title>English</title></entry></feed>",
        "h Blatt\nh Ein a < b\np Kurz\np Eins zwei\np Drei\n");
}

static void nitf_is_read_from_its_body(void **state)
{
    (void)state;
    assert_read(read_nitf,
                "<!DOCTYPE nitf SYSTEM 'nitf-3-6.dtd'><nitf><head><title>nein</title></head><body><body.head><hedline>"
                "<hl1>Der Titel</hl1><hl2>Darunter</hl2></hedline><byline>Von nein</byline></body.head><body.content>"
                "<block><p>In <location>Kiel</location>&nbsp;hier.</p></block><media><media-reference/><media-caption>"
                "Ein Bild</media-caption></media></body.content><body.end>nein</body.end></body></nitf>",
                "h Der Titel\nh Darunter\np In Kiel\u00a0hier.\nf Ein Bild\n");
}

static void newsml_holds_headlines_and_contents(void **state)
{
    (void)state;
    assert_read(
        read_newsml,
        "<newsMessage><itemSet><newsItem xml:lang='de'><itemMeta><title>nein</title></itemMeta><contentMeta>"
        "<headline>Die Zeile</headline><headline xml:lang='en'>English</headline></contentMeta><contentSet>"
        "<inlineXML><html xmlns='x'><head><title>nein</title></head><body><h1>Titel</h1><p>Absatz</p></body></html>"
        "</inlineXML><inlineData>Nur Text</inlineData></contentSet></newsItem></itemSet></newsMessage>",
        "h Die Zeile\nh Titel\np Absatz\np Nur Text\n");
}

static void another_root_is_refused(void **state)
{
    (void)state;
    assert_refused(read_feed, SLICE("<html/>"), 1, "is no feed");
    assert_refused(read_nitf, SLICE("<rss/>"), 1, "is no NITF");
    assert_refused(read_newsml, SLICE("<rss/>"), 1, "is no NewsML-G2");
}

static void html_nested_too_deep_is_refused_with_its_line(void **state)
{
    static char file[40000];
    int length = sprintf(file, "<rss><channel>\n<description><![CDATA[");
    (void)state;

    for (int i = 0; i < 5000; i++)
        length += sprintf(file + length, "<div>");
    sprintf(file + length, "]]></description></channel></rss>");
    assert_refused(read_feed, slice_of(file), 2, "256");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_feed_holds_titles_and_html), cmocka_unit_test(an_atom_feed_may_hold_markup),
        cmocka_unit_test(nitf_is_read_from_its_body),   cmocka_unit_test(newsml_holds_headlines_and_contents),
        cmocka_unit_test(another_root_is_refused),      cmocka_unit_test(html_nested_too_deep_is_refused_with_its_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
