/* The language server, message by message, and the documents that it holds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "service/lsp_server.h"
#include "service/lsp_source.h"

static struct rs_checker *checker;

static int open_checker(void **state)
{
    struct rs_error error;

    (void)state;
    checker = rs_checker_open(&(struct rs_options){ .language = "en" }, &error);
    return checker == NULL ? -1 : 0;
}

static int close_checker(void **state)
{
    (void)state;
    rs_checker_close(checker);
    return 0;
}

static const struct options plain_options = { .language = LANGUAGE_EN, .no_config = true, .max_penalty = -1 };

struct fixture {
    struct lsp_server *server;
    FILE *out;
    char *text;
    size_t length;
};

static void tell(struct fixture *fixture, const char *message)
{
    lsp_take(fixture->server, slice_of(message));
    fflush(fixture->out);
}

/* Opens a server, for an editor with these capabilities; NULL: that has not said any. */
static void begin(struct fixture *fixture, const char *capabilities)
{
    char message[512];

    *fixture = (struct fixture){ 0 };
    fixture->out = open_memstream(&fixture->text, &fixture->length);
    fixture->server = lsp_open(checker, &plain_options, fixture->out);
    assert_non_null(fixture->server);
    if (capabilities == NULL)
        return;
    snprintf(message, sizeof message, "{\"id\":0,\"method\":\"initialize\",\"params\":{\"capabilities\":%s}}",
             capabilities);
    tell(fixture, message);
}

static void end(struct fixture *fixture)
{
    lsp_close(fixture->server);
    fclose(fixture->out);
    free(fixture->text);
}

/* What was written last holds the part. */
static void assert_said(struct fixture *fixture, const char *part)
{
    const char *last = fixture->text, *next;

    while (last != NULL && (next = strstr(last + 1, "Content-Length")) != NULL)
        last = next;
    if (last == NULL || strstr(last, part) == NULL)
        fail_msg("%s does not hold %s", last, part);
}

static void requests_are_answered_by_the_table(void **state)
{
    struct fixture fixture;

    (void)state;
    begin(&fixture, NULL);
    tell(&fixture, "{\"id\":1,\"method\":\"textDocument/hover\"}");
    assert_said(&fixture, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32002");
    tell(&fixture, "{\"id\":\"a\",\"method\":\"initialize\"}");
    assert_said(&fixture, "\"id\":\"a\",\"result\":{\"capabilities\":{\"positionEncoding\":\"utf-16\"");
    tell(&fixture, "{\"id\":2,\"method\":\"initialize\"}");
    assert_said(&fixture, "-32600");
    tell(&fixture, "{\"id\":2,\"method\":\"textDocument/didOpen\"}"); /* a notification asked as a request */
    assert_said(&fixture, "-32601");
    tell(&fixture, "{\"id\":3,\"method\":\"shutdown\"}");
    assert_said(&fixture, "\"id\":3,\"result\":null");
    tell(&fixture, "{\"id\":4,\"method\":\"shutdown\"}");
    assert_said(&fixture, "-32600");
    tell(&fixture, "{\"method\":\"exit\"}");
    assert_int_equal(fixture.server->stage, LSP_EXITED);
    assert_false(fixture.server->failed);
    end(&fixture);
}

static void notifications_and_answers_are_not_answered(void **state)
{
    static const char *const silent[] = {
        "{\"method\":\"initialized\"}",
        "{\"method\":\"$/cancelRequest\",\"params\":{\"id\":1}}",
        "{\"method\":\"textDocument/hover\"}",
        "{\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":5}}}",
        "{\"method\":\"textDocument/didChange\",\"params\":[]}",
        "{\"method\":\"textDocument/didClose\"}",
        "{\"id\":7,\"result\":null}",
        "{\"id\":7,\"error\":{\"code\":1,\"message\":\"\"}}",
    };
    struct fixture fixture;
    size_t before;

    (void)state;
    begin(&fixture, "{}");
    before = fixture.length;
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++) {
        tell(&fixture, silent[i]);
        assert_int_equal(fixture.length, before);
    }
    end(&fixture);
}

static void what_is_no_message_is_refused(void **state)
{
    static const struct {
        const char *message, *code;
    } cases[] = {
        { "", "-32700" },
        { "{", "-32700" },
        { "\"\\ud800\"", "-32700" },
        { "[]", "-32600" },
        { "7", "-32700" },
        { "{\"method\":5}", "-32600" },
        { "{\"method\":\"a\",\"id\":null}", "-32600" },
        { "{}", "-32600" },
        { "{\"method\":\"a\",\"id\":1.5}", "-32600" },
    };
    struct fixture fixture;

    (void)state;
    begin(&fixture, "{}");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tell(&fixture, cases[i].message);
        assert_said(&fixture, "\"id\":null");
        assert_said(&fixture, cases[i].code);
    }
    end(&fixture);
}

static struct lsp_document *opened(struct fixture *fixture, const char *language, const char *text)
{
    json_t *message =
        json_pack("{s:s,s:{s:{s:s,s:s,s:i,s:s}}}", "method", "textDocument/didOpen", "params", "textDocument", "uri",
                  "untitled:a", "languageId", language, "version", 1, "text", text);
    char *bytes = json_dumps(message, 0);

    tell(fixture, bytes);
    free(bytes);
    json_decref(message);
    return lsp_document_find(&fixture->server->documents, "untitled:a");
}

static void a_document_is_checked_when_something_is_asked(void **state)
{
    struct fixture fixture;
    struct lsp_document *document;

    (void)state;
    begin(&fixture, "{\"textDocument\":{\"diagnostic\":{}}}");
    document = opened(&fixture, "markdown", "Er kam `in in` in in die Stadt.\n");
    assert_non_null(document);
    assert_false(document->is_examined);
    tell(&fixture,
         "{\"id\":1,\"method\":\"textDocument/diagnostic\",\"params\":{\"textDocument\":{\"uri\":\"untitled:a\"}}}");
    assert_true(document->is_examined);
    assert_said(&fixture, "\"items\":[{\"range\":{\"start\":{\"line\":0,\"character\":15},\"end\":{\"line\":0,"
                          "\"character\":20}},\"severity\":3,\"code\":\"check/repetition\"");
    tell(&fixture,
         "{\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\"untitled:a\",\"version\":2},"
         "\"contentChanges\":[{\"range\":{\"start\":{\"line\":0,\"character\":15},\"end\":{\"line\":0,"
         "\"character\":18}},\"text\":\"\"},{\"text\":\"ignored\",\"range\":[]}]}}");
    assert_false(document->is_examined);
    assert_int_equal(document->version, 2);
    assert_true(
        slice_is((struct slice){ document->text.bytes, document->text.length }, "Er kam `in in` in die Stadt.\n"));
    tell(&fixture, "{\"id\":1,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":\"untitled:a\"},"
                   "\"position\":{\"line\":0,\"character\":16}}}");
    assert_said(&fixture, "\"result\":null");
    end(&fixture);
}

static void what_is_to_be_deleted_fades(void **state)
{
    struct fixture fixture;
    struct lsp_document *document;
    struct issue *issue;
    json_t *diagnostic;

    (void)state;
    begin(&fixture, "{\"textDocument\":{\"publishDiagnostics\":{\"tagSupport\":{\"valueSet\":[1,2]}}}}");
    document = opened(&fixture, "", "Das ist gut .\n");
    lsp_examine(fixture.server, document);
    assert_true(document->article.issues.count > 0);
    issue = &document->article.issues.items[0];
    issue->suggestion_count = 1;
    issue->suggestions[0] = SLICE("");
    diagnostic = lsp_issue(fixture.server, document, issue);
    assert_int_equal(json_integer_value(json_array_get(json_object_get(diagnostic, "tags"), 0)), 1);
    json_decref(diagnostic);
    issue->suggestions[0] = SLICE("x");
    diagnostic = lsp_issue(fixture.server, document, issue);
    assert_null(json_object_get(diagnostic, "tags"));
    json_decref(diagnostic);
    end(&fixture);
}

static void documents_are_held_until_they_are_closed(void **state)
{
    struct lsp_documents documents = { 0 };
    struct lsp_document *document = lsp_document_open(&documents, "file:///a%20b.md", "plaintext");

    (void)state;
    assert_string_equal(document->path, "/a b.md");
    assert_null(document->format); /* the ending tells it */
    assert_ptr_equal(lsp_document_open(&documents, "file:///a%20b.md", "html"), document);
    document = lsp_document_open(&documents, "untitled:1", "html");
    assert_null(document->path);
    assert_string_equal(document->format->name, "html");
    assert_int_equal(documents.count, 2);
    lsp_document_close(&documents, lsp_document_find(&documents, "file:///a%20b.md"));
    assert_null(lsp_document_find(&documents, "file:///a%20b.md"));
    assert_ptr_equal(lsp_document_find(&documents, "untitled:1"), document);
    lsp_documents_free(&documents);
}

static void there_is_an_end_to_documents_and_their_size(void **state)
{
    struct lsp_documents documents = { 0 };
    char *large = calloc(1, MAX_DOCUMENT_BYTES + 1);
    struct lsp_document *document = lsp_document_open(&documents, "a:", NULL);
    char uri[16];

    (void)state;
    memset(large, 'x', MAX_DOCUMENT_BYTES + 1);
    lsp_document_set(document, (struct slice){ large, MAX_DOCUMENT_BYTES });
    assert_false(document->is_too_large);
    lsp_document_edit(document, 5, 6, SLICE("yz"));
    assert_true(document->is_too_large);
    assert_int_equal(document->text.length, 0);
    lsp_document_edit(document, 0, 0, SLICE("a"));
    assert_true(document->is_too_large);
    lsp_document_set(document, SLICE("a"));
    assert_false(document->is_too_large);
    lsp_document_set(document, (struct slice){ large, MAX_DOCUMENT_BYTES + 1 });
    assert_true(document->is_too_large);
    free(large);
    for (int i = 1; i < MAX_DOCUMENTS; i++) {
        snprintf(uri, sizeof uri, "b:%d", i);
        assert_non_null(lsp_document_open(&documents, uri, NULL));
    }
    assert_null(lsp_document_open(&documents, "c:", NULL));
    assert_non_null(lsp_document_open(&documents, "a:", NULL));
    lsp_documents_free(&documents);
}

static void editors_have_names_for_formats(void **state)
{
    (void)state;
    assert_string_equal(format_of_language(SLICE("plaintext"))->name, "text");
    assert_string_equal(format_of_language(SLICE("markdown"))->name, "markdown");
    assert_string_equal(format_of_language(SLICE("gettext"))->name, "po");
    assert_null(format_of_language(SLICE("python")));
    assert_null(format_of_language(SLICE("")));
}

static char folder[] = "/tmp/rotstift-XXXXXX";

static const char *in_folder(const char *name)
{
    static char paths[4][256];
    static size_t next;
    char *path = paths[next++ % 4];

    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void make_file(const char *name)
{
    FILE *file = fopen(in_folder(name), "w");

    assert_non_null(file);
    fclose(file);
}

static void assert_beside(const char *source, const char *path, const char *expected)
{
    char *found = source_beside(in_folder(source), in_folder(path));

    if (expected == NULL)
        assert_null(found);
    else
        assert_string_equal(found, in_folder(expected));
    free(found);
}

static void the_english_has_the_longest_path_in_common(void **state)
{
    static const char *const folders[] = { "en", "en/politik", "de", "de/politik" };
    static const char *const files[] = { "en/a.txt", "en/politik/a.txt", "de/politik/a.txt", "de/politik/b.txt" };

    (void)state;
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        assert_int_equal(mkdir(in_folder(folders[i]), 0700), 0);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        make_file(files[i]);
    assert_beside("en", "de/politik/a.txt", "en/politik/a.txt");
    assert_beside("en", "de/a.txt", "en/a.txt");
    assert_beside("en", "de/politik/b.txt", NULL);
    assert_beside("en/a.txt", "de/politik/b.txt", "en/a.txt");
    assert_beside("none", "de/politik/a.txt", NULL);
    assert_beside("de/politik/a.txt", "de/politik/a.txt", NULL);
    assert_true(is_source(in_folder("en"), in_folder("en/politik/a.txt")));
    assert_true(is_source(in_folder("en/a.txt"), in_folder("en/a.txt")));
    assert_false(is_source(in_folder("e"), in_folder("en/a.txt")));
    assert_false(is_source(in_folder("en"), in_folder("de/politik/a.txt")));
    for (size_t i = sizeof files / sizeof *files; i-- > 0;)
        unlink(in_folder(files[i]));
    for (size_t i = sizeof folders / sizeof *folders; i-- > 0;)
        rmdir(in_folder(folders[i]));
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests_are_answered_by_the_table),
        cmocka_unit_test(notifications_and_answers_are_not_answered),
        cmocka_unit_test(what_is_no_message_is_refused),
        cmocka_unit_test(a_document_is_checked_when_something_is_asked),
        cmocka_unit_test(what_is_to_be_deleted_fades),
        cmocka_unit_test(documents_are_held_until_they_are_closed),
        cmocka_unit_test(there_is_an_end_to_documents_and_their_size),
        cmocka_unit_test(editors_have_names_for_formats),
        cmocka_unit_test(the_english_has_the_longest_path_in_common),
    };

    return cmocka_run_group_tests(tests, open_checker, close_checker);
}
