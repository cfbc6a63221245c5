#include "folders/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define INTERVAL 100 /* milliseconds */
#define CLEAR_LINE "\r\033[K"

static int64_t now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void progress_begin(struct progress *progress, size_t total)
{
    *progress = (struct progress){ .shown = total > 1 && isatty(STDERR_FILENO), .total = total };
    pthread_mutex_init(&progress->lock, NULL);
}

void progress_step(struct progress *progress)
{
    int64_t time;

    if (!progress->shown)
        return;
    time = now();
    pthread_mutex_lock(&progress->lock);
    progress->done++;
    if (time - progress->written >= INTERVAL) {
        progress->written = time;
        fprintf(stderr, CLEAR_LINE "%zu/%zu", progress->done, progress->total);
        fflush(stderr);
    }
    pthread_mutex_unlock(&progress->lock);
}

void progress_end(struct progress *progress)
{
    if (progress->shown)
        fputs(CLEAR_LINE, stderr);
    pthread_mutex_destroy(&progress->lock);
}
