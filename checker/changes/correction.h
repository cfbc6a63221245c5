/* A suggestion as it is to be written into the file. */
#ifndef ROTSTIFT_CHANGES_CORRECTION_H
#define ROTSTIFT_CHANGES_CORRECTION_H

#include "text/document.h"

/* Writes the suggestion for the span as the file's notation wants it (entities, escapes), in UTF-8, into the arena.
 * Returns false where it can't simply take the place of the file's bytes: there is markup in the span, its characters
 * would mean something in Markdown, the file is a part of an archive. */
bool write_correction(const struct document *doc, struct span span, struct slice suggestion, struct arena *arena,
                      struct slice *out);

#endif
