#include "service/lsp_messages.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include "text/unicode.h"

#define READ_BYTES ((size_t)64 << 10)

static int make_room(struct message_reader *reader)
{
    size_t wanted = reader->length + READ_BYTES;
    char *grown;

    if (reader->capacity >= wanted)
        return 0;
    if (wanted < 2 * reader->capacity)
        wanted = 2 * reader->capacity;
    grown = realloc(reader->held, wanted);
    if (grown == NULL)
        return -1;
    reader->held = grown;
    reader->capacity = wanted;
    return 0;
}

/* Reads what has arrived; false at the end of the input, and with errno when it can't be read. */
static bool read_more(struct message_reader *reader)
{
    ssize_t count;

    errno = 0;
    if (make_room(reader) != 0)
        return false;
    do
        count = read(reader->descriptor, reader->held + reader->length, READ_BYTES);
    while (count < 0 && errno == EINTR);
    if (count <= 0)
        return false;
    reader->length += (size_t)count;
    return true;
}

static void drop(struct message_reader *reader, size_t count)
{
    reader->length -= count;
    if (reader->length > 0)
        memmove(reader->held, reader->held + count, reader->length);
}

/* Takes the next line off the header, without its end; false when it has none yet. */
static bool take_header_line(struct slice *header, struct slice *line)
{
    const char *end = header->len == 0 ? NULL : memchr(header->at, '\n', header->len);

    if (end == NULL)
        return false;
    *line = slice_between(header->at, end);
    *header = slice_from(*header, line->len + 1);
    if (line->len > 0 && line->at[line->len - 1] == '\r')
        line->len--;
    return true;
}

/* Reads a field "Content-Length: 58" into *length; false when it is one and says no length. Others are let through. */
static bool read_field(struct slice line, size_t *length)
{
    static const char name[] = "content-length:";
    struct slice digits;

    if (line.len < sizeof name - 1 || strncasecmp(line.at, name, sizeof name - 1) != 0)
        return true;
    digits = trim(slice_from(line, sizeof name - 1));
    *length = 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.at[i] < '0' || digits.at[i] > '9' || *length > SIZE_MAX / 10 - 1)
            return false;
        *length = 10 * *length + (size_t)(digits.at[i] - '0');
    }
    return digits.len > 0;
}

enum header_state { HEADER_OPEN, HEADER_READ, HEADER_BAD };

/* Looks for the whole header among the bytes held. */
static enum header_state read_header(const struct message_reader *reader, size_t *header_length, size_t *body_length)
{
    struct slice rest = { reader->held, reader->length }, line;

    *body_length = SIZE_MAX;
    while (take_header_line(&rest, &line)) {
        if (line.len == 0) {
            *header_length = reader->length - rest.len;
            return *body_length == SIZE_MAX ? HEADER_BAD : HEADER_READ;
        }
        if (!read_field(line, body_length))
            return HEADER_BAD;
    }
    return reader->length > MAX_HEADER_BYTES ? HEADER_BAD : HEADER_OPEN;
}

static enum message_state skip_body(struct message_reader *reader, size_t length)
{
    while (length > reader->length) {
        length -= reader->length;
        reader->length = 0;
        if (!read_more(reader))
            return MESSAGE_BROKEN;
    }
    drop(reader, length);
    return MESSAGE_TOO_LARGE;
}

enum message_state read_message(struct message_reader *reader, struct slice *body)
{
    size_t header, length;
    enum header_state state;

    drop(reader, reader->given);
    reader->given = 0;
    while ((state = read_header(reader, &header, &length)) == HEADER_OPEN)
        if (!read_more(reader))
            return reader->length > 0 ? MESSAGE_BROKEN : MESSAGE_ENDED;
    if (state == HEADER_BAD)
        return MESSAGE_BROKEN;
    drop(reader, header);
    if (length > MAX_MESSAGE_BYTES)
        return skip_body(reader, length);
    while (reader->length < length)
        if (!read_more(reader))
            return MESSAGE_BROKEN;
    reader->given = length;
    *body = (struct slice){ reader->held, length };
    return MESSAGE_COMPLETE;
}

bool message_waits(const struct message_reader *reader)
{
    struct pollfd descriptor = { .fd = reader->descriptor, .events = POLLIN };

    return reader->length > reader->given || poll(&descriptor, 1, 0) != 0;
}

void message_reader_free(struct message_reader *reader)
{
    free(reader->held);
}

int write_message(FILE *out, json_t *message)
{
    char *text = message == NULL ? NULL : json_dumps(message, JSON_COMPACT);
    int status = -1;

    if (text != NULL && fprintf(out, "Content-Length: %zu\r\n\r\n%s", strlen(text), text) > 0 && fflush(out) == 0)
        status = 0;
    free(text);
    json_decref(message);
    return status;
}

json_t *lsp_answer(json_t *id, json_t *result)
{
    return json_pack("{s:s,s:O?,s:o?}", "jsonrpc", "2.0", "id", id, "result", result);
}

json_t *lsp_refusal(json_t *id, enum lsp_code code, const char *message)
{
    return json_pack("{s:s,s:O?,s:{s:i,s:s}}", "jsonrpc", "2.0", "id", id, "error", "code", (int)code, "message",
                     message);
}

json_t *lsp_notification(const char *method, json_t *params)
{
    return json_pack("{s:s,s:s,s:o*}", "jsonrpc", "2.0", "method", method, "params", params);
}

json_t *lsp_request(json_int_t id, const char *method, json_t *params)
{
    return json_pack("{s:s,s:I,s:s,s:o*}", "jsonrpc", "2.0", "id", id, "method", method, "params", params);
}

const json_t *json_at(const json_t *value, ...)
{
    const char *name;
    va_list names;

    va_start(names, value);
    while (value != NULL && (name = va_arg(names, const char *)) != NULL)
        value = json_object_get(value, name);
    va_end(names);
    return value;
}

struct slice json_slice(const json_t *value)
{
    return json_is_string(value) ? (struct slice){ json_string_value(value), json_string_length(value) }
                                 : (struct slice){ NULL, 0 };
}
