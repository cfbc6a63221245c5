/* Borrows the compiled rules from the mapped file and describes them. */
#include "rules/rules.h"

#include <pthread.h>
#include <stdlib.h>

#include "lexicon/hash.h"

static void take_sections(const struct lexicon *lexicon, struct rule_set *out)
{
    out->lexicon = lexicon;
    out->rules = lexicon_records(lexicon, SECTION_RULES, sizeof(*out->rules), &out->count);
    out->table = lexicon_records(lexicon, SECTION_RULE_TABLE, sizeof(*out->table), &out->table_slots);
    out->patterns = lexicon_records(lexicon, SECTION_PATTERNS, sizeof(*out->patterns), &out->pattern_count);
    out->items = lexicon_records(lexicon, SECTION_ITEMS, sizeof(*out->items), &out->item_count);
    out->tests = lexicon_records(lexicon, SECTION_TESTS, sizeof(*out->tests), &out->test_count);
    out->conditions = lexicon_records(lexicon, SECTION_CONDITIONS, sizeof(*out->conditions), &out->condition_count);
    out->triggers = lexicon_records(lexicon, SECTION_TRIGGERS, sizeof(*out->triggers), &out->trigger_count);
    out->trigger_groups =
        lexicon_records(lexicon, SECTION_TRIGGER_GROUPS, sizeof(*out->trigger_groups), &out->trigger_group_count);
    out->trigger_table =
        lexicon_records(lexicon, SECTION_TRIGGER_TABLE, sizeof(*out->trigger_table), &out->trigger_slots);
    out->partners = lexicon_records(lexicon, SECTION_PARTNERS, sizeof(*out->partners), &out->partner_count);
    out->suggestions = lexicon_records(lexicon, SECTION_SUGGESTIONS, sizeof(*out->suggestions), &out->suggestion_count);
}

static void describe(const struct lexicon *lexicon, const struct rule_record *record, struct rule_info *info)
{
    *info = (struct rule_info){
        .id = lexicon_text(lexicon, record->id),
        .category = lexicon_text(lexicon, record->category),
        .severity = (enum severity)record->severity,
        .confidence = record->confidence,
        .english = lexicon_text(lexicon, record->english),
        .why = { lexicon_text(lexicon, record->why_de), lexicon_text(lexicon, record->why_en) },
    };
}

int rules_open(const struct lexicon *lexicon, struct rule_set *out, struct rs_error *error)
{
    *out = (struct rule_set){ 0 };
    take_sections(lexicon, out);
    if (out->trigger_slots == 0 || out->table_slots == 0)
        return error_set(error, NULL, 0, "the compiled rule data is damaged; run \"make\" to compile it again");
    out->infos = calloc(out->count + 1, sizeof(*out->infos));
    out->described = calloc(out->count + 1, sizeof(*out->described));
    if (out->infos == NULL || out->described == NULL) {
        rules_close(out);
        return error_set(error, NULL, 0, "out of memory");
    }
    return 0;
}

const struct rule_info *rule_info_at(const struct rule_set *rules, size_t index)
{
    static pthread_mutex_t describing = PTHREAD_MUTEX_INITIALIZER;

    if (rules->described == NULL || atomic_load_explicit(&rules->described[index], memory_order_acquire))
        return &rules->infos[index];
    pthread_mutex_lock(&describing);
    if (!atomic_load_explicit(&rules->described[index], memory_order_relaxed)) {
        describe(rules->lexicon, &rules->rules[index], &rules->infos[index]);
        atomic_store_explicit(&rules->described[index], true, memory_order_release);
    }
    pthread_mutex_unlock(&describing);
    return &rules->infos[index];
}

void rules_close(struct rule_set *rules)
{
    free(rules->infos);
    free(rules->described);
    *rules = (struct rule_set){ 0 };
}

const struct rule_info *rule_named(const struct rule_set *rules, struct slice id)
{
    uint64_t hash = hash_text(id);

    for (size_t at = first_slot(hash, rules->table_slots); rules->table[at] != 0;
         at = next_slot(at, rules->table_slots)) {
        uint32_t record = SLOT_RECORD(rules->table[at]);

        if (rules->table[at] == slot_for(hash, record) && record <= rules->count &&
            slice_equal(lexicon_text(rules->lexicon, rules->rules[record - 1].id), id))
            return rule_info_at(rules, record - 1);
    }
    return NULL;
}
