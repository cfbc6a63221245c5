/* Rows of glossaries, as CSV and TBX have them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "glossary/rows.h"

static struct arena arena;

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void assert_text(struct slice text, const char *expected)
{
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.at, expected, text.len);
}

static void fields_may_be_quoted(void **state)
{
    struct glossary_rows rows = { .arena = &arena };
    struct rs_error error;

    (void)state;
    assert_int_equal(read_glossary_csv(&rows, SLICE("f"),
                                       SLICE("\xef\xbb\xbfNote;target;source;case;forbidden\r\n"
                                             "\"a;\r\n\"\"b\"\"\"; Haus | Bau ;house;Yes;Hütte\r\n\r\nx;y;z"),
                                       &error),
                     0);
    assert_int_equal(rows.count, 2);
    assert_text(rows.items[0].source, "house");
    assert_text(rows.items[0].note, "a;\r\n\"b\"");
    assert_int_equal(rows.items[0].targets.count, 2);
    assert_text(rows.items[0].targets.items[1], "Bau");
    assert_text(rows.items[0].forbidden.items[0], "Hütte");
    assert_true(rows.items[0].exact_case);
    assert_text(rows.items[1].source, "z");
    assert_false(rows.items[1].exact_case);
}

static void assert_refused(struct slice bytes, size_t line)
{
    struct glossary_rows rows = { .arena = &arena };
    struct rs_error error = { 0 };

    assert_int_equal(read_glossary_csv(&rows, SLICE("f"), bytes, &error), -1);
    assert_string_equal(error.file, "f");
    assert_int_equal(error.line, line);
}

static void what_can_not_be_read_is_named_by_its_line(void **state)
{
    (void)state;
    assert_refused(SLICE(""), 1);
    assert_refused(SLICE("english,german\na,b\n"), 1);
    assert_refused(SLICE("source,target\na,b\nc,\n,d\n"), 3);
    assert_refused(SLICE("source,target\na,\"b\nc,d\n"), 2);
    assert_refused(SLICE("source,target\n\"a\nb\"c,d\n"), 3);
    assert_refused(SLICE("source,target\na,b\"c\"\n"), 2);
    assert_refused(SLICE("source,target\na,\n"), 2);
    assert_refused(SLICE("source,target,case\na,b,perhaps\n"), 2);
    assert_refused(SLICE("source,target\na,\xff\n"), 2);
}

static void tbx_of_both_versions(void **state)
{
    const struct slice files[] = {
        SLICE("<martif type=\"TBX\"><text><body><termEntry><langSet xml:lang=\"en-US\"><tig><term>phone</term></tig>"
              "</langSet><langSet xml:lang=\"de\"><ntig><termGrp><term>R&#252;ckruf</term></termGrp></ntig><tig>"
              "<term>Handy</term><termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote></tig>"
              "</langSet></termEntry></body></text></martif>"),
        SLICE("<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\"><text><body><conceptEntry><langSec xml:lang=\"de\"><termSec>"
              "<term>Rückruf</term></termSec><termSec><term>Handy</term><administrativeStatus>forbidden"
              "</administrativeStatus></termSec></langSec><langSec xml:lang=\"en\"><termSec><term>phone</term>"
              "</termSec></langSec></conceptEntry></body></text></tbx>"),
    };

    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct glossary_rows rows = { .arena = &arena };
        struct rs_error error;

        assert_int_equal(read_glossary_tbx(&rows, SLICE("f"), files[i], &error), 0);
        assert_int_equal(rows.count, 1);
        assert_text(rows.items[0].source, "phone");
        assert_int_equal(rows.items[0].targets.count, 1);
        assert_text(rows.items[0].targets.items[0], "Rückruf");
        assert_int_equal(rows.items[0].forbidden.count, 1);
        assert_text(rows.items[0].forbidden.items[0], "Handy");
    }
}

static void other_xml_is_refused(void **state)
{
    struct glossary_rows rows = { .arena = &arena };
    struct rs_error error;

    (void)state;
    assert_int_equal(read_glossary_tbx(&rows, SLICE("f"), SLICE("<html/>"), &error), -1);
    assert_int_equal(read_glossary_tbx(&rows, SLICE("f"), SLICE("<tbx>\n<text>"), &error), -1);
    assert_int_equal(rows.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(fields_may_be_quoted, end),
        cmocka_unit_test_teardown(what_can_not_be_read_is_named_by_its_line, end),
        cmocka_unit_test_teardown(tbx_of_both_versions, end),
        cmocka_unit_test_teardown(other_xml_is_refused, end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
