/* Places of documents in the protocol's form, and what lies there. */
#include "reports/places.h"
#include "service/lsp_server.h"

static json_t *position_json(struct lsp_server *server, struct lsp_document *document, size_t offset)
{
    struct lsp_position position = lsp_text_position(&document->text, offset, server->client.encoding);

    return json_pack("{s:I,s:I}", "line", (json_int_t)position.line, "character", (json_int_t)position.character);
}

json_t *lsp_range(struct lsp_server *server, struct lsp_document *document, size_t start, size_t end)
{
    return json_pack("{s:o,s:o}", "start", position_json(server, document, start), "end",
                     position_json(server, document, end));
}

json_t *lsp_issue_range(struct lsp_server *server, struct lsp_document *document, const struct issue *issue)
{
    struct place place = report_place(document->article.doc, issue->span);

    return lsp_range(server, document, place.start.byte, place.end.byte);
}

/* True when the issue touches the bytes. All are touched by all, which is known without counting. */
static bool touches(const struct document *doc, const struct issue *issue, size_t start, size_t end)
{
    struct place place;

    if (start == 0 && end == SIZE_MAX)
        return true;
    place = report_place(doc, issue->span);
    return place.start.byte <= end && place.end.byte >= start;
}

/* A number that a place may have; false for all others. What is too large means the end, as what is larger than a
 * document does. */
static bool read_count(const json_t *value, size_t *out)
{
    if (!json_is_integer(value) || json_integer_value(value) < 0)
        return false;
    *out = (size_t)json_integer_value(value);
    return true;
}

static bool read_position(struct lsp_server *server, struct lsp_document *document, const json_t *value, size_t *offset)
{
    struct lsp_position position;

    if (!read_count(json_object_get(value, "line"), &position.line) ||
        !read_count(json_object_get(value, "character"), &position.character))
        return false;
    *offset = lsp_text_offset(&document->text, position, server->client.encoding);
    return true;
}

bool lsp_read_range(struct lsp_server *server, struct lsp_document *document, const json_t *range, size_t *start,
                    size_t *end)
{
    if (!read_position(server, document, json_object_get(range, "start"), start) ||
        !read_position(server, document, json_object_get(range, "end"), end))
        return false;
    if (*end < *start)
        *end = *start;
    return true;
}

struct lsp_document *lsp_asked(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    const char *uri = json_string_value(json_at(params, "textDocument", "uri", NULL));
    struct lsp_document *document;

    if (uri == NULL) {
        *fault = (struct lsp_fault){ LSP_INVALID_PARAMS, "textDocument.uri is missing" };
        return NULL;
    }
    document = lsp_document_find(&server->documents, uri);
    if (document != NULL)
        lsp_examine(server, document);
    return document;
}

const struct issue *lsp_next_issue(const struct lsp_document *document, size_t start, size_t end, size_t *index)
{
    const struct article *article = &document->article;

    while (article->doc != NULL && *index < article->issues.count) {
        const struct issue *issue = &article->issues.items[(*index)++];

        if (issue->suppression == SUPPRESSION_NONE && touches(article->doc, issue, start, end))
            return issue;
    }
    return NULL;
}
