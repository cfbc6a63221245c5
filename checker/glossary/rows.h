/* Rows of a glossary as its file has them, still text. */
#ifndef ROTSTIFT_GLOSSARY_ROWS_H
#define ROTSTIFT_GLOSSARY_ROWS_H

#include "error.h"
#include "text/arena.h"

struct term_texts {
    struct slice *items;
    size_t count, capacity;
};

struct glossary_row {
    struct slice source; /* the English term, never empty */
    struct term_texts targets, forbidden;
    struct slice note; /* may be empty */
    bool exact_case;
    size_t place; /* among the rows; set by add_row */
};

/* All that they point to is in the arena, or in the bytes that were read. */
struct glossary_rows {
    struct arena *arena;
    struct glossary_row *items;
    size_t count, capacity;
};

/* Adds the text without white space at its ends, unless nothing is left. */
void add_term(struct arena *arena, struct term_texts *terms, struct slice text);

void add_row(struct glossary_rows *rows, const struct glossary_row *row);

/* Read a whole file. name is for messages. Return -1 with *error, which names the line. */
int read_glossary_csv(struct glossary_rows *rows, struct slice name, struct slice bytes, struct rs_error *error);
int read_glossary_tbx(struct glossary_rows *rows, struct slice name, struct slice bytes, struct rs_error *error);

#endif
