/* The passages that need the editor most. */
#ifndef ROTSTIFT_REPORTS_HTML_PASSAGES_H
#define ROTSTIFT_REPORTS_HTML_PASSAGES_H

#include "page.h"

/* Writes the three sentences with the most penalty points, each a link to its first mark; nothing where fewer have
 * any. */
void write_passages(const struct page *page);

#endif
