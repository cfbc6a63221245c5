/* Small charts, drawn as inline SVG. Each stands in a table or beside one that says the same in figures. */
#ifndef ROTSTIFT_REPORTS_HTML_CHARTS_H
#define ROTSTIFT_REPORTS_HTML_CHARTS_H

#include "page.h"
#include "tally.h"

/* The patterns that the charts are filled with: once on a page, before the first of them. */
void write_hatchings(FILE *out);

/* A table's cells "bar" and "count"; hatching is a severity's name. */
void write_bar(FILE *out, enum language language, const char *hatching, size_t count, size_t most);

void write_severity_chart(FILE *out, enum language language, const struct score *score);
void write_category_chart(FILE *out, enum language language, const struct name_counts *categories);

/* Where in the article its penalty points lie, from its beginning to its end; nothing for several articles. */
void write_course(const struct page *page);

#endif
