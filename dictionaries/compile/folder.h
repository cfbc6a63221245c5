/* The files of a folder of dictionaries/. */
#ifndef ROTSTIFT_COMPILE_FOLDER_H
#define ROTSTIFT_COMPILE_FOLDER_H

#include "error.h"
#include "text/slice.h"

/* Returns -1 with *error set to end the reading. */
typedef int visit_file(void *context, const char *folder, const char *name, struct rs_error *error);

/* Calls visit for each file whose name has that ending, in order of the names' bytes, which is the same everywhere.
 * Returns -1 with *error when the folder can't be read or visit says so. */
int read_folder(const char *folder, const char *ending, visit_file *visit, void *context, struct rs_error *error);

/* The name of a file without its ending of four bytes: "work" of "work.tsv". */
static inline struct slice file_stem(const char *name)
{
    return (struct slice){ name, strlen(name) - strlen(".tsv") };
}

#endif
