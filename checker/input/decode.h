/* From the bytes of a file to UTF-8. */
#ifndef ROTSTIFT_INPUT_DECODE_H
#define ROTSTIFT_INPUT_DECODE_H

#include "error.h"
#include "text/document.h"

enum encoding { ENCODING_UTF_8, ENCODING_WINDOWS_1252 };

/* A file's text in UTF-8: without byte order mark, not yet composed (NFC), line breaks as they are. */
struct decoded {
    struct slice text;
    enum encoding encoding; /* of the file */
    struct origin start;    /* where the text begins: behind a byte order mark */
};

/* Reads UTF-8 with or without byte order mark, else Windows-1252. The text is borrowed from bytes where they are UTF-8,
 * else it lies in the document's arena; doc->encoding is set.
 * Returns -1 with *error naming doc->name, the line and the byte: another encoding, invalid bytes, binary data (NUL and
 * other control characters), more than MAX_INPUT_BYTES. */
int decode_file(struct document *doc, struct slice bytes, struct decoded *out, struct rs_error *error);

/* Reads UTF-8 of any size, with or without byte order mark. Errors as above. */
int decode_large(struct document *doc, struct slice bytes, struct decoded *out, struct rs_error *error);

/* Reads text that must be UTF-8; control characters are let through, but for NUL. Errors as above. */
int decode_utf8(struct document *doc, struct slice text, struct decoded *out, struct rs_error *error);

/* Bytes of the line break at the start of the text: LF, CR or CR LF; 0 when there is none. */
size_t line_break_length(struct slice text);

/* Bytes before the first line break of the text, or all of it. */
size_t line_length(struct slice text);

/* Moves *at from the first byte of a piece of decoded text behind its last. A piece must not end between CR and LF. */
void advance(enum encoding encoding, struct slice piece, struct origin *at);

#endif
