/* The documents that are open in the editor. */
#ifndef ROTSTIFT_SERVICE_LSP_DOCUMENTS_H
#define ROTSTIFT_SERVICE_LSP_DOCUMENTS_H

#include <jansson.h>

#include "article.h"
#include "service/lsp_text.h"

/* An article of a million words; a larger document stays open, but is not checked. */
#define MAX_DOCUMENT_BYTES ((size_t)8 << 20)

/* No editor holds as many open. Further ones are not heeded. */
#define MAX_DOCUMENTS 4096

struct lsp_document {
    char *uri;                   /* owned, as all here */
    char *path;                  /* NULL: it is in no file */
    char *source;                /* the English file beside it; NULL: none */
    const struct format *format; /* where its name does not tell it; NULL: its name or how it begins does */
    json_int_t version;
    struct lsp_text text;
    bool is_too_large;    /* its text is not held; an edit that gives it whole brings it back */
    bool is_examined;     /* what follows is true of the text */
    uint64_t examination; /* the number of it: of no other one */
    uint64_t published;   /* the examination whose diagnostics were sent unasked; 0: none */
    struct article article;
};

struct lsp_documents {
    struct lsp_document **items; /* in the order of their opening */
    size_t count, capacity;
};

/* A document that has been opened; one that is open already is given anew. NULL: there are too many. language is the
 * editor's name for what it is ("markdown"), or NULL. */
struct lsp_document *lsp_document_open(struct lsp_documents *documents, const char *uri, const char *language);

struct lsp_document *lsp_document_find(const struct lsp_documents *documents, const char *uri); /* or NULL */
void lsp_document_close(struct lsp_documents *documents, struct lsp_document *document);
void lsp_documents_free(struct lsp_documents *documents);

/* Gives the document another text, or another part of it (from the byte start to end). */
void lsp_document_set(struct lsp_document *document, struct slice text);
void lsp_document_edit(struct lsp_document *document, size_t start, size_t end, struct slice text);

/* Forgets what was found in the document: it is to be checked again. */
void lsp_document_forget(struct lsp_document *document);

/* What people call it: its path, or its URI. */
const char *lsp_document_name(const struct lsp_document *document);

/* The format of what editors call so ("plaintext", "markdown", "gettext"), or NULL. */
const struct format *format_of_language(struct slice language);

#endif
