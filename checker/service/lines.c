#include "service/lines.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define READ_BYTES ((size_t)64 << 10)

static ssize_t read_more(struct line_reader *reader)
{
    ssize_t count;
    int before;

    do {
        pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &before);
        count = read(reader->descriptor, reader->held + reader->held_length, READ_BYTES);
        pthread_setcancelstate(before, NULL);
    } while (count < 0 && errno == EINTR);
    return count;
}

/* Makes room for READ_BYTES more. */
static int make_room(struct line_reader *reader)
{
    size_t wanted = reader->held_length + READ_BYTES;
    char *grown;

    if (reader->held_capacity >= wanted)
        return 0;
    if (wanted < 2 * reader->held_capacity)
        wanted = 2 * reader->held_capacity;
    grown = realloc(reader->held, wanted);
    if (grown == NULL)
        return -1;
    reader->held = grown;
    reader->held_capacity = wanted;
    return 0;
}

/* Passes over held bytes up to the end of a line that is too long. */
static void skip_rest(struct line_reader *reader)
{
    char *end = reader->held_length == 0 ? NULL : memchr(reader->held, '\n', reader->held_length);
    size_t passed = end == NULL ? reader->held_length : (size_t)(end - reader->held) + 1;

    reader->skipping = end == NULL;
    reader->held_length -= passed;
    memmove(reader->held, reader->held + passed, reader->held_length);
    reader->searched = 0;
}

static size_t lines_in(const char *bytes, size_t length)
{
    size_t lines = length > 0 && bytes[length - 1] != '\n';

    for (const char *at = bytes, *end = bytes + length; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        lines++;
    return lines;
}

/* Gives out the first length held bytes; what follows them (at most one read's worth, or less than a line) is copied
 * into a buffer of its own. */
static int give_out(struct line_reader *reader, size_t length, struct line_batch *batch)
{
    size_t rest = reader->held_length - length;
    char *next = NULL;

    if (rest > 0) {
        next = malloc(rest + READ_BYTES);
        if (next == NULL)
            return -1;
        memcpy(next, reader->held + length, rest);
    }
    *batch = (struct line_batch){ .bytes = reader->held, .length = length, .first_line = reader->line + 1 };
    reader->line += lines_in(batch->bytes, length);
    reader->held = next;
    reader->held_length = rest;
    reader->held_capacity = rest > 0 ? rest + READ_BYTES : 0;
    reader->searched = rest;
    return 1;
}

static int refuse_line(struct line_reader *reader, struct line_batch *batch)
{
    *batch = (struct line_batch){ .first_line = ++reader->line, .too_long = true };
    reader->skipping = true;
    skip_rest(reader);
    return 1;
}

int read_lines(struct line_reader *reader, struct line_batch *batch)
{
    while (!reader->ended) {
        char *end = reader->held_length == reader->searched
                        ? NULL
                        : memrchr(reader->held + reader->searched, '\n', reader->held_length - reader->searched);
        ssize_t count;

        if (end != NULL)
            return give_out(reader, (size_t)(end - reader->held) + 1, batch);
        reader->searched = reader->held_length;
        if (reader->held_length > MAX_LINE_BYTES)
            return refuse_line(reader, batch);
        if (make_room(reader) != 0 || (count = read_more(reader)) < 0)
            return -1;
        reader->ended = count == 0;
        reader->held_length += (size_t)count;
        if (reader->skipping)
            skip_rest(reader);
    }
    return reader->held_length == 0 ? 0 : give_out(reader, reader->held_length, batch);
}

void line_reader_free(struct line_reader *reader)
{
    free(reader->held);
}
