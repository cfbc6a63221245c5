/* A file with a line for each run, from which the trend is drawn:
 *
 *     {"run": "2026-03-01T12:00:00Z", "articles": 40, "passed": 31, "words": 20100, "penalty": 512, "score": 97.45,
 *      "counts": {"minor": 112, "major": 80}, "groups": {"north": {"articles": 20, "words": 9800, "penalty": 112}}}
 */
#ifndef ROTSTIFT_REPORTS_HISTORY_H
#define ROTSTIFT_REPORTS_HISTORY_H

#include <jansson.h>
#include <time.h>

#include "error.h"
#include "overview.h"

struct run_group {
    struct slice name;
    double penalty_per_1000;
};

/* One run. Texts are borrowed from the history. */
struct run {
    const char *time; /* ISO 8601, UTC; NUL-terminated */
    size_t articles, passed, words;
    double penalty, score;
    struct run_group *groups;
    size_t group_count;
};

struct history {
    struct arena arena;
    json_t **lines; /* one for each run, as it stood in the file */
    struct run *runs;
    size_t count, capacity, line_capacity;
};

/* Reads a history from a stream; name is for messages. Returns -1 with *error, which names the line: not readable, no
 * JSON, no run. The history is then empty. */
int history_parse(struct history *history, FILE *file, const char *name, struct rs_error *error);

/* Reads a history; a file that does not exist is an empty one. Returns -1 with *error as above. */
int history_read(struct history *history, const char *path, struct rs_error *error);

/* Adds this run. Returns -1 when memory ran out. */
int history_add(struct history *history, const struct overview *overview, time_t now);

/* Writes all lines. Returns -1 when writing failed. */
int history_write(const struct history *history, FILE *out);

void history_free(struct history *history);

#endif
