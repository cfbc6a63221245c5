/* The reports of a run, written where the options say. */
#ifndef ROTSTIFT_REPORTING_H
#define ROTSTIFT_REPORTING_H

#include "options.h"
#include "output.h"

struct open_report {
    struct output output;
    enum { REPORT_NOT_OPENED, REPORT_OPEN, REPORT_CLOSED } state;
    struct rs_error format_error; /* what the format has to say of a failure */
};

/* The reports of a run while they are written, each whole or not at all. */
struct reports {
    const struct options *options;
    bool with_stream;
    struct open_report items[MAX_REPORTS];
    struct report_part part;
    int status; /* -1 once one could not be written, which has been said */
};

/* with_stream says whether standard output is free for one. Nothing is opened yet. */
void reports_begin(struct reports *reports, const struct options *options, bool with_stream);

/* Writes a part of all reports: files first, standard output last, so that a reader who goes away does not cost the
 * reports on disk. The last part closes them. */
void reports_add(struct reports *reports, const struct result *results, size_t count, bool is_last);

/* True when all formats of the options can be written in parts. */
bool reports_in_parts(const struct options *options);

/* True when one of them shows articles as a whole. */
bool reports_whole_text(const struct options *options);

/* Writes all reports at once. Returns -1 when one could not be written, which has been said. */
int write_reports(const struct options *options, const struct result *results, size_t count);

/* How to write these results. error receives what a format has to say of a failure. */
struct report_style report_style_of(const struct options *options, const struct result *results, size_t count,
                                    struct rs_error *error);

/* Leaves in the style what the result's thresholds have in common with it. */
void share_thresholds(struct report_style *style, const struct result *result);

#endif
