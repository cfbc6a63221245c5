/* What changed, for people and for patch(1). */
#ifndef ROTSTIFT_CHANGES_PATCH_H
#define ROTSTIFT_CHANGES_PATCH_H

#include <stdio.h>

#include "error.h"
#include "text/slice.h"

/* Writes the difference of two versions of a file as a unified diff, nothing when there is none.
 * Returns -1 with *error. */
int write_patch(FILE *out, const char *path, struct slice before, struct slice after, struct rs_error *error);

#endif
