/* Reads noun phrases. German marks gender, number and case on determiner, adjectives and noun together; a phrase is
 * wrong only when no reading of all of them fits, so every reading is tried: 3 genders, 2 numbers, 4 cases. */
#include "lexicon/noun_phrase.h"

#include "lexicon/analysis.h"

enum { MAX_ADJECTIVES = 4 };

static const uint32_t cases[] = { CASE_NOM, CASE_GEN, CASE_DAT, CASE_ACC };
static const uint32_t numbers_of[] = { NUMBER_SG, NUMBER_PL };
static const uint32_t genders[] = { GENDER_M, GENDER_F, GENDER_N };

static bool is_contraction(uint32_t features)
{
    return pos_of(features) == POS_PREPOSITION && (features & NUMBER_ANY) != 0;
}

static bool has_contraction(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (is_contraction(token->analysis.readings[i].features))
            return true;
    return false;
}

bool is_inflected_adjective(const struct token *token)
{
    bool inflected = false;

    if ((token->flags & TOKEN_CAPITAL) != 0)
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_DETERMINER || pos_of(features) == POS_NUMERAL)
            return false;
        inflected = inflected ||
                    (pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) == 0 && (features & CASE_ANY) != 0);
    }
    return inflected;
}

/* A noun about which enough is known: from the dictionary, or a compound's head, and no name. */
static bool is_sure_noun(const struct token *token)
{
    bool noun = false;

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) == 0 || (token->flags & TOKEN_ALL_CAPS) != 0)
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_NAME || (features & FEATURE_GUESSED) != 0)
            return false;
        noun = noun || pos_of(features) == POS_NOUN;
    }
    return noun;
}

bool bare_noun_at(const struct document *doc, size_t token, struct noun_phrase *out)
{
    *out = (struct noun_phrase){ .first = token, .noun = token };
    return token < doc->token_count && is_sure_noun(&doc->tokens[token]);
}

/* "die beiden", "der vielen", "seine wenigen": behind a determiner these are adjectives of a plural. */
static bool is_quantifier(const struct document *doc, size_t index)
{
    struct slice word = token_text(doc, &doc->tokens[index]);

    return token_is(&doc->tokens[index], POS_DETERMINER) && slice_ends(word, SLICE("en")) &&
           (slice_starts(word, SLICE("beid")) || slice_starts(word, SLICE("viel")) ||
            slice_starts(word, SLICE("wenig")));
}

bool noun_phrase_at(const struct document *doc, size_t token, struct noun_phrase *out)
{
    size_t at = token;
    const struct token *tokens = doc->tokens;

    *out = (struct noun_phrase){ .first = token };
    out->contracted = has_contraction(&tokens[at]);
    out->has_determiner = out->contracted || token_is(&tokens[at], POS_DETERMINER);
    if (out->has_determiner)
        at++;
    for (size_t n = 0; n < MAX_ADJECTIVES && at < doc->token_count &&
                       (is_inflected_adjective(&tokens[at]) || (at > token && is_quantifier(doc, at)));
         n++)
        at++;
    if (at >= doc->token_count || at == token || tokens[at].sentence != tokens[token].sentence ||
        tokens[at].clause != tokens[token].clause || !is_sure_noun(&tokens[at]))
        return false;
    out->noun = at;
    return true;
}

static bool admits(uint32_t features, const struct agreement *wanted)
{
    return (features & wanted->number) != 0 && (features & wanted->grammatical_case) != 0 &&
           (wanted->number == NUMBER_PL || (features & wanted->gender) != 0);
}

/* "viele neue", "einige alte": behind these the adjective is strong. */
static bool is_strong_quantifier(struct slice word)
{
    static const char *const words[] = {
        "viele", "einige", "mehrere", "wenige", "Viele", "Einige", "Mehrere", "Wenige"
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (slice_equal(word, slice_of(words[i])))
            return true;
    return false;
}

/* Which adjective endings go with the determiner's reading: weak after der, mixed after ein, strong otherwise. */
static uint32_t declension_after(uint32_t determiner)
{
    if ((determiner & FEATURE_DETERMINER_DEFINITE) != 0 || is_contraction(determiner))
        return DECLENSION_WEAK;
    return (determiner & FEATURE_DETERMINER_INDEFINITE) != 0 ? DECLENSION_MIXED
                                                             : DECLENSION_STRONG | DECLENSION_WEAK | DECLENSION_MIXED;
}

static bool declines(uint32_t features, uint32_t declension)
{
    uint32_t known = features & (DECLENSION_STRONG | DECLENSION_WEAK | DECLENSION_MIXED);

    return known == 0 || (known & declension) != 0;
}

static bool adjective_fits(const struct token *token, const struct agreement *wanted, uint32_t declension)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_ADJECTIVE && admits(features, wanted) && declines(features, declension))
            return true;
    }
    return false;
}

/* The ending of an adjectival noun follows its determiner ("ein Beamter", "der Beamte"); only -er is asked about, since
 * dictionaries take too many weak nouns for adjectival ones ("ein Bulle"). */
static bool noun_fits(const struct document *doc, const struct noun_phrase *phrase, const struct agreement *wanted,
                      uint32_t declension)
{
    const struct token *token = &doc->tokens[phrase->noun];
    bool strong = phrase->adjectival || slice_ends(token_text(doc, token), SLICE("er"));

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_NOUN && admits(features, wanted) &&
            (!strong || (features & FEATURE_ADJECTIVAL_NOUN) == 0 || declines(features, declension)))
            return true;
    }
    return false;
}

static bool rest_fits(const struct document *doc, const struct noun_phrase *phrase, const struct agreement *wanted,
                      uint32_t declension)
{
    for (size_t i = phrase->first + phrase->has_determiner; i < phrase->noun; i++)
        if (!(is_quantifier(doc, i) && wanted->number == NUMBER_PL) &&
            !adjective_fits(&doc->tokens[i], wanted, declension))
            return false;
    return noun_fits(doc, phrase, wanted, declension);
}

static bool phrase_fits(const struct document *doc, const struct noun_phrase *phrase, const struct agreement *wanted,
                        uint32_t declension)
{
    const struct token *first = &doc->tokens[phrase->first];

    if (!phrase->has_determiner)
        return rest_fits(doc, phrase, wanted, declension);
    for (uint16_t i = 0; i < first->analysis.reading_count; i++) {
        uint32_t features = first->analysis.readings[i].features;
        bool determiner = phrase->contracted ? is_contraction(features) : pos_of(features) == POS_DETERMINER;

        uint32_t endings =
            is_strong_quantifier(token_text(doc, first)) ? DECLENSION_STRONG : declension_after(features);

        if (determiner && admits(features, wanted) && rest_fits(doc, phrase, wanted, endings))
            return true;
    }
    return false;
}

static uint32_t fitting_cases(const struct document *doc, const struct noun_phrase *phrase, uint32_t declension,
                              uint32_t *numbers)
{
    uint32_t found = 0;

    *numbers = 0;
    for (size_t c = 0; c < 4; c++)
        for (size_t n = 0; n < 2; n++)
            for (size_t g = 0; g < 3; g++) {
                struct agreement wanted = { genders[g], numbers_of[n], cases[c] };

                if (!phrase_fits(doc, phrase, &wanted, declension))
                    continue;
                found |= cases[c];
                *numbers |= numbers_of[n];
            }
    return found;
}

uint32_t agreeing_cases(const struct document *doc, const struct noun_phrase *phrase, uint32_t *numbers)
{
    uint32_t found;

    return fitting_cases(doc, phrase, DECLENSION_STRONG | DECLENSION_WEAK | DECLENSION_MIXED,
                         numbers == NULL ? &found : numbers);
}

uint32_t strong_cases(const struct document *doc, const struct noun_phrase *phrase)
{
    uint32_t numbers;

    return fitting_cases(doc, phrase, DECLENSION_STRONG, &numbers);
}
