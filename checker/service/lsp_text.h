/* The text of a document that is open in an editor: its lines, and places as the protocol counts them.
 *
 * A line ends with LF, CR LF or CR. A place is a line and a number of units in it, both from 0; what a unit is was
 * agreed upon with the editor: bytes of UTF-8, units of UTF-16 (of which an emoji takes two), or code points. */
#ifndef ROTSTIFT_SERVICE_LSP_TEXT_H
#define ROTSTIFT_SERVICE_LSP_TEXT_H

#include "text/slice.h"

enum lsp_encoding { LSP_UTF_16, LSP_UTF_8, LSP_UTF_32, LSP_ENCODING_COUNT };

/* "utf-16", as the protocol names them. */
extern const char *const lsp_encoding_names[LSP_ENCODING_COUNT];

struct lsp_position {
    size_t line, character;
};

/* How far a line has been counted: the places of a long line are not each counted from its start. */
struct lsp_cursor {
    size_t offset;
    struct lsp_position place;
    enum lsp_encoding encoding;
    bool is_set;
};

/* Zeroed, then set. */
struct lsp_text {
    char *bytes; /* UTF-8; owned */
    size_t length, capacity;
    size_t *starts; /* of lines, as far as they have been looked for */
    size_t start_count, start_capacity;
    bool has_all_starts;
    struct lsp_cursor cursor;
};

/* Makes it this text. Memory that runs out ends the program, as in text/arena.h. */
void lsp_text_set(struct lsp_text *text, struct slice bytes);

/* Puts bytes in the place of those from start to end, which are offsets of characters in the text. */
void lsp_text_replace(struct lsp_text *text, size_t start, size_t end, struct slice bytes);

void lsp_text_free(struct lsp_text *text);

/* The byte at a place. A place behind the end of its line is the end, before the line break; one behind the last line
 * is the end of the text; one inside a character is the character's. */
size_t lsp_text_offset(struct lsp_text *text, struct lsp_position position, enum lsp_encoding encoding);

/* The place of a byte, which is that of a character. Inside of CR LF it is the end of the line. */
struct lsp_position lsp_text_position(struct lsp_text *text, size_t offset, enum lsp_encoding encoding);

size_t lsp_text_line_count(struct lsp_text *text); /* at least 1 */

/* The text of a line, without its end; empty for one behind the last. */
struct slice lsp_text_line(struct lsp_text *text, size_t line);

#endif
