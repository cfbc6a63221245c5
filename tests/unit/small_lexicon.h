/* A lexicon of a few words and rules, made by the real compiler, for the tests of analysis, rules and checks. */
#ifndef ROTSTIFT_TESTS_SMALL_LEXICON_H
#define ROTSTIFT_TESTS_SMALL_LEXICON_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <unistd.h>

#include "checks/checks.h"
#include "dictionaries/compile/rules.h"
#include "input/input.h"
#include "lexicon/analysis.h"

struct word_entry {
    const char *form, *lemma;
    uint32_t features;
};

#define VERB(form) ((uint32_t)(form) << VERB_SHIFT)

/* Words that the sentences of the tests are made of. */
static const struct word_entry small_words[] = {
    { "beißen", "beißen", POS_VERB | VERB(VERB_INFINITIVE) },
    { "beißt", "beißen", POS_VERB | VERB(VERB_PRESENT) | NUMBER_SG | PERSON_3 },
    { "biss", "beißen", POS_VERB | VERB(VERB_PAST) | NUMBER_SG | PERSON_3 },
    { "gebissen", "beißen", POS_VERB | VERB(VERB_PARTICIPLE2) },
    { "geben", "geben", POS_VERB | VERB(VERB_INFINITIVE) },
    { "gab", "geben", POS_VERB | VERB(VERB_PAST) | NUMBER_SG | PERSON_1 | PERSON_3 },
    { "gaben", "geben", POS_VERB | VERB(VERB_PAST) | NUMBER_PL | PERSON_1 | PERSON_3 },
    { "gegeben", "geben", POS_VERB | VERB(VERB_PARTICIPLE2) },
    { "halten", "halten", POS_VERB | VERB(VERB_INFINITIVE) },
    { "hielt", "halten", POS_VERB | VERB(VERB_PAST) | NUMBER_SG | PERSON_1 | PERSON_3 },
    { "gehalten", "halten", POS_VERB | VERB(VERB_PARTICIPLE2) },
    { "reißen", "reißen", POS_VERB | VERB(VERB_INFINITIVE) },
    { "riss", "reißen", POS_VERB | VERB(VERB_PAST) | NUMBER_SG | PERSON_3 },
    { "abreißen", "abreißen", POS_VERB | VERB(VERB_INFINITIVE) },
    { "abgerissen", "abreißen", POS_VERB | VERB(VERB_PARTICIPLE2) },
    { "abzureißen", "abreißen", POS_VERB | VERB(VERB_ZU_INFINITIVE) },
    { "ab", "ab", POS_PREFIX },
    { "hat", "haben", POS_AUXILIARY | VERB(VERB_PRESENT) | NUMBER_SG | PERSON_3 },
    { "wird", "werden", POS_AUXILIARY | VERB(VERB_PRESENT) | NUMBER_SG | PERSON_3 },
    { "Kugel", "Kugel", POS_NOUN | GENDER_F | NUMBER_SG | CASE_ANY },
    { "Kugeln", "Kugel", POS_NOUN | GENDER_F | NUMBER_PL | CASE_ANY },
    { "Rede", "Rede", POS_NOUN | GENDER_F | NUMBER_SG | CASE_ANY },
    { "Lama", "Lama", POS_NOUN | GENDER_N | NUMBER_SG | CASE_NOM | CASE_DAT | CASE_ACC },
    { "Lamas", "Lama", POS_NOUN | GENDER_N | NUMBER_PL | CASE_ANY },
    { "Modell", "Modell", POS_NOUN | GENDER_N | NUMBER_SG | CASE_NOM | CASE_DAT | CASE_ACC },
    { "Modelle", "Modell", POS_NOUN | GENDER_N | NUMBER_PL | CASE_NOM | CASE_GEN | CASE_ACC },
    { "Sprache", "Sprache", POS_NOUN | GENDER_F | NUMBER_SG | CASE_ANY },
    { "Regierung", "Regierung", POS_NOUN | GENDER_F | NUMBER_SG | CASE_ANY },
    { "Haus", "Haus", POS_NOUN | GENDER_N | NUMBER_SG | CASE_NOM | CASE_DAT | CASE_ACC },
    { "Mauer", "Mauer", POS_NOUN | GENDER_F | NUMBER_SG | CASE_ANY },
    { "die", "der", POS_DETERMINER | FEATURE_DETERMINER_DEFINITE | GENDER_F | NUMBER_SG | CASE_NOM | CASE_ACC },
    { "die", "der", POS_RELATIVE | GENDER_F | NUMBER_SG | CASE_NOM | CASE_ACC },
    { "das", "der", POS_DETERMINER | FEATURE_DETERMINER_DEFINITE | GENDER_N | NUMBER_SG | CASE_NOM | CASE_ACC },
    { "ein", "ein", POS_DETERMINER | FEATURE_DETERMINER_INDEFINITE | GENDER_N | NUMBER_SG | CASE_NOM | CASE_ACC },
    { "eine", "ein", POS_DETERMINER | FEATURE_DETERMINER_INDEFINITE | GENDER_F | NUMBER_SG | CASE_NOM | CASE_ACC },
    { "in", "in", POS_PREPOSITION | CASE_DAT | CASE_ACC },
    { "um", "um", POS_PREPOSITION | CASE_ACC },
    { "zu", "zu", POS_PREPOSITION | CASE_DAT },
    { "und", "und", POS_CONJUNCTION },
    { "dass", "dass", POS_SUBORDINATOR },
    { "gestern", "gestern", POS_ADVERB },
    { "er", "er", POS_PRONOUN | CASE_NOM },
    { "sie", "sie", POS_PRONOUN | CASE_NOM | CASE_ACC },
};

struct small {
    struct arena arena;
    struct rule_sources sources;
    struct lexicon lexicon;
    struct rule_set rules;
    char path[64];
};

static struct slice slice_in(struct arena *arena, const char *text)
{
    return arena_copy(arena, slice_of(text));
}

/* Adds a rule with one pattern, to be compiled by small_open. Returns it, so that a test can add more. */
static inline struct rule_source *small_rule(struct small *small, const char *id, const char *pattern,
                                             enum rule_order order)
{
    struct rule_sources *all = &small->sources;

    all->rules = arena_grow(&small->arena, all->rules, all->rules_count, &all->rules_capacity, sizeof *all->rules);
    struct rule_source *rule = &all->rules[all->rules_count++];

    *rule = (struct rule_source){ .file = SLICE("test.xml"), .line = 1, .id = slice_in(&small->arena, id) };
    rule->category = SLICE("style/awkward");
    rule->severity = SEVERITY_MAJOR;
    rule->confidence = 0.9;
    rule->patterns = arena_take(&small->arena, sizeof *rule->patterns);
    rule->patterns[0] = (struct pattern_source){ .text = slice_in(&small->arena, pattern), .order = order, .line = 1 };
    rule->patterns_count = rule->patterns_capacity = 1;
    return rule;
}

static inline void small_suggestion(struct small *small, struct rule_source *rule, const char *text)
{
    rule->suggestions = arena_take(&small->arena, sizeof *rule->suggestions);
    rule->suggestions[0] = slice_in(&small->arena, text);
    rule->suggestions_count = rule->suggestions_capacity = 1;
}

static inline void small_condition(struct small *small, struct rule_source *rule, const char *pattern, bool negative,
                                   enum condition_scope scope)
{
    rule->conditions = arena_grow(&small->arena, rule->conditions, rule->conditions_count, &rule->conditions_capacity,
                                  sizeof *rule->conditions);
    rule->conditions[rule->conditions_count] = (struct condition_source){
        .pattern = { .text = slice_in(&small->arena, pattern), .order = ORDER_FIXED, .line = 1 },
        .negative = negative,
        .scope = scope,
        .group = (uint32_t)rule->conditions_count,
    };
    rule->conditions_count++;
}

static struct rs_error complaint; /* the last one of the compiler */

static void keep_complaint(const struct rs_error *error)
{
    complaint = *error;
}

static inline int small_compile(struct small *small, struct rs_error *error)
{
    struct builder *builder = builder_new();
    struct slice *companies = arena_array(&small->arena, 1, sizeof *companies);
    struct word_list list = { SLICE("companies"), companies, 1 };
    struct word_lists lists = { .lists = &list, .lists_count = 1 };

    companies[0] = SLICE("Meta");
    for (size_t i = 0; i < sizeof small_words / sizeof *small_words; i++) {
        builder_reading(builder, slice_of(small_words[i].form), slice_of(small_words[i].lemma),
                        small_words[i].features);
        builder_count(builder, slice_of(small_words[i].form)); /* words in use */
    }
    builder_lemma_at(builder, builder_find_lemma(builder, SLICE("abreißen")))->separable = 2;
    builder_english(builder, SLICE("however"), true);
    int status = rules_compile(&small->sources, &lists, builder, keep_complaint) == 0 ? 0 : -1;

    if (status == 0)
        status = builder_write(builder, small->path, error);
    builder_free(builder);
    return status;
}

static inline void small_open(struct small *small)
{
    struct rs_error error = { 0 };

    strcpy(small->path, "/tmp/rotstift-test-XXXXXX");
    int file = mkstemp(small->path);

    assert_true(file >= 0);
    close(file);
    if (small_compile(small, &error) != 0 || lexicon_open(small->path, &small->lexicon, &error) != 0 ||
        rules_open(&small->lexicon, &small->rules, &error) != 0)
        fail_msg("%s", error.message);
}

/* A test may make another one in its place. */
static inline void small_close(struct small *small)
{
    rules_close(&small->rules);
    lexicon_close(&small->lexicon);
    unlink(small->path);
    arena_free(&small->arena);
    *small = (struct small){ 0 };
}

/* A divided and analysed document; freed by document_free. */
static inline struct document *small_document(const struct small *small, const char *text)
{
    struct rs_error error;
    static const struct abbreviations none = { 0 };
    struct document *doc = read_segment_text(SLICE("test"), slice_of(text), &error);

    assert_non_null(doc);
    document_divide(doc, &none);
    analyse(&small->lexicon, doc);
    return doc;
}

#endif
