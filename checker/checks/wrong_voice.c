/* Marks passives beside an object: "Die Kommission wird die Fusion geprüft" for prüfen. */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "gesehen" may be an infinitive of no verb; "erhalten" may. */
static bool is_only_participle(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && !is_capitalised(token) && token_is_verb_form(token, VERB_PARTICIPLE2) &&
           !token_is_verb_form(token, VERB_INFINITIVE) && !is_inflected_adjective(token) &&
           !token_is(token, POS_PREPOSITION);
}

/* How many phrases of the clause are subjects or objects with their article; more than all where one is not clear. */
static size_t count_arguments(const struct check_run *run, const struct clause *clause)
{
    size_t count = 0;

    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional || (is_genitive_attribute(clause, i) && (phrase->cases & CASE_NOM) == 0))
            continue;
        if (phrase->adverbial || phrase->name || phrase->pronoun || !phrase->determined || phrase->several ||
            phrase->counted || phrase->end != phrase->head + 1 ||
            (phrase->cases & (CASE_NOM | CASE_ACC)) != phrase->cases)
            return MAX_CLAUSE_PHRASES;
        if (i > 0 && slice_starts(lower_at(run, phrase->first), SLICE("ein"))) /* "wird eine Zeile verschoben" */
            return MAX_CLAUSE_PHRASES;
        count++;
    }
    return count;
}

/* "Die Kommission wird die Fusion eingehend geprüft.": in a passive no phrase is left for an accusative. */
static void check_passive_with_object(const struct check_run *run, const struct clause *clause)
{
    const struct token *finite = token_at(run, clause->finite);

    if (clause->order != CLAUSE_VERB_SECOND || !clause->passive || clause->verb + 1 != clause->end ||
        !has_lemma(&run->context->lexicon, finite, "werden") || !is_only_participle(run, clause->verb) ||
        clause_verb_in(run, clause, LIST_VERBS_WITH_TWO_ACCUSATIVES) || !is_last_clause(run, clause) ||
        count_arguments(run, clause) != 2)
        return;
    report(run, "check/passive-with-object", tokens_span(run, clause->verb, clause->verb));
}

void check_wrong_voice(const struct check_run *run)
{
    for (size_t i = 0; i < run->clause_count; i++)
        check_passive_with_object(run, &run->clauses[i]);
}
