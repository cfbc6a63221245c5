/* What is kept of many articles once their own pages are written: enough for a page that leads to them. */
#ifndef ROTSTIFT_REPORTS_OVERVIEW_H
#define ROTSTIFT_REPORTS_OVERVIEW_H

#include "counts.h"
#include "report.h"

struct overview_article {
    struct slice headline, name; /* as in the document */
    struct slice page; /* its page's address, relative to the overview's; made of letters that need no escape */
    struct slice worst_category; /* the one with the most penalty points; empty where there are none */
    size_t group;                /* index */
    struct score score;
    bool passed;
};

struct overview_rule {
    const struct rule_info *rule;
    size_t count, articles;
    size_t last_article; /* number of the last one counted, from 1 */
};

/* Articles of one system or vendor. */
struct overview_group {
    struct slice name;
    size_t articles, passed;
    struct score score; /* as of one text that holds all of them */
    double spread[5];   /* of the articles' scores: least, lower quartile, median, upper quartile, greatest */
    struct name_counts categories;
};

struct overview {
    struct arena arena; /* owns all texts and lists */
    struct overview_article *articles;
    size_t count, capacity;
    struct overview_rule *rules; /* after overview_finish the most frequent first */
    size_t rule_count, rule_capacity;
    struct overview_group *groups; /* in order of appearance; one without a name where there are none */
    size_t group_count, group_capacity;
    struct overview_group all;
    /* set by overview_finish */
    const struct overview_article **worst_first; /* articles by score */
    const struct overview_group **best_first;    /* groups by penalty per 1,000 words */
};

/* Adds an article. The texts are copied; rules are borrowed. */
void overview_add(struct overview *overview, const struct result *result, struct slice page, struct slice group);

/* Orders what is to be ordered and works out the spreads. */
void overview_finish(struct overview *overview);

/* The article's headline, or its file's name where it has none. */
struct slice headline_of(const struct document *doc);
bool has_headline(const struct document *doc);

#endif
