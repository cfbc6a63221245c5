/* The HTML pages. */
#ifndef ROTSTIFT_REPORTS_HTML_HTML_H
#define ROTSTIFT_REPORTS_HTML_HTML_H

#include "reports/report.h"

/* Writes a page with the articles set to be read, as report_html does. back: the address of the page that leads to
 * this one, written as it is; or NULL. Returns 0, or -1 when writing failed or memory ran out. */
int write_article_page(FILE *out, const struct result *results, size_t count, const struct report_style *style,
                       const char *back);

#endif
