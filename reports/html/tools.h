/* What needs the script: filter, steps from issue to issue, decisions. Hidden until the script shows it. */
#ifndef ROTSTIFT_REPORTS_HTML_TOOLS_H
#define ROTSTIFT_REPORTS_HTML_TOOLS_H

#include "page.h"
#include "tally.h"

void write_tools(const struct page *page, const struct tally *tally);

/* The dialogs: the keys, and why an issue is dismissed (dialogs.c). */
void write_dialogs(const struct page *page);

#endif
