#include "checks/relatives.h"

#include "checks/corrections.h"
#include "checks/paradigms.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

bool noun_features(const struct token *token, uint32_t *genders, uint32_t *numbers)
{
    *genders = *numbers = 0;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (is_overruled(&token->analysis, i))
            continue;
        if (pos_of(features) != POS_NOUN || (features & (FEATURE_GUESSED | FEATURE_ADJECTIVAL_NOUN)) != 0)
            return false;
        *genders |= features & GENDER_ANY;
        *numbers |= features & NUMBER_ANY;
    }
    return token->analysis.reading_count > 0;
}

bool may_stand_for(const struct token *pronoun, uint32_t cases, uint32_t numbers_of_verb, uint32_t genders,
                   uint32_t numbers)
{
    for (uint16_t i = 0; i < pronoun->analysis.reading_count; i++) {
        uint32_t features = pronoun->analysis.readings[i].features;
        uint32_t common = features & numbers & NUMBER_ANY;

        if (pos_of(features) != POS_RELATIVE || (features & cases) == 0)
            continue;
        if ((features & CASE_NOM & cases) != 0 && cases == CASE_NOM)
            common &= numbers_of_verb;
        if ((common & NUMBER_PL) != 0 || ((common & NUMBER_SG) != 0 && (features & genders) != 0))
            return true;
    }
    return false;
}

bool is_pronoun_alone(const struct check_run *run, size_t index)
{
    struct slice word = lower_at(run, index);

    if (slice_equal(word, SLICE("jemand")) || slice_equal(word, SLICE("niemand")) ||
        slice_equal(word, SLICE("keiner"))) /* "das kann nur jemand wissen, der" */
        return true;
    return token_is(token_at(run, index), POS_PRONOUN) && !in_list_lower(run, LIST_SUBJECT_PRONOUNS, index) &&
           !in_list_lower(run, LIST_REFLEXIVE_PRONOUNS, index) && !in_list_lower(run, LIST_NOMINATIVE_PRONOUNS, index);
}

bool asks_for_one(const struct check_run *run, size_t pronoun)
{
    struct noun_phrase phrase;

    if (!slice_starts(text_at(run, pronoun), SLICE("welch")))
        return false;
    return text_is(run, pronoun - 2, "Frage") || text_is(run, pronoun + 1, "von") ||
           (noun_phrase_at(run->doc, pronoun + 1, &phrase) && phrase.has_determiner &&
            (agreeing_cases(run->doc, &phrase, NULL) & CASE_GEN) != 0);
}

void report_relative(const struct check_run *run, size_t noun, size_t pronoun, uint32_t cases, uint32_t features)
{
    struct issue *issue = report(run, "check/antecedent", tokens_span(run, noun, pronoun));

    if (features != 0)
        suggest_relative(run, issue, pronoun, cases, features);
}

void report_possessive(const struct check_run *run, size_t noun)
{
    struct slice text = text_at(run, noun);

    suggest(run, report(run, "check/antecedent", tokens_span(run, noun, noun + 2)),
            arena_print(run->issues->arena, "%.*s, %s", (int)text.len, text.at,
                        text_is(run, noun + 2, "deren") ? "dessen" : "deren"));
}
