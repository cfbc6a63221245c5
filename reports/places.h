/* Places of a file as formats for other programs want them. */
#ifndef ROTSTIFT_REPORTS_PLACES_H
#define ROTSTIFT_REPORTS_PLACES_H

#include <stdio.h>

#include "report.h"

/* The file's name without "./" before it: services compare it with the paths of a repository. */
struct slice report_path(const struct document *doc);

/* Where the span lies in the file; its end is never before its start, also where markup stands between the two. */
struct place report_place(const struct document *doc, struct span span);

/* How far the bytes of a line have been counted: a line of megabytes is not counted from its start for each issue. */
struct counted_line {
    const struct document *doc; /* NULL: nothing has been counted */
    uint32_t start, offset;     /* bytes of the document's text */
    int64_t continuing;         /* bytes between the two that continue a code point */
};

/* The column of a place that an offset of the text leads to, from 1, in bytes of UTF-8, as reviewdog counts. Markup
 * that was skipped in the line is taken for ASCII. */
uint32_t utf8_column(struct counted_line *line, const struct document *doc, const struct origin *origin,
                     uint32_t offset);

/* Prints the text with all but unreserved characters and "/" percent-encoded, for a URI's path. */
void print_uri_path(FILE *out, struct slice path);

#endif
