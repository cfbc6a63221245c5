/* `rotstift filter`: segments in, issues out, a line for a line, in order, with as many threads as wanted. */
#ifndef ROTSTIFT_SERVICE_FILTER_H
#define ROTSTIFT_SERVICE_FILTER_H

#include "complain.h"
#include "service/segment.h"

/* Reads segments from the descriptor and writes the answers to out (and flushes it whenever an answer is ready).
 * Memory is bounded by the number of threads, not by the input.
 * Returns STATUS_CLEAN, or STATUS_TROUBLE when a line was bad or reading or writing failed (the latter is complained
 * of on standard error). */
enum status filter(const struct segment_check *check, int descriptor, FILE *out, unsigned jobs);

#endif
