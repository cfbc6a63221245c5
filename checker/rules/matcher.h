/* The state of matching one pattern at one place; shared by match.c and word_tests.c. */
#ifndef ROTSTIFT_RULES_MATCHER_H
#define ROTSTIFT_RULES_MATCHER_H

#include "lexicon/word_types.h"
#include "rules/objects.h"
#include "rules/rules.h"

/* What a condition came to in the part of the document where it was last asked. */
struct answer {
    uint32_t condition_plus_1; /* its index; 0: a free place */
    uint32_t scope;            /* index of the sentence or segment */
    bool holds;
};

/* The conditions that were asked, by index: of thousands few are in a document. */
struct answers {
    struct answer *items;
    size_t slots, count; /* slots: a power of two, at most half of them taken */
};

/* The keys of a segment's words; a byte for each is faster to ask than a bit. */
struct signature {
    bool holds[SIGNATURE_BITS];
};

/* The verbs that a noun belongs to: patterns that ask for them stand one behind the other. */
struct relation {
    uint32_t noun, verbs[RELATION_VERBS];
    enum rule_order order;
    bool known;
};

struct matcher {
    const struct rule_set *rules;
    const struct lexicon *lexicon;
    const struct document *doc;
    struct issues *issues;
    struct answers *answers;
    struct signature *signature;     /* of the segment at hand */
    const struct item_record *items; /* of the pattern at hand */
    uint32_t item_count;
    uint32_t *bound;               /* token of each item, NO_ID when it matched none */
    uint32_t first, last;          /* tokens that a walk may use: the segment of the anchor */
    uint32_t mark_start, mark_end; /* tokens at the pattern's [ and ], NO_ID without */
    size_t steps;
    struct relation relation; /* the last that was asked for */
};

static inline const struct token *token_at(const struct matcher *m, uint32_t token)
{
    return &m->doc->tokens[token];
}

/* False when the token lacks all that the item asks for: nearly all questions end here. */
static inline bool may_fit(const struct matcher *m, uint32_t token, const struct item_record *item)
{
    const struct token_analysis *analysis = &token_at(m, token)->analysis;

    return (((uint64_t)item->keys[1] << 32 | item->keys[0]) & (analysis->keys | analysis->lemmas)) != 0;
}

/* True when the token passes the item's tests: all groups, each by one of its alternatives (a negated one by none). */
bool item_fits(const struct matcher *m, uint32_t token, const struct item_record *item);

/* Whether the word can pass the item's tests: maybe, where that depends on the words around it. */
enum fit { FIT_NO, FIT_MAYBE, FIT_YES };
enum fit word_fits(const struct matcher *m, uint32_t index, const struct item_record *item);

/* What the English beside a sentence says of a rule that matched there. */
enum evidence {
    EVIDENCE_NONE,   /* nothing: there is none, or the rule is about German alone */
    EVIDENCE_FOR,    /* it holds what the rule comes from: <near> need not hold */
    EVIDENCE_PROOF,  /* it holds the name: no condition is asked for */
    EVIDENCE_AGAINST /* it has nothing of what the rule comes from */
};
enum evidence source_evidence(const struct matcher *m, const struct rule_record *rule, uint32_t token);

/* True when the words at the token are what somebody says or reads in a sentence of news: quoted amid one, or followed
 * by who says so. */
bool is_told(const struct matcher *m, uint32_t token);

/* True when the noun at the token stands where only names stand, with or without any company. */
bool stands_as_name(const struct matcher *m, uint32_t token);

/* True when the plural at the token, with its article, is a team in a sentence that tells of a match. */
bool stands_as_team(const struct matcher *m, uint32_t token);

/* True when the tokens from start to end (exclusive, at least one) are a noun phrase without what follows its noun, or
 * a pronoun. */
bool phrase_fits(const struct matcher *m, uint32_t start, uint32_t end);

#endif
