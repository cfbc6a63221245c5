/* Scoring after MQM: penalty points by severity, related to 1,000 words. */
#ifndef ROTSTIFT_SCORE_H
#define ROTSTIFT_SCORE_H

#include "issues.h"

struct score {
    size_t words;
    size_t count[SEVERITY_COUNT];
    double penalty;          /* points: the sum over the issues */
    double penalty_per_1000; /* points per 1,000 words; texts under 1 word count as 1 word */
    double score;            /* 100 - penalty per 100 words, not below 0 (MQM's overall quality score) */
};

struct score score_of(const struct document *doc, const struct issues *issues);

#endif
