/* Noun phrases: determiner, adjectives, noun side by side, with all readings kept. */
#ifndef ROTSTIFT_LEXICON_NOUN_PHRASE_H
#define ROTSTIFT_LEXICON_NOUN_PHRASE_H

#include "text/document.h"

/* "mit den neuen Gesetzen": tokens of the document; determiner and adjectives may be missing. */
struct noun_phrase {
    size_t first; /* its first token: determiner, adjective or noun */
    size_t noun;
    bool has_determiner;
    bool contracted; /* the determiner is in the preposition: "im", "zur" */
    bool adjectival; /* the noun is an adjective for sure ("Deutsche"): its ending follows the determiner */
};

/* The phrase whose determiner (or contraction, or first adjective) stands at the token. False when there is none, or
 * when anything stands in it whose declension is not known: then nothing can be said about it. */
bool noun_phrase_at(const struct document *doc, size_t token, struct noun_phrase *out);

/* "neue", "neuen" in lower case: an adjective with an ending, and no determiner. */
bool is_inflected_adjective(const struct token *token);

/* "im", "zur": a reading of the token is a preposition with an article in it. */
bool has_contraction(const struct token *token);

/* The cases that the token governs as a preposition; 0 where it is none. */
uint32_t preposition_cases(const struct token *token);

/* The cases of the token as a relative pronoun; 0 where it is none. */
uint32_t relative_cases(const struct token *token);

/* The phrase that is one noun alone. */
bool bare_noun_at(const struct document *doc, size_t token, struct noun_phrase *out);

/* The phrase at the token, or its noun alone. */
bool noun_at(const struct document *doc, size_t token, struct noun_phrase *out);

/* "die Mutter | des Opfers": the token behind the phrase at an index (> 0) that follows a noun right away and may be
 * its genitive, but no nominative; the index itself when none stands there. */
size_t behind_genitive(const struct document *doc, size_t index);

/* All cases (bits of CASE_ANY) in which determiner, adjectives and noun agree; 0 when they never do. numbers, when not
 * NULL, receives the numbers (bits of NUMBER_ANY) of those readings. */
uint32_t agreeing_cases(const struct document *doc, const struct noun_phrase *phrase, uint32_t *numbers);

/* The numbers (bits of NUMBER_ANY) in which they agree in one case. */
uint32_t agreeing_numbers(const struct document *doc, const struct noun_phrase *phrase, uint32_t grammatical_case);

/* The endings (bits of DECLENSION_*) that adjectives may have behind a determiner with these features: weak ones behind
 * der, mixed ones behind ein; all of them behind others. */
uint32_t declension_after(uint32_t determiner);

/* True when features of an adjective name none of the endings, or one of these. */
bool declines(uint32_t features, uint32_t declension);

/* The cases of a phrase without determiner, whose adjective must be strong: "mit starkem Regen". */
uint32_t strong_cases(const struct document *doc, const struct noun_phrase *phrase);

/* Its numbers in one case. */
uint32_t strong_numbers(const struct document *doc, const struct noun_phrase *phrase, uint32_t grammatical_case);

#endif
