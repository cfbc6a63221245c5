/* Files that say in which encoding they are. */
#ifndef ROTSTIFT_INPUT_DECLARED_H
#define ROTSTIFT_INPUT_DECLARED_H

#include "input/decode.h"
#include "input/input.h"

/* As decode_file, or decode_large; a file that says that it is in another encoding than it is, is refused as well. XML
 * that says nothing says UTF-8. */
int decode_xml(struct document *doc, const struct input *input, struct decoded *out, struct rs_error *error);
int decode_large_xml(struct document *doc, const struct input *input, struct decoded *out, struct rs_error *error);
int decode_po(struct document *doc, const struct input *input, struct decoded *out, struct rs_error *error);
int decode_html(struct document *doc, const struct input *input, struct decoded *out, struct rs_error *error);

#endif
