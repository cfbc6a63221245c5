/* The page that leads to many articles. */
#ifndef ROTSTIFT_REPORTS_HTML_INDEX_H
#define ROTSTIFT_REPORTS_HTML_INDEX_H

#include "page.h"
#include "reports/history.h"
#include "reports/overview.h"

struct index {
    FILE *out;
    enum language language;
    const struct report_style *style;
    const struct overview *overview; /* finished */
    const struct history *history;   /* with this run as its last one; NULL: none is kept */
};

/* Writes the whole page. Returns 0, or -1 when writing failed. */
int write_index_page(FILE *out, const struct overview *overview, const struct history *history,
                     const struct report_style *style);

/* Its parts. */
void write_distribution(const struct index *index);                 /* index_charts.c */
void write_trend(const struct index *index);                        /* index_charts.c; nothing without an earlier run */
void write_spread(const struct index *index, const double *spread); /* index_charts.c; a cell's content */
void write_group_trend(const struct index *index, struct slice group); /* index_charts.c */
void write_comparison(const struct index *index);                      /* index_tables.c; nothing with a single group */
void write_rules(const struct index *index);                           /* index_tables.c */
void write_articles(const struct index *index);                        /* index_tables.c */

/* True when the articles come from more than one system or vendor. */
static inline bool has_groups(const struct overview *overview)
{
    return overview->group_count > 1;
}

/* A text of the interface. */
static inline const char *say_on(const struct index *index, enum text text)
{
    return text_in(index->language, text);
}

#endif
