/* Suggestions that reuse what a pattern matched: \2 its words, {halten=1} a lemma in the inflection of a word. */
#ifndef ROTSTIFT_RULES_SUGGEST_H
#define ROTSTIFT_RULES_SUGGEST_H

#include "rules/rules.h"

/* The words of a match. */
struct bound_items {
    const struct rule_set *rules;
    const struct rule_record *rule;
    const struct document *doc;
    const struct item_record *items;
    uint32_t count;
    const uint32_t *tokens; /* for each item the token it matched, or NO_ID */
};

/* The text of suggestion number index (in rules->suggestions) for this match, in the arena. */
struct slice suggestion_text(const struct bound_items *bound, uint32_t index, struct arena *arena);

/* The same for a name that may stand inside a compound: the compound with the part that a pattern of the rule names
 * replaced by the suggestion ("Lama-Modelle" -> "Llama-Modelle"); the suggestion alone when none does. */
struct slice suggested_name(const struct bound_items *bound, uint32_t index, struct arena *arena);

/* True when the rule finds text that does not belong to the article: the suggestion is to delete it. */
bool is_residue(const struct rule_info *rule);

#endif
