/* Reads noun phrases. German marks gender, number and case on determiner, adjectives and noun together; a phrase is
 * wrong only when no reading of all of them fits, so all readings are kept, as sets of gender, number and case. */
#include "lexicon/noun_phrase.h"

#include "lexicon/analysis.h"

enum { MAX_ADJECTIVES = 4 };

static const uint32_t cases[] = { CASE_NOM, CASE_GEN, CASE_DAT, CASE_ACC };

bool has_contraction(const struct token *token)
{
    return has_trait(token, TRAIT_CONTRACTION);
}

static uint32_t cases_as(const struct token *token, enum pos pos)
{
    uint32_t found = 0;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == pos)
            found |= token->analysis.readings[i].features & CASE_ANY;
    return found;
}

uint32_t preposition_cases(const struct token *token)
{
    return cases_as(token, POS_PREPOSITION);
}

uint32_t relative_cases(const struct token *token)
{
    return cases_as(token, POS_RELATIVE);
}

bool is_inflected_adjective(const struct token *token)
{
    return (token->flags & TOKEN_CAPITAL) == 0 && has_trait(token, TRAIT_ATTRIBUTE);
}

/* A noun about which enough is known: from the dictionary, or a compound's head, and no name. */
static bool is_sure_noun(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_ALL_CAPS)) == TOKEN_CAPITAL &&
           has_trait(token, TRAIT_ONLY_NOUN);
}

bool bare_noun_at(const struct document *doc, size_t token, struct noun_phrase *out)
{
    *out = (struct noun_phrase){ .first = token, .noun = token };
    return token < doc->token_count && is_sure_noun(&doc->tokens[token]);
}

/* "die beiden", "der vielen", "seine wenigen": behind a determiner these are adjectives of a plural; "das folgende". */
static bool is_quantifier(const struct document *doc, size_t index)
{
    struct slice word = token_text(doc, &doc->tokens[index]);

    if (!token_is(&doc->tokens[index], POS_DETERMINER))
        return false;
    return slice_starts(word, SLICE("folgend")) ||
           (slice_ends(word, SLICE("en")) && (slice_starts(word, SLICE("beid")) || slice_starts(word, SLICE("viel")) ||
                                              slice_starts(word, SLICE("wenig"))));
}

/* "eines solchen", "keine solche": behind these it is an adjective. */
static bool is_such(const struct document *doc, size_t index)
{
    static const char *const starts[] = { "ein", "Ein", "kein", "Kein", "jede", "Jede" };
    struct slice before = token_text(doc, &doc->tokens[index - 1]);

    if (!slice_starts(token_text(doc, &doc->tokens[index]), SLICE("solch")) ||
        !token_is(&doc->tokens[index - 1], POS_DETERMINER))
        return false;
    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        if (slice_starts(before, slice_of(starts[i])))
            return true;
    return false;
}

/* "vor allem Pendler": the two words are an adverb, and no determiner begins with the second. */
static bool is_vor_allem(const struct document *doc, size_t token)
{
    if (token == 0 || !slice_is(token_text(doc, &doc->tokens[token]), "allem"))
        return false;
    struct slice before = token_text(doc, &doc->tokens[token - 1]);

    return slice_is(before, "vor") || slice_is(before, "Vor");
}

bool noun_phrase_at(const struct document *doc, size_t token, struct noun_phrase *out)
{
    size_t at = token;
    const struct token *tokens = doc->tokens;

    *out = (struct noun_phrase){ .first = token };
    if (is_vor_allem(doc, token))
        return false;
    out->contracted = has_contraction(&tokens[at]);
    out->has_determiner = out->contracted || token_is(&tokens[at], POS_DETERMINER);
    if (out->has_determiner)
        at++;
    for (size_t n = 0;
         n < MAX_ADJECTIVES && at < doc->token_count &&
         (is_inflected_adjective(&tokens[at]) || (at > token && (is_quantifier(doc, at) || is_such(doc, at))));
         n++)
        at++;
    if (at >= doc->token_count || at == token || tokens[at].sentence != tokens[token].sentence ||
        tokens[at].clause != tokens[token].clause || !is_sure_noun(&tokens[at]))
        return false;
    out->noun = at;
    return true;
}

bool noun_at(const struct document *doc, size_t token, struct noun_phrase *out)
{
    return noun_phrase_at(doc, token, out) || bare_noun_at(doc, token, out);
}

/* The ways to read a phrase as one bit each: case (4) by gender (3) in the singular, case in the plural, where gender
 * means nothing. What a reading admits is the product of its features; a phrase agrees in what all of its words admit.
 */
enum { WAYS_OF_CASE = 4, PLURAL_WAY = 0x8, PLURAL_WAYS = 0x8888, ALL_WAYS = 0xffff };

/* The bits of genders and cases stand side by side and in the order of the ways: no loop is needed. */
static uint16_t ways_of(uint32_t features)
{
    static const uint16_t of_cases[] = { 0x0000, 0x0001, 0x0010, 0x0011, 0x0100, 0x0101, 0x0110, 0x0111,
                                         0x1000, 0x1001, 0x1010, 0x1011, 0x1100, 0x1101, 0x1110, 0x1111 };
    uint32_t one_case = (features & NUMBER_SG) != 0 ? (features & GENDER_ANY) / GENDER_M : 0;

    one_case |= (features & NUMBER_PL) != 0 ? PLURAL_WAY : 0;
    return (uint16_t)(one_case * of_cases[(features & CASE_ANY) / CASE_NOM]);
}

/* "viele neue", "einige alte": behind these the adjective is strong. */
static bool is_strong_quantifier(struct slice word)
{
    static const char *const words[] = {
        "viele", "einige", "mehrere", "wenige", "Viele", "Einige", "Mehrere", "Wenige"
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (slice_is(word, words[i]))
            return true;
    return false;
}

/* "solche neuen", "solche neue", "manche alten", "manche alte": behind these both are right. */
static bool leaves_declension_open(struct slice word)
{
    static const char *const stems[] = { "olche", "anche", "ämtliche", "rgendwelche" };

    for (size_t i = 0; i < sizeof(stems) / sizeof(*stems); i++)
        if (word.len > strlen(stems[i]) && slice_starts(slice_from(word, 1), slice_of(stems[i])))
            return true;
    return false;
}

uint32_t declension_after(uint32_t determiner)
{
    if ((determiner & FEATURE_DETERMINER_DEFINITE) != 0 || holds_article(determiner))
        return DECLENSION_WEAK;
    return (determiner & FEATURE_DETERMINER_INDEFINITE) != 0 ? DECLENSION_MIXED : DECLENSION_ANY;
}

bool declines(uint32_t features, uint32_t declension)
{
    uint32_t known = features & (DECLENSION_ANY);

    return known == 0 || (known & declension) != 0;
}

static uint16_t adjective_ways(const struct token *token, uint32_t declension)
{
    uint16_t ways = 0;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_ADJECTIVE && !is_overruled(&token->analysis, i) && declines(features, declension))
            ways |= ways_of(features);
    }
    return ways;
}

/* The ending of an adjectival noun follows its determiner ("ein Beamter", "der Beamte"); only -er is asked about, since
 * dictionaries take too many weak nouns for adjectival ones ("ein Bulle"). */
static uint16_t noun_ways(const struct document *doc, const struct noun_phrase *phrase, uint32_t declension)
{
    const struct token *token = &doc->tokens[phrase->noun];
    bool strong = phrase->adjectival || has_trait(token, TRAIT_ADJECTIVAL_NOUN) ||
                  slice_ends(token_text(doc, token), SLICE("er"));
    uint16_t ways = 0;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_NOUN && !is_overruled(&token->analysis, i) &&
            (!strong || (features & FEATURE_ADJECTIVAL_NOUN) == 0 || declines(features, declension)))
            ways |= ways_of(features);
    }
    return ways;
}

/* The ways in which adjectives and noun agree behind a determiner that admits some. */
static uint16_t ways_of_rest(const struct document *doc, const struct noun_phrase *phrase, uint16_t ways,
                             uint32_t declension)
{
    for (size_t i = phrase->first + phrase->has_determiner; ways != 0 && i < phrase->noun; i++)
        if (i == 0 || !is_such(doc, i))
            ways &= (uint16_t)(adjective_ways(&doc->tokens[i], declension) | (is_quantifier(doc, i) ? PLURAL_WAYS : 0));
    return ways == 0 ? 0 : ways & noun_ways(doc, phrase, declension);
}

static uint16_t ways_of_phrase(const struct document *doc, const struct noun_phrase *phrase, uint32_t declension)
{
    const struct token *first = &doc->tokens[phrase->first];
    uint16_t ways = 0;

    if (!phrase->has_determiner)
        return ways_of_rest(doc, phrase, ALL_WAYS, declension);
    struct slice word = token_text(doc, first);
    uint32_t known = is_strong_quantifier(word) ? DECLENSION_STRONG : leaves_declension_open(word) ? DECLENSION_ANY : 0;

    for (uint16_t i = 0; i < first->analysis.reading_count; i++) {
        uint32_t features = first->analysis.readings[i].features;

        if (phrase->contracted ? holds_article(features) : pos_of(features) == POS_DETERMINER)
            ways |= ways_of_rest(doc, phrase, ways_of(features), known != 0 ? known : declension_after(features));
    }
    return ways;
}

static uint32_t fitting_cases(const struct document *doc, const struct noun_phrase *phrase, uint32_t declension,
                              uint32_t *numbers)
{
    uint16_t ways = ways_of_phrase(doc, phrase, declension);
    uint32_t found = 0;

    for (size_t c = 0; c < 4; c++)
        if ((ways >> c * WAYS_OF_CASE & 0xf) != 0)
            found |= cases[c];
    *numbers = ((ways & PLURAL_WAYS) != 0 ? NUMBER_PL : 0) | ((ways & ~PLURAL_WAYS) != 0 ? NUMBER_SG : 0);
    return found;
}

uint32_t agreeing_cases(const struct document *doc, const struct noun_phrase *phrase, uint32_t *numbers)
{
    uint32_t found;

    return fitting_cases(doc, phrase, DECLENSION_ANY, numbers == NULL ? &found : numbers);
}

size_t behind_genitive(const struct document *doc, size_t index)
{
    struct noun_phrase phrase;

    return same_clause(doc, index - 1, index) && noun_phrase_at(doc, index, &phrase) && phrase.has_determiner &&
                   !phrase.contracted && (agreeing_cases(doc, &phrase, NULL) & (CASE_GEN | CASE_NOM)) == CASE_GEN
               ? phrase.noun + 1
               : index;
}

static uint32_t fitting_numbers(const struct document *doc, const struct noun_phrase *phrase, uint32_t declension,
                                uint32_t grammatical_case)
{
    uint16_t ways = ways_of_phrase(doc, phrase, declension) & ways_of(GENDER_ANY | NUMBER_ANY | grammatical_case);

    return ((ways & PLURAL_WAYS) != 0 ? NUMBER_PL : 0u) | ((ways & ~PLURAL_WAYS) != 0 ? NUMBER_SG : 0u);
}

uint32_t agreeing_numbers(const struct document *doc, const struct noun_phrase *phrase, uint32_t grammatical_case)
{
    return fitting_numbers(doc, phrase, DECLENSION_ANY, grammatical_case);
}

uint32_t strong_numbers(const struct document *doc, const struct noun_phrase *phrase, uint32_t grammatical_case)
{
    return fitting_numbers(doc, phrase, DECLENSION_STRONG, grammatical_case);
}

uint32_t strong_cases(const struct document *doc, const struct noun_phrase *phrase)
{
    uint32_t numbers;

    return fitting_cases(doc, phrase, DECLENSION_STRONG, &numbers);
}
