#include "lexicon/adjectival_nouns.h"

#include "text/letters.h"

enum { MOST_READINGS = 6, MIN_COMPOUND = 3, MIN_HEAD = 6 /* bytes */ };

/* What a noun with an ending is. */
struct ending {
    const char *text;
    uint32_t readings[MOST_READINGS]; /* 0 ends them */
};

static const struct ending endings[] = {
    { "e",
      { GENDER_M | NUMBER_SG | CASE_NOM | DECLENSION_WEAK,
        GENDER_F | NUMBER_SG | CASE_NOM | CASE_ACC | DECLENSION_STRONG | DECLENSION_WEAK | DECLENSION_MIXED,
        GENDER_N | NUMBER_SG | CASE_NOM | CASE_ACC | DECLENSION_WEAK,
        GENDER_ANY | NUMBER_PL | CASE_NOM | CASE_ACC | DECLENSION_STRONG } },
    { "er",
      { GENDER_M | NUMBER_SG | CASE_NOM | DECLENSION_STRONG | DECLENSION_MIXED,
        GENDER_F | NUMBER_SG | CASE_GEN | CASE_DAT | DECLENSION_STRONG,
        GENDER_ANY | NUMBER_PL | CASE_GEN | DECLENSION_STRONG } },
    { "en",
      { GENDER_M | NUMBER_SG | CASE_ACC | DECLENSION_STRONG | DECLENSION_WEAK | DECLENSION_MIXED,
        GENDER_M | GENDER_N | NUMBER_SG | CASE_GEN | DECLENSION_STRONG | DECLENSION_WEAK | DECLENSION_MIXED,
        GENDER_M | GENDER_N | NUMBER_SG | CASE_DAT | DECLENSION_WEAK | DECLENSION_MIXED,
        GENDER_F | NUMBER_SG | CASE_GEN | CASE_DAT | DECLENSION_WEAK | DECLENSION_MIXED,
        GENDER_ANY | NUMBER_PL | CASE_DAT | DECLENSION_STRONG | DECLENSION_WEAK | DECLENSION_MIXED,
        GENDER_ANY | NUMBER_PL | CASE_NOM | CASE_GEN | CASE_ACC | DECLENSION_WEAK | DECLENSION_MIXED } },
    { "em", { GENDER_M | GENDER_N | NUMBER_SG | CASE_DAT | DECLENSION_STRONG } },
};

/* "Verletzt", "Schwerverletzt", "22-Jährig" */
static bool is_listed(const struct word_types *types, struct slice stem)
{
    if (in_word_list(types->lexicon, LIST_ADJECTIVAL_NOUNS, stem))
        return true;
    for (size_t at = MIN_COMPOUND; at + MIN_HEAD <= stem.len; at++)
        if (starts_code_point(stem.at[at]) &&
            in_word_list(types->lexicon, LIST_ADJECTIVAL_NOUNS, with_initial(types->arena, slice_from(stem, at), true)))
            return true;
    return false;
}

static const struct ending *ending_of(const struct word_types *types, struct slice word)
{
    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
        struct slice ending = slice_of(endings[i].text);

        if (slice_ends(word, ending) && is_listed(types, (struct slice){ word.at, word.len - ending.len }))
            return &endings[i];
    }
    return NULL;
}

/* An earlier reading as a noun has the same lemma. */
static bool is_repeated(const struct token_analysis *analysis, uint16_t index)
{
    for (uint16_t i = 0; i < index; i++)
        if (pos_of(analysis->readings[i].features) == POS_NOUN &&
            analysis->readings[i].lemma == analysis->readings[index].lemma)
            return true;
    return false;
}

/* The lemmas as a noun ("Beamte", "Beamter"). */
static size_t count_lemmas(const struct token_analysis *analysis)
{
    size_t count = 0;

    for (uint16_t i = 0; i < analysis->reading_count; i++)
        count += pos_of(analysis->readings[i].features) == POS_NOUN && analysis->readings[i].lemma != NO_ID &&
                 !is_repeated(analysis, i);
    return count;
}

bool read_adjectival_noun(const struct word_types *types, struct word_type *type)
{
    struct token_analysis *analysis = &type->analysis;
    size_t lemmas = (type->flags & TOKEN_CAPITAL) == 0 ? 0 : count_lemmas(analysis);
    const struct ending *ending = lemmas == 0 ? NULL : ending_of(types, type->text);
    uint16_t count = 0;

    if (ending == NULL)
        return false;
    struct reading *readings =
        arena_array(types->arena, analysis->reading_count + lemmas * MOST_READINGS, sizeof(*readings));

    for (uint16_t i = 0; i < analysis->reading_count; i++) {
        const struct reading *old = &analysis->readings[i];

        if (pos_of(old->features) != POS_NOUN)
            readings[count++] = *old;
        if (pos_of(old->features) != POS_NOUN || old->lemma == NO_ID || is_repeated(analysis, i))
            continue;
        for (size_t r = 0; r < MOST_READINGS && ending->readings[r] != 0; r++)
            readings[count++] =
                (struct reading){ old->lemma, POS_NOUN | FEATURE_ADJECTIVAL_NOUN | ending->readings[r] };
    }
    analysis->readings = readings;
    analysis->reading_count = count;
    return true;
}
