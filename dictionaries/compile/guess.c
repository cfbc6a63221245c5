/* Forms of the words that rules name and no dictionary knows: as those of their last part ("hinauftreten" as treten,
 * "Kurvenball" as Ball), else by the commonest endings of their kind ("flexte", "krisengetroffene"). */
#include "rules.h"

enum { MIN_PREFIX = 2, MIN_HEAD = 3, MIN_PARTICIPLE = 6, MAX_WORD = 128 };

#define GUESSED_NOUN (POS_NOUN | GENDER_ANY | CASE_ANY | FEATURE_GUESSED)

static bool is_capital(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

static bool is_small(char letter)
{
    return letter >= 'a' && letter <= 'z';
}

/* The word with a capital, in buffer. */
static struct slice capitalised(char buffer[MAX_WORD], struct slice word)
{
    memcpy(buffer, word.at, word.len);
    buffer[0] = (char)(buffer[0] - 'a' + 'A');
    return (struct slice){ buffer, word.len };
}

static bool has_reading(const struct builder *builder, struct slice form, uint32_t lemma, enum pos pos)
{
    uint32_t id = builder_find_form(builder, form);
    struct reading reading;

    for (size_t i = 0; id != NO_ID && builder_reading_at(builder, id, i, &reading); i++)
        if ((lemma == NO_ID || reading.lemma == lemma) && pos_of(reading.features) == pos)
            return true;
    return false;
}

/* The lemma of a last part that a dictionary has as a word of that kind, or NO_ID. */
static uint32_t part_lemma(const struct builder *builder, struct slice part, enum pos pos)
{
    uint32_t lemma = builder_find_lemma(builder, part);

    return lemma != NO_ID && (builder_lemma_flags(builder, lemma) & LEMMA_RULE_ONLY) == 0 &&
                   has_reading(builder, part, lemma, pos)
               ? lemma
               : NO_ID;
}

/* The longest last part that a dictionary has as a word of that kind: its lemma, or NO_ID. Behind a separable prefix
 * the verb is what is left of it: "herunter-schließen", not "herunt-erschließen". */
static uint32_t last_part(const struct builder *builder, struct slice word, enum pos pos, size_t *prefix)
{
    uint32_t lemma = NO_ID;

    for (size_t i = word.len - MIN_HEAD; pos == POS_VERB && lemma == NO_ID && i >= MIN_PREFIX; i--) {
        *prefix = i;
        if (has_reading(builder, (struct slice){ word.at, i }, NO_ID, POS_PREFIX))
            lemma = part_lemma(builder, slice_from(word, i), pos);
    }
    for (size_t i = MIN_PREFIX; lemma == NO_ID && i + MIN_HEAD <= word.len; i++) {
        struct slice part = slice_from(word, i);
        char buffer[MAX_WORD];

        if (pos == POS_NOUN && word.at[i - 1] != '-' && is_small(part.at[0]))
            part = capitalised(buffer, part);
        *prefix = i;
        lemma = part_lemma(builder, part, pos);
    }
    return lemma;
}

/* The commonest endings of nouns, adjectives and verbs. */
static const char *const noun_endings[] = { "", "s", "es", "e", "en", "n", NULL };
static const char *const adjective_endings[] = { "", "e", "en", "er", "es", "em", NULL };
static const char *const verb_endings[] = { "en", "e", "st", "t", "te", "test", "ten", "tet", NULL };
static const char *const dental_endings[] = { "en", "e", "est", "et", "ete", "etest", "eten", "etet", NULL };

static void guess_by_endings(struct builder *builder, struct slice lemma, struct slice stem, const char *const *endings,
                             uint32_t features)
{
    char form[MAX_WORD];

    for (; *endings != NULL; endings++) {
        int length = snprintf(form, sizeof(form), "%.*s%s", (int)stem.len, stem.at, *endings);

        if (length > 0 && (size_t)length < sizeof(form))
            builder_reading(builder, (struct slice){ form, (size_t)length }, lemma, features);
    }
}

/* "boostet", not "boostt": behind t and d the endings of a verb begin with an e. */
static bool is_dental(char letter)
{
    return letter == 't' || letter == 'd';
}

static void guess_verb(struct builder *builder, struct slice verb)
{
    struct slice stem = { verb.at, verb.len - 2 };

    guess_by_endings(builder, verb, stem, is_dental(stem.at[stem.len - 1]) ? dental_endings : verb_endings,
                     POS_VERB | FEATURE_GUESSED | (uint32_t)VERB_PRESENT << VERB_SHIFT);
}

/* Bytes of the separable prefix that the verb starts with, 0: none. */
static size_t separable_prefix(const struct builder *builder, struct slice verb)
{
    for (size_t i = verb.len - MIN_HEAD; i >= MIN_PREFIX; i--)
        if (has_reading(builder, (struct slice){ verb.at, i }, NO_ID, POS_PREFIX))
            return i;
    return 0;
}

/* "eingechippt" and "einzuchippen" of "einchippen". */
static void guess_participle(struct builder *builder, struct slice verb)
{
    size_t prefix = separable_prefix(builder, verb);
    struct slice stem = slice_from(verb, prefix);
    char form[MAX_WORD];
    int length = snprintf(form, sizeof(form), "%.*sge%.*s%s", (int)prefix, verb.at, (int)stem.len - 2, stem.at,
                          is_dental(verb.at[verb.len - 3]) ? "et" : "t");

    if (length > 0 && (size_t)length < sizeof(form))
        builder_reading(builder, (struct slice){ form, (size_t)length }, verb,
                        POS_VERB | FEATURE_GUESSED | (uint32_t)VERB_PARTICIPLE2 << VERB_SHIFT);
    length = snprintf(form, sizeof(form), "%.*szu%.*s", (int)prefix, verb.at, (int)stem.len, stem.at);
    if (prefix > 0 && length > 0 && (size_t)length < sizeof(form))
        builder_reading(builder, (struct slice){ form, (size_t)length }, verb,
                        POS_VERB | FEATURE_GUESSED | (uint32_t)VERB_ZU_INFINITIVE << VERB_SHIFT);
}

void guess_plural(struct builder *builder, struct slice lemma)
{
    char plural[MAX_WORD];
    int length = snprintf(plural, sizeof(plural), "%.*sn", (int)lemma.len, lemma.at);

    if (!slice_ends(lemma, SLICE("e")) || !is_capital(lemma.at[0]) || length <= 0 || (size_t)length >= sizeof(plural))
        return;
    if (builder_find_form(builder, (struct slice){ plural, (size_t)length }) == NO_ID)
        builder_reading(builder, (struct slice){ plural, (size_t)length }, lemma, GUESSED_NOUN | NUMBER_PL);
}

/* Whether the word ends in a participle, and may so be an adjective: "krisengetroffen". */
static bool ends_in_participle(const struct builder *builder, struct slice word)
{
    struct reading reading;

    for (size_t i = MIN_PREFIX; i + MIN_PARTICIPLE <= word.len; i++) {
        uint32_t form = builder_find_form(builder, slice_from(word, i));

        for (size_t k = 0; form != NO_ID && builder_reading_at(builder, form, k, &reading); k++)
            if (pos_of(reading.features) == POS_VERB && verb_form_of(reading.features) == VERB_PARTICIPLE2)
                return true;
    }
    return false;
}

void guess_forms(struct rule_records *records, struct slice lemma, uint32_t id)
{
    struct builder *builder = records->builder;
    bool noun = is_capital(lemma.at[0]);
    bool verb = lemma.len > 4 && slice_ends(lemma, SLICE("n")) && is_small(lemma.at[0]);
    size_t prefix = 0;
    uint32_t head = lemma.len >= MAX_WORD || !(noun || verb)
                        ? NO_ID
                        : last_part(builder, lemma, noun ? POS_NOUN : POS_VERB, &prefix);

    if (noun) {
        guess_by_endings(builder, lemma, lemma, noun_endings, GUESSED_NOUN | NUMBER_ANY);
    } else if (verb && slice_ends(lemma, SLICE("en"))) {
        guess_verb(builder, lemma);
        guess_participle(builder, lemma);
    }
    if (is_small(lemma.at[0]) && (!verb || ends_in_participle(builder, lemma)))
        guess_by_endings(builder, lemma, lemma, adjective_endings,
                         POS_ADJECTIVE | GENDER_ANY | NUMBER_ANY | CASE_ANY | FEATURE_GUESSED);
    if (head == NO_ID)
        return;
    if (verb && has_reading(builder, (struct slice){ lemma.at, prefix }, NO_ID, POS_PREFIX))
        builder_lemma_at(builder, id)->separable = (uint8_t)prefix;
    records->guesses = arena_grow(records->arena, records->guesses, records->guesses_count, &records->guesses_capacity,
                                  sizeof(*records->guesses));
    records->guesses[records->guesses_count++] =
        (struct guess){ .lemma = arena_copy(records->arena, lemma), .head = head, .prefix = prefix, .noun = noun };
}

/* A form of the last part made one of the whole word. */
static void add_form(struct builder *builder, const struct guess *guess, struct slice form, uint32_t features)
{
    bool joined = guess->lemma.at[guess->prefix - 1] != '-';
    bool zu = !guess->noun && verb_form_of(features) == VERB_INFINITIVE &&
              has_reading(builder, (struct slice){ guess->lemma.at, guess->prefix }, NO_ID, POS_PREFIX);
    char buffer[MAX_WORD], whole[MAX_WORD];

    if (form.len + guess->prefix + 2 >= MAX_WORD || (guess->noun && !is_capital(form.at[0])))
        return;
    memcpy(buffer, form.at, form.len); /* the builder's texts move as it grows */
    form.at = buffer;
    if (guess->noun && joined)
        buffer[0] = (char)(buffer[0] - 'A' + 'a');
    for (int with_zu = 0; with_zu <= (zu ? 1 : 0); with_zu++) {
        int length = snprintf(whole, sizeof(whole), "%.*s%s%.*s", (int)guess->prefix, guess->lemma.at,
                              with_zu ? "zu" : "", (int)form.len, form.at);

        builder_reading(builder, (struct slice){ whole, (size_t)length }, guess->lemma, features | FEATURE_GUESSED);
    }
}

void guess_finish(struct rule_records *records)
{
    struct builder *builder = records->builder;
    size_t lemmas = builder_lemma_count(builder), forms = builder_form_count(builder);
    uint32_t *first = arena_array(records->arena, lemmas, sizeof(*first)); /* of a head's guesses, NO_ID: none */

    for (size_t i = 0; i < lemmas; i++)
        first[i] = NO_ID;
    for (size_t i = 0; i < records->guesses_count; i++) {
        struct guess *guess = &records->guesses[i];

        guess->next = first[guess->head];
        first[guess->head] = (uint32_t)i;
    }
    for (uint32_t form = 0; form < forms; form++) {
        struct reading reading;

        for (size_t i = 0; builder_reading_at(builder, form, i, &reading); i++) {
            enum pos pos = pos_of(reading.features);

            for (uint32_t k = first[reading.lemma]; k != NO_ID; k = records->guesses[k].next)
                if (records->guesses[k].noun ? pos == POS_NOUN : pos == POS_VERB || pos == POS_ADJECTIVE)
                    add_form(builder, &records->guesses[k], builder_form_text(builder, form), reading.features);
        }
    }
}
