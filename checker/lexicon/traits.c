#include "lexicon/traits.h"

#define BIT(trait) ((uint64_t)1 << (trait))

bool is_overruled(const struct token_analysis *analysis, uint16_t reading)
{
    uint32_t features = analysis->readings[reading].features;

    for (uint16_t i = 0; (features & FEATURE_GUESSED) != 0 && i < analysis->reading_count; i++)
        if (pos_of(analysis->readings[i].features) == pos_of(features) &&
            (analysis->readings[i].features & FEATURE_GUESSED) == 0)
            return true;
    return false;
}

static bool is_verb(uint32_t features)
{
    return pos_of(features) == POS_VERB || pos_of(features) == POS_AUXILIARY;
}

static bool is_finite_form(enum verb_form form)
{
    return form >= VERB_PRESENT && form <= VERB_SUBJUNCTIVE2;
}

/* What some reading has. */
static uint64_t some_traits(uint32_t features)
{
    uint64_t traits = BIT(TRAIT_POS + pos_of(features)) | BIT(TRAIT_VERB_FORM + verb_form_of(features));

    if (pos_of(features) == POS_NOUN && (features & NUMBER_PL) != 0)
        traits |= BIT(TRAIT_PLURAL_NOUN);
    if (holds_article(features))
        traits |= BIT(TRAIT_CONTRACTION);
    return traits;
}

static bool only_finite(const struct token_analysis *analysis)
{
    bool finite = false;

    for (uint16_t i = 0; i < analysis->reading_count; i++) {
        uint32_t features = analysis->readings[i].features;
        enum verb_form form = verb_form_of(features);

        if (is_verb(features) && is_finite_form(form))
            finite = true;
        else if (form != VERB_IMPERATIVE && pos_of(features) != POS_PREFIX) /* "stand" of "standhalten" */
            return false;
    }
    return finite;
}

static bool is_attribute(const struct token_analysis *analysis)
{
    bool inflected = false;

    for (uint16_t i = 0; i < analysis->reading_count; i++) {
        uint32_t features = analysis->readings[i].features;

        if (pos_of(features) == POS_DETERMINER || pos_of(features) == POS_NUMERAL)
            return false;
        inflected = inflected ||
                    (pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) == 0 && (features & CASE_ANY) != 0);
    }
    return inflected;
}

static bool only_noun(const struct token_analysis *analysis)
{
    bool noun = false;

    for (uint16_t i = 0; i < analysis->reading_count; i++) {
        uint32_t features = analysis->readings[i].features;

        if (is_overruled(analysis, i))
            continue;
        if (pos_of(features) == POS_NAME || (features & FEATURE_GUESSED) != 0)
            return false;
        noun = noun || pos_of(features) == POS_NOUN;
    }
    return noun;
}

static uint64_t third_person(const struct token_analysis *analysis)
{
    uint64_t traits = 0;

    for (uint16_t i = 0; i < analysis->reading_count; i++) {
        uint32_t features = analysis->readings[i].features;
        enum verb_form form = verb_form_of(features);
        bool third = is_finite_form(form) && (features & PERSON_3) != 0;

        if (!is_verb(features))
            return 0;
        if (third && (features & NUMBER_SG) != 0)
            traits |= BIT(TRAIT_THIRD_SG);
        if ((third && (features & NUMBER_PL) != 0) || form == VERB_INFINITIVE)
            traits |= BIT(TRAIT_THIRD_PL);
    }
    return traits;
}

void read_as(struct token_analysis *analysis, const struct reading *readings, uint16_t count)
{
    analysis->readings = readings;
    analysis->reading_count = count;
    analysis->traits = third_person(analysis);
    analysis->lemmas = 0;
    for (uint16_t i = 0; i < count; i++) {
        analysis->traits |= some_traits(readings[i].features);
        analysis->lemmas |= lemma_bit(readings[i].lemma);
    }
    if (only_finite(analysis))
        analysis->traits |= BIT(TRAIT_ONLY_FINITE);
    if (is_attribute(analysis))
        analysis->traits |= BIT(TRAIT_ATTRIBUTE);
    if (only_noun(analysis))
        analysis->traits |= BIT(TRAIT_ONLY_NOUN);
}
