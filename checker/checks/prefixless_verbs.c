/* Marks verbs that have lost the separable prefix which the clause behind them asks for: "Die Polizei teilte, dass" for
 * "teilte mit", "Der Konzern kündigte, Stellen zu streichen" for "kündigte an". */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

/* Behind the comma stands "dass", or a stretch that ends in an infinitive with zu and has no verb besides. */
static bool takes_clause(const struct check_run *run, size_t comma)
{
    size_t end = stretch_end(run, comma + 1);

    if (!same_sentence(run, comma, comma + 2))
        return false;
    if (text_is(run, comma + 1, "dass"))
        return true;
    if (end < comma + 3 || !is_zu_infinitive(run->doc, end - 1) || in_list(run, LIST_INFINITIVE_OPENERS, comma + 1))
        return false;
    for (size_t i = comma + 1; i + 1 < end; i++)
        if (is_surely_finite(token_at(run, i)) || token_is(token_at(run, i), POS_SUBORDINATOR))
            return false;
    return true;
}

/* The clause before the comma has a subject, times and places, and nothing that the other clause could depend on: no
 * object ("teilte die Ansicht, dass"), no "darauf", no prefix. */
static bool holds_support(const struct check_run *run, const struct clause *clause)
{
    size_t arguments = 0;

    if (in_list(run, LIST_NOUNS_WITH_INFINITIVE, clause->end - 1)) /* "gab dem Rat bis Mai Zeit, den Plan zu ändern" */
        return true;
    for (size_t i = clause->first; i < clause->end; i++)
        if (in_list_lower(run, LIST_PRONOMINAL_ADVERBS, i) || in_list(run, LIST_REFLEXIVE_PRONOUNS, i) ||
            text_is(run, i, "sich") || text_is(run, i, "es") || text_is(run, i, "Es") || text_is(run, i, "so") ||
            (i != clause->finite && token_is(token_at(run, i), POS_PREFIX) &&
             !token_is(token_at(run, i), POS_PREPOSITION)))
            return true;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];
        bool object = is_argument(phrase) && !phrase->name && (phrase->cases & (CASE_NOM | CASE_ACC)) == CASE_ACC;

        if (object) /* "gab den Ausschlag, dass": the clause behind is the subject */
            return true;
        if (phrase->end > phrase->head + 1 && phrase->first > clause->finite)
            return true; /* "gibt den Gästen Gelegenheit" */
        bool attribute = i > 0 && clause->phrases[i - 1].end == phrase->first && (phrase->cases & CASE_GEN) != 0;

        if (phrase->prepositional ? !phrase->adverbial && phrase->first > clause->finite
                                  : !phrase->adverbial && !attribute && phrase->cases != CASE_DAT)
            arguments += phrase->prepositional ? 2 : 1;
    }
    return arguments != 1;
}

static void check_lost(const struct check_run *run, const struct clause *clause)
{
    const struct token *verb = token_at(run, clause->finite);

    if (clause->order != CLAUSE_VERB_SECOND || clause->verb != clause->finite || !text_is(run, clause->end, ",") ||
        verb->analysis.joined != NO_ID || verb->analysis.particle != NO_ID ||
        !clause_verb_in(run, clause, LIST_VERBS_WITHOUT_DASS) || !takes_clause(run, clause->end) ||
        holds_support(run, clause))
        return;
    report(run, "check/lost-prefix", verb->span);
}

/* "Die Konferenz findet im Mai in Lissabon.": a verb that always has an object stands in a clause that has none. */
static void check_objectless(const struct check_run *run, const struct clause *clause)
{
    const struct token *verb = token_at(run, clause->finite);
    size_t arguments = 0;

    if (clause->order != CLAUSE_VERB_SECOND || clause->verb != clause->finite || !text_is(run, clause->end, ".") ||
        verb->analysis.joined != NO_ID || verb->analysis.particle != NO_ID ||
        !clause_verb_in(run, clause, LIST_VERBS_NEVER_WITHOUT_OBJECT))
        return;
    for (size_t i = clause->first; i < clause->end; i++)
        if (in_list(run, LIST_REFLEXIVE_PRONOUNS, i) || in_list(run, LIST_OBLIQUE_PRONOUNS, i) ||
            (token_is(token_at(run, i), POS_PREFIX) && !token_is(token_at(run, i), POS_PREPOSITION)))
            return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->end > phrase->head + 1 || (phrase->adverbial && !phrase->prepositional))
            return; /* "der Stadt Hilfe": another noun right behind */
        arguments += is_argument(phrase) && !(phrase->determined && is_genitive_attribute(clause, i));
    }
    if (arguments == 1)
        report(run, "check/lost-prefix", verb->span);
}

void check_prefixless_verbs(const struct check_run *run)
{
    bool comma = any_marked(run, MARK_COMMA);

    for (size_t i = 0; i < run->clause_count; i++) {
        if (comma)
            check_lost(run, &run->clauses[i]);
        check_objectless(run, &run->clauses[i]);
    }
}
