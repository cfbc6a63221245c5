/* How many issues there are of each kind, over all articles of the page. */
#ifndef ROTSTIFT_REPORTS_HTML_TALLY_H
#define ROTSTIFT_REPORTS_HTML_TALLY_H

#include "page.h"
#include "reports/counts.h"

struct tally {
    struct arena arena;        /* owns the lists */
    struct score score;        /* as of one text that holds all articles */
    size_t issues, suppressed; /* the latter are counted nowhere else */
    size_t passed;             /* articles */
    struct name_counts categories;
    struct name_counts checks; /* named as check_of says */
};

/* What a rule belongs to: "idiom" for "idiom/bite-the-bullet", "spelling" for the built-in "check/spelling". */
struct slice check_of(struct slice rule);

/* Counts; *tally is zeroed by the caller and freed by tally_free. */
void tally_results(struct tally *tally, const struct page *page);
void tally_free(struct tally *tally);

#endif
