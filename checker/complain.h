/* What the program says on standard error. */
#ifndef ROTSTIFT_COMPLAIN_H
#define ROTSTIFT_COMPLAIN_H

#include "error.h"

/* Exit statuses, as the manual page lists them. */
enum status {
    STATUS_CLEAN = 0, /* nothing at or over the threshold */
    STATUS_ISSUES = 1,
    STATUS_TROUBLE = 2, /* usage; input that can't be read; output that can't be written */
};

/* Prints "rotstift: FILE:LINE: message"; control characters (a file's name can hold them) are shown as "?". */
void complain(const struct rs_error *error);

#endif
