/* What Ding's phrases say together: "wind power – Windkraft" shows that "power" beside "wind" may be "Windkraft",
 * whatever else the word means. */
#ifndef ROTSTIFT_LEXICON_SAID_TOGETHER_H
#define ROTSTIFT_LEXICON_SAID_TOGETHER_H

#include "lexicon/hash.h"
#include "lexicon/lexicon.h"

/* The key of an English word beside another (numbers in lexicon.english) and a German lemma. It has so many bits that
 * no other words share it by chance. */
static inline uint64_t said_together_key(uint32_t english, uint32_t beside, uint32_t lemma)
{
    return hash_mix(hash_mix(hash_mix(HASH_START, english), beside), lemma);
}

/* True when an English phrase of Ding has both English words and its German the lemma. */
bool said_together(const struct lexicon *lexicon, uint32_t english, uint32_t beside, uint32_t lemma);

#endif
