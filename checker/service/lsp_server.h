/* The language server: what its parts share. Each answers some of the methods; lsp.c has the table of them. */
#ifndef ROTSTIFT_SERVICE_LSP_SERVER_H
#define ROTSTIFT_SERVICE_LSP_SERVER_H

#include "run.h"
#include "service/lsp_documents.h"
#include "service/lsp_messages.h"

/* What the editor can do, as it said when it began. */
struct lsp_client {
    enum lsp_encoding encoding; /* of places in a line */
    bool pulls;                 /* asks for diagnostics: then they are not sent unasked */
    bool refreshes;             /* asks again when it is told to */
    bool wants_versions;        /* of documents, with their diagnostics */
    bool fades;                 /* what is unnecessary */
    bool takes_versions;        /* of documents, with edits to them */
    bool reads_markdown;
    bool watches_files; /* on demand */
};

enum lsp_stage { LSP_CREATED, LSP_RUNNING, LSP_SHUT_DOWN, LSP_EXITED };

struct lsp_server {
    enum lsp_stage stage;
    struct options options; /* the command line's, without correcting */
    const struct rs_checker *checker;
    struct checking checking;
    struct lsp_client client;
    struct lsp_documents documents;
    FILE *out;
    bool failed;           /* a message could not be read or written, or the editor left without a shutdown */
    json_int_t requests;   /* sent to the editor */
    uint64_t examinations; /* of documents */
};

/* Where an answer says why there is none. */
struct lsp_fault {
    enum lsp_code code;
    const char *message;
};

/* Answers a request, or takes note of a notification, whose result does not count. params may be NULL or anything.
 * Returns NULL for null, and with *fault set where there is no answer. */
typedef json_t *lsp_method(struct lsp_server *server, const json_t *params, struct lsp_fault *fault);

/* lsp_lifecycle.c: from the first to the last message, and what is told of files and settings. */
lsp_method lsp_initialize, lsp_initialized, lsp_shutdown, lsp_exit, lsp_read_anew;

/* lsp_synchronization.c: documents as they are written. */
lsp_method lsp_did_open, lsp_did_change, lsp_did_save, lsp_did_close;

/* What is asked of a document: lsp_diagnostics.c, lsp_actions.c, lsp_hover.c. */
lsp_method lsp_diagnostic, lsp_code_action, lsp_hover;

/* Opens a server that writes to out. checker and options are borrowed; NULL when they are of no use, which has been
 * said. */
struct lsp_server *lsp_open(const struct rs_checker *checker, const struct options *options, FILE *out);
void lsp_close(struct lsp_server *server);

/* Reads messages and answers them until the editor is done. */
enum status lsp_serve(struct lsp_server *server, int descriptor);

/* Deals with one message. */
void lsp_take(struct lsp_server *server, struct slice body);

/* Writes a message, given away. */
void lsp_send(struct lsp_server *server, json_t *message);

/* lsp_examination.c: */

/* Checks the document if it has changed since. */
void lsp_examine(struct lsp_server *server, struct lsp_document *document);

/* What the document would be with all corrections that are certain (--fix): malloced, empty where there is nothing to
 * correct. */
struct slice lsp_corrected(struct lsp_server *server, struct lsp_document *document);

/* Reads configuration and glossaries anew; all documents are to be checked again. */
void lsp_reopen(struct lsp_server *server);

/* Sends the diagnostics of a document where they are not asked for; none where it is NULL or skipped. */
void lsp_publish(struct lsp_server *server, const char *uri, struct lsp_document *document);

/* lsp_places.c: places and edits in the protocol's form. NULL when memory ran out. */

json_t *lsp_range(struct lsp_server *server, struct lsp_document *document, size_t start, size_t end);
json_t *lsp_issue_range(struct lsp_server *server, struct lsp_document *document, const struct issue *issue);

/* The bytes that a range of the protocol means; false when it is none. */
bool lsp_read_range(struct lsp_server *server, struct lsp_document *document, const json_t *range, size_t *start,
                    size_t *end);

/* The document that params->textDocument names, checked; NULL with *fault where params name none, and without where it
 * is not open. */
struct lsp_document *lsp_asked(struct lsp_server *server, const json_t *params, struct lsp_fault *fault);

/* The first issue from *index on that counts and touches the bytes from start to end; *index moves behind it. NULL:
 * there is no further one. */
const struct issue *lsp_next_issue(const struct lsp_document *document, size_t start, size_t end, size_t *index);

/* The issue as a diagnostic. */
json_t *lsp_issue(struct lsp_server *server, struct lsp_document *document, const struct issue *issue);

#endif
