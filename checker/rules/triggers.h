/* Which patterns a word can start: found once for each word type (lexicon/word_types.h). Each pattern has an anchor,
 * its rarest word. Of the patterns that have the word as anchor those are kept whose anchor item it passes, as far as
 * that is said by the word alone. */
#ifndef ROTSTIFT_RULES_TRIGGERS_H
#define ROTSTIFT_RULES_TRIGGERS_H

#include "lexicon/word_types.h"
#include "rules/rules.h"

struct started_pattern {
    uint32_t pattern;
    bool fits;                   /* the anchor item fits whatever stands around the word */
    const partner_bit *partners; /* so many values: see struct partners of rules/format.h */
    uint32_t partner_count;
};

/* What the rules keep of a word type. */
struct word_triggers {
    const partner_bit *bits; /* of its keys, for the signature of a segment */
    uint32_t bit_count;
    uint32_t count;
    const struct started_pattern *patterns;
};

/* The triggers of a type, in the arena. */
const struct word_triggers *find_triggers(const struct rule_set *rules, struct arena *arena,
                                          const struct word_type *type);

/* The same for a token that is read otherwise than its type: a verb whose prefix stands apart. */
const struct word_triggers *find_token_triggers(const struct rule_set *rules, struct arena *arena,
                                                const struct document *doc, const struct token *token);

#endif
