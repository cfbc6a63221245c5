/* A file that is written whole or not at all. */
#ifndef ROTSTIFT_OUTPUT_H
#define ROTSTIFT_OUTPUT_H

#include <stdio.h>

#include "error.h"

/* An output under way. A regular file is written beside its place and renamed into it at the end; standard output
 * ("-"), devices and pipes are written as they are. */
struct output {
    const char *path;        /* as the caller named it; borrowed */
    FILE *stream;            /* write here */
    char *place, *temporary; /* owned; NULL when written in place */
    int fault; /* the errno of what went wrong, 0 while nothing has; a writer that can't go on sets it, and the output
                  counts as not written */
};

/* Returns -1 with *error, which names the path; nothing to close then. */
int output_open(struct output *output, const char *path, struct rs_error *error);

/* Ends the output: all bytes are on disk and in place, or, when one could not be written, the old file is as it was.
 * Returns -1 with *error in the second case. */
int output_close(struct output *output, struct rs_error *error);

/* Closes the output of a command and says what went wrong. Who closed the pipe that we write to ("| head") has seen
 * enough and needs no message. Returns -1 when not all is written. */
int output_finish(struct output *output);

/* Has SIGINT, SIGTERM and SIGHUP remove what is being written before they end the program. */
void output_heed_signals(void);

#endif
