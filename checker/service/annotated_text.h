/* A text with marks between its parts, as clients of LanguageTool send one ("data"):
 *
 *     {"annotation": [{"text": "Die "}, {"markup": "<b>"}, {"text": "Haus"}, {"markup": "<br>", "interpretAs": "\n"}]}
 *
 * and where each character of what is to be read stands in the whole. */
#ifndef ROTSTIFT_SERVICE_ANNOTATED_TEXT_H
#define ROTSTIFT_SERVICE_ANNOTATED_TEXT_H

#include "error.h"
#include "text/arena.h"

struct annotated_part;

struct annotated_text {
    struct slice text; /* to be read: the texts, and what marks are interpreted as */
    struct annotated_part *parts;
    size_t part_count;
};

/* A text without marks; it is borrowed. */
void annotated_plain(struct annotated_text *out, struct slice text, struct arena *arena);

/* Reads the JSON of an annotated text into the arena. Returns -1 with *error when it is no such JSON. */
int annotated_read(struct annotated_text *out, struct slice json, struct arena *arena, struct rs_error *error);

/* How far the whole has been counted through; zero at its start. Places are asked for in order, else it is counted
 * anew.
 */
struct annotated_cursor {
    size_t part, byte, unit;
};

/* Where bytes of annotated->text stand in the whole, with all marks, in UTF-16 units. What a mark is interpreted as
 * begins where the mark begins, and ends where it ends. */
void annotated_place(const struct annotated_text *annotated, struct annotated_cursor *cursor, struct span span,
                     size_t *offset, size_t *length);

#endif
