/* Habits: what an author, or a keyboard, does throughout a document. One mark with the number of places says it. */
#ifndef ROTSTIFT_CHECKS_HABITS_H
#define ROTSTIFT_CHECKS_HABITS_H

#include "checks/checks.h"

struct habit {
    struct span first; /* its first place */
    size_t count;      /* of places; zero-initialise */
};

/* Counts a place; to be called in order of place. */
static inline void habit_seen(struct habit *habit, struct span span)
{
    if (habit->count++ == 0)
        habit->first = span;
}

/* Reports a habit at its first place, when it has at least least places; the message tells their number where there are
 * several. Returns the issue, or NULL. */
struct issue *report_habit(const struct check_run *run, const char *rule, const struct habit *habit, size_t least);

#endif
