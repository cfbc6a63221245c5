/* What "#NP" stands for in a pattern: a noun with all that German puts before it, or a pronoun. */
#include "lexicon/analysis.h"
#include "rules/matcher.h"

static bool is_nominal(const struct token *token)
{
    return token_is(token, POS_NOUN) || token_is(token, POS_NAME) || (token->analysis.flags & ANALYSIS_COMPOUND) != 0 ||
           (token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0 &&
            (token->flags & TOKEN_SENTENCE_START) == 0);
}

static bool is_inflected_pronoun(const struct token *token)
{
    return token_is(token, POS_PRONOUN) && !token_is(token, POS_ADVERB);
}

/* "mehr als 200 Menschen": the word of comparison before a number. */
static bool compares(const struct matcher *m, uint32_t index, uint32_t start)
{
    return index > start && slice_equal(token_text(m->doc, token_at(m, index)), SLICE("als")) &&
           token_at(m, index + 1)->kind == TOKEN_NUMBER;
}

/* Whether the token may stand before the noun: the determiner first, then numbers, adjectives and their adverbs, and
 * nouns or names that are one with it ("zwei Millionen Menschen", "Minister Meier"). */
static bool may_precede(const struct matcher *m, uint32_t index, uint32_t start)
{
    const struct token *token = token_at(m, index);

    if (token_is(token, POS_DETERMINER))
        return index == start;
    return token->kind == TOKEN_NUMBER || token_is(token, POS_NUMERAL) || token_is(token, POS_ADJECTIVE) ||
           (token_is(token, POS_ADVERB) && !token_is(token, POS_PREPOSITION)) || is_nominal(token) ||
           compares(m, index, start);
}

bool phrase_fits(const struct matcher *m, uint32_t start, uint32_t end)
{
    const struct token *last = token_at(m, end - 1);

    if (end - start == 1)
        return is_nominal(last) || is_inflected_pronoun(last) || last->kind == TOKEN_NUMBER;
    if (!is_nominal(last))
        return false;
    for (uint32_t i = start; i + 1 < end; i++)
        if (token_at(m, i)->clause != last->clause || !may_precede(m, i, start))
            return false;
    return true;
}
