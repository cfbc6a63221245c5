/* What stands before a noun and must agree with it: for checks that ask whether it goes with another noun instead. */
#ifndef ROTSTIFT_CHECKS_LEADS_H
#define ROTSTIFT_CHECKS_LEADS_H

#include "checks/checks.h"

/* Determiner, adjectives, a number. unknown: what agrees there can't be told ("auf der einen"). */
struct lead {
    size_t first; /* token; equals the noun's where nothing stands before it */
    bool determiner, contracted, number, unknown;
};

struct lead lead_before(const struct check_run *run, size_t noun);

/* The cases in which the lead, whose words end before end, agrees with a noun; with a number in it, the plural alone
 * counts. */
uint32_t lead_cases(const struct check_run *run, const struct lead *lead, size_t end, const struct token *noun);

/* The cases that the preposition before the lead governs; all where none stands there. */
uint32_t cases_by_preposition(const struct check_run *run, const struct lead *lead);

/* "ein", "keine": before it names stand only as the first part of a word ("ein großer Bayern Fan"). */
bool is_indefinite(struct slice word);

#endif
