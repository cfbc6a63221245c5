/* Nouns that are nothing but adjectives in their endings: "ein Verletzter", "der Verletzte", "zwei Verletzte". */
#ifndef ROTSTIFT_LEXICON_ADJECTIVAL_NOUNS_H
#define ROTSTIFT_LEXICON_ADJECTIVAL_NOUNS_H

#include "lexicon/word_types.h"

/* Gives a word of words/adjectival-nouns.txt, or a compound with one, the readings that its ending has, each with the
 * declension that it belongs to, in the place of what dictionaries make of it as a noun; other readings stay. Returns
 * false, and changes nothing, for other words and for those that no dictionary has as a noun. */
bool read_adjectival_noun(const struct word_types *types, struct word_type *type);

#endif
