/* An issue in one line, for formats that show no passage. */
#ifndef ROTSTIFT_REPORTS_ADVICE_H
#define ROTSTIFT_REPORTS_ADVICE_H

#include "report.h"

/* “in in”: The word stands twice in a row. Better: “in”
 * What could deceive or command a terminal is named, as "<RLO>"; a long passage is shortened. To be freed; NULL when
 * memory ran out. */
char *advice_text(const struct document *doc, const struct issue *issue, enum language language);

/* The same as a slice of it, to pass on; "" when memory ran out. */
static inline struct slice advice_slice(const char *advice)
{
    return advice == NULL ? SLICE("") : slice_of(advice);
}

#endif
