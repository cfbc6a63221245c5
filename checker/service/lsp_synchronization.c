/* Documents as the editor opens, changes, saves and closes them. */
#include "service/lsp_server.h"

json_t *lsp_did_open(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    const json_t *item = json_object_get(params, "textDocument");
    const char *uri = json_string_value(json_object_get(item, "uri"));
    const json_t *text = json_object_get(item, "text");
    struct lsp_document *document;

    (void)fault;
    if (uri == NULL || !json_is_string(text))
        return NULL;
    document = lsp_document_open(&server->documents, uri, json_string_value(json_object_get(item, "languageId")));
    if (document == NULL)
        return NULL;
    document->version = json_integer_value(json_object_get(item, "version"));
    lsp_document_set(document, json_slice(text));
    return NULL;
}

static void change(struct lsp_server *server, struct lsp_document *document, const json_t *event)
{
    const json_t *text = json_object_get(event, "text"), *range = json_object_get(event, "range");
    size_t start, end;

    if (!json_is_string(text))
        return;
    if (range == NULL || json_is_null(range))
        lsp_document_set(document, json_slice(text));
    else if (lsp_read_range(server, document, range, &start, &end))
        lsp_document_edit(document, start, end, json_slice(text));
}

static struct lsp_document *meant(const struct lsp_server *server, const json_t *params)
{
    const char *uri = json_string_value(json_at(params, "textDocument", "uri", NULL));

    return uri == NULL ? NULL : lsp_document_find(&server->documents, uri);
}

json_t *lsp_did_change(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    struct lsp_document *document = meant(server, params);
    const json_t *events = json_object_get(params, "contentChanges");
    const json_t *version = json_at(params, "textDocument", "version", NULL);

    (void)fault;
    if (document == NULL)
        return NULL;
    for (size_t i = 0; i < json_array_size(events); i++)
        change(server, document, json_array_get(events, i));
    if (json_is_integer(version))
        document->version = json_integer_value(version);
    lsp_document_forget(document);
    return NULL;
}

/* What was saved may be the configuration of all, or the English of another document. */
json_t *lsp_did_save(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    struct lsp_document *document = meant(server, params);
    const json_t *text = json_object_get(params, "text");

    (void)fault;
    if (document != NULL && json_is_string(text))
        lsp_document_set(document, json_slice(text));
    return lsp_read_anew(server, params, fault);
}

json_t *lsp_did_close(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    struct lsp_document *document = meant(server, params);

    (void)fault;
    if (document == NULL)
        return NULL;
    lsp_document_close(&server->documents, document);
    lsp_publish(server, json_string_value(json_at(params, "textDocument", "uri", NULL)), NULL);
    return NULL;
}
