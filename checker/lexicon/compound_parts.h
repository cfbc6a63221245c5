/* Which words can be compounds for hunspell: those that its parts can be put together to.
 *
 * The parts of hunspell-de-de-frami (stems and forms with the flags of compounds) are kept as a filter that knows all
 * of them and mistakes a few other words for one. So "no" is certain, and spares loading hunspell for a slip; "yes" is
 * asked of hunspell. */
#ifndef ROTSTIFT_LEXICON_COMPOUND_PARTS_H
#define ROTSTIFT_LEXICON_COMPOUND_PARTS_H

#include "lexicon/hash.h"
#include "lexicon/lexicon.h"

enum compound_place { COMPOUND_BEGIN, COMPOUND_MIDDLE, COMPOUND_END, COMPOUND_PLACES };
enum { PART_BITS = 3 /* of the filter for a part in a place */ };

/* The hash that gives a bit of a part (in lower case). */
static inline uint64_t part_hash(struct slice part, unsigned place, unsigned bit)
{
    return hash_mix(hash_text(part), place * PART_BITS + bit + 1);
}

static inline uint64_t part_mask(struct slice part, unsigned place, unsigned bit)
{
    return filter_bit(part_hash(part, place, bit));
}

static inline uint64_t *part_word(uint64_t *words, size_t count, struct slice part, unsigned place, unsigned bit)
{
    return &words[filter_word(part_hash(part, place, bit), count)];
}

/* False when hunspell can't take the word (letters only, UTF-8) for a compound; true also when nothing is known. */
bool may_be_compound(const struct lexicon *lexicon, struct slice word);

#endif
