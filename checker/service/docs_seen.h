/* What `rotstift filter` remembers of the documents whose segments pass through it.
 *
 * Lines that name the same doc are segments of one document. Its habits (straight quotation marks, "20%") are reported
 * once, at their first place in order of input: a later segment of the doc has them no more. Its choices ("du" or
 * "Sie", "Start-up" or "Startup") are compared with those of the segments before it, within the same system where lines
 * name one: two translators of a doc may choose differently. A document that has not ended can't be judged as a whole,
 * so that which comes later deviates; nothing is ever held back to wait for more lines.
 *
 * Memory is bounded: the documents seen last are remembered, of each its first habits and choices. A doc that comes
 * back after thousands of others is as new. A segment without a doc is a document of its own. */
#ifndef ROTSTIFT_SERVICE_DOCS_SEEN_H
#define ROTSTIFT_SERVICE_DOCS_SEEN_H

#include "issues.h"

struct docs_seen;

/* Returns NULL when memory ran out. */
struct docs_seen *docs_seen_new(void);
void docs_seen_free(struct docs_seen *seen);

/* True for issues that the segments before may change: a habit or a choice is among them. */
bool depends_on_doc(const struct issues *issues);

/* Takes the next segment, in order of input: drops the habits its doc is known for, adds what contradicts the choices
 * made before, and sorts again. doc, system and source are what the line says of them; all but doc may be empty. */
void docs_seen_settle(struct docs_seen *seen, struct slice doc, struct slice system, struct slice source,
                      struct issues *issues);

#endif
