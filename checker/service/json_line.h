/* A line of JSON on its way, written piece by piece without a tree: an answer of the filter has a dozen members, and as
 * many calls of a library would take longer than to read the sentence. */
#ifndef ROTSTIFT_SERVICE_JSON_LINE_H
#define ROTSTIFT_SERVICE_JSON_LINE_H

#include "text/arena.h"

struct json_line {
    struct arena *arena; /* holds the bytes */
    char *bytes;
    size_t length, capacity;
};

/* Appends bytes as they are: marks, names of members. */
void json_add(struct json_line *line, struct slice bytes);

/* Appends a string with its quotation marks. The text is UTF-8. */
void json_add_text(struct json_line *line, struct slice text);

void json_add_integer(struct json_line *line, uint64_t number);

/* Appends a number with six digits, and a point even where it is whole ("1.0"). */
void json_add_real(struct json_line *line, double number);

#endif
