/* A text inside a field of another format: plain, or HTML. */
#ifndef ROTSTIFT_INPUT_NESTED_H
#define ROTSTIFT_INPUT_NESTED_H

#include "error.h"
#include "input/flow.h"

/* Collects fields, one after another, whose text is written in another notation in the file. */
struct nested {
    struct flow flow; /* writes a field's text, its white space kept */
    struct transcript transcript;
    bool wrapped;    /* lines of plain text are wrapped: only a blank one ends a paragraph */
    bool plain;      /* the text is never HTML, whatever it looks like */
    bool keep_space; /* white space of plain text is text */
};

/* nested_free gives back what nested_begin takes. original is that of the file. */
void nested_begin(struct nested *nested, struct original *original);
void nested_free(struct nested *nested);

/* Writes the field that was collected into a flow, as blocks of their own, the first of the kind; it is HTML when it
 * looks like it. name is the file's. Returns 0, or -1 with *error. */
int nested_end(struct nested *nested, struct flow *flow, enum segment_kind kind, struct slice name,
               struct rs_error *error);

#endif
