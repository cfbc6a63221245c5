/* Where the compiled data is. */
#ifndef ROTSTIFT_DATA_PATH_H
#define ROTSTIFT_DATA_PATH_H

#include "error.h"

#define DATA_FILE_NAME "rotstift.lex"

/* Writes the path of the compiled data into path: given, when not NULL; else $ROTSTIFT_DATA; else the first that exists
 * of the file beside the running program, ../share/rotstift from there, and the installed one.
 * Returns -1 with *error, which says how to get it, when there is none. */
int find_data(const char *given, char *path, size_t size, struct rs_error *error);

#endif
