/* How many issues there are of each kind, over all articles of the page. */
#ifndef ROTSTIFT_REPORTS_HTML_TALLY_H
#define ROTSTIFT_REPORTS_HTML_TALLY_H

#include "page.h"

struct category_count {
    struct slice category;
    size_t count;
};

struct tally {
    struct arena arena; /* owns categories */
    struct score score; /* as of one text that holds all articles */
    size_t issues;
    size_t passed;                     /* articles */
    struct category_count *categories; /* the most frequent first */
    size_t category_count, category_capacity;
};

/* Counts; *tally is zeroed by the caller and freed by tally_free. */
void tally_results(struct tally *tally, const struct page *page);
void tally_free(struct tally *tally);

#endif
