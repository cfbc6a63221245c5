/* Suppressions that suppress nothing any more: --report-unused. */
#ifndef ROTSTIFT_SUPPRESSIONS_UNUSED_H
#define ROTSTIFT_SUPPRESSIONS_UNUSED_H

#include "suppressions/baseline.h"
#include "suppressions/comments.h"

/* Says on standard error which comments of the document have suppressed nothing. Those that enable again are not
 * asked: what they end may have nothing behind it that would show. */
void complain_of_unused_comments(const struct document *doc, const struct suppressing_comments *comments);

/* Says which known findings were not met, in the files that were checked. */
void complain_of_unused_baseline(const struct baseline *baseline, const struct result *results, size_t count);

#endif
