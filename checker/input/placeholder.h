/* Placeholders in messages of programs: %s, %1$d, %(name)s, {0}, {name}, ${name}. */
#ifndef ROTSTIFT_INPUT_PLACEHOLDER_H
#define ROTSTIFT_INPUT_PLACEHOLDER_H

#include "text/slice.h"

/* Bytes of the placeholder at the start of the text, or 0. A per cent sign before a space or a letter that no format
 * has is text. */
size_t placeholder_length(struct slice text);

#endif
