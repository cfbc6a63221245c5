/* Files that a run writes are no articles of it. */
#ifndef ROTSTIFT_FOLDERS_WRITTEN_H
#define ROTSTIFT_FOLDERS_WRITTEN_H

#include "folders/walk.h"
#include "options.h"

/* Leaves the reports and the baseline of an earlier run out of a folder's files. Returns -1 with *error when a file
 * that was named as an article, or that the run reads besides, would be written over, or one would be written twice. */
int leave_out_written(struct walk *walk, const struct options *options, struct rs_error *error);

#endif
