/* Words that say when: days, months, spans of time. */
#ifndef ROTSTIFT_CHECKS_TIMES_H
#define ROTSTIFT_CHECKS_TIMES_H

#include "checks/places.h"

/* "Montag", "Mai": a day of the week or a month. */
static inline bool names_day_or_month(const struct check_run *run, size_t index)
{
    return in_list(run, LIST_WEEKDAYS, index) || in_list(run, LIST_MONTHS, index);
}

/* "Woche", "Montag", "Mai": one of these, or a span of time. */
static inline bool names_time(const struct check_run *run, size_t index)
{
    return in_list(run, LIST_SPANS_OF_TIME, index) || names_day_or_month(run, index);
}

/* "am", "im": a preposition and article that a time stands behind. */
static inline bool may_begin_time(const struct check_run *run, size_t index)
{
    return text_is(run, index, "am") || text_is(run, index, "im");
}

/* "am Montag", "im Mai", "im Jahr" at the index. */
static inline bool is_time_phrase(const struct check_run *run, size_t index)
{
    return may_begin_time(run, index) && names_time(run, index + 1);
}

#endif
