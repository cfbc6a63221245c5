/* The command "lsp": a language server on standard input and output. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "messages/messages.h"
#include "service/lsp_server.h"

static const struct {
    const char *name;
    bool is_request; /* it is answered */
    lsp_method *take;
} methods[] = {
    { "initialize", true, lsp_initialize },
    { "initialized", false, lsp_initialized },
    { "shutdown", true, lsp_shutdown },
    { "exit", false, lsp_exit },
    { "textDocument/didOpen", false, lsp_did_open },
    { "textDocument/didChange", false, lsp_did_change },
    { "textDocument/didSave", false, lsp_did_save },
    { "textDocument/didClose", false, lsp_did_close },
    { "textDocument/diagnostic", true, lsp_diagnostic },
    { "textDocument/codeAction", true, lsp_code_action },
    { "textDocument/hover", true, lsp_hover },
    { "workspace/didChangeConfiguration", false, lsp_read_anew },
    { "workspace/didChangeWatchedFiles", false, lsp_read_anew },
};

static lsp_method *method_named(struct slice name, bool is_request)
{
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (methods[i].is_request == is_request && slice_is(name, methods[i].name))
            return methods[i].take;
    return NULL;
}

void lsp_send(struct lsp_server *server, json_t *message)
{
    if (write_message(server->out, message) != 0)
        server->failed = true;
}

/* What a request is refused for, whatever it asks. */
static struct lsp_fault fault_of_stage(const struct lsp_server *server, lsp_method *take)
{
    if (server->stage == LSP_CREATED && take != lsp_initialize)
        return (struct lsp_fault){ LSP_NOT_INITIALIZED, "\"initialize\" comes first" };
    if (server->stage == LSP_RUNNING && take == lsp_initialize)
        return (struct lsp_fault){ LSP_INVALID_REQUEST, "\"initialize\" comes once" };
    if (server->stage == LSP_SHUT_DOWN)
        return (struct lsp_fault){ LSP_INVALID_REQUEST, "\"shutdown\" was asked for" };
    if (take == NULL)
        return (struct lsp_fault){ LSP_METHOD_NOT_FOUND, "there is no such method" };
    return (struct lsp_fault){ LSP_OK, NULL };
}

static void answer(struct lsp_server *server, json_t *id, struct slice method, const json_t *params)
{
    lsp_method *take = method_named(method, true);
    struct lsp_fault fault = fault_of_stage(server, take);
    json_t *result = fault.code == LSP_OK ? take(server, params, &fault) : NULL;

    lsp_send(server, fault.code == LSP_OK ? lsp_answer(id, result) : lsp_refusal(id, fault.code, fault.message));
}

static void take_note(struct lsp_server *server, struct slice method, const json_t *params)
{
    lsp_method *take = method_named(method, false);
    struct lsp_fault fault = { LSP_OK, NULL };

    if (take == lsp_exit || (take != NULL && server->stage == LSP_RUNNING))
        json_decref(take(server, params, &fault));
}

void lsp_take(struct lsp_server *server, struct slice body)
{
    json_error_t error;
    json_t *message = json_loadb(body.at, body.len, JSON_ALLOW_NUL, &error);
    json_t *id = json_object_get(message, "id");
    struct slice method = json_slice(json_object_get(message, "method"));
    const json_t *params = json_object_get(message, "params");

    if (message == NULL)
        lsp_send(server, lsp_refusal(NULL, LSP_PARSE_ERROR, error.text));
    else if (method.at != NULL && (json_is_string(id) || json_is_integer(id)))
        answer(server, id, method, params);
    else if (method.at != NULL && id == NULL)
        take_note(server, method, params);
    else if (method.at != NULL || id == NULL) /* what has an id and no method answers us */
        lsp_send(server, lsp_refusal(NULL, LSP_INVALID_REQUEST, "no request of JSON-RPC 2.0"));
    json_decref(message);
}

/* Checks a document that has changed, unless a request has had it checked, and says what was found; false when there is
 * none. */
static bool examine_one(struct lsp_server *server)
{
    for (size_t i = 0; i < server->documents.count; i++) {
        struct lsp_document *document = server->documents.items[i];

        if (document->is_examined && document->published == document->examination)
            continue;
        lsp_examine(server, document);
        lsp_publish(server, document->uri, document);
        return true;
    }
    return false;
}

/* Says why nothing more can be read; the input that simply ends does so without a word. */
static void complain_of_input(enum message_state state)
{
    struct rs_error error;

    if (state == MESSAGE_ENDED && errno == 0)
        return;
    if (state == MESSAGE_ENDED)
        error_set(&error, translated("standard input"), 0, "can't be read: %s", reason_of(errno));
    else
        error_set(&error, translated("standard input"), 0,
                  "no message of the Language Server Protocol: rotstift lsp is started by an editor");
    complain(&error);
}

/* Whoever types sends one change after another: nothing is checked while messages wait. */
static enum message_state next_message(struct lsp_server *server, struct message_reader *reader, struct slice *body)
{
    while (!server->client.pulls && !message_waits(reader) && examine_one(server))
        ;
    return read_message(reader, body);
}

enum status lsp_serve(struct lsp_server *server, int descriptor)
{
    struct message_reader reader = { .descriptor = descriptor };
    enum message_state state = MESSAGE_COMPLETE;
    struct slice body;

    while (server->stage != LSP_EXITED && !server->failed &&
           (state = next_message(server, &reader, &body)) <= MESSAGE_TOO_LARGE) {
        if (state == MESSAGE_COMPLETE)
            lsp_take(server, body);
        else
            lsp_send(server, lsp_refusal(NULL, LSP_INVALID_REQUEST, "the message is larger than 64 MiB"));
    }
    if (state > MESSAGE_TOO_LARGE) {
        if (state == MESSAGE_BROKEN)
            lsp_send(server, lsp_refusal(NULL, LSP_PARSE_ERROR, "no header that says how long the message is"));
        complain_of_input(state);
        server->failed = state == MESSAGE_BROKEN || server->stage != LSP_SHUT_DOWN;
    }
    message_reader_free(&reader);
    return server->failed ? STATUS_ISSUES : STATUS_CLEAN;
}

struct lsp_server *lsp_open(const struct rs_checker *checker, const struct options *options, FILE *out)
{
    struct lsp_server *server = calloc(1, sizeof *server);

    if (server == NULL)
        return NULL;
    *server = (struct lsp_server){ .options = *options, .checker = checker, .out = out };
    if (checking_open(&server->checking, checker, &server->options) == 0)
        return server;
    free(server);
    return NULL;
}

void lsp_close(struct lsp_server *server)
{
    lsp_documents_free(&server->documents);
    checking_close(&server->checking);
    free(server);
}

enum status run_lsp(const struct rs_checker *checker, const struct options *options)
{
    struct lsp_server *server = lsp_open(checker, options, stdout);
    enum status status;

    if (server == NULL)
        return STATUS_TROUBLE;
    status = lsp_serve(server, STDIN_FILENO);
    lsp_close(server);
    return status;
}
