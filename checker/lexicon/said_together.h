/* What Ding's phrases say together: "wind power – Windkraft" shows that "power" beside "wind" may be "Windkraft",
 * whatever else the word means. */
#ifndef ROTSTIFT_LEXICON_SAID_TOGETHER_H
#define ROTSTIFT_LEXICON_SAID_TOGETHER_H

#include "lexicon/hash.h"
#include "lexicon/lexicon.h"

/* The key of an English word beside another (numbers in lexicon.english) and a German lemma; one of some four thousand
 * keys that are asked for and not there is taken for one that is. */
static inline uint32_t said_together_key(uint32_t english, uint32_t beside, uint32_t lemma)
{
    return (uint32_t)(hash_mix(hash_mix(hash_mix(HASH_START, english), beside), lemma) >> 16);
}

/* True when an English phrase of Ding has both English words and its German the lemma. */
bool said_together(const struct lexicon *lexicon, uint32_t english, uint32_t beside, uint32_t lemma);

#endif
