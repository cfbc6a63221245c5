/* Marks a copula that has the number of what stands before it, though several things are the subject: "Grund ist die
 * gestiegenen Kosten". */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/corrections.h"
#include "checks/places.h"
#include "checks/subjects.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

/* "Grund ist die gestiegenen Kosten": behind the copula several, before it one: the verb has the number of the several.
 */
static void check_copula(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *several = NULL;

    if (clause->order != CLAUSE_VERB_SECOND || clause->verb != clause->finite || clause->count < 2 ||
        !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "sein") ||
        finite_numbers(token_at(run, clause->finite)) != NUMBER_SG)
        return;
    for (size_t i = clause->first; i < clause->end; i++) /* "ist die Kosten wert" */
        if (i != clause->finite && !is_capitalised(token_at(run, i)) && has_bare_adjective(token_at(run, i)) &&
            !(i + 1 < clause->end && is_inflected_adjective(token_at(run, i + 1))))
            return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional || is_genitive_attribute(clause, i))
            continue;
        if (phrase->pronoun || phrase->adverbial || phrase->name || several != NULL || (phrase->cases & CASE_NOM) == 0)
            return;
        if (phrase->first > clause->finite)
            several = phrase;
    }
    if (several == NULL || several->numbers != NUMBER_PL || !several->determined || several->counted ||
        several->several || slice_starts(text_at(run, several->first), SLICE("ein")) ||
        is_adverbial_noun(run, several->head))
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, clause->finite, several->end - 1)),
                         clause->finite);
}

void check_copulas(const struct check_run *run)
{
    for (size_t i = 0; i < run->clause_count; i++)
        check_copula(run, &run->clauses[i]);
}
