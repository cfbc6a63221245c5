/* The only way by which text of an article, a rule or a file name comes into a page. */
#ifndef ROTSTIFT_REPORTS_HTML_ESCAPE_H
#define ROTSTIFT_REPORTS_HTML_ESCAPE_H

#include <stdio.h>

#include "text/slice.h"

/* Text between tags. Unseen characters (reports/unseen.h) become small labels: <span class="unseen">RLO</span>. */
void write_text(FILE *out, struct slice text);

/* Text inside a quoted attribute or a title, where there can be no tags: unseen characters become "<RLO>". */
void write_attribute(FILE *out, struct slice text);

#endif
