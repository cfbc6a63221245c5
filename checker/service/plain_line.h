/* Lines of the usual form, read without a parser's tree: one object whose names are plain and whose values are strings,
 * whole numbers or null. What is unusual, and all that is wrong, is left to jansson, which also says what is wrong. */
#ifndef ROTSTIFT_SERVICE_PLAIN_LINE_H
#define ROTSTIFT_SERVICE_PLAIN_LINE_H

#include "text/arena.h"

/* The members that a segment's line may have; others are read over. */
struct segment_line {
    struct slice id;          /* as it is written in the line: a string with its quotation marks, or a number */
    struct slice target;      /* decoded: in the line, or in the arena */
    struct slice source;      /* the same; empty where there is none */
    struct slice doc, system; /* as they are written; empty where there are none */
};

/* Returns false when the line is not of that form, or lacks id or target; then *out says nothing. */
bool read_plain_line(struct slice line, struct arena *arena, struct segment_line *out);

#endif
