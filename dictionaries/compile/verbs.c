/* Readings of verbs: every infinitive of hunspell and Ding with all its forms. */
#include "verbs.h"

#include <stdlib.h>

#include "builder_rows.h"
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

static bool is_verb(struct reading reading)
{
    return pos_of(reading.features) == POS_VERB;
}

static bool has_past(struct morphology *m, const struct verb_sources *sources, struct slice infinitive)
{
    struct paradigm paradigm;

    verb_paradigm(m, sources, infinitive, &paradigm);
    for (size_t i = 0; i < paradigm.count; i++)
        if (verb_form_of(paradigm.forms[i].features) == VERB_PAST && is_spelled(m, paradigm.forms[i].text))
            return true;
    return false;
}

/* "kämen", "riefen": hunspell has the plurals of strong pasts and subjunctives as it has infinitives. A verb of its own
 * ("führen") has a past. */
static bool is_past_plural(struct morphology *m, const struct verb_sources *sources, uint32_t lemma)
{
    struct slice infinitive = builder_lemma_text(m->builder, lemma);
    uint32_t form = builder_find_form(m->builder, infinitive);
    struct reading reading;

    for (size_t i = 0; form != NO_ID && builder_reading_at(m->builder, form, i, &reading); i++) {
        enum verb_form kind = verb_form_of(reading.features);

        if (is_verb(reading) && reading.lemma != lemma && (kind == VERB_PAST || kind == VERB_SUBJUNCTIVE2))
            return !has_past(m, sources, infinitive);
    }
    return false;
}

/* What is read of verbs that are none goes. context: for each lemma, whether it is one of these. */
static bool is_of_no_verb(const void *context, struct slice form, struct reading reading, const struct reading *all,
                          size_t count)
{
    const bool *none = context;
    (void)form, (void)all, (void)count;

    return none[reading.lemma];
}

/* "führt" is führen, "drängen" is itself: nobody writes them for "ihr fuhrt" or "sie drangen" in the subjunctive. */
static bool is_rather_another(const void *context, struct slice form, struct reading reading, const struct reading *all,
                              size_t count)
{
    static const char *const umlauts[] = { "ä", "ö", "ü" };
    bool umlaut = false;
    (void)context;

    if (!is_verb(reading) || verb_form_of(reading.features) != VERB_SUBJUNCTIVE2)
        return false;
    for (size_t i = 0; i < sizeof(umlauts) / sizeof(*umlauts); i++)
        umlaut = umlaut || memmem(form.at, form.len, umlauts[i], strlen(umlauts[i])) != NULL;
    for (size_t i = 0; i < count && umlaut; i++) {
        enum verb_form kind = verb_form_of(all[i].features);

        if (is_verb(all[i]) && (kind == VERB_PRESENT || kind == VERB_INFINITIVE) && all[i].lemma != reading.lemma)
            return true;
    }
    return false;
}

static void drop_unlikely(struct morphology *m, const struct verb_sources *sources)
{
    size_t count = builder_lemma_count(m->builder);
    bool *none = must(calloc(count + 1, sizeof(*none)));

    for (uint32_t lemma = 0; lemma < count; lemma++)
        none[lemma] = is_past_plural(m, sources, lemma);
    builder_drop_readings(m->builder, is_of_no_verb, none);
    builder_drop_readings(m->builder, is_rather_another, NULL);
    free(none);
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
    drop_unlikely(m, &sources);
    return 0;
}
