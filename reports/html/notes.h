/* The notes in the margin. */
#ifndef ROTSTIFT_REPORTS_HTML_NOTES_H
#define ROTSTIFT_REPORTS_HTML_NOTES_H

#include "marks.h"

/* Writes the notes of the issues first to last (exclusive) of the marking as one block; nothing when there are none.
 * start: of the segment that they are at home in, a byte offset in the document's text. */
void write_notes(const struct marking *marking, uint32_t start, size_t first, size_t last);

#endif
