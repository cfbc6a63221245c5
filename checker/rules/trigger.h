/* Keys of the trigger table: where in a text a pattern may match. */
#ifndef ROTSTIFT_RULES_TRIGGER_H
#define ROTSTIFT_RULES_TRIGGER_H

#include "lexicon/hash.h"
#include "rules/format.h"

/* A word as written (a lower-case pattern word also triggers on its capitalised form: the matcher asks for both). */
static inline uint64_t form_key(struct slice text)
{
    return hash_bytes(HASH_START ^ 1, text.at, text.len) | 1;
}

/* A lemma, of the word itself or of a part of it. */
static inline uint64_t lemma_key(uint32_t lemma)
{
    return hash_bytes(HASH_START ^ 2, &lemma, sizeof(lemma)) & ~(uint64_t)1;
}

/* What its group of triggers says of a key. */
static inline uint32_t group_key(uint64_t key)
{
    return (uint32_t)(key >> 32);
}

static inline uint32_t signature_bit(uint64_t key)
{
    return (uint32_t)(key ^ key >> 24 ^ key >> 48) & (SIGNATURE_BITS - 1);
}

#endif
