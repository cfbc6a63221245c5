/* The English beside the German: which sentence stands beside which, and its column. */
#ifndef ROTSTIFT_REPORTS_HTML_SOURCE_H
#define ROTSTIFT_REPORTS_HTML_SOURCE_H

#include "marks.h"

/* True when any part of the document has a source. */
bool has_source_column(const struct document *doc);

/* The sentence (an index) under whose number this one's source stands: its own, or an earlier one's where the source of
 * both is the same passage. NO_ID when there is no source. */
uint32_t pair_of(const struct document *doc, uint32_t sentence);

/* Writes a segment's source, nothing when there is none. */
void write_source(const struct marking *marking, const struct segment *segment);

#endif
