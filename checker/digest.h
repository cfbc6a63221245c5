/* What remains of a document too large to be kept: the segments in which something was found. It is read in batches,
 * each a document of its own; of each the digest takes these segments, with their issues, and the number of its words.
 */
#ifndef ROTSTIFT_DIGEST_H
#define ROTSTIFT_DIGEST_H

#include "input/flow.h"
#include "issues.h"

struct digest {
    struct document *doc; /* the caller's, once all batches were taken */
    struct issues issues; /* in the document's arena */
    struct transcript transcript;
    struct flow flow;
    size_t sentence_capacity;
    size_t before; /* issues from earlier batches */
};

void digest_begin(struct digest *digest, struct slice name);

/* Takes a batch that was checked; its issues are sorted. Nothing of it is borrowed, but for what lies in the rule
 * data. */
void digest_take(struct digest *digest, const struct document *batch, const struct issues *issues);

#endif
