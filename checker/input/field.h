/* A field that says what an article is, not what it says: the system that translated it, its vendor, its desk. */
#ifndef ROTSTIFT_INPUT_FIELD_H
#define ROTSTIFT_INPUT_FIELD_H

#include "text/arena.h"
#include "text/slice.h"

/* The value of a field in the bytes of a file, copied into the arena; empty where there is none.
 * Markdown: "name: value" in the front matter. HTML: <meta name="…" content="…">. JSON, and the first line of NDJSON:
 * a member, also of a member ("article.system"), that is a string or a number. Malformed files have no fields. */
struct slice field_in(struct arena *arena, struct slice bytes, const char *name);

#endif
