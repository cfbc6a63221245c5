/* Rows of glossaries, as CSV and TBX have them; how their terms are found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "checker.h"
#include "glossary/glossary.h"
#include "glossary/rows.h"
#include "input/input.h"
#include "lexicon/analysis.h"

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

/* A glossary in a file of its own: so many further terms, and "Handy". */
static struct glossary *large_glossary(const struct rs_checker *checker, size_t count)
{
    char path[] = "/tmp/rotstift-XXXXXX.csv";
    FILE *file = fdopen(mkstemps(path, 4), "w");
    struct glossary *glossary;
    struct rs_error error;

    assert_non_null(file);
    fputs("source,target,forbidden\nmobile phone,Mobiltelefon,Handy\n", file);
    for (size_t i = 0; i < count; i++)
        fprintf(file, "thing %zu,Begriff%zu,Unwort%zu|in der Unsache%zu\n", i, i, i, i);
    fclose(file);
    glossary = glossary_open(path, &checker->context, &error);
    unlink(path);
    assert_non_null(glossary);
    return glossary;
}

static size_t candidates_in(const struct rs_checker *checker, const struct glossary *glossary, const char *text)
{
    struct rs_error error;
    struct document *doc = read_plain_text(SLICE("test"), slice_of(text), &error);
    struct candidates found = { .arena = &arena };

    document_divide(doc, &checker->context.abbreviations);
    analyse(&checker->context.lexicon, doc);
    for (uint32_t i = 0; i < doc->token_count; i++) {
        struct word_keys keys = { .arena = &arena };

        keys_of_german(&keys, doc, &doc->tokens[i]);
        index_find(&glossary->forbidden, &keys, i, &found);
    }
    candidates_settle(&found);
    document_free(doc);
    return found.count;
}

static void only_terms_whose_longest_word_fits_are_looked_at(void **state)
{
    struct rs_error error;
    struct rs_checker *checker = rs_checker_open(NULL, &error);
    struct glossary *glossary;

    (void)state;
    assert_non_null(checker);
    glossary = large_glossary(checker, 20000);
    assert_int_equal(glossary->count, 20001);
    assert_int_equal(candidates_in(checker, glossary, "Sie legte die Handys auf den alten Tisch im Garten."), 1);
    assert_int_equal(candidates_in(checker, glossary, "Der Handyvertrag ist ein Unwort17s."), 2);
    assert_int_equal(candidates_in(checker, glossary, "Der Tisch steht in der Ecke."), 0);
    assert_int_equal(candidates_in(checker, glossary, "Es liegt in der Unsache3."), 1);
    glossary_close(glossary);
    rs_checker_close(checker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(fields_may_be_quoted, end),
        cmocka_unit_test_teardown(what_can_not_be_read_is_named_by_its_line, end),
        cmocka_unit_test_teardown(tbx_of_both_versions, end),
        cmocka_unit_test_teardown(other_xml_is_refused, end),
        cmocka_unit_test_teardown(only_terms_whose_longest_word_fits_are_looked_at, end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
