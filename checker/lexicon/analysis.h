/* Reads the words of a divided document: readings, compounds, separated verbs. */
#ifndef ROTSTIFT_LEXICON_ANALYSIS_H
#define ROTSTIFT_LEXICON_ANALYSIS_H

#include "lexicon/traits.h"

enum analysis_flag {
    ANALYSIS_KNOWN = 1 << 0,    /* the lexicon knows the form (as written, or lower-cased at a sentence start) */
    ANALYSIS_COMPOUND = 1 << 1, /* it has parts, all of them known */
    ANALYSIS_LOWERED = 1 << 2,  /* read as if written in lower case (sentence start) */
};

/* Writes readings, parts and separated prefixes into the tokens. */
void analyse(const struct lexicon *lexicon, struct document *doc);

/* True when a reading of the token has this part of speech. */
static inline bool token_is(const struct token *token, enum pos pos)
{
    return has_trait(token, TRAIT_POS + pos);
}

/* True when a reading of the token has this lemma (an id): most questions end at the bit that it would have set. */
bool is_read_as(const struct token *token, uint32_t lemma);
static inline bool token_has_lemma(const struct token *token, uint32_t lemma)
{
    return (token->analysis.lemmas & lemma_bit(lemma)) != 0 && is_read_as(token, lemma);
}

/* The same, but a verb with its prefix elsewhere ("arbeiten … aus") is that verb, not the one without. */
static inline bool is_of_lemma(const struct token *token, uint32_t lemma)
{
    return token->analysis.joined != NO_ID ? token->analysis.joined == lemma : token_has_lemma(token, lemma);
}

/* True when a reading of the token has one of these features. */
bool token_has_feature(const struct token *token, uint32_t features);

/* True when a reading of the token is an adjective in the comparative. */
bool token_is_comparative(const struct token *token);

/* The same for the superlative. */
bool token_is_superlative(const struct token *token);

/* True for a number in digits or in a word. */
static inline bool token_is_number(const struct token *token)
{
    return token->kind == TOKEN_NUMBER || token_is(token, POS_NUMERAL);
}

/* True when a reading of the token is a noun in the plural. */
static inline bool is_plural_noun(const struct token *token)
{
    return has_trait(token, TRAIT_PLURAL_NOUN);
}

/* True when a reading of the token is this form of a verb; a finite form (indicative or subjunctive, no imperative). */
static inline bool token_is_verb_form(const struct token *token, enum verb_form form)
{
    return has_trait(token, TRAIT_VERB_FORM + form);
}

static inline bool token_is_finite(const struct token *token)
{
    return (token->analysis.traits >> TRAIT_VERB_FORM &
            (1u << VERB_PRESENT | 1u << VERB_PAST | 1u << VERB_SUBJUNCTIVE1 | 1u << VERB_SUBJUNCTIVE2)) != 0;
}

/* The lemma in the inflection of the token: in the first of its readings for which there is a form; as it stands where
 * there is none. */
struct slice lemma_like(const struct lexicon *lexicon, struct slice lemma, const struct token *token);

/* The parts of a compound token, count in token->analysis.part_count. */
static inline const struct compound_part *token_parts(const struct document *doc, const struct token *token)
{
    return doc->parts + token->analysis.first_part;
}

/* True for a compound whose last part has the lemma. */
static inline bool is_headed_by(const struct document *doc, const struct token *token, uint32_t lemma)
{
    uint32_t count = token->analysis.part_count;

    return count > 1 && token_parts(doc, token)[count - 1].lemma == lemma;
}

/* "Atomenergiebehörde", which no dictionary has and which is read as "Behörde": longer than a form of the lemma is, of
 * which length is the bytes. */
static inline bool is_longer_compound(const struct document *doc, const struct token *token, uint32_t lemma,
                                      size_t length)
{
    enum { LONGEST_ENDING = 3 }; /* "-nen" */

    return is_headed_by(doc, token, lemma) && token->span.end - token->span.start > length + LONGEST_ENDING;
}

/* "gaming" of "Wettkampfgaming"; the whole word where it has no parts. */
static inline struct slice last_part(const struct document *doc, const struct token *token)
{
    return token->analysis.part_count > 1 ? text_of(doc, token_parts(doc, token)[token->analysis.part_count - 1].span)
                                          : token_text(doc, token);
}

/* A compound of several parts with another form of its last one, in the arena: "Sprachmodelle" of "Sprachmodell" and
 * "Modelle". Empty when the form is. */
struct slice with_head(struct arena *arena, const struct document *doc, const struct token *compound,
                       struct slice form);

#endif
