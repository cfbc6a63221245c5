/* Checks a document that is open in the editor, as "rotstift check" checks a file. */
#include <stdlib.h>

#include "changes/fix.h"
#include "service/lsp_server.h"
#include "service/lsp_source.h"

/* What holds for the document. Returns false where it is not to be checked. */
static bool prepare(struct lsp_server *server, struct lsp_document *document)
{
    struct article *article = &document->article;
    const char *source = server->options.source_count == 0 ? NULL : server->options.sources[0];

    *article = (struct article){ .path = lsp_document_name(document), .is_text = true };
    if (document->is_too_large) {
        article->troubled = true;
        error_set(&article->trouble, NULL, 0, "larger than %u MiB; split it", (unsigned)(MAX_DOCUMENT_BYTES >> 20));
        return false;
    }
    article->troubled =
        checking_find(&server->checking, document->path == NULL ? "-" : document->path, &article->settings,
                      &article->checker, &article->glossary, &article->trouble) != 0;
    if (source != NULL && document->path != NULL) {
        free(document->source);
        document->source = source_beside(source, document->path);
        article->source = document->source;
        article->settings.skipped |= is_source(source, document->path);
    }
    return article->checker != NULL && !article->settings.skipped;
}

/* The command line, and the document's format where neither it nor the name says one. */
static struct options options_for(const struct lsp_server *server, const struct lsp_document *document)
{
    struct options options = server->options;

    if (options.input_format == NULL)
        options.input_format = document->format;
    return options;
}

static struct slice text_of_document(const struct lsp_document *document)
{
    return (struct slice){ document->text.bytes, document->text.length };
}

void lsp_examine(struct lsp_server *server, struct lsp_document *document)
{
    struct options options = options_for(server, document);
    struct article *article = &document->article;

    if (document->is_examined)
        return;
    lsp_document_forget(document);
    if (prepare(server, document)) {
        bool lacks_glossary = article->troubled;
        struct rs_error trouble = article->trouble;

        check_article_bytes(&options, &server->checking.known, article, text_of_document(document));
        if (lacks_glossary && !article->troubled) {
            article->troubled = true;
            article->trouble = trouble;
        }
    }
    document->is_examined = true;
    document->examination = ++server->examinations;
}

struct slice lsp_corrected(struct lsp_server *server, struct lsp_document *document)
{
    struct options options = options_for(server, document);
    struct article trial = { 0 };
    struct slice corrected = { 0 };

    lsp_examine(server, document);
    if (document->article.doc == NULL ||
        !has_certain(&document->article.issues, &document->article.checker->context.lexicon))
        return corrected;
    options.fix = options.dry_run = true;
    trial.path = document->article.path;
    trial.settings = document->article.settings;
    trial.checker = document->article.checker;
    trial.glossary = document->article.glossary;
    trial.source = document->article.source;
    trial.is_text = true;
    check_article_bytes(&options, &server->checking.known, &trial, text_of_document(document));
    corrected = trial.after;
    trial.after = (struct slice){ 0 };
    free_article(&trial);
    return corrected;
}

void lsp_reopen(struct lsp_server *server)
{
    for (size_t i = 0; i < server->documents.count; i++)
        lsp_document_forget(server->documents.items[i]);
    checking_close(&server->checking);
    if (checking_open(&server->checking, server->checker, &server->options) != 0)
        server->failed = true;
}
