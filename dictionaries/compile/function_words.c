/* Reads words/function-words.tsv: a form, its lemma and a reading a line ("dem", "der", "DET definite sg m n dat"). */
#include "morphology.h"
#include "word_file.h"

static const struct {
    const char *name;
    uint32_t features;
} feature_names[] = {
    { "NOUN", POS_NOUN },
    { "NAME", POS_NAME },
    { "VERB", POS_VERB },
    { "AUX", POS_AUXILIARY },
    { "ADJ", POS_ADJECTIVE },
    { "ADV", POS_ADVERB },
    { "DET", POS_DETERMINER },
    { "PRON", POS_PRONOUN },
    { "REL", POS_RELATIVE },
    { "PREP", POS_PREPOSITION },
    { "CONJ", POS_CONJUNCTION },
    { "SUB", POS_SUBORDINATOR },
    { "PART", POS_PARTICLE },
    { "NUM", POS_NUMERAL },
    { "ABBR", POS_ABBREVIATION },
    { "INTERJ", POS_INTERJECTION },
    { "PREFIX", POS_PREFIX },
    { "m", GENDER_M },
    { "f", GENDER_F },
    { "n", GENDER_N },
    { "sg", NUMBER_SG },
    { "pl", NUMBER_PL },
    { "nom", CASE_NOM },
    { "gen", CASE_GEN },
    { "dat", CASE_DAT },
    { "acc", CASE_ACC },
    { "1", PERSON_1 },
    { "2", PERSON_2 },
    { "3", PERSON_3 },
    { "present", (uint32_t)VERB_PRESENT << VERB_SHIFT },
    { "past", (uint32_t)VERB_PAST << VERB_SHIFT },
    { "subjunctive1", (uint32_t)VERB_SUBJUNCTIVE1 << VERB_SHIFT },
    { "subjunctive2", (uint32_t)VERB_SUBJUNCTIVE2 << VERB_SHIFT },
    { "imperative", (uint32_t)VERB_IMPERATIVE << VERB_SHIFT },
    { "infinitive", (uint32_t)VERB_INFINITIVE << VERB_SHIFT },
    { "zu-infinitive", (uint32_t)VERB_ZU_INFINITIVE << VERB_SHIFT },
    { "participle1", (uint32_t)VERB_PARTICIPLE1 << VERB_SHIFT },
    { "participle2", (uint32_t)VERB_PARTICIPLE2 << VERB_SHIFT },
    { "comparative", DEGREE_COMPARATIVE },
    { "superlative", DEGREE_SUPERLATIVE },
    { "strong", DECLENSION_STRONG },
    { "weak", DECLENSION_WEAK },
    { "mixed", DECLENSION_MIXED },
    { "uninflected", UNINFLECTED },
    { "definite", FEATURE_DETERMINER_DEFINITE },
    { "indefinite", FEATURE_DETERMINER_INDEFINITE },
};

static bool feature_named(struct slice name, uint32_t *features)
{
    for (size_t i = 0; i < sizeof(feature_names) / sizeof(*feature_names); i++)
        if (slice_equal(name, slice_of(feature_names[i].name))) {
            *features |= feature_names[i].features;
            return true;
        }
    return false;
}

static void keep_auxiliary(struct morphology *m, struct slice form, struct slice lemma, uint32_t features)
{
    word_add(&m->auxiliaries, lemma);
    m->auxiliary_forms = arena_grow(&m->arena, m->auxiliary_forms, m->auxiliary_form_count, &m->auxiliary_form_capacity,
                                    sizeof(*m->auxiliary_forms));
    m->auxiliary_forms[m->auxiliary_form_count++] =
        (struct auxiliary_form){ arena_copy(&m->arena, form), arena_copy(&m->arena, lemma), features };
}

static int read_function_word(void *context, const struct word_row *row, struct rs_error *error)
{
    struct morphology *m = context;
    struct slice rest = row->columns[2], name;
    uint32_t features = 0;

    if (row->columns[0].len == 0 || row->columns[1].len == 0)
        return error_set(error, row->path, row->line, "a form and its lemma must stand before the reading");
    while (next_word(&rest, ' ', &name))
        if (!feature_named(name, &features))
            return error_set(error, row->path, row->line, "\"%.*s\" is no feature; function_words.c lists them",
                             (int)name.len, name.at);
    if ((features & POS_MASK) == POS_NONE)
        return error_set(error, row->path, row->line, "a reading needs a part of speech (DET, PREP …)");
    add_reading(m, row->columns[0], (struct slice){ 0 }, row->columns[1], features);
    if (pos_of(features) == POS_AUXILIARY)
        keep_auxiliary(m, row->columns[0], row->columns[1], features);
    if (pos_of(features) == POS_DETERMINER)
        add_fact(m, row->columns[0], FACT_DONE);
    return 0;
}

int add_function_words(struct morphology *m, struct rs_error *error)
{
    return read_word_file(m->sources->words, "function-words.tsv", 3, 3, read_function_word, m, error);
}
