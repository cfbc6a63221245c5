/* Habits: what an author, or a keyboard, does throughout a document. One mark with the number of places says it. */
#ifndef ROTSTIFT_CHECKS_HABITS_H
#define ROTSTIFT_CHECKS_HABITS_H

#include "checks/checks.h"

struct habit {
    struct span first; /* its first place */
    size_t count;      /* of places; zero-initialise */
};

/* Adds what to write at the place of an issue. */
typedef void habit_correction(const struct check_run *run, struct issue *issue);

/* A habit that --fix can correct. Counts its places as the other does; where every place is wanted (issues.h), each has
 * an issue of its own. */
struct corrigible_habit {
    const char *rule;
    habit_correction *correct;
    struct habit seen;
};

void corrigible_seen(const struct check_run *run, struct corrigible_habit *habit, struct span span);

/* Reports it at its first place, unless each has been reported. */
void report_corrigible(const struct check_run *run, const struct corrigible_habit *habit);

/* Counts a place; to be called in order of place. */
static inline void habit_seen(struct habit *habit, struct span span)
{
    if (habit->count++ == 0)
        habit->first = span;
}

/* Reports a habit at its first place, when it has at least least places; the message tells their number where there are
 * several. Returns the issue, or NULL. */
struct issue *report_habit(const struct check_run *run, const char *rule, const struct habit *habit, size_t least);

/* Makes the issues of a rule that speaks once ("once" in its data) one, at the first of their places; to be called when
 * the issues are in order. Where every place is wanted, each stays, as a part of the habit. */
void fold_habits(const struct check_run *run);

#endif
