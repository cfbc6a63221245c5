/* HTML as it stands in pages, and inside feeds, fields of JSON and the like. */
#ifndef ROTSTIFT_INPUT_HTML_H
#define ROTSTIFT_INPUT_HTML_H

#include "error.h"
#include "input/flow.h"

/* Writes all the text of an HTML fragment, the flow's original, into the flow. name is the file's, for messages.
 * Returns 0, or -1 with *error. */
int flow_html(struct flow *flow, struct slice name, struct rs_error *error);

/* True when the text holds tags ("<p>") or references ("&amp;") of HTML, not just a stray "<" or "&". */
bool looks_like_html(struct slice text);

#endif
