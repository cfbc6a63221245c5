/* FNV-1a, the hash of the compiled data's tables and checksum (http://www.isthe.com/chongo/tech/comp/fnv/). */
#ifndef ROTSTIFT_LEXICON_HASH_H
#define ROTSTIFT_LEXICON_HASH_H

#include "text/slice.h"

#define HASH_START 0xcbf29ce484222325u

static inline uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < len; i++)
        hash = (hash ^ at[i]) * 0x100000001b3u;
    return hash;
}

/* The slot to look at first in a table of slots (a power of two). FNV's low bits are its best. */
static inline size_t hash_slot(struct slice text, size_t slots)
{
    uint64_t hash = hash_bytes(HASH_START, text.at, text.len);

    return (size_t)(hash ^ hash >> 32) & (slots - 1);
}

/* A checksum over a whole file, eight bytes at a time: FNV-1a's mixing, a word for a byte. */
static inline uint64_t hash_words(const void *bytes, size_t len)
{
    const unsigned char *at = bytes;
    uint64_t hash = HASH_START;

    for (; len >= 8; at += 8, len -= 8) {
        uint64_t word;

        memcpy(&word, at, 8);
        hash = (hash ^ word) * 0x100000001b3u;
        hash ^= hash >> 29;
    }
    return hash_bytes(hash, at, len);
}

/* Ties the file to the record sizes of the program that made it. */
uint32_t data_record_check(void);

#endif
