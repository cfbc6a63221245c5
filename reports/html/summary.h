/* What stands above the articles: verdict, figures, charts, contents. */
#ifndef ROTSTIFT_REPORTS_HTML_SUMMARY_H
#define ROTSTIFT_REPORTS_HTML_SUMMARY_H

#include "tally.h"

void write_summary(const struct page *page, const struct tally *tally);

/* Score, verdict, and the figures that it rests on; of the page, only its language, style and count are read. */
void write_verdict(const struct page *page, const struct tally *tally);

/* The list of several articles, with their verdicts. */
void write_contents(const struct page *page);

/* One article's verdict and figures in a line. */
void write_result_line(const struct page *page, const struct result *result);

#endif
