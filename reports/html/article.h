/* One article, set to be read, with marks and notes. */
#ifndef ROTSTIFT_REPORTS_HTML_ARTICLE_H
#define ROTSTIFT_REPORTS_HTML_ARTICLE_H

#include "page.h"

/* number: of the article on the page, from 1. Returns -1 when memory ran out. */
int write_article(const struct page *page, size_t number);

#endif
