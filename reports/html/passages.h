/* The passages that need the editor most. */
#ifndef ROTSTIFT_REPORTS_HTML_PASSAGES_H
#define ROTSTIFT_REPORTS_HTML_PASSAGES_H

#include "page.h"

/* Writes the three sentences with the most penalty points, each a link to its first mark; nothing where fewer have
 * any. */
void write_passages(const struct page *page);

/* Cuts text to at most so many bytes, at a word's end where there is one; false when nothing had to be cut. */
bool shorten(struct slice *text, size_t most);

#endif
