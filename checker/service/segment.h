/* One segment of `rotstift filter`: a line of JSON in, a line of JSON out. */
#ifndef ROTSTIFT_SERVICE_SEGMENT_H
#define ROTSTIFT_SERVICE_SEGMENT_H

#include <stdio.h>

#include "checker.h"
#include "configuration/configuration.h"
#include "service/docs_seen.h"

/* How segments are checked: read-only, shared by all threads. What is NULL asks for nothing. */
struct segment_check {
    const struct rs_checker *checker;
    const struct settings *settings;            /* confidence and accepted words; NULL: the checker's */
    const struct rule_preferences *preferences; /* those of the settings */
    const struct glossary *glossary;
};

/* A segment whose answer depends on those before it: checked, but not answered yet. */
struct waiting_segment {
    struct document *doc; /* NULL: nothing waits */
    struct issues issues;
    struct slice id, group, system; /* as written in the line; in doc's arena */
};

/* Checks the segment in a line (without its end; number counts from 1 and is named in errors) and writes the answer
 * with its "\n" to out, or, when it depends on the segments before it, fills *waiting instead.
 * Returns 0, or -1 when the line is bad and the answer says why. */
int answer_segment(const struct segment_check *check, struct slice line, size_t number, FILE *out,
                   struct waiting_segment *waiting);

/* Writes the answer of a segment that waited, whose turn in the order of input has come, and frees its document. */
void answer_waiting(const struct segment_check *check, struct waiting_segment *waiting, struct docs_seen *seen,
                    FILE *out);

/* The answer for a line that was too long to be read. */
void answer_too_long(size_t number, FILE *out);

#endif
