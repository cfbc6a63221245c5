/* Which lines of an article have changed since a revision: --diff. */
#ifndef ROTSTIFT_CHANGES_REVISION_H
#define ROTSTIFT_CHANGES_REVISION_H

#include "error.h"
#include "issues.h"

/* Lines of a file, as ranges in their order. */
struct changed_lines {
    struct line_range {
        uint32_t first, last; /* from 1 */
    } * ranges;               /* owned */
    size_t count, capacity;
};

struct revision;

/* Remembers the name of the revision (borrowed), as git writes them. NULL when memory ran out. */
struct revision *revision_open(const char *name);
void revision_close(struct revision *revision);

/* Finds the lines of the file that are not in the revision as they are now; all of them when the file is not in it.
 * Line ends count for nothing. Not safe for threads.
 * Returns -1 with *error: no repository holds the file, it has no such revision, the file can't be read. */
int revision_lines(struct revision *revision, const char *path, struct changed_lines *out, struct rs_error *error);
void changed_lines_free(struct changed_lines *lines);

/* Drops the issues that touch none of the lines. */
void keep_changed(const struct changed_lines *lines, const struct document *doc, struct issues *issues);

#endif
