/* Baselines: findings that are known and accepted for now, in a file that CI keeps beside the articles.
 *
 *     {"rotstift-baseline": 1, "findings": [
 *     {"fingerprint": "0f3a…", "file": "artikel/wahl.txt", "rule": "idiom/…", "text": "…", "reason": "…"}]}
 *
 * A finding is known when its fingerprint is there for its file. Rule and text are for people; reason is optional. */
#ifndef ROTSTIFT_SUPPRESSIONS_BASELINE_H
#define ROTSTIFT_SUPPRESSIONS_BASELINE_H

#include <jansson.h>
#include <stdatomic.h>

#include "error.h"
#include "reports/report.h"

struct known_finding {
    uint64_t fingerprint;
    struct slice file, reason; /* borrowed from the JSON */
    const json_t *json;        /* as it stood in the file */
    atomic_bool found;         /* met by baseline_apply */
};

struct baseline {
    const char *path; /* borrowed */
    json_t *json;
    struct known_finding *findings; /* in order of fingerprint */
    size_t count;
};

/* Return -1 with *error naming the file, and the line or the finding: not readable, no JSON, not a baseline. The bytes
 * of the second are those of the file; nothing of them is borrowed. */
int baseline_read(struct baseline *baseline, const char *path, struct rs_error *error);
int baseline_parse(struct baseline *baseline, const char *path, struct slice bytes, struct rs_error *error);
void baseline_free(struct baseline *baseline);

/* Suppresses the document's issues that are known, but for those suppressed already. They borrow their reasons from
 * the baseline. Safe to call from several threads, each with its own document. */
void baseline_apply(struct baseline *baseline, const struct document *doc, struct issues *issues);

/* Writes the findings that are not suppressed otherwise as a baseline, whole or not at all. Reasons given in the old
 * baseline are kept, and so are its findings in files that were not checked now. old may be NULL.
 * Returns -1 with *error. */
int baseline_write(const char *path, const struct result *results, size_t count, const struct baseline *old,
                   struct rs_error *error);

/* True when the finding's file is among those checked. */
bool known_file_is_in(const struct known_finding *known, const struct result *results, size_t count);

#endif
