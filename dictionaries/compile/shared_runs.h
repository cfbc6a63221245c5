/* Runs of records, equal ones kept once: many patterns ask the same of a word, or have the same partners. */
#ifndef ROTSTIFT_COMPILE_SHARED_RUNS_H
#define ROTSTIFT_COMPILE_SHARED_RUNS_H

#include <stdint.h>

#include "text/arena.h"

struct shared_runs {
    struct arena *arena;
    size_t record_size;
    char *records;
    size_t count, capacity; /* of records */
    struct shared_run *slots;
    size_t slot_count, run_count;
};

/* The place of the run among the records; put behind them when it is a new one. */
uint32_t shared_run(struct shared_runs *runs, const void *records, uint32_t count);

#endif
