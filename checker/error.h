/* What went wrong, for people: the message says what, where and what to do. */
#ifndef ROTSTIFT_ERROR_H
#define ROTSTIFT_ERROR_H

#include "rotstift.h"

/* Fills *error (when not NULL) and returns -1, so that "return error_set(…)" ends a function.
 * file and line may be NULL and 0; the message is shortened with "…" when too long. */
int error_set(struct rs_error *error, const char *file, size_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
