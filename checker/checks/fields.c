/* Reads the places of German clauses: what opens them, and their finite verbs where they stand. */
#include "checks/fields.h"

#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

bool is_sein(const struct check_run *run, size_t i)
{
    struct noun_phrase phrase;

    return text_is(run, i, "sein") && !noun_phrase_at(run->doc, i, &phrase);
}

bool is_nonfinite_here(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 && !token_is(token, POS_PREPOSITION) &&
           (!token_is(token, POS_DETERMINER) || is_sein(run, i)) &&
           (token_is_verb_form(token, VERB_PARTICIPLE2) || token_is_verb_form(token, VERB_INFINITIVE) ||
            token_is_verb_form(token, VERB_ZU_INFINITIVE));
}

bool is_finite_here(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    if (is_surely_finite(token))
        return true;
    if (!is_likely_finite(run->doc, i) || in_list(run, LIST_PARTICIPLES_AS_ADVERBS, i) ||
        (token_is(token, POS_ADVERB) && !token_is_verb_form(token, VERB_PARTICIPLE2)))
        return false;
    return !is_inflected_adjective(token) ||
           (i > 0 && !token_is(&token[-1], POS_DETERMINER) && !token_is(&token[-1], POS_PREPOSITION) &&
            !is_inflected_adjective(&token[-1]));
}

size_t closing_verbs(const struct check_run *run, size_t first, size_t end)
{
    size_t at = end;

    while (at > first && is_nonfinite_here(run, at - 1))
        at--;
    return at;
}

bool opens_relative(const struct check_run *run, size_t index)
{
    return index < run->doc->token_count && token_is(token_at(run, index), POS_RELATIVE) &&
           (token_at(run, index)->flags & TOKEN_CAPITAL) == 0 && !in_list(run, LIST_QUESTION_WORDS, index);
}

size_t clause_opener(const struct check_run *run, struct stretch stretch)
{
    size_t first = stretch.first;

    if (first >= stretch.end)
        return NO_OPENER;
    if (token_is(token_at(run, first), POS_CONJUNCTION) && first + 2 < stretch.end &&
        !in_list_lower(run, LIST_CLAUSE_OPENERS, first))
        first++;
    if (in_list_lower(run, LIST_CLAUSE_OPENERS, first))
        return first;
    if (first == sentence_first(run, first))
        return NO_OPENER;
    if (opens_relative(run, first))
        return first;
    return token_is(token_at(run, first), POS_PREPOSITION) && first + 2 < stretch.end && opens_relative(run, first + 1)
               ? first + 1
               : NO_OPENER;
}
