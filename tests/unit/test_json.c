#include "documents.h"

static void assert_fields(const char *bytes, const char *fields, const char *expected)
{
    struct document *doc = read_good(read_json, slice_of(bytes), fields);

    assert_segments(doc, expected);
    document_free(doc);
}

static void texts_stand_at_paths(void **state)
{
    static const char file[] =
        "{\"id\": 1, \"article\": {\"title\": \"Der Titel\", \"body\": \"Eins.\\nZwei.\", \"x\": {\"body\": "
        "\"nein\"}}, \"body\": \"nein\", \"teasers\": [{\"title\": \"A\"}, {\"title\": \"B\"}]}";
    (void)state;

    assert_fields(file, "article.body", "p Eins.\np Zwei.\n");
    assert_fields(file, "article.title,article.body,teasers.title", "h Der Titel\np Eins.\np Zwei.\nh A\nh B\n");
    assert_fields("[{\"a\": [\"x\", \"y\", 3, null, {\"a\": \"nein\"}]}]", "a", "p x\np y\n");
}

static void each_line_may_be_a_value(void **state)
{
    (void)state;
    assert_fields(
        "{\"target\": \"Eins\", \"source\": \"One\"}\r\n\n{\"source\": \"Tw\\u006f\", \"id\": \"in\", \"target\": "
        "\"Zwei\"}\n{\"text\": \"Drei\"}",
        NULL, "p Eins <- One\np Zwei <- Two\np Drei\n");
}

static void escapes_are_characters_with_their_places(void **state)
{
    static const char file[] = "{\"text\": \"\\u00dcber \\\"M\\u00fcnchen\\\" \\ud83d\\ude00 a\\/b\\tc\"}";
    struct document *doc = read_good(read_json, slice_of(file), NULL);
    (void)state;

    assert_segments(doc, "p Über \"München\" 😀 a/b\tc\n");
    assert_covers(doc, "Über", slice_of(file), "\\u00dcber", true);
    assert_covers(doc, "😀", slice_of(file), "\\ud83d\\ude00", true);
    assert_covers(doc, "a/b", slice_of(file), "a\\/b", true);
    document_free(doc);
}

static void a_text_may_be_html(void **state)
{
    static const char file[] =
        "{\"body\": \"<h2>Titel<\\/h2>\\n<p class=\\\"x\\\">Ein <b>Wort<\\/b> &amp; mehr<\\/p>\"}";
    struct document *doc = read_good(read_json, slice_of(file), "body");
    (void)state;

    assert_segments(doc, "h Titel\np Ein Wort & mehr\n");
    assert_covers(doc, "Ein Wort", slice_of(file), "Ein <b>Wort", false);
    assert_covers(doc, "& mehr", slice_of(file), "&amp; mehr", true);
    assert_int_equal(doc->notation, NOTATION_NESTED);
    document_free(doc);
}

static void bad_files_are_refused_with_their_line(void **state)
{
    static char deep[20000] = "{\"text\": \"x\"}\n";
    (void)state;

    assert_refused(read_json, SLICE("{\"text\": \"x\"}\n{\"text\": }"), 2, "malformed JSON");
    assert_refused(read_json, SLICE("{\"text\": \"x\"}\n{\"text\":\n{\"text\": \"x\"}\n"), 4,
                   "the value begins in line 2");
    assert_refused(read_json, SLICE("{\"text\": \"\\ud83d\"}"), 1, "malformed JSON");
    assert_refused(read_json, SLICE("{\"body\": \"x\"}"), 0, "--json-field");
    assert_refused(read_json, SLICE(""), 0, "--json-field");
    memset(deep + 14, '[', 10000);
    assert_refused(read_json, slice_of(deep), 2, "malformed JSON");
}

static void bad_paths_are_refused(void **state)
{
    static const char *const fields[] = { "a..b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q",
                                          "," };
    (void)state;

    for (size_t i = 0; i < 3; i++) {
        struct input input = { .name = SLICE("a"), .bytes = SLICE("{}"), .fields = fields[i] };
        struct rs_error error;

        assert_null(read_json(&input, &error));
        assert_non_null(strstr(error.message, "--json-field"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_stand_at_paths),
        cmocka_unit_test(each_line_may_be_a_value),
        cmocka_unit_test(escapes_are_characters_with_their_places),
        cmocka_unit_test(a_text_may_be_html),
        cmocka_unit_test(bad_files_are_refused_with_their_line),
        cmocka_unit_test(bad_paths_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
