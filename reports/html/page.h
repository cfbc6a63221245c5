/* What all parts of the page know of it. */
#ifndef ROTSTIFT_REPORTS_HTML_PAGE_H
#define ROTSTIFT_REPORTS_HTML_PAGE_H

#include "frame.h"
#include "reports/report.h"

struct page {
    FILE *out;
    enum language language; /* of the interface; the articles are German whatever it is */
    const struct report_style *style;
    const struct result *results;
    size_t count;
};

/* A text of the interface in the page's language. */
static inline const char *say(const struct page *page, enum text text)
{
    return text_in(page->language, text);
}

#endif
