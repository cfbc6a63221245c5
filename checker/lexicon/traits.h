/* Traits: what the readings of a word have in common, or any of them has, as bits. They are set together with the
 * readings, so that the questions which checks ask most cost no walk over them. */
#ifndef ROTSTIFT_LEXICON_TRAITS_H
#define ROTSTIFT_LEXICON_TRAITS_H

#include "lexicon/lexicon.h"

enum trait {
    TRAIT_POS = 0,        /* a bit for each enum pos: a reading has this part of speech */
    TRAIT_VERB_FORM = 20, /* a bit for each enum verb_form */
    TRAIT_PLURAL_NOUN = 32,
    TRAIT_CONTRACTION, /* a preposition with an article in it: "im", "zur" */
    TRAIT_ONLY_FINITE, /* a finite verb, and nothing else than an imperative or prefix */
    TRAIT_ATTRIBUTE,   /* an adjective with an ending, and neither determiner nor numeral */
    TRAIT_ONLY_NOUN,   /* a noun about which enough is known, and no name */
    TRAIT_THIRD_SG,    /* a verb and nothing else; in the third person of the singular, the plural (infinitives look */
    TRAIT_THIRD_PL,    /* like that) */
    TRAIT_ADJECTIVAL_NOUN, /* lexicon/adjectival_nouns.h: declined as an adjective for sure */
};

static inline bool has_trait(const struct token *token, unsigned trait)
{
    return (token->analysis.traits >> trait & 1) != 0;
}

/* Gives a token other readings, with their traits. */
void read_as(struct token_analysis *analysis, const struct reading *readings, uint16_t count);

/* What the shape of a word suggests ("Studie" as a form of a rule's "Studi") counts only where no dictionary has a
 * reading of that kind. */
bool is_overruled(const struct token_analysis *analysis, uint16_t reading);

/* True for the features of a preposition with an article in it. */
static inline bool holds_article(uint32_t features)
{
    return pos_of(features) == POS_PREPOSITION && (features & NUMBER_ANY) != 0;
}

#endif
