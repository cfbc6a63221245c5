/* Growing arrays of numbers: the records that a word or a line names. */
#ifndef ROTSTIFT_COMPILE_NUMBERS_H
#define ROTSTIFT_COMPILE_NUMBERS_H

#include <stddef.h>
#include <stdint.h>

#include "text/arena.h"

struct numbers {
    uint32_t *items;
    size_t count, capacity;
};

/* Adds a number behind the others, unless it is the last one already; the items are the arena's. */
void numbers_add(struct arena *arena, struct numbers *numbers, uint32_t number);

#endif
