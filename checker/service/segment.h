/* One segment of `rotstift filter`: a line of JSON in, a line of JSON out. */
#ifndef ROTSTIFT_SERVICE_SEGMENT_H
#define ROTSTIFT_SERVICE_SEGMENT_H

#include <stdio.h>

#include "checker.h"

/* Checks the segment in a line (without its end; number counts from 1 and is named in errors) and writes the answer
 * with its "\n" to out. Returns 0, or -1 when the line is bad and the answer says why. */
int answer_segment(const struct rs_checker *checker, struct slice line, size_t number, FILE *out);

/* The answer for a line that was too long to be read. */
void answer_too_long(size_t number, FILE *out);

#endif
