/* Marks two prepositions side by side of which one is left over, as where two translations were mixed ("hofft auf für
 * bessere Zahlen", "ist um auf 500 gestiegen"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/government.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The token behind the phrase that the second preposition governs; the one behind itself where none is read. */
static size_t behind_phrase(const struct check_run *run, size_t second)
{
    struct noun_phrase phrase;

    if (token_at(run, second + 1)->kind == TOKEN_NUMBER)
        return second + 2;
    return noun_at(run->doc, second + 1, &phrase) ? phrase.noun + 1 : second + 1;
}

/* "Platz für in die Jahre gekommene Boote", "in von der Bank empfohlene Fonds": the second phrase may belong to an
 * attribute; so the clause must end behind it, or go on with the verbs that close it. */
static bool closes_clause(const struct check_run *run, size_t second)
{
    size_t behind = behind_phrase(run, second), end = stretch_end(run, second);

    if (behind == second + 1 || behind > end || (!text_is(run, end, ".") && !text_is(run, end, ",")))
        return false;
    return behind == end ||
           (behind + 1 == end && !is_capitalised(token_at(run, behind)) &&
            !is_inflected_adjective(token_at(run, behind)) &&
            (may_be_finite(token_at(run, behind)) || token_is_verb_form(token_at(run, behind), VERB_PARTICIPLE2) ||
             token_is_verb_form(token_at(run, behind), VERB_INFINITIVE)));
}

/* The first one stands right behind its verb and is no separated prefix ("hört auf mit dem Rauchen"); "mit", which may
 * be an adverb ("ist mit für den Erfolg verantwortlich"), is not in the list. */
static bool governs_nothing(const struct check_run *run, size_t first)
{
    const struct token *verb = token_at(run, first - 1);
    bool predicate = has_lemma(&run->context->lexicon, verb, "sein") && /* "Es ist aus mit ihm." */
                     behind_phrase(run, first + 1) == stretch_end(run, first);

    return !predicate && token_at(run, first)->analysis.particle == NO_ID && verb->kind == TOKEN_WORD &&
           (verb->flags & TOKEN_CAPITAL) == 0 && is_surely_finite(verb) && verb->analysis.joined == NO_ID &&
           !makes_verb_with(run, first - 1, first) && !zu_infinitive_in_clause(run->doc, first);
}

void check_two_prepositions(const struct check_run *run)
{
    for (size_t i = 1; i + 2 < run->doc->token_count; i++)
        if (in_list(run, LIST_FIRST_OF_TWO_PREPOSITIONS, i) && in_list(run, LIST_SECOND_OF_TWO_PREPOSITIONS, i + 1) &&
            !slice_equal(text_at(run, i), text_at(run, i + 1)) && same_clause(run->doc, i - 1, i + 2) &&
            ((token_at(run, i)->flags | token_at(run, i + 1)->flags) & TOKEN_QUOTED) == 0 && governs_nothing(run, i) &&
            closes_clause(run, i + 1))
            report(run, "check/two-prepositions", tokens_span(run, i, i + 1));
}
