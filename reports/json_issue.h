/* An issue as JSON, the same in every JSON format. */
#ifndef ROTSTIFT_REPORTS_JSON_ISSUE_H
#define ROTSTIFT_REPORTS_JSON_ISSUE_H

#include <jansson.h>

#include "report.h"

/* Twelve digits write what json_number has rounded as people would: 0.92, not 0.92000000000000004. */
#define JSON_STYLE (JSON_COMPACT | JSON_REAL_PRECISION(12))

/* The text as a JSON string; bytes that are not UTF-8 (a file's name may hold them) become U+FFFD.
 * NULL when memory ran out, as in all functions here; jansson's "set_new" and "append_new" report it then. */
json_t *json_text(struct slice text);

/* The figure rounded to two decimals. */
json_t *json_figure(double figure);

/* file, start, end, line, column, rule, category, severity, confidence, message, text, suggestions, source:
 * in this order. */
json_t *json_issue(const struct document *doc, const struct issue *issue, enum language language);

/* The same with "suppressed": {"by": "baseline", "reason": "…"} at the end, where the issue is suppressed. */
json_t *json_marked_issue(const struct document *doc, const struct issue *issue, enum language language);

/* The fingerprint's sixteen digits. */
json_t *json_fingerprint(const struct issue *issue);

/* A suggestion as it is to stand in the file; NULL where it can't simply take the place of what lies there. */
json_t *json_correction(const struct document *doc, const struct issue *issue, size_t index);

#endif
