#include "rules/triggers.h"

#include "lexicon/analysis.h"
#include "lexicon/lone_word.h"
#include "rules/matcher.h"
#include "rules/trigger.h"

/* The keys of a word, each once. */
struct keys {
    struct arena *arena;
    uint64_t *items;
    size_t count, capacity;
};

static void add_key(struct keys *keys, uint64_t key)
{
    for (size_t i = 0; i < keys->count; i++)
        if (keys->items[i] == key)
            return;
    keys->items = arena_grow(keys->arena, keys->items, keys->count, &keys->capacity, sizeof(*keys->items));
    keys->items[keys->count++] = key;
}

static void add_keys(struct keys *keys, const struct document *doc, const struct token *token)
{
    const struct compound_part *parts = token_parts(doc, token);

    add_key(keys, form_key(token_text(doc, token)));
    if ((token->flags & TOKEN_SENTENCE_START) != 0 && (token->flags & TOKEN_CAPITAL) != 0)
        add_key(keys, form_key(token_lower(token)));
    if (token->analysis.joined != NO_ID)
        add_key(keys, lemma_key(token->analysis.joined));
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        add_key(keys, lemma_key(token->analysis.readings[i].lemma));
    for (uint32_t i = 0; i < token->analysis.part_count; i++) {
        if (parts[i].lemma != NO_ID)
            add_key(keys, lemma_key(parts[i].lemma));
        add_key(keys, form_key(text_of(doc, parts[i].span)));
    }
}

/* The triggers of a key, or NULL. */
static const struct trigger_group *triggers_of(const struct rule_set *rules, uint64_t key)
{
    for (size_t slot = first_slot(key, rules->trigger_slots); rules->trigger_table[slot] != 0;
         slot = next_slot(slot, rules->trigger_slots)) {
        uint32_t group = SLOT_RECORD(rules->trigger_table[slot]);

        if (rules->trigger_table[slot] == slot_for(key, group) &&
            rules->trigger_groups[group - 1].key == group_key(key))
            return &rules->trigger_groups[group - 1];
    }
    return NULL;
}

/* Patterns on their way into a word's triggers. */
struct collection {
    const struct matcher *m; /* of a document that is the word alone; NULL: the word is not tried */
    struct arena *arena;
    struct started_pattern *items;
    size_t count, capacity;
};

static void add_group(struct collection *all, const struct rule_set *rules, const struct trigger_group *group)
{
    uint32_t tests = NO_ID; /* of the anchor before: many patterns have the same, one behind the other */
    enum fit fit = FIT_MAYBE;

    for (uint32_t i = 0; i < group->trigger_count; i++) {
        uint32_t index = rules->triggers[group->first_trigger + i];
        const struct pattern_record *pattern = &rules->patterns[index];
        const struct item_record *anchor = &rules->items[pattern->first_item + pattern->anchor];

        if (all->m != NULL && anchor->first_test != tests)
            fit = word_fits(all->m, 0, anchor);
        tests = anchor->first_test;
        if (fit != FIT_NO) {
            all->items = arena_grow(all->arena, all->items, all->count, &all->capacity, sizeof(*all->items));
            all->items[all->count++] =
                (struct started_pattern){ index, fit == FIT_YES, rules->partners + pattern->partners.first,
                                          pattern->partners.count };
        }
    }
}

static const struct word_triggers *collect(const struct rule_set *rules, struct arena *arena,
                                           const struct document *doc, const struct token *token,
                                           const struct matcher *m)
{
    struct word_triggers *triggers = arena_take(arena, sizeof(*triggers));
    struct collection all = { .m = m, .arena = arena };
    struct keys keys = { .arena = arena };

    add_keys(&keys, doc, token);
    partner_bit *bits = arena_array(arena, keys.count, sizeof(*bits));

    for (size_t i = 0; i < keys.count; i++) {
        const struct trigger_group *group = triggers_of(rules, keys.items[i]);

        bits[i] = (partner_bit)signature_bit(keys.items[i]);
        if (group != NULL)
            add_group(&all, rules, group);
    }
    *triggers = (struct word_triggers){ bits, (uint32_t)keys.count, (uint32_t)all.count, all.items };
    return triggers;
}

const struct word_triggers *find_triggers(const struct rule_set *rules, struct arena *arena,
                                          const struct word_type *type)
{
    struct lone_word word;
    struct matcher m = { .rules = rules, .lexicon = rules->lexicon, .doc = &word.doc, .last = 1 };

    make_lone_word(type, &word);
    return collect(rules, arena, &word.doc, &word.token, &m);
}

const struct word_triggers *find_token_triggers(const struct rule_set *rules, struct arena *arena,
                                                const struct document *doc, const struct token *token)
{
    return collect(rules, arena, doc, token, NULL);
}
