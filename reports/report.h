/* Reports: each format is one file; they see documents, issues and scores, and nothing else. */
#ifndef ROTSTIFT_REPORTS_REPORT_H
#define ROTSTIFT_REPORTS_REPORT_H

#include <stdio.h>

#include "issues.h"
#include "rotstift.h"
#include "score.h"

/* One checked document. */
struct result {
    const struct document *doc;
    const struct issues *issues; /* sorted; those that count */
    struct score score;
    bool passed;              /* under --fail-on and --max-penalty */
    const struct issues *all; /* with those that are suppressed, sorted */
    int fail_on;              /* enum severity at which this document fails; -1: none */
    double max_penalty;       /* penalty per 1,000 words over which it fails; negative: no limit */
};

/* Where a report is written in parts, one batch of documents behind the other: what stood in the parts before. Zeroed:
 * it is written at once. */
struct report_part {
    bool continues; /* there were parts before */
    bool goes_on;   /* there will be others */
    size_t documents, issues;
};

/* How to write. */
struct report_style {
    enum language language;
    bool colour;           /* text: ANSI colours */
    const char *link_base; /* text: the host and folder that relative names start from ("host/home/desk"), to link the
                              files from a terminal; NULL: no links */
    bool show_suppressed;  /* also in formats that leave out suppressed issues */
    bool has_baseline;     /* issues that are not in it are new */
    const char *version;
    double max_penalty; /* what all documents have in common of their thresholds */
    int fail_on;
    struct report_part part; /* of formats that can be written in parts */
    struct rs_error *error;  /* where a format says why it failed, unless it was the writing; may be NULL */
};

struct report_format {
    const char *name;    /* "--format" */
    const char *endings; /* of "-o" files, with a space between them; the first format that fits is taken; or NULL */
    const char *summary; /* one line for --help */
    bool in_parts;       /* heeds style->part: what is written of documents does not depend on others */
    bool whole_text;     /* shows passages in which nothing was found */
    /* Writes all results to out. Returns 0, or -1 when writing failed (ferror tells). */
    int (*write)(FILE *out, const struct result *results, size_t count, const struct report_style *style);
};

/* The table of formats, ended by one with name NULL. */
extern const struct report_format report_formats[];

/* What a format shows that marks suppressed issues only where they are asked for. */
static inline const struct issues *shown_issues(const struct result *result, const struct report_style *style)
{
    return style->show_suppressed ? result->all : result->issues;
}

const struct report_format *report_format_named(struct slice name);    /* or NULL */
const struct report_format *report_format_for_file(struct slice path); /* by its ending, or NULL */

int report_text(FILE *, const struct result *, size_t, const struct report_style *);
int report_ndjson(FILE *, const struct result *, size_t, const struct report_style *);
int report_json(FILE *, const struct result *, size_t, const struct report_style *);
int report_gcc(FILE *, const struct result *, size_t, const struct report_style *);
int report_sarif(FILE *, const struct result *, size_t, const struct report_style *);
int report_junit(FILE *, const struct result *, size_t, const struct report_style *);
int report_checkstyle(FILE *, const struct result *, size_t, const struct report_style *);
int report_github(FILE *, const struct result *, size_t, const struct report_style *);
int report_gitlab(FILE *, const struct result *, size_t, const struct report_style *);
int report_rdjson(FILE *, const struct result *, size_t, const struct report_style *);
int report_pdf(FILE *, const struct result *, size_t, const struct report_style *);
int report_markdown(FILE *, const struct result *, size_t, const struct report_style *);
int report_html(FILE *, const struct result *, size_t, const struct report_style *);

#endif
