/* How German makes words that no dictionary lists: for the spelling check. Words are in lower case. */
#ifndef ROTSTIFT_CHECKS_WORD_FORMATION_H
#define ROTSTIFT_CHECKS_WORD_FORMATION_H

#include "lexicon/lexicon.h"

/* True for a word put together by rule from known ones: prefixed verbs and adjectives ("herangesegelt", "betauchen",
 * "proeuropäisch"), compound adjectives, comparatives and superlatives ("fassbarsten"). */
bool is_well_formed(const struct lexicon *lexicon, struct arena *arena, struct slice word);

/* True for a word with an ending of learned or foreign words ("mutualistisch", "selloum"): it may be right though no
 * dictionary has it. */
bool may_be_term(struct slice word);

/* "nurnoch" as "nur noch", in the arena: two common words, one of them a function word; empty when it is none. */
struct slice as_two_words(const struct lexicon *lexicon, struct arena *arena, struct slice word);

#endif
