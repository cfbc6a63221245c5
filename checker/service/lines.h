/* Lines of standard input, in batches: all that have arrived, so that a fast pipe gives large batches and a slow one
 * gives each line at once. */
#ifndef ROTSTIFT_SERVICE_LINES_H
#define ROTSTIFT_SERVICE_LINES_H

#include <stdbool.h>
#include <stddef.h>

#define MAX_LINE_BYTES ((size_t)16 << 20) /* without the line's end */

struct line_reader {
    int descriptor;
    char *held; /* bytes read and not yet given out */
    size_t held_length, held_capacity;
    size_t searched; /* held bytes known to hold no line end */
    size_t line;     /* lines given out so far */
    bool skipping;   /* the rest of a line that is too long is passed over */
    bool ended;
};

struct line_batch {
    char *bytes; /* whole lines, each with its "\n" but perhaps the last of the input; the caller frees it */
    size_t length;
    size_t first_line; /* number of the first line, from 1 */
    bool too_long;     /* one line of more than MAX_LINE_BYTES, which is not kept */
};

/* Reads the next batch: 1, 0 at the end of the input, or -1 with errno. Only in the system's read can the thread be
 * cancelled. */
int read_lines(struct line_reader *reader, struct line_batch *batch);

void line_reader_free(struct line_reader *reader);

#endif
