/* Readings of verbs: every infinitive of hunspell and Ding with all its forms. */
#include "verbs.h"
#include "word_file.h"

/* Participles are adjectives too; their lemma is the infinitive. */
static void add_participle_readings(struct morphology *m, struct slice participle, struct slice infinitive)
{
    add_fact(m, participle, FACT_PARTICIPLE);
    add_reading(m, participle, (struct slice){ 0 }, infinitive, POS_ADJECTIVE | UNINFLECTED);
    if (!is_spelled(m, infinitive) || is_spelled(m, join(m, participle, SLICE("em"), (struct slice){ 0 })))
        decline(m, participle, infinitive, POS_ADJECTIVE);
    nominalise(m, participle, 0);
}

/* "das Erschüttern, des Erschütterns". */
static void add_nominal_infinitive(struct morphology *m, struct slice infinitive)
{
    struct slice noun = capitalise(m, infinitive);
    uint32_t features = POS_NOUN | GENDER_N | NUMBER_SG;

    if (noun_named(m, noun) != NULL && noun_named(m, noun)->genders != 0)
        return; /* nouns.c has it, with its plural */
    add_reading(m, noun, (struct slice){ 0 }, noun, features | CASE_NOM | CASE_DAT | CASE_ACC);
    add_reading(m, noun, SLICE("s"), noun, features | CASE_GEN);
}

static void add_verb(struct morphology *m, const struct verb_sources *sources, struct slice infinitive)
{
    struct paradigm paradigm;

    verb_paradigm(m, sources, infinitive, &paradigm);
    for (size_t i = 0; i < paradigm.count; i++) {
        const struct verb_form_text *form = &paradigm.forms[i];
        enum verb_form kind = verb_form_of(form->features);

        add_reading(m, form->text, (struct slice){ 0 }, infinitive, (uint32_t)paradigm.pos | form->features);
        if (kind == VERB_PARTICIPLE1 || kind == VERB_PARTICIPLE2)
            add_participle_readings(m, form->text, infinitive);
    }
    builder_lemma_at(m->builder, builder_lemma(m->builder, infinitive))->separable = (uint8_t)paradigm.separable;
    add_nominal_infinitive(m, infinitive);
}

/* The verbs of dative-verbs.txt are verbs even where no dictionary has them. */
static int read_dative_verb(void *context, const struct word_row *row, struct rs_error *error)
{
    struct slice verb = row->columns[0];

    if (verb.len < 4 || verb.at[verb.len - 1] != 'n' || is_capitalised(verb))
        return error_set(error, row->path, row->line, "\"%.*s\" is no infinitive", (int)verb.len, verb.at);
    add_fact(context, verb, FACT_VERB);
    return 0;
}

int add_verbs(struct morphology *m, struct rs_error *error)
{
    struct verb_sources sources;

    if (verb_sources_read(m, &sources, error) != 0 ||
        read_word_file(m->sources->words, "dative-verbs.txt", 1, 1, read_dative_verb, m, error) != 0)
        return -1;
    /* add_verb adds words; those are participles, never infinitives that would be missed. */
    size_t count = m->words.count;

    for (size_t i = 0; i < sources.strong.count; i++)
        add_verb(m, &sources, sources.strong.words[i]);
    for (size_t i = 0; i < count; i++)
        if (!word_known(&sources.strong, m->words.words[i]) && is_known_verb(m, &sources, m->words.words[i]))
            add_verb(m, &sources, m->words.words[i]);
    return 0;
}
