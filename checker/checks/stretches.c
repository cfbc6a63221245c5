#include "checks/stretches.h"

#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

bool divides_clauses(const struct token *token)
{
    return token_is(token, POS_CONJUNCTION) || token_is(token, POS_SUBORDINATOR);
}

bool stands_between_nouns(const struct check_run *run, size_t index)
{
    return is_capitalised(token_at(run, index - 1)) && is_capitalised(token_at(run, index + 1)) &&
           token_is(token_at(run, index + 1), POS_NOUN);
}

bool has_finite(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (may_be_finite(token_at(run, i)))
            return true;
    return false;
}

bool has_likely_finite(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (may_be_finite(token_at(run, i)) && !token_is(token_at(run, i), POS_DETERMINER) &&
            !is_inflected_adjective(token_at(run, i)))
            return true;
    return false;
}

bool has_sure_finite(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (is_surely_finite(token_at(run, i)))
            return true;
    return false;
}

bool is_plain_stretch(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (is_surely_finite(token_at(run, i)) ||
            (token_is(token_at(run, i), POS_CONJUNCTION) && !text_is(run, i, "noch")) || /* an adverb too */
            in_list(run, LIST_QUESTION_WORDS, i) || (token_at(run, i)->flags & TOKEN_QUOTED) != 0)
            return false;
    return true;
}

bool closes_stretch(const struct check_run *run, struct stretch stretch, size_t index)
{
    const struct token *token = token_at(run, index);
    bool prefix = token->analysis.particle != NO_ID && !token_is(token, POS_VERB);
    bool verb = (token->flags & TOKEN_CAPITAL) == 0 && !token_is(token, POS_ADVERB) && !token_is(token, POS_PARTICLE) &&
                (token_is_verb_form(token, VERB_PARTICIPLE2) || token_is_verb_form(token, VERB_INFINITIVE)) &&
                !token_is(token, POS_PREPOSITION) && !token_is(token, POS_CONJUNCTION);

    return (prefix || verb) && has_finite(run, stretch.first, index);
}

bool may_be_plain_infinitive(const struct check_run *run, size_t i)
{
    uint32_t lemma = lexicon_lemma(&run->context->lexicon, text_at(run, i));

    return token_is_verb_form(token_at(run, i), VERB_INFINITIVE) ||
           (lemma != NO_ID && run->context->lexicon.lemmas[lemma].separable > 0);
}
