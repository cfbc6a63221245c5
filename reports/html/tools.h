/* What needs the script: filter, steps from issue to issue, keyboard help. Hidden until the script shows it. */
#ifndef ROTSTIFT_REPORTS_HTML_TOOLS_H
#define ROTSTIFT_REPORTS_HTML_TOOLS_H

#include "tally.h"

void write_tools(const struct page *page, const struct tally *tally);

/* The dialog with the keys. */
void write_help(const struct page *page);

#endif
