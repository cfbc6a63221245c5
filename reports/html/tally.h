/* How many issues there are of each kind, over all articles of the page. */
#ifndef ROTSTIFT_REPORTS_HTML_TALLY_H
#define ROTSTIFT_REPORTS_HTML_TALLY_H

#include "page.h"

struct name_count {
    struct slice name;
    size_t count;
};

/* Names with their counts; after tally_results the most frequent first. */
struct name_counts {
    struct name_count *items;
    size_t count, capacity;
};

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

/* The same by hand, for who has no page: counts one name; orders by count, then name. */
void count_name(struct arena *arena, struct name_counts *counts, struct slice name, size_t times);
void sort_counts(struct name_counts *counts);
void add_score(struct score *sum, const struct score *score);

#endif
