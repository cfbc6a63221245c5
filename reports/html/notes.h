/* The notes in the margin. */
#ifndef ROTSTIFT_REPORTS_HTML_NOTES_H
#define ROTSTIFT_REPORTS_HTML_NOTES_H

#include "marks.h"

/* Writes the notes of the issues first to last (exclusive) of the marking as one block; nothing when there are none. */
void write_notes(const struct marking *marking, size_t first, size_t last);

#endif
