/* Places of a file as formats for other programs want them. */
#ifndef ROTSTIFT_REPORTS_PLACES_H
#define ROTSTIFT_REPORTS_PLACES_H

#include <stdio.h>

#include "report.h"

/* The file's name without "./" before it: services compare it with the paths of a repository. */
struct slice report_path(const struct document *doc);

/* From 1, in bytes of UTF-8, as reviewdog counts. Markup that was skipped in the line is taken for ASCII. */
uint32_t utf8_column(const struct document *doc, uint32_t offset);

/* True when the span's text stands in the file as it is, so that a suggestion can take the place of what lies there:
 * no markup was skipped in it and no character was composed. */
bool stands_verbatim(const struct document *doc, struct span span);

/* Prints the text with all but unreserved characters and "/" percent-encoded, for a URI's path. */
void print_uri_path(FILE *out, struct slice path);

#endif
