#include "documents.h"

static void each_unit_is_a_segment_with_its_source(void **state)
{
    (void)state;
    assert_read(
        read_tmx,
        "<?xml version=\"1.0\"?><!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><tmx version=\"1.4\"><header srclang=\"en-US\"/>"
        "<body><tu><prop>nein</prop><tuv xml:lang=\"en-GB\"><seg>One</seg></tuv><tuv xml:lang=\"DE-at\"><note>"
        "nein</note><seg>Eins</seg></tuv><tuv xml:lang=\"fr\"><seg>Un</seg></tuv></tu>\n<tu><tuv xml:lang=\"de\">"
        "<seg>Zwei</seg></tuv><tuv xml:lang=\"en\"><seg>Two</seg></tuv></tu></body></tmx>",
        "p Eins <- One\np Zwei <- Two\n");
}

static void the_header_names_the_source_language(void **state)
{
    (void)state;
    assert_read(
        read_tmx,
        "<tmx><header srclang=\"fr-FR\"/><body><tu><tuv lang=\"en\"><seg>One</seg></tuv><tuv lang=\"fr-CA\"><seg>"
        "Un</seg></tuv><tuv lang=\"de\"><seg>Eins</seg></tuv><tuv lang=\"de-CH\"><seg>Eis</seg></tuv></tu></body>"
        "</tmx>",
        "p Eins <- Un\np Eis <- Un\n");
    assert_read(
        read_tmx,
        "<tmx><header srclang=\"*all*\"/><tu><tuv lang=\"en\"><seg>One</seg></tuv><tuv lang=\"de\"><seg>Eins</seg>"
        "</tuv></tu></tmx>",
        "p Eins <- One\n");
}

static void codes_are_passed_over(void **state)
{
    static const char file[] =
        "<tmx><tu><tuv xml:lang='de'><seg>Der <bpt i='1'>&lt;b></bpt>rote<ept i='1'>&lt;/b></ept> "
        "<hi>Hund</hi> <ph x='1'>&lt;img/></ph>bellt  laut.</seg></tuv></tu></tmx>";
    struct document *doc = read_good(read_tmx, slice_of(file), NULL);
    (void)state;

    assert_segments(doc, "p Der rote Hund ¤bellt  laut.\n");
    assert_covers(doc, "rote", slice_of(file), "rote", true);
    document_free(doc);
}

static void another_root_is_refused(void **state)
{
    (void)state;
    assert_refused(read_tmx, SLICE("\n<xliff/>"), 2, "is no TMX");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_unit_is_a_segment_with_its_source),
        cmocka_unit_test(the_header_names_the_source_language),
        cmocka_unit_test(codes_are_passed_over),
        cmocka_unit_test(another_root_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
