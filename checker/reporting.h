/* The reports of a run, written where the options say. */
#ifndef ROTSTIFT_REPORTING_H
#define ROTSTIFT_REPORTING_H

#include "options.h"

/* Writes all reports, each whole or not at all: files first, standard output last, so that a reader who goes away does
 * not cost the reports on disk. with_stream says whether standard output is free for one. What can't be written is
 * complained of; returns -1 then. */
int write_reports(const struct options *options, const struct result *results, size_t count, bool with_stream);

/* How to write these results. error receives what a format has to say of a failure. */
struct report_style report_style_of(const struct options *options, const struct result *results, size_t count,
                                    struct rs_error *error);

/* Leaves in the style what the result's thresholds have in common with it. */
void share_thresholds(struct report_style *style, const struct result *result);

#endif
