/* How far a run has come, on a terminal. */
#ifndef ROTSTIFT_FOLDERS_PROGRESS_H
#define ROTSTIFT_FOLDERS_PROGRESS_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct progress {
    pthread_mutex_t lock;
    bool shown;   /* standard error is a terminal, and there is more than one file */
    size_t total; /* files */
    size_t done;
    int64_t written; /* when the line was last written, in milliseconds */
};

/* Begins to count to the total. */
void progress_begin(struct progress *progress, size_t total);

/* Counts a file that is done; several threads may do so at once. The line is written ten times a second at most. */
void progress_step(struct progress *progress);

/* Takes the line away. */
void progress_end(struct progress *progress);

#endif
