/* Workbenches: what a thread keeps from document to document, so that it need not be made anew for each. */
#ifndef ROTSTIFT_CHECKS_WORKBENCH_H
#define ROTSTIFT_CHECKS_WORKBENCH_H

#include "lexicon/word_types.h"

struct workbench {
    struct workbench *next; /* of those that are idle */
    struct arena arena;     /* of the types */
    struct word_types types;
    struct word_types english; /* of the sources */
};

/* The benches that no document is being checked at; safe for threads. */
struct workbenches;

/* What the types of a bench begin as: lexicon (borrowed), describe and context (lexicon/word_types.h). NULL when memory
 * is out. */
struct workbenches *workbenches_new(const struct word_types *german, const struct word_types *english);
void workbenches_free(struct workbenches *benches);

/* A bench for one document, until it is given back. NULL when memory is out: the document then keeps its own types. */
struct workbench *workbench_take(struct workbenches *benches);
void workbench_give_back(struct workbenches *benches, struct workbench *bench);

#endif
