/* Marks the wrong auxiliary in clauses that are read as a whole: "nachdem er angekommen hatte", "Die Firma ist ihren
 * Umsatz gesteigert", and a perfect infinitive where a passive is meant: "Dem Arzt wird vorgeworfen haben". */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

/* "ihren Umsatz": what can be nothing but an accusative. */
static bool has_sure_accusative(const struct clause *clause)
{
    for (size_t i = 0; i < clause->count; i++)
        if (is_argument(&clause->phrases[i]) && clause->phrases[i].cases == CASE_ACC && !clause->phrases[i].name &&
            clause->phrases[i].determined)
            return true;
    return false;
}

/* A participle of these verbs, and no infinitive that looks like it: "entlassen". */
static bool is_sure_participle_of(const struct check_run *run, size_t index, enum named_list list)
{
    return is_participle_of(&run->context->lexicon, token_at(run, index), list) &&
           !token_is_verb_form(token_at(run, index), VERB_INFINITIVE);
}

/* The participle and the auxiliary of the clause stand side by side at its end, or the participle ends it. */
static bool is_perfect(const struct clause *clause)
{
    size_t end = clause->order == CLAUSE_VERB_LAST ? clause->finite : clause->end;

    return clause->verb != clause->finite && clause->verb + 1 == end;
}

/* "weil der Zug verunglückt hat": in main clauses verb_forms.c looks for it. */
static void check_haben(const struct check_run *run, const struct clause *clause)
{
    if (clause->order == CLAUSE_VERB_LAST &&
        has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben") &&
        is_sure_participle_of(run, clause->verb, LIST_VERBS_WITH_SEIN))
        report(run, "check/haben-with-sein-verb", token_at(run, clause->finite)->span);
}

/* Nothing but the subject stands there without a preposition. */
static bool has_no_object(const struct clause *clause)
{
    size_t arguments = 0;

    for (size_t i = 0; i < clause->count; i++)
        arguments += is_argument(&clause->phrases[i]) && !is_genitive_attribute(clause, i);
    return arguments == 1;
}

/* "hatte aus dem Fenster gesprungen", "hat in Rom gelandet": a verb of motion with somewhere to go, and no object that
 * is moved. */
static void check_motion(const struct check_run *run, const struct clause *clause)
{
    bool goes = has_lemma(&run->context->lexicon, token_at(run, clause->verb), "landen");

    if (clause->relative || !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben") ||
        !is_sure_participle_of(run, clause->verb, LIST_VERBS_OF_MOTION) || !has_no_object(clause))
        return;
    for (size_t i = clause->finite + 1; i < clause->verb; i++)
        goes = goes || in_list(run, LIST_DIRECTIONS, i);
    if (goes)
        report(run, "check/haben-with-sein-verb", token_at(run, clause->finite)->span);
}

/* "muss eingeschlafen haben": behind a modal verb too. */
static void check_infinitive_of_perfect(const struct check_run *run, const struct clause *clause)
{
    if (clause->order == CLAUSE_VERB_SECOND && clause->end > clause->finite + 2 &&
        text_is(run, clause->end - 1, "haben") &&
        !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben") &&
        is_sure_participle_of(run, clause->end - 2, LIST_VERBS_WITH_SEIN))
        report(run, "check/haben-with-sein-verb", token_at(run, clause->end - 1)->span);
}

/* "Die Aktie hat um ein Fünftel gefallen": what pleases does so to somebody, and not by an amount. */
static void check_fallen(const struct check_run *run, const struct clause *clause)
{
    bool amount = false;

    if (!text_is(run, clause->verb, "gefallen") ||
        !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben"))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (is_argument(phrase) && (phrase->cases & CASE_DAT) != 0 && phrase->first > clause->finite)
            return;
        for (size_t at = clause->finite; at < phrase->first; at++)
            amount = amount || (phrase->adverbial && text_is(run, at, "um"));
    }
    if (amount)
        report(run, "check/haben-with-sein-verb", token_at(run, clause->finite)->span);
}

/* "Die Firma ist ihren Umsatz gesteigert": an accusative has no place beside sein. */
static void check_sein(const struct check_run *run, const struct clause *clause)
{
    if (clause->relative || !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "sein") ||
        !is_sure_participle_of(run, clause->verb, LIST_ACCUSATIVE_VERBS) || !has_sure_accusative(clause))
        return;
    report(run, "check/sein-with-haben-verb", token_at(run, clause->finite)->span);
}

/* "Dem Bürgermeister wird vorgeworfen haben, …": only datives, and a verb that would need a subject. */
static void check_perfect_infinitive(const struct check_run *run, const struct clause *clause)
{
    bool dative = false;

    if (clause->order != CLAUSE_VERB_SECOND || clause->end < clause->finite + 3 || !text_is(run, clause->end, ",") ||
        !text_is(run, clause->end - 1, "haben") ||
        !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "werden") ||
        !token_is_verb_form(token_at(run, clause->end - 2), VERB_PARTICIPLE2))
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional)
            continue;
        if (phrase->name || phrase->pronoun || (phrase->cases & CASE_NOM) != 0)
            return;
        dative = dative || phrase->cases == CASE_DAT;
    }
    if (dative)
        report(run, "check/infinitive-for-participle", tokens_span(run, clause->end - 2, clause->end - 1));
}

void check_auxiliaries(const struct check_run *run)
{
    for (size_t i = 0; i < run->clause_count; i++) {
        const struct clause *clause = &run->clauses[i];

        if (!token_is(token_at(run, clause->finite), POS_AUXILIARY))
            continue;
        if (is_perfect(clause)) {
            check_haben(run, clause);
            check_fallen(run, clause);
            check_motion(run, clause);
            check_sein(run, clause);
        }
        check_infinitive_of_perfect(run, clause);
        check_perfect_infinitive(run, clause);
    }
}
