/* Splits compounds: "Sprachmodell" into Sprache and Modell, "Lama-Modelle" into Lama and Modell. */
#ifndef ROTSTIFT_LEXICON_COMPOUND_H
#define ROTSTIFT_LEXICON_COMPOUND_H

#include "lexicon/lexicon.h"

enum { MAX_PARTS = 8 };

/* Parts of one word, in order; spans are byte offsets in the word. */
struct compound {
    struct compound_part parts[MAX_PARTS];
    uint32_t count;
    bool complete;                       /* every part is known */
    const struct reading *head_readings; /* of the head as a word of its own; NULL when it is not known */
    uint16_t head_reading_count;
};

/* Splits a word at its hyphens and each piece into known nouns (verb stems and adjectives may stand first), with the
 * linking elements of German (s, es, n, en, er, e, and a dropped e). count is 1 for a word that is no compound, 0 for
 * one that the lexicon does not know at all. Hyphenated pieces that are not known are parts without lemma. */
void split_compound(const struct lexicon *lexicon, struct slice word, struct compound *out);

/* Bytes of the part of the world before the name of a place ("Ost" in "Ostafrika", "Ostafrikas"), words that the
 * lexicon may know as one; 0: there is none. *place is that name as written alone, made in the arena. */
size_t compass_part(const struct lexicon *lexicon, struct arena *arena, struct slice word, struct slice *place);

/* True for an adjective with a noun or stem before it ("geschäftsinternen", "preisbereinigt"), both known. */
bool is_adjective_compound(const struct lexicon *lexicon, struct slice word);

#endif
