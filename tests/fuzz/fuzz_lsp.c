/* Any bytes as what an editor sends. A first byte "<" gives the rest to the server as it is, with its headers; else
 * each line is a message. All that the server writes must be framed JSON. */
#include <jansson.h>
#include <unistd.h>

#include "opened_checker.h"
#include "service/lsp_server.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void must(bool condition)
{
    if (!condition)
        abort();
}

static void serve_stream(struct lsp_server *server, struct slice stream)
{
    int ends[2];

    must(pipe(ends) == 0 && write(ends[1], stream.at, stream.len) == (ssize_t)stream.len);
    close(ends[1]);
    lsp_serve(server, ends[0]);
    close(ends[0]);
}

static void take_lines(struct lsp_server *server, struct slice rest)
{
    struct slice line;

    while (server->stage != LSP_EXITED && take_part(&rest, '\n', &line))
        lsp_take(server, line);
    for (size_t i = 0; i < server->documents.count; i++) {
        lsp_examine(server, server->documents.items[i]);
        lsp_publish(server, server->documents.items[i]->uri, server->documents.items[i]);
    }
}

static void must_be_messages(struct slice written)
{
    static const char header[] = "Content-Length: ";

    while (written.len > 0) {
        char *end;
        size_t length;
        json_t *message;

        must(slice_starts(written, slice_of(header)));
        length = strtoul(written.at + sizeof header - 1, &end, 10);
        must(strncmp(end, "\r\n\r\n", 4) == 0);
        written = slice_from(written, (size_t)(end + 4 - written.at));
        must(length <= written.len);
        message = json_loadb(written.at, length, JSON_ALLOW_NUL, NULL);
        must(json_is_object(message));
        json_decref(message);
        written = slice_from(written, length);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const struct options options = { .language = LANGUAGE_DE, .no_config = true, .max_penalty = -1 };
    struct slice input = { (const char *)bytes, size };
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    struct lsp_server *server = lsp_open(opened_checker(), &options, out);
    FILE *errors = stderr;

    must(server != NULL);
    stderr = fopen("/dev/null", "w"); /* what it says of a stream that breaks off */
    if (slice_starts(input, SLICE("<")))
        serve_stream(server, slice_from(input, 1));
    else
        take_lines(server, input);
    fclose(stderr);
    stderr = errors;
    lsp_close(server);
    fclose(out);
    must_be_messages((struct slice){ text, length });
    free(text);
    return 0;
}
