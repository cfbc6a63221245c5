/* The first and the last messages of an editor, and those that tell of settings and files. */
#include <stdlib.h>

#include "configuration/configuration.h"
#include "service/lsp_server.h"

/* The first encoding of the editor's list that we know; editors name them in the order of their liking. */
static enum lsp_encoding agreed_encoding(const json_t *offered)
{
    for (size_t i = 0; i < json_array_size(offered); i++)
        for (int encoding = 0; encoding < LSP_ENCODING_COUNT; encoding++)
            if (slice_is(json_slice(json_array_get(offered, i)), lsp_encoding_names[encoding]))
                return (enum lsp_encoding)encoding;
    return LSP_UTF_16;
}

static bool holds_text(const json_t *list, const char *text)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (slice_is(json_slice(json_array_get(list, i)), text))
            return true;
    return false;
}

static bool holds_number(const json_t *list, json_int_t number)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (json_integer_value(json_array_get(list, i)) == number)
            return true;
    return false;
}

static struct lsp_client client_that_can(const json_t *able)
{
    const json_t *publish = json_at(able, "textDocument", "publishDiagnostics", NULL);

    return (struct lsp_client){
        .encoding = agreed_encoding(json_at(able, "general", "positionEncodings", NULL)),
        .pulls = json_is_object(json_at(able, "textDocument", "diagnostic", NULL)),
        .refreshes = json_is_true(json_at(able, "workspace", "diagnostics", "refreshSupport", NULL)),
        .wants_versions = json_is_true(json_object_get(publish, "versionSupport")),
        .fades = holds_number(json_at(publish, "tagSupport", "valueSet", NULL), 1),
        .takes_versions = json_is_true(json_at(able, "workspace", "workspaceEdit", "documentChanges", NULL)),
        .reads_markdown = holds_text(json_at(able, "textDocument", "hover", "contentFormat", NULL), "markdown"),
        .watches_files = json_is_true(json_at(able, "workspace", "didChangeWatchedFiles", "dynamicRegistration", NULL)),
    };
}

/* Whoever asks for diagnostics is given them when asked, and not unasked besides. */
static json_t *diagnostic_provider(const struct lsp_client *client)
{
    return client->pulls ? json_pack("{s:b,s:b}", "interFileDependencies", 0, "workspaceDiagnostics", 0) : NULL;
}

json_t *lsp_initialize(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    (void)fault;
    server->client = client_that_can(json_object_get(params, "capabilities"));
    server->stage = LSP_RUNNING;
    return json_pack("{s:{s:s,s:{s:b,s:i,s:b},s:b,s:{s:[s,s]},s:o*},s:{s:s,s:s}}", "capabilities", "positionEncoding",
                     lsp_encoding_names[server->client.encoding], "textDocumentSync", "openClose", 1, "change", 2,
                     "save", 1, "hoverProvider", 1, "codeActionProvider", "codeActionKinds", "quickfix",
                     "source.fixAll.rotstift", "diagnosticProvider", diagnostic_provider(&server->client), "serverInfo",
                     "name", "rotstift", "version", RS_VERSION);
}

static void request(struct lsp_server *server, const char *method, json_t *params)
{
    lsp_send(server, lsp_request(++server->requests, method, params));
}

/* Asks to be told when a configuration file changes. */
json_t *lsp_initialized(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    (void)params, (void)fault;
    if (server->client.watches_files)
        request(server, "client/registerCapability",
                json_pack("{s:[{s:s,s:s,s:{s:[{s:s}]}}]}", "registrations", "id", "configuration", "method",
                          "workspace/didChangeWatchedFiles", "registerOptions", "watchers", "globPattern",
                          "**/" CONFIGURATION_FILE));
    return NULL;
}

json_t *lsp_read_anew(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    (void)params, (void)fault;
    lsp_reopen(server);
    if (server->client.pulls && server->client.refreshes)
        request(server, "workspace/diagnostic/refresh", NULL);
    return NULL;
}

json_t *lsp_shutdown(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    (void)params, (void)fault;
    server->stage = LSP_SHUT_DOWN;
    return NULL;
}

/* The exit status is 0 only after a shutdown. */
json_t *lsp_exit(struct lsp_server *server, const json_t *params, struct lsp_fault *fault)
{
    (void)params, (void)fault;
    server->failed = server->stage != LSP_SHUT_DOWN;
    server->stage = LSP_EXITED;
    return NULL;
}
