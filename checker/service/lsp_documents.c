#include "service/lsp_documents.h"

#include <stdlib.h>
#include <string.h>

#include "complain.h"
#include "input/input.h"
#include "messages/messages.h"
#include "service/lsp_uri.h"

/* What editors call formats, where that is not the format's own name. */
static const struct {
    const char *language, *format;
} languages[] = {
    { "plaintext", "text" }, { "xhtml", "html" }, { "pandoc", "markdown" },
    { "gettext", "po" },     { "jsonl", "json" }, { "ndjson", "json" },
};

const struct format *format_of_language(struct slice language)
{
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (slice_is(language, languages[i].language))
            return format_named(slice_of(languages[i].format));
    return format_named(language);
}

/* Without memory for a name there is none for a text. */
static void *must_have(void *memory)
{
    if (memory == NULL) {
        fprintf(stderr, "rotstift: %s\n", translated("out of memory"));
        exit(STATUS_TROUBLE);
    }
    return memory;
}

struct lsp_document *lsp_document_find(const struct lsp_documents *documents, const char *uri)
{
    for (size_t i = 0; i < documents->count; i++)
        if (strcmp(documents->items[i]->uri, uri) == 0)
            return documents->items[i];
    return NULL;
}

const char *lsp_document_name(const struct lsp_document *document)
{
    return document->path != NULL ? document->path : document->uri;
}

void lsp_document_forget(struct lsp_document *document)
{
    free_article(&document->article);
    document->article = (struct article){ 0 };
    document->is_examined = false;
}

static void free_document(struct lsp_document *document)
{
    lsp_document_forget(document);
    lsp_text_free(&document->text);
    free(document->source);
    free(document->path);
    free(document->uri);
    free(document);
}

static struct lsp_document *add(struct lsp_documents *documents, const char *uri)
{
    struct lsp_document *document;

    if (documents->count == MAX_DOCUMENTS)
        return NULL;
    if (documents->count == documents->capacity) {
        documents->capacity = 2 * documents->capacity + 8;
        documents->items = must_have(reallocarray(documents->items, documents->capacity, sizeof *documents->items));
    }
    document = must_have(calloc(1, sizeof *document));
    document->uri = must_have(strdup(uri));
    document->path = path_of_uri(uri);
    documents->items[documents->count++] = document;
    return document;
}

struct lsp_document *lsp_document_open(struct lsp_documents *documents, const char *uri, const char *language)
{
    struct lsp_document *document = lsp_document_find(documents, uri);

    if (document == NULL)
        document = add(documents, uri);
    if (document == NULL)
        return NULL;
    document->format = NULL;
    if (language != NULL && format_by_ending(slice_of(lsp_document_name(document))) == NULL)
        document->format = format_of_language(slice_of(language));
    return document;
}

void lsp_document_close(struct lsp_documents *documents, struct lsp_document *document)
{
    size_t index = 0;

    while (documents->items[index] != document)
        index++;
    documents->count--;
    memmove(&documents->items[index], &documents->items[index + 1],
            (documents->count - index) * sizeof *documents->items);
    free_document(document);
}

void lsp_documents_free(struct lsp_documents *documents)
{
    while (documents->count > 0)
        free_document(documents->items[--documents->count]);
    free(documents->items);
}

void lsp_document_set(struct lsp_document *document, struct slice text)
{
    lsp_document_forget(document);
    document->is_too_large = text.len > MAX_DOCUMENT_BYTES;
    lsp_text_set(&document->text, document->is_too_large ? SLICE("") : text);
}

void lsp_document_edit(struct lsp_document *document, size_t start, size_t end, struct slice text)
{
    if (document->is_too_large)
        return;
    lsp_document_forget(document);
    document->is_too_large = document->text.length - (end - start) + text.len > MAX_DOCUMENT_BYTES;
    if (document->is_too_large)
        lsp_text_set(&document->text, SLICE(""));
    else
        lsp_text_replace(&document->text, start, end, text);
}
