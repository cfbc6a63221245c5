/* What hunspell says of words that it has not as such: those that its parts can be put together to.
 *
 * The parts of hunspell-de-de-frami (stems and forms with the flags of compounds) are kept as they are written, with
 * the places where they may stand. So nearly every answer is known without loading hunspell, which takes ten times as
 * long as to check an article. */
#ifndef ROTSTIFT_LEXICON_COMPOUND_PARTS_H
#define ROTSTIFT_LEXICON_COMPOUND_PARTS_H

#include "lexicon/hash.h"
#include "lexicon/lexicon.h"

/* What a form of hunspell's can be. */
enum part_role {
    PART_BEGIN = 1 << 0, /* of a compound */
    PART_MIDDLE = 1 << 1,
    PART_END = 1 << 2,
    PART_WORD = 1 << 3,      /* a word of its own; kept of halves alone ("Haus-"), since the lexicon has the others */
    PART_FORBIDDEN = 1 << 4, /* a word that hunspell rejects although its parts make it */
    PART_PIECE = 1 << 5,     /* stands between hyphens of a longer form */
    PART_LINKED = 1 << 6,    /* stands so, with its linking element, before a noun in a compound of the lexicon */
};

/* A slot of the table: the roles in the low bits, a part of the text's hash above; 0: empty. With the place of the
 * slot it tells texts apart: one in some twenty-five million is taken for another. */
enum { PART_ROLE_BITS = 7, SHORTEST_PART = 2 /* letters: COMPOUNDMIN of the dictionary */ };

/* Mixed once more, since here all bits have to tell texts apart: no text is compared. */
static inline uint64_t part_hash(struct slice part)
{
    return hash_mix(hash_text(part), 1);
}

static inline uint32_t part_slot(uint64_t hash, unsigned roles)
{
    return (uint32_t)(hash >> 32) << PART_ROLE_BITS | roles;
}

enum verdict { REJECTED, ACCEPTED, UNSETTLED };

/* What hunspell for German of Germany says of a word (UTF-8) of which the lexicon has no form, also not with a small
 * first letter: of letters and hyphens; UNSETTLED: it has to be asked. */
enum verdict verdict_by_parts(const struct lexicon *lexicon, struct slice word);

/* "Rückzugs": a noun with this linking element stands first in some compound of the lexicon. Capitalised. */
bool is_linked_part(const struct lexicon *lexicon, struct slice part);

#endif
