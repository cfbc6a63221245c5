/* The lines of an INI file, as libinih reads it. */
#ifndef ROTSTIFT_CONFIGURATION_INI_H
#define ROTSTIFT_CONFIGURATION_INI_H

#include "error.h"
#include "text/arena.h"

/* "key = value"; NUL-terminated strings in the arena. A line that begins with white space goes on with the value of the
 * key above, and comes as a line of its own. */
struct ini_line {
    const char *section; /* "" before the first */
    const char *key, *value;
    size_t line;
};

struct ini_file {
    struct ini_line *lines;
    size_t count, capacity;
};

/* Reads the file into the arena. Returns -1 with *error, which calls the file by shown_path: not readable, not UTF-8, a
 * line that is too long for libinih or that is neither a section nor "key = value". */
int ini_read(struct ini_file *ini, struct arena *arena, const char *path, const char *shown_path,
             struct rs_error *error);

/* The same from bytes. */
int ini_read_bytes(struct ini_file *ini, struct arena *arena, struct slice bytes, const char *shown_path,
                   struct rs_error *error);

#endif
