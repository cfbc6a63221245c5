/* Compiles rules into the sections that the matcher reads. */
#include <stdlib.h>

#include "rules.h"
#include "rules/trigger.h"
#include "shared_runs.h"
#include "slots.h"

/* A word that the anchor of a pattern can match. */
struct trigger {
    uint64_t key;
    uint32_t pattern;
};

struct compiler {
    struct rule_records records;
    struct rs_error *error;
    GROWING(struct rule_record, rules);
    GROWING(struct pattern_record, patterns);
    GROWING(struct condition_record, conditions);
    GROWING(struct suggestion_record, suggestions);
    GROWING(struct trigger, triggers);
    GROWING(partner_bit, partners); /* of the pattern at hand */
    struct shared_runs shared_partners;
};

static struct text_ref text(struct compiler *compiler, struct slice slice)
{
    return builder_text(compiler->records.builder, slice);
}

static void add_trigger(struct compiler *compiler, uint64_t key, uint32_t pattern)
{
    *ADD(compiler->records.arena, compiler, triggers) = (struct trigger){ key, pattern };
}

/* A list's words are triggers both as written and as lemmas. */
static void add_list_triggers(struct compiler *compiler, const struct word_list *list, uint32_t pattern)
{
    for (size_t i = 0; i < list->count; i++) {
        uint32_t lemma = builder_find_lemma(compiler->records.builder, list->words[i]);

        add_trigger(compiler, form_key(list->words[i]), pattern);
        if (lemma != NO_ID)
            add_trigger(compiler, lemma_key(lemma), pattern);
    }
}

static void add_test_trigger(struct compiler *compiler, const struct pattern_test *test, uint32_t pattern)
{
    struct slice word = builder_text_of(compiler->records.builder, test->text);

    if (test->kind == TEST_LIST || test->kind == TEST_LIST_PART) {
        add_list_triggers(compiler, &compiler->records.lists->lists[test->value], pattern);
    } else if (test->kind == TEST_FORM) {
        add_trigger(compiler, form_key(word), pattern);
    } else {
        /* Words the lexicon does not know are compared with a lemma by their spelling. */
        add_trigger(compiler, lemma_key(test->value), pattern);
        add_trigger(compiler, form_key(word), pattern);
    }
}

static void add_triggers(struct compiler *compiler, uint32_t pattern, const struct item_record *anchor)
{
    for (uint32_t i = 0; i < anchor->test_count; i++) {
        const struct pattern_test *test = &compiler->records.tests[anchor->first_test + i];

        if (test->group == 0)
            add_test_trigger(compiler, test, pattern);
    }
}

/* Adds a bit to the set that begins at first, unless it holds it. */
static void add_partner_bit(struct compiler *compiler, size_t first, uint64_t key)
{
    partner_bit bit = (partner_bit)signature_bit(key);

    for (uint32_t i = 0; i < compiler->partners[first]; i++)
        if (compiler->partners[first + 1 + i] == bit)
            return;
    *ADD(compiler->records.arena, compiler, partners) = bit;
    compiler->partners[first]++;
}

/* The bits of an item's alternatives, behind their number. */
static void add_partner(struct compiler *compiler, const struct item_record *item)
{
    size_t first = compiler->partners_count;

    *ADD(compiler->records.arena, compiler, partners) = 0;
    for (uint32_t i = 0; i < item->test_count; i++) {
        const struct pattern_test *test = &compiler->records.tests[item->first_test + i];

        if (test->group != 0)
            break;
        if (test->kind != TEST_FORM)
            add_partner_bit(compiler, first, lemma_key(test->value));
        add_partner_bit(compiler, first, form_key(builder_text_of(compiler->records.builder, test->text)));
    }
}

/* The partner with the fewest alternatives first: it costs least to ask for, and most segments lack any of them. */
static void sort_partners(const struct compiler *compiler, uint32_t first_item, uint16_t *partners, size_t count)
{
    const struct item_record *items = compiler->records.items + first_item;

    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && items[partners[j]].test_count < items[partners[j - 1]].test_count; j--) {
            uint16_t partner = partners[j];

            partners[j] = partners[j - 1];
            partners[j - 1] = partner;
        }
}

/* anchor: an item that is left out, or UINT16_MAX. */
static struct partners add_partners(struct compiler *compiler, uint32_t first_item, uint32_t item_count,
                                    uint16_t anchor)
{
    uint16_t partners[MAX_PARTNERS];
    size_t count = pattern_partners(&compiler->records, first_item, item_count, anchor, partners);

    compiler->partners_count = 0;
    sort_partners(compiler, first_item, partners, count);
    for (size_t i = 0; i < count; i++)
        add_partner(compiler, &compiler->records.items[first_item + partners[i]]);
    uint32_t length = (uint32_t)compiler->partners_count;

    return (struct partners){ shared_run(&compiler->shared_partners, compiler->partners, length), length };
}

static int compile_pattern(struct compiler *compiler, const struct rule_source *rule,
                           const struct pattern_source *source)
{
    struct pattern_record pattern = { .rule = (uint32_t)compiler->rules_count,
                                      .order = (uint8_t)source->order,
                                      .unconditional = source->unconditional,
                                      .confidence =
                                          (float)(source->confidence > 0 ? source->confidence : rule->confidence) };

    struct pattern_source text = *source;
    uint32_t item_count;
    uint16_t anchor;

    /* A name is what it is as a whole: "Atomenergiebehörde" is no "Energiebehörde". */
    text.whole = slice_equal(rule->category, SLICE("accuracy/do-not-translate"));
    if (pattern_compile(&compiler->records, &text, rule->file, &pattern.first_item, &item_count, &anchor,
                        compiler->error) != 0)
        return -1;
    if (anchor == UINT16_MAX)
        return error_set(compiler->error, rule->file.at, source->line,
                         "pattern \"%.*s\" names no word to start from (only classes, gaps and optional words)",
                         (int)source->text.len, source->text.at);
    pattern.item_count = (uint8_t)item_count; /* pattern_compile takes no more than fit */
    pattern.anchor = (uint8_t)anchor;
    add_triggers(compiler, (uint32_t)compiler->patterns_count, &compiler->records.items[pattern.first_item + anchor]);
    pattern.partners = add_partners(compiler, pattern.first_item, item_count, anchor);
    *ADD(compiler->records.arena, compiler, patterns) = pattern;
    return 0;
}

static int compile_condition(struct compiler *compiler, const struct rule_source *rule,
                             const struct condition_source *source)
{
    struct condition_record condition = { .scope = (uint8_t)source->scope,
                                          .negative = source->negative,
                                          .least = source->least > 0 ? source->least : 1,
                                          .order = (uint8_t)source->pattern.order,
                                          .group = source->group };
    struct pattern_source pattern = source->pattern;
    uint16_t anchor;

    pattern.women = !source->exact;
    if (pattern_compile(&compiler->records, &pattern, rule->file, &condition.first_item, &condition.item_count, &anchor,
                        compiler->error) != 0)
        return -1;
    condition.partners = add_partners(compiler, condition.first_item, condition.item_count, UINT16_MAX);
    *ADD(compiler->records.arena, compiler, conditions) = condition;
    return 0;
}

static int compile_rule(struct compiler *compiler, const struct rule_source *rule)
{
    struct rule_record record = { .confidence = (float)rule->confidence,
                                  .severity = (uint8_t)rule->severity,
                                  .marks = (uint8_t)rule->marks,
                                  .once = rule->once,
                                  .first_pattern = (uint32_t)compiler->patterns_count,
                                  .first_condition = (uint32_t)compiler->conditions_count,
                                  .first_suggestion = (uint32_t)compiler->suggestions_count };

    for (size_t i = 0; i < rule->patterns_count; i++)
        if (compile_pattern(compiler, rule, &rule->patterns[i]) != 0)
            return -1;
    for (size_t i = 0; i < rule->conditions_count; i++)
        if (compile_condition(compiler, rule, &rule->conditions[i]) != 0)
            return -1;
    for (size_t i = 0; i < rule->suggestions_count; i++)
        *ADD(compiler->records.arena, compiler, suggestions) = (struct suggestion_record){ 0 };
    record.pattern_count = (uint32_t)compiler->patterns_count - record.first_pattern;
    record.condition_count = (uint32_t)compiler->conditions_count - record.first_condition;
    record.suggestion_count = (uint32_t)compiler->suggestions_count - record.first_suggestion;
    *ADD(compiler->records.arena, compiler, rules) = record;
    return 0;
}

/* The texts of a rule that was compiled. Only a finding asks for them: kept apart from the words of patterns, which
 * stand side by side then, they fill no page that every article reads. */
static void add_texts(struct compiler *compiler, const struct rule_source *rule, struct rule_record *record)
{
    record->id = text(compiler, rule->id);
    record->category = text(compiler, rule->category);
    record->english = text(compiler, rule->english);
    record->why_de = text(compiler, rule->why[LANGUAGE_DE]);
    record->why_en = text(compiler, rule->why[LANGUAGE_EN]);
    for (size_t i = 0; i < rule->suggestions_count; i++)
        compiler->suggestions[record->first_suggestion + i].text = text(compiler, rule->suggestions[i]);
}

static int compare_triggers(const void *a, const void *b)
{
    const struct trigger *left = a, *right = b;

    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    return (left->pattern > right->pattern) - (left->pattern < right->pattern);
}

/* Sorts the triggers and drops those that stand twice; returns how many are left. */
static size_t sort_triggers(struct compiler *compiler)
{
    struct trigger *triggers = compiler->triggers;
    size_t count = 0;

    if (compiler->triggers_count > 0)
        qsort(triggers, compiler->triggers_count, sizeof(*triggers), compare_triggers);
    for (size_t i = 0; i < compiler->triggers_count; i++)
        if (count == 0 || compare_triggers(&triggers[count - 1], &triggers[i]) != 0)
            triggers[count++] = triggers[i];
    return count;
}

/* What is written of the triggers. */
struct trigger_sections {
    struct arena *arena;
    GROWING(uint32_t, patterns);
    GROWING(struct trigger_group, groups);
    GROWING(uint64_t, keys); /* of the groups */
};

static void add_record(struct trigger_sections *out, const struct trigger *trigger)
{
    if (out->keys_count == 0 || out->keys[out->keys_count - 1] != trigger->key) {
        *ADD(out->arena, out, keys) = trigger->key;
        *ADD(out->arena, out, groups) =
            (struct trigger_group){ .key = group_key(trigger->key), .first_trigger = (uint32_t)out->patterns_count };
    }
    out->groups[out->groups_count - 1].trigger_count++;
    *ADD(out->arena, out, patterns) = trigger->pattern;
}

/* A hash table over the groups. */
static void write_trigger_table(struct compiler *compiler, const struct trigger_sections *sections)
{
    struct slots slots;

    slots_open(&slots, sections->keys_count);
    for (size_t i = 0; i < sections->keys_count; i++)
        slots_add(&slots, sections->keys[i], (uint32_t)i);
    slots_write(&slots, compiler->records.builder, SECTION_TRIGGER_TABLE);
}

/* A hash table over the ids of the rules. */
static void write_rule_table(struct compiler *compiler)
{
    struct slots slots;

    slots_open(&slots, compiler->rules_count);
    for (size_t i = 0; i < compiler->rules_count; i++)
        slots_add(&slots, hash_text(builder_text_of(compiler->records.builder, compiler->rules[i].id)), (uint32_t)i);
    slots_write(&slots, compiler->records.builder, SECTION_RULE_TABLE);
}

#define WRITE(compiler, id, from, name)                                                                                \
    builder_section((compiler)->records.builder, id, (from)->name, (from)->name##_count * sizeof(*(from)->name))

static void write_triggers(struct compiler *compiler)
{
    struct trigger_sections sections = { .arena = compiler->records.arena };
    size_t count = sort_triggers(compiler);

    for (size_t i = 0; i < count; i++)
        add_record(&sections, &compiler->triggers[i]);
    WRITE(compiler, SECTION_TRIGGERS, &sections, patterns);
    WRITE(compiler, SECTION_TRIGGER_GROUPS, &sections, groups);
    write_trigger_table(compiler, &sections);
}

static void write_shared(struct compiler *compiler, enum section_id id, const struct shared_runs *runs)
{
    builder_section(compiler->records.builder, id, runs->records, runs->count * runs->record_size);
}

/* What a word must have one of to pass a group of tests; all bits where it may have none of them. */
static uint64_t keys_of_group(const struct compiler *compiler, const struct pattern_test *tests, uint32_t count)
{
    uint64_t keys = 0;

    for (uint32_t i = 0; i < count; i++) {
        bool lemma = tests[i].kind == TEST_LEMMA || tests[i].kind == TEST_WHOLE || tests[i].kind == TEST_HEAD ||
                     tests[i].kind == TEST_FIRST || tests[i].kind == TEST_PART;

        if (tests[i].negated != 0 || (!lemma && tests[i].kind != TEST_FORM))
            return UINT64_MAX;
        keys |= spelling_bit(builder_text_of(compiler->records.builder, tests[i].text)) |
                (lemma ? lemma_bit(tests[i].value) : 0);
    }
    return keys;
}

/* Those of the group that asks for the fewest. */
static uint64_t keys_of_item(const struct compiler *compiler, const struct item_record *item)
{
    const struct pattern_test *tests = compiler->records.tests + item->first_test;
    uint64_t fewest = UINT64_MAX;

    for (uint32_t i = 0, count; i < item->test_count; i += count) {
        for (count = 1; i + count < item->test_count && tests[i + count].group == tests[i].group; count++) {
        }
        uint64_t keys = keys_of_group(compiler, tests + i, count);

        if (__builtin_popcountll(keys) < __builtin_popcountll(fewest))
            fewest = keys;
    }
    return fewest;
}

static struct test_record record_of(const struct builder *builder, const struct pattern_test *test)
{
    struct slice text = builder_text_of(builder, test->text);

    return (struct test_record){ .kind = test->kind & 0x7fu,
                                 .negated = test->negated & 1u,
                                 .group = test->group,
                                 .length = text.len & LONGEST_TEXT,
                                 .spelling = spelling_number(text) & UINT8_MAX,
                                 .value = test->kind == TEST_FORM ? test->text.at : test->value };
}

/* Items that ask the same share their tests. */
static void write_items(struct compiler *compiler)
{
    struct rule_records *records = &compiler->records;
    struct shared_runs tests = { .arena = records->arena, .record_size = sizeof(struct test_record) };
    struct test_record *packed = arena_array(records->arena, MOST_TESTS, sizeof(*packed));

    for (size_t i = 0; i < records->items_count; i++) {
        struct item_record *item = &records->items[i];

        uint64_t keys = keys_of_item(compiler, item);

        item->keys[0] = (uint32_t)keys;
        item->keys[1] = (uint32_t)(keys >> 32);
        for (uint32_t test = 0; test < item->test_count; test++)
            packed[test] = record_of(records->builder, &records->tests[item->first_test + test]);
        item->first_test = shared_run(&tests, packed, item->test_count);
    }
    WRITE(compiler, SECTION_ITEMS, records, items);
    write_shared(compiler, SECTION_TESTS, &tests);
}

static void write_sections(struct compiler *compiler)
{
    WRITE(compiler, SECTION_RULES, compiler, rules);
    write_rule_table(compiler);
    WRITE(compiler, SECTION_PATTERNS, compiler, patterns);
    WRITE(compiler, SECTION_SUGGESTIONS, compiler, suggestions);
    write_items(compiler);
    write_triggers(compiler);
    write_shared(compiler, SECTION_PARTNERS, &compiler->shared_partners);
    WRITE(compiler, SECTION_CONDITIONS, compiler, conditions);
    lists_write(compiler->records.lists, compiler->records.builder);
}

size_t rules_compile(const struct rule_sources *rules, const struct word_lists *lists, struct builder *builder,
                     complain_function *complain)
{
    struct arena arena = { 0 };
    struct rs_error error;
    struct compiler compiler = { .records = { .arena = &arena, .builder = builder, .lists = lists },
                                 .error = &error,
                                 .shared_partners = { .arena = &arena, .record_size = sizeof(partner_bit) } };
    size_t malformed = 0;

    for (size_t i = 0; i < rules->rules_count; i++)
        if (compile_rule(&compiler, &rules->rules[i]) != 0) {
            complain(&error);
            malformed++;
        }
    for (size_t i = 0; malformed == 0 && i < rules->rules_count; i++)
        add_texts(&compiler, &rules->rules[i], &compiler.rules[i]);
    if (malformed == 0) {
        guess_finish(&compiler.records);
        write_sections(&compiler);
    }
    arena_free(&arena);
    return malformed;
}
