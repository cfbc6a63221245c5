/* Numbers in ascending order, for qsort and bsearch. */
#ifndef ROTSTIFT_LEXICON_ASCENDING_H
#define ROTSTIFT_LEXICON_ASCENDING_H

#include <stdint.h>

/* Compares two uint32_t. */
static inline int compare_numbers(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

/* Compares two uint64_t. */
static inline int compare_long_numbers(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

    return (left > right) - (left < right);
}

#endif
