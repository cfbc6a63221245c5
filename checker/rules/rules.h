/* Rules over tokens: what dictionaries/rules/ says, compiled and mapped, matched in one pass over a document. */
#ifndef ROTSTIFT_RULES_RULES_H
#define ROTSTIFT_RULES_RULES_H

#include <stdatomic.h>

#include "issues.h"
#include "lexicon/lexicon.h"
#include "rules/format.h"

struct rule_set {
    const struct lexicon *lexicon;
    struct rule_info *infos; /* one for each rule, sorted by id; owned; to be read by rule_info_at */
    atomic_bool *described;  /* those that have been filled in; owned; NULL: all */
    size_t count;
    const struct rule_record *rules;
    const table_slot *table; /* rules by id */
    size_t table_slots;
    const struct pattern_record *patterns;
    size_t pattern_count;
    const struct item_record *items;
    size_t item_count;
    const struct test_record *tests;
    size_t test_count;
    const struct condition_record *conditions;
    size_t condition_count;
    const uint32_t *triggers; /* indexes of patterns */
    size_t trigger_count;
    const struct trigger_group *trigger_groups;
    size_t trigger_group_count;
    const uint32_t *trigger_table;
    size_t trigger_slots;
    const partner_bit *partners;
    size_t partner_count;
    const struct suggestion_record *suggestions;
    size_t suggestion_count;
};

/* Borrows the rule sections of the lexicon's file. Returns -1 with *error when they contradict each other. */
int rules_open(const struct lexicon *lexicon, struct rule_set *out, struct rs_error *error);
void rules_close(struct rule_set *rules);

/* What is told of the rule with this number; read from the file when it is first asked for, since a run reports a few
 * of thousands of rules. */
const struct rule_info *rule_info_at(const struct rule_set *rules, size_t index);

/* The rule with this id ("idiom/bite-the-bullet"), or NULL. */
const struct rule_info *rule_named(const struct rule_set *rules, struct slice id);

/* Adds an issue for each place where a rule's pattern matches and its conditions hold. The document is analysed
 * (lexicon/analysis.h). Linear in the number of tokens; independent of the number of rules but for those whose anchor
 * word stands in the text. */
void rules_match(const struct rule_set *rules, const struct document *doc, struct issues *issues);

#endif
