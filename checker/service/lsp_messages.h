/* Messages of the Language Server Protocol: JSON-RPC 2.0, each behind a header that says how long it is.
 *
 *     Content-Length: 58\r\n
 *     \r\n
 *     {"jsonrpc": "2.0", "id": 1, "method": "shutdown"}
 */
#ifndef ROTSTIFT_SERVICE_LSP_MESSAGES_H
#define ROTSTIFT_SERVICE_LSP_MESSAGES_H

#include <jansson.h>
#include <stdio.h>

#include "error.h"
#include "text/slice.h"

#define MAX_MESSAGE_BYTES ((size_t)64 << 20)
#define MAX_HEADER_BYTES ((size_t)8 << 10)

/* What went wrong with a request, by the numbers of JSON-RPC and of the protocol. */
enum lsp_code {
    LSP_OK = 0,
    LSP_PARSE_ERROR = -32700,
    LSP_INVALID_REQUEST = -32600,
    LSP_METHOD_NOT_FOUND = -32601,
    LSP_INVALID_PARAMS = -32602,
    LSP_INTERNAL_ERROR = -32603,
    LSP_NOT_INITIALIZED = -32002,
};

struct message_reader {
    int descriptor;
    char *held; /* bytes read and not yet given out */
    size_t length, capacity;
    size_t given; /* of these, the ones given out last: they go with the next call */
};

enum message_state {
    MESSAGE_COMPLETE,
    MESSAGE_TOO_LARGE, /* more than MAX_MESSAGE_BYTES: passed over; the next one can be read */
    MESSAGE_BROKEN, /* no header that says how long it is, or the end of the input inside: nothing more can be read */
    MESSAGE_ENDED,  /* the input ended before another message, or can't be read (errno; else 0) */
};

/* Waits for the next message. Its body holds until the next call. */
enum message_state read_message(struct message_reader *reader, struct slice *body);

/* True when something of another message has arrived, or the input has ended. */
bool message_waits(const struct message_reader *reader);

void message_reader_free(struct message_reader *reader);

/* Writes a message and gives it back (NULL: memory ran out). Returns -1 when it is not written. */
int write_message(FILE *out, json_t *message);

/* What can be written; result, params and id are given away, but for the id of an answer, which is borrowed (NULL: that
 * of the request is not known). NULL when memory ran out. */
json_t *lsp_answer(json_t *id, json_t *result);
json_t *lsp_refusal(json_t *id, enum lsp_code code, const char *message);
json_t *lsp_notification(const char *method, json_t *params);
json_t *lsp_request(json_int_t id, const char *method, json_t *params);

/* The value that the names lead to, from object to object; the last name is NULL. NULL where there is none. */
const json_t *json_at(const json_t *value, ...) __attribute__((sentinel));

/* Of a string: its text, which ends in NUL; empty (at is NULL) for anything else. */
struct slice json_slice(const json_t *value);

#endif
