/* Suggestions as actions: one for each, and one for all that are certain. */
#include <stdlib.h>

#include "changes/correction.h"
#include "messages/messages.h"
#include "reports/json_issue.h"
#include "service/lsp_server.h"
#include "text/unicode.h"

#define QUICK_FIX "quickfix"
#define FIX_ALL "source.fixAll.rotstift"

/* True when the kind is the other or a part of it ("source.fixAll.rotstift" of "source"). */
static bool is_kind(const char *kind, struct slice wanted)
{
    return slice_starts(slice_of(kind), wanted) &&
           (wanted.len == 0 || kind[wanted.len] == '\0' || kind[wanted.len] == '.');
}

/* True when actions of the kind are asked for; by no name, all are. */
static bool is_wanted(const json_t *params, const char *kind)
{
    const json_t *only = json_at(params, "context", "only", NULL);
    bool wanted = !json_is_array(only);

    for (size_t i = 0; !wanted && i < json_array_size(only); i++) {
        const json_t *name = json_array_get(only, i);

        wanted = json_is_string(name) && is_kind(kind, json_slice(name));
    }
    return wanted;
}

#define TRIGGER_AUTOMATIC 2

/* The correction of all is worked out for whoever asks for it, not for an editor that follows the pointer. */
static bool is_fix_all_wanted(const json_t *params)
{
    const json_t *context = json_object_get(params, "context");
    bool is_unasked = json_integer_value(json_object_get(context, "triggerKind")) == TRIGGER_AUTOMATIC &&
                      !json_is_array(json_object_get(context, "only"));

    return !is_unasked && is_wanted(params, FIX_ALL);
}

/* The edits, given away, as they are made to the document of this version. */
static json_t *workspace_edit(const struct lsp_server *server, const struct lsp_document *document, json_t *edits)
{
    if (server->client.takes_versions)
        return json_pack("{s:[{s:{s:s,s:I},s:o}]}", "documentChanges", "textDocument", "uri", document->uri, "version",
                         document->version, "edits", edits);
    return json_pack("{s:{s:o}}", "changes", document->uri, edits);
}

static json_t *title_of(struct slice suggestion, struct slice text, struct arena *arena)
{
    const char *format = suggestion.len > 0 ? translated("Write \"%.*s\"") : translated("Delete \"%.*s\"");
    struct slice shown = suggestion.len > 0 ? suggestion : text;

    return json_text(arena_print(arena, format, (int)shown.len, shown.at));
}

static json_t *action_of(struct lsp_server *server, struct lsp_document *document, const struct issue *issue,
                         struct slice suggestion, struct arena *arena)
{
    const struct document *doc = document->article.doc;
    struct slice bytes;

    if (!write_correction(doc, issue->span, suggestion, arena, &bytes))
        return NULL;
    return json_pack("{s:o,s:s,s:b,s:[o],s:o}", "title", title_of(suggestion, text_of(doc, issue->span), arena), "kind",
                     QUICK_FIX, "isPreferred", issue->suggestion_count == 1, "diagnostics",
                     lsp_issue(server, document, issue), "edit",
                     workspace_edit(server, document,
                                    json_pack("[{s:o,s:o}]", "range", lsp_issue_range(server, document, issue),
                                              "newText", json_text(bytes))));
}

static void add_quick_fixes(struct lsp_server *server, struct lsp_document *document, size_t start, size_t end,
                            json_t *list)
{
    struct arena arena = { 0 };
    const struct issue *issue;
    size_t index = 0;

    while ((issue = lsp_next_issue(document, start, end, &index)) != NULL)
        for (size_t i = 0; i < issue->suggestion_count; i++) {
            json_t *action = action_of(server, document, issue, issue->suggestions[i], &arena);

            if (action != NULL)
                json_array_append_new(list, action);
        }
    arena_free(&arena);
}

/* How many bytes both lines have in common at their start, and then at their end; whole characters. */
static size_t common_start(struct slice a, struct slice b)
{
    size_t length = 0;

    while (length < a.len && length < b.len && a.at[length] == b.at[length])
        length++;
    while (length > 0 && ((length < a.len && !starts_code_point(a.at[length])) ||
                          (length < b.len && !starts_code_point(b.at[length]))))
        length--;
    return length;
}

static size_t common_end(struct slice a, struct slice b)
{
    size_t length = 0;

    while (length < a.len && length < b.len && a.at[a.len - length - 1] == b.at[b.len - length - 1])
        length++;
    while (length > 0 && !starts_code_point(a.at[a.len - length]))
        length--;
    return length;
}

/* The edit that makes one line of the document the other. */
static json_t *edit_of_line(struct lsp_server *server, struct lsp_document *document, struct slice before,
                            struct slice after)
{
    size_t start = common_start(before, after), at = (size_t)(before.at - document->text.bytes);
    size_t end = common_end(slice_from(before, start), slice_from(after, start));

    after = (struct slice){ after.at + start, after.len - start - end };
    return json_pack("{s:o,s:o}", "range", lsp_range(server, document, at + start, at + before.len - end), "newText",
                     json_text(after));
}

/* Corrections never make or join lines: the two texts differ line by line. */
static json_t *edits_to(struct lsp_server *server, struct lsp_document *document, struct lsp_text *corrected)
{
    size_t count = lsp_text_line_count(&document->text);
    json_t *edits = json_array();

    if (lsp_text_line_count(corrected) != count)
        return edits;
    for (size_t i = 0; i < count; i++) {
        struct slice before = lsp_text_line(&document->text, i), after = lsp_text_line(corrected, i);

        if (!slice_equal(before, after))
            json_array_append_new(edits, edit_of_line(server, document, before, after));
    }
    return edits;
}

static void add_fix_all(struct lsp_server *server, struct lsp_document *document, json_t *list)
{
    struct slice bytes = lsp_corrected(server, document);
    struct lsp_text corrected = { 0 };
    json_t *edits;

    if (bytes.at == NULL)
        return;
    lsp_text_set(&corrected, bytes);
    edits = edits_to(server, document, &corrected);
    if (json_array_size(edits) > 0)
        json_array_append_new(list, json_pack("{s:s,s:s,s:o}", "title", translated("Correct all that is certain"),
                                              "kind", FIX_ALL, "edit", workspace_edit(server, document, edits)));
    else
        json_decref(edits);
    lsp_text_free(&corrected);
    free((void *)(uintptr_t)bytes.at);
}

json_t *lsp_code_action(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    struct lsp_document *document = lsp_asked(server, params, fault);
    size_t start, end;
    json_t *list;

    if (fault->code != LSP_OK)
        return NULL;
    if (document != NULL && !lsp_read_range(server, document, json_object_get(params, "range"), &start, &end)) {
        *fault = (struct lsp_fault){ LSP_INVALID_PARAMS, "range is missing" };
        return NULL;
    }
    list = json_array();
    if (document != NULL && is_wanted(params, QUICK_FIX))
        add_quick_fixes(server, document, start, end, list);
    if (document != NULL && is_fix_all_wanted(params))
        add_fix_all(server, document, list);
    return list;
}
