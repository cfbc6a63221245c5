/* From bytes to documents. Plain text here; each further format is one file with one function of this form. */
#ifndef ROTSTIFT_INPUT_INPUT_H
#define ROTSTIFT_INPUT_INPUT_H

#include "error.h"
#include "text/document.h"

#define MAX_INPUT_BYTES (64u << 20)

/* Makes a document (not yet divided) from the bytes of a file. name is copied, bytes are not kept.
 * UTF-8 with or without byte order mark; else Windows-1252 when every byte is one of it and the text looks like
 * text; LF, CR LF and CR end lines; blank lines are skipped; each other line is a segment. A first line that is
 * short and ends without a full stop, or a line set off by blank lines that is such, is a heading.
 * Returns NULL with *error: binary data (NUL bytes, control characters), invalid bytes (line named), too large. */
struct document *read_plain_text(struct slice name, struct slice bytes, struct rs_error *error);

/* Makes a document with one segment out of text that is already UTF-8 (a segment of `rotstift filter`):
 * line breaks inside are kept as white space. Origins count code points of the text as given. */
struct document *read_segment_text(struct slice name, struct slice text, struct rs_error *error);

/* Makes the bytes of a plain-text file the English source of the whole document (doc->english), to be aligned with it.
 * Returns -1 with *error as read_plain_text, and for a file that holds no text. */
int read_plain_source(struct document *doc, struct slice name, struct slice bytes, struct rs_error *error);

void document_free(struct document *doc);

/* Reads a whole file ("-": standard input) into malloced *bytes; the caller frees bytes->at.
 * Returns -1 with *error: missing, a directory, not readable, over MAX_INPUT_BYTES. */
int read_file(const char *path, struct slice *bytes, struct rs_error *error);

#endif
