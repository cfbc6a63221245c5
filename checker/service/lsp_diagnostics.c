/* Issues as diagnostics: sent when they change, or given when they are asked for. */
#include "messages/messages.h"
#include "reports/json_issue.h"
#include "service/lsp_server.h"

enum { SEVERITY_ERROR = 1, SEVERITY_WARNING = 2, SEVERITY_INFORMATION = 3, SEVERITY_HINT = 4 };

static const int severities[SEVERITY_COUNT] = {
    [SEVERITY_NEUTRAL] = SEVERITY_HINT,
    [SEVERITY_MINOR] = SEVERITY_INFORMATION,
    [SEVERITY_MAJOR] = SEVERITY_WARNING,
    [SEVERITY_CRITICAL] = SEVERITY_ERROR,
};

#define TAG_UNNECESSARY 1

/* What is only to be deleted is shown as superfluous. */
static json_t *tags_of(const struct lsp_server *server, const struct issue *issue)
{
    bool is_superfluous = issue->suggestion_count == 1 && issue->suggestions[0].len == 0;

    return server->client.fades && is_superfluous ? json_pack("[i]", TAG_UNNECESSARY) : NULL;
}

json_t *lsp_issue(struct lsp_server *server, struct lsp_document *document, const struct issue *issue)
{
    return json_pack("{s:o,s:i,s:o,s:s,s:o,s:o*}", "range", lsp_issue_range(server, document, issue), "severity",
                     severities[issue->severity], "code", json_text(issue->rule->id), "source", "rotstift", "message",
                     json_text(issue->message[server->options.language]), "tags", tags_of(server, issue));
}

/* What went wrong, in its line, or at the top where it is of another file. */
static json_t *trouble_json(struct lsp_server *server, struct lsp_document *document)
{
    const struct rs_error *trouble = &document->article.trouble;
    bool is_own = trouble->file[0] == '\0' || strcmp(trouble->file, document->article.path) == 0;
    struct slice line = lsp_text_line(&document->text, is_own && trouble->line > 0 ? trouble->line - 1 : 0);
    size_t start = (size_t)(line.at - document->text.bytes);
    char message[sizeof trouble->file + sizeof trouble->message + 32];

    if (is_own)
        snprintf(message, sizeof message, "%s", trouble->message);
    else if (trouble->line > 0)
        snprintf(message, sizeof message, "%s:%zu: %s", trouble->file, trouble->line, trouble->message);
    else
        snprintf(message, sizeof message, "%s: %s", trouble->file, trouble->message);
    return json_pack("{s:o,s:i,s:s,s:o}", "range", lsp_range(server, document, start, start + line.len), "severity",
                     SEVERITY_ERROR, "source", "rotstift", "message", json_text(slice_of(message)));
}

static json_t *diagnostics_of(struct lsp_server *server, struct lsp_document *document)
{
    json_t *list = json_array();
    const struct issue *issue;
    size_t index = 0;

    if (document == NULL)
        return list;
    if (document->article.troubled)
        json_array_append_new(list, trouble_json(server, document));
    while ((issue = lsp_next_issue(document, 0, SIZE_MAX, &index)) != NULL)
        json_array_append_new(list, lsp_issue(server, document, issue));
    return list;
}

void lsp_publish(struct lsp_server *server, const char *uri, struct lsp_document *document)
{
    json_t *version = NULL;

    if (server->client.pulls)
        return;
    if (document != NULL)
        document->published = document->examination;
    if (document != NULL && server->client.wants_versions)
        version = json_integer(document->version);
    lsp_send(server, lsp_notification("textDocument/publishDiagnostics",
                                      json_pack("{s:s,s:o*,s:o}", "uri", uri, "version", version, "diagnostics",
                                                diagnostics_of(server, document))));
}

json_t *lsp_diagnostic(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    struct lsp_document *document = lsp_asked(server, params, fault);
    const char *known = json_string_value(json_object_get(params, "previousResultId"));
    char id[32];

    if (document == NULL)
        return fault->code != LSP_OK ? NULL : json_pack("{s:s,s:[]}", "kind", "full", "items");
    snprintf(id, sizeof id, "%llu", (unsigned long long)document->examination);
    if (known != NULL && strcmp(known, id) == 0)
        return json_pack("{s:s,s:s}", "kind", "unchanged", "resultId", id);
    return json_pack("{s:s,s:s,s:o}", "kind", "full", "resultId", id, "items", diagnostics_of(server, document));
}
