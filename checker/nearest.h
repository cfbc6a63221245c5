/* "Did you mean …?": the known name that is most like a mistyped one. */
#ifndef ROTSTIFT_NEAREST_H
#define ROTSTIFT_NEAREST_H

#include "text/slice.h"

/* Offers known names one by one and keeps the best: zero-initialise but for wanted, call nearest_offer for each. */
struct nearest {
    struct slice wanted;
    struct slice best; /* empty while nothing is near enough */
    size_t distance;   /* of best */
};

void nearest_offer(struct nearest *nearest, struct slice known);

#endif
