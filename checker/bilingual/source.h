/* The English as a document of its own. */
#ifndef ROTSTIFT_BILINGUAL_SOURCE_H
#define ROTSTIFT_BILINGUAL_SOURCE_H

#include "bilingual/bilingual.h"

/* True when the document has a source: a file of its own or texts beside its segments. */
bool has_source(const struct document *doc);

/* Makes doc->english of the segments' sources where it is not there yet: its segment i is the source of segment i. */
void make_source_document(struct document *doc);

/* Describes the tokens of the divided English: stems, content, names; says whether it is English at all. */
void describe_english(struct bilingual *bilingual, struct arena *arena);

#endif
