/* Marks clauses built as English builds them round a person: a passive whose subject is who gets something ("Der
 * Minister wurde eine Medaille verliehen"), one that goes on with an infinitive ("wurde gehört zu sagen"), and a person
 * who is to do something as the object of a verb ("erwarten die Bank, die Zinsen zu senken"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

/* ---- "Der Pilot wurde eine Medaille verliehen" ---- */

/* In a passive of a verb with a dative and an accusative, what was the accusative is the subject: with another phrase
 * that can be nothing but a nominative, the clause has two, and no dative. */
static void check_dative_passive(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *person = NULL, *thing = NULL;

    if (!clause->passive || clause->relative || clause->verb == clause->finite ||
        !clause_verb_in(run, clause, LIST_VERBS_OF_GIVING))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!is_argument(phrase))
            continue;
        if (phrase->several || (phrase->cases & CASE_DAT) != 0 || thing != NULL)
            return;
        if (person == NULL)
            person = phrase;
        else
            thing = phrase;
    }
    if (thing == NULL || thing->pronoun || thing->name || person->name || (person->cases & CASE_NOM) == 0 ||
        (thing->cases & (CASE_NOM | CASE_ACC)) == 0 || text_is(run, person->head, "es"))
        return;
    report(run, "check/dative-passive", tokens_span(run, person->first, person->end - 1));
}

/* ---- infinitives ---- */

/* The infinitive with zu in the stretch behind a comma: "…, die Zinsen zu senken." 0: none, or a clause of its own. */
static size_t infinitive_behind(const struct check_run *run, size_t comma)
{
    if (!text_is(run, comma, ",") || !same_sentence(run, comma, comma + 1) ||
        in_list(run, LIST_INFINITIVE_OPENERS, comma + 1) || in_list(run, LIST_QUESTION_WORDS, comma + 1))
        return 0;
    for (size_t i = comma + 1, end = stretch_end(run, comma + 1); i < end; i++) {
        if (is_surely_finite(token_at(run, i)))
            return 0;
        if (is_zu_infinitive(run->doc, i))
            return i;
    }
    return 0;
}

/* "will", "möchte" with no infinitive of its own. What is wanted is no subject: "das will die Stadt". */
static bool only_wants(const struct check_run *run, const struct clause *clause)
{
    const struct token *verb = token_at(run, clause->finite);
    const struct clause_phrase *subject = &clause->phrases[0];

    bool named = (subject->determined || subject->name) && !subject->pronoun;

    return clause->verb == clause->finite && (named || subject->cases == CASE_NOM) &&
           (has_lemma(&run->context->lexicon, verb, "wollen") || has_lemma(&run->context->lexicon, verb, "mögen") ||
            has_lemma(&run->context->lexicon, verb, "möchten"));
}

/* "Analysten erwarten die Bank, die Zinsen zu senken": a subject before the verb, an object behind it, and an
 * infinitive that has nothing to belong to. */
static void check_raised_object(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *subject = clause->count > 0 ? &clause->phrases[0] : NULL, *object = NULL;

    if (clause->order != CLAUSE_VERB_SECOND || !clause->before_finite || clause->passive || subject == NULL ||
        subject->end != clause->finite || !is_argument(subject) || (subject->cases & CASE_NOM) == 0 ||
        !(clause_verb_in(run, clause, LIST_VERBS_OF_WANTING) || only_wants(run, clause)) ||
        infinitive_behind(run, clause->end) == 0)
        return;
    for (size_t i = 1; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional && !text_is(run, phrase->first - 1, "für"))
            return;
        if (!phrase->adverbial)
            object = phrase;
    }
    if (object == NULL || object->end != clause->end || (object->cases & CASE_ACC) == 0 ||
        text_is(run, object->head, "es") || text_is(run, object->head, "sich") ||
        has_lemma_of(&run->context->lexicon, token_at(run, object->head), LIST_NOUNS_WITH_INFINITIVE))
        return;
    if (subject->cases == CASE_ACC || (finite_numbers(token_at(run, clause->finite)) & subject->numbers) == 0)
        return;
    report(run, "check/raised-object", tokens_span(run, clause->finite, object->end - 1));
}

/* "Der Impfstoff wurde gezeigt, sicher zu sein": a passive of showing or believing, and what is shown of its subject.
 */
static void check_believed_subject(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *subject = clause->count > 0 ? &clause->phrases[0] : NULL;
    size_t infinitive;

    if (!clause->passive || clause->order != CLAUSE_VERB_SECOND || subject == NULL || subject->end != clause->finite ||
        !is_argument(subject) || (subject->cases & CASE_NOM) == 0 || subject->cases == CASE_DAT ||
        clause->verb + 1 != clause->end || text_is(run, subject->head, "Es") ||
        !in_list(run, LIST_SHOWN_AND_BELIEVED, clause->verb) || (infinitive = infinitive_behind(run, clause->end)) == 0)
        return;
    if (has_lemma(&run->context->lexicon, token_at(run, infinitive), "sein") ||
        has_lemma(&run->context->lexicon, token_at(run, infinitive), "haben"))
        report(run, "check/raised-subject", tokens_span(run, clause->verb, infinitive));
}

/* "wurde gehört zu sagen", "wurde gesagt zu gehen" */
static void check_raised_subject(const struct check_run *run, size_t zu)
{
    if (zu < 2 || !same_sentence(run, zu - 2, zu + 1) || !is_zu_infinitive(run->doc, zu + 1) ||
        !in_list(run, LIST_TOLD_AND_SEEN, zu - 1))
        return;
    for (size_t i = zu - 1; i-- > sentence_first(run, zu) && same_clause(run->doc, i, zu - 1);)
        if (token_is(token_at(run, i), POS_AUXILIARY) && may_be_finite(token_at(run, i)) &&
            has_lemma(&run->context->lexicon, token_at(run, i), "werden")) {
            report(run, "check/raised-subject", tokens_span(run, zu - 1, zu + 1));
            return;
        }
}

/* ---- "Das Jahrzehnt sah", "2019 sah" ---- */

static bool is_time(const struct check_run *run, size_t noun)
{
    return has_lemma_of(&run->context->lexicon, token_at(run, noun), LIST_SPANS_OF_TIME) ||
           has_lemma_of(&run->context->lexicon, token_at(run, noun), LIST_TIME_NOUNS) ||
           in_list(run, LIST_MONTHS, noun);
}

/* A span of time as the subject of sehen: no other phrase of the clause can be it. */
static void check_seeing_time(const struct check_run *run, const struct clause *clause)
{
    const struct clause_phrase *time = clause->count > 0 ? &clause->phrases[0] : NULL;
    size_t objects = 0;

    if (clause->order != CLAUSE_VERB_SECOND || time == NULL || time->first != clause->first || time->prepositional ||
        time->end != clause->finite || (time->cases & CASE_NOM) == 0 ||
        !clause_verb_in(run, clause, LIST_SEEING_VERBS) || !is_time(run, time->head))
        return;
    for (size_t i = 1; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!is_argument(phrase))
            continue;
        bool subject =
            (phrase->cases & CASE_NOM) != 0 && (phrase->numbers & finite_numbers(token_at(run, clause->finite))) != 0;

        if (phrase->name || phrase->pronoun ||
            (subject && !has_lemma(&run->context->lexicon, token_at(run, phrase->first), "ein")))
            return;
        objects++;
    }
    if (objects > 0)
        report(run, "check/seeing-time", tokens_span(run, time->first, clause->finite));
}

void check_english_clauses(const struct check_run *run)
{
    for (size_t i = 0; i < run->clause_count; i++) {
        check_dative_passive(run, &run->clauses[i]);
        check_raised_object(run, &run->clauses[i]);
        check_believed_subject(run, &run->clauses[i]);
        check_seeing_time(run, &run->clauses[i]);
    }
    for (size_t i = 0; i < run->doc->token_count; i++)
        if (text_is(run, i, "zu"))
            check_raised_subject(run, i);
}
