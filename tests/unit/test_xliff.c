#include "documents.h"

#define FILE_12(units)                                                                                                 \
    "<?xml version='1.0' encoding='UTF-8'?>\n<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'>"      \
    "<file source-language='en' target-language='de-DE'><body>" units "</body></file></xliff>"
#define FILE_2(units)                                                                                                  \
    "<xliff version='2.0' xmlns='urn:oasis:names:tc:xliff:document:2.0' srcLang='en' trgLang='de'><file id='a'>" units \
    "</file></xliff>"

static void each_unit_is_a_segment_with_its_source(void **state)
{
    (void)state;
    assert_read(read_xliff,
                FILE_12("<trans-unit id='1'><source>One</source><target>Eins</target></trans-unit>"
                        "<trans-unit id='2'><source>Two</source></trans-unit>"
                        "<group><trans-unit id='3'><source>Three &amp; four</source><target>Drei &amp; "
                        "vier</target></trans-unit></group>"),
                "p Eins <- One\np Drei & vier <- Three & four\n");
    assert_read(read_xliff,
                FILE_2("<unit id='1'><segment><source>One.</source><target>Eins.</target></segment><ignorable><source> "
                       "</source><target> </target></ignorable><segment><source>Two.</source><target>Zwei.</target>"
                       "</segment></unit>"),
                "p Eins. <- One.\np Zwei. <- Two.\n");
}

static void inline_codes_are_passed_over_but_keep_their_place(void **state)
{
    static const char file[] = FILE_12(
        "<trans-unit id='1'><source>a <g id='1'>b</g> <ph id='2'>&lt;br></ph>c</source><target>Der <g id='1'>"
        "rote</g> Hund<x id='2'/> <bpt id='3'>&lt;b></bpt>bellt<ept id='3'>&lt;/b></ept>.</target></trans-unit>");
    struct document *doc = read_good(read_xliff, slice_of(file), NULL);
    (void)state;

    assert_segments(doc, "p Der rote Hund¤ bellt. <- a b \xef\xbf\xbc"
                         "c\n");
    assert_covers(doc, "rote", slice_of(file), "rote", true);
    assert_covers(doc, "rote Hund", slice_of(file), "rote</g> Hund", false);
    assert_covers(doc, "bellt.", slice_of(file), "bellt<ept id='3'>&lt;/b></ept>.", false);
    document_free(doc);
    assert_read(
        read_xliff,
        FILE_2("<unit id='1'><originalData><data id='d'>x</data></originalData><segment><source>a</source><target>"
               "<pc id='1'>Der <mrk id='m' type='term'>Hund</mrk></pc><ph id='2'/>,<sc id='3'/> ja<ec/>"
               "</target></segment></unit>"),
        "p Der Hund¤, ja <- a\n");
}

static void what_is_no_translation_is_passed_over(void **state)
{
    (void)state;
    assert_read(read_xliff,
                FILE_12("<trans-unit id='1' translate='no'><source>a</source><target>b</target></trans-unit>"
                        "<trans-unit id='2'><source>One</source><seg-source><mrk mtype='seg'>One</mrk></seg-source>"
                        "<target>Eins</target><alt-trans><source>x</source><target>nein</target></alt-trans>"
                        "<note>nein</note></trans-unit>"),
                "p Eins <- One\n");
    assert_read(read_xliff,
                "<xliff><file target-language='fr'><trans-unit><target>Un</target></trans-unit></file>"
                "<file target-language='de'><trans-unit><target>Eins</target></trans-unit></file></xliff>",
                "p Eins\n");
}

static void white_space_collapses_where_a_text_is_laid_out(void **state)
{
    (void)state;
    assert_read(read_xliff, FILE_12("<trans-unit id='1'><target>\n    Ein\n    Satz\n  </target></trans-unit>"),
                "p Ein Satz\n");
    assert_read(read_xliff, FILE_12("<trans-unit id='1'><target>Ein  Satz</target></trans-unit>"), "p Ein  Satz\n");
    assert_read(read_xliff,
                FILE_12("<trans-unit id='1' xml:space='preserve'><target>\nEin  Satz</target></trans-unit>"),
                "p Ein  Satz\n");
}

static void references_and_cdata_are_text(void **state)
{
    static const char file[] =
        FILE_12("<trans-unit id='1'><target>Gr&#xfc;n &amp;\r\n<![CDATA[a < b & c]]> ende</target>"
                "</trans-unit>");
    struct document *doc = read_good(read_xliff, slice_of(file), NULL);
    (void)state;

    assert_segments(doc, "p Grün & a < b & c ende\n");
    assert_covers(doc, "Grün", slice_of(file), "Gr&#xfc;n", true);
    assert_covers(doc, "b & c", slice_of(file), "b & c", true);
    assert_covers(doc, "c ende", slice_of(file), "c]]> ende", false);
    document_free(doc);
}

static void comments_are_kept(void **state)
{
    struct document *doc = read_good(read_xliff,
                                     SLICE(FILE_12("<trans-unit id='1'><target>Eins</target></trans-unit>\n<!-- b -->"
                                                   "<trans-unit id='2'><target>Zwei</target></trans-unit>")),
                                     NULL);
    (void)state;

    assert_int_equal(doc->comment_count, 1);
    assert_true(slice_equal(doc->comments[0].text, SLICE(" b ")));
    assert_int_equal(doc->comments[0].offset, 5);
    assert_int_equal(doc->comments[0].origin.line, 3);
    document_free(doc);
}

/* More than libxml2 reads, or hands out, at once. */
static void long_files_keep_their_places(void **state)
{
    static char file[400000];
    size_t length = (size_t)sprintf(file, "<xliff>\n");
    struct document *doc;
    (void)state;

    for (int i = 0; i < 2000; i++)
        length += (size_t)sprintf(file + length,
                                  "<trans-unit><source>s%d</source><target>Größe €%d &lt;<g id=\"1\">%s</g>\n Ende"
                                  "</target></trans-unit>\n",
                                  i, i,
                                  i % 50 == 0 ? "lang und länger, lang und länger, lang und länger, lang und "
                                                "länger, lang und länger, lang und länger, lang und länger, "
                                                "lang und länger, lang und länger, lang und länger, und länger"
                                              : "x");
    length += (size_t)sprintf(file + length, "</xliff>");
    doc = read_good(read_xliff, (struct slice){ file, length }, NULL);
    assert_int_equal(doc->segment_count, 2000);
    assert_true(slice_equal(doc->segments[1999].source, SLICE("s1999")));
    document_free(doc);
}

static void bad_files_are_refused_with_their_line(void **state)
{
    static char deep[20000] = "<xliff>\n";
    (void)state;

    assert_refused(read_xliff, SLICE("<xliff>\n<file>\n</xliff>"), 3, "malformed XML");
    assert_refused(read_xliff, SLICE("<xliff>\n<file>"), 2, "malformed XML");
    assert_refused(read_xliff, SLICE("<tmx/>"), 1, "is no XLIFF");
    assert_refused(read_xliff, SLICE("kein XML"), 1, "malformed XML");
    assert_refused(read_xliff, SLICE(""), 1, "malformed XML");
    assert_refused(read_xliff, SLICE("<!DOCTYPE x [\n<!ENTITY a 'b'>]><xliff>&a;</xliff>"), 2, "declares an entity");
    assert_refused(read_xliff, SLICE("<!DOCTYPE x [\n<!ENTITY a SYSTEM '/etc/passwd'>]><xliff/>"), 2,
                   "declares an entity");
    assert_refused(read_xliff,
                   SLICE("<?xml version='1.0' encoding='UTF-8'?>\n<xliff>Gr\xfc\xdf"
                         "e aus der Stadt</xliff>"),
                   1, "it is in windows-1252");
    for (int i = 0; i < 4000; i++)
        memcpy(deep + 8 + 3 * i, "<g>", 4);
    assert_refused(read_xliff, slice_of(deep), 2, "256");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_unit_is_a_segment_with_its_source),
        cmocka_unit_test(inline_codes_are_passed_over_but_keep_their_place),
        cmocka_unit_test(what_is_no_translation_is_passed_over),
        cmocka_unit_test(white_space_collapses_where_a_text_is_laid_out),
        cmocka_unit_test(references_and_cdata_are_text),
        cmocka_unit_test(comments_are_kept),
        cmocka_unit_test(long_files_keep_their_places),
        cmocka_unit_test(bad_files_are_refused_with_their_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
