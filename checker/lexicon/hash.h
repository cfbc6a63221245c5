/* FNV-1a, the hash of the compiled data's tables and checksum (http://www.isthe.com/chongo/tech/comp/fnv/). */
#ifndef ROTSTIFT_LEXICON_HASH_H
#define ROTSTIFT_LEXICON_HASH_H

#include "lexicon/format.h"
#include "text/slice.h"

#define HASH_START 0xcbf29ce484222325u

static inline uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < len; i++)
        hash = (hash ^ at[i]) * 0x100000001b3u;
    return hash;
}

static inline uint64_t hash_mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9e3779b97f4a7c15u; /* 2^64 divided by the golden ratio (Knuth) */
    return hash ^ hash >> 32;
}

/* The hash of a text in the tables of the data file: eight bytes a step, the last ones overlapping, since words are
 * short and each of them is looked up many times. */
static inline uint64_t hash_text(struct slice text)
{
    uint64_t hash = hash_mix(HASH_START, text.len), word = 0;
    const char *at = text.at, *end = at + text.len;

    for (; end - at > 8; at += 8) {
        memcpy(&word, at, 8);
        hash = hash_mix(hash, word);
    }
    if (text.len >= 8) {
        memcpy(&word, end - 8, 8);
    } else if (text.len >= 4) {
        uint32_t first, last;

        memcpy(&first, at, 4);
        memcpy(&last, end - 4, 4);
        word = (uint64_t)first << 32 | last;
    } else if (text.len > 0) {
        word = (uint64_t)(unsigned char)at[0] << 16 | (uint64_t)(unsigned char)at[text.len / 2] << 8 |
               (unsigned char)end[-1];
    }
    return hash_mix(hash, word);
}

/* What the size of a table must be. */
static inline bool is_power_of_two(size_t n)
{
    return n != 0 && (n & (n - 1)) == 0;
}

/* The slot to look at first in a table of slots (a power of two). */
static inline size_t hash_slot(uint64_t hash, size_t slots)
{
    return (size_t)hash & (slots - 1);
}

/* The same in a table of any number of slots below 2^32, as the data file's are, which are no larger than they must be;
 * and the one behind it. */
static inline size_t first_slot(uint64_t hash, size_t slots)
{
    return (size_t)((hash & UINT32_MAX) * slots >> 32);
}

static inline size_t next_slot(size_t slot, size_t slots)
{
    return slot + 1 == slots ? 0 : slot + 1;
}

/* What a slot holds of a text (record: index + 1). */
static inline table_slot slot_for(uint64_t hash, uint32_t record)
{
    return (table_slot)(hash >> 32) << SLOT_RECORD_BITS | record;
}

/* Where a filter of so many words (a power of two) has the bit of a hash. */
static inline size_t filter_word(uint64_t hash, size_t words)
{
    return (size_t)(hash >> 6) & (words - 1);
}

static inline uint64_t filter_bit(uint64_t hash)
{
    return (uint64_t)1 << (hash & 63);
}

/* What a text is entered as in the table of listed words: the name of a list or table, or a word in any of them. */
enum listing { LISTING_LIST, LISTING_TABLE, LISTING_WORD };

static inline uint64_t hash_listed(enum listing listing, struct slice text)
{
    return hash_mix(hash_text(text), listing);
}

/* A number below 256 for a spelling, which others share; the same in upper and lower case. It looks at little. */
static inline uint32_t spelling_number(struct slice word)
{
    if (word.len == 0)
        return 0;
    uint32_t first = (unsigned char)word.at[0] | 0x20, last = (unsigned char)word.at[word.len - 1] | 0x20;

    return ((first | last << 8 | (uint32_t)word.len << 16) * 0x9e3779b1u) >> 24;
}

/* The same as one of 64 bits. */
static inline uint64_t spelling_bit(struct slice word)
{
    return (uint64_t)1 << spelling_number(word) % 64;
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
