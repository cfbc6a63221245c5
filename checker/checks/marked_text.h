/* What is marked and what is to stand in its place, made to fit. */
#ifndef ROTSTIFT_CHECKS_MARKED_TEXT_H
#define ROTSTIFT_CHECKS_MARKED_TEXT_H

#include "checks/checks.h"

/* A rule's pattern may end at a mark that only shows where a clause ends, and begin behind an article that its
 * suggestions have themselves. Such a mark of a literal wording is left out of it, such an article taken in, and a
 * suggestion at the start of a sentence has a capital, so that it can be put in place of what is marked. */
void fit_marked_text(const struct check_run *run);

#endif
