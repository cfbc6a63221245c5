/* The style sheets and scripts of the HTML pages, as embed.sh turns them into C at build time. */
#ifndef ROTSTIFT_REPORTS_HTML_ASSETS_H
#define ROTSTIFT_REPORTS_HTML_ASSETS_H

#include <stddef.h>

struct asset {
    const char *bytes; /* not NUL-terminated */
    size_t len;
    const char *sha256; /* of the bytes, in base64, as a Content-Security-Policy wants it */
};

extern const struct asset html_article_css, html_article_js; /* a page with one or more articles */
extern const struct asset html_index_css, html_index_js;     /* the page that leads to many */

#endif
