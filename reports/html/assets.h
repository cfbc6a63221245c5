/* The style sheet and the script of the HTML report, as embed.sh turns them into C at build time. */
#ifndef ROTSTIFT_REPORTS_HTML_ASSETS_H
#define ROTSTIFT_REPORTS_HTML_ASSETS_H

#include <stddef.h>

extern const char html_style_css[];
extern const size_t html_style_css_len;
extern const char html_style_css_sha256[]; /* base64, as a Content-Security-Policy wants it */

extern const char html_script_js[];
extern const size_t html_script_js_len;
extern const char html_script_js_sha256[];

#endif
