/* Marks clauses whose words stand where English or another kind of clause has them: the verb last behind denn ("denn
 * die Mittel aufgebraucht sind"), the subject before the verb behind what was said ("“…“, der Arzt sagte"), sich behind
 * the phrases it should stand before ("hat der Verteidiger bei den Fans sich entschuldigt"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/subjects.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* A word that may open or join another clause in the stretch: "wie", "was", "und", "dass". */
static bool holds_joint(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (divides_clauses(token_at(run, i)) || in_list_lower(run, LIST_QUESTION_WORDS, i) ||
            (token_at(run, i)->flags & TOKEN_QUOTED) != 0)
            return true;
    return false;
}

/* ", denn die Mittel aufgebraucht sind.": behind denn an auxiliary at the end, after its participle or infinitive. */
static void check_denn(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1, end, last;

    if (!text_is(run, first, "denn") || !same_sentence(run, comma, first + 4))
        return;
    end = stretch_end(run, first);
    last = end - 1;
    if (end < first + 4 || !text_is(run, end, ".") || !is_surely_finite(token_at(run, last)) ||
        !token_is(token_at(run, last), POS_AUXILIARY) || !is_nonfinite_here(run, last - 1) ||
        behind_subject(run, first + 1, false) == first + 1 || has_likely_finite(run, first + 1, last - 1) ||
        holds_joint(run, first + 1, end))
        return;
    report(run, "check/verb-not-second", tokens_span(run, last - 1, last));
}

/* "der Chefarzt", "er", "Angela Merkel": the token behind a subject with which somebody is named who speaks. */
static size_t behind_speaker(const struct check_run *run, size_t first)
{
    size_t end = behind_subject(run, first, false);

    if (end > first)
        return end;
    if (in_list(run, LIST_SUBJECT_PRONOUNS, first) || text_is(run, first, "sie"))
        return first + 1;
    while (end < first + 3 && same_sentence(run, first, end) && is_capitalised(token_at(run, end)) &&
           !token_is(token_at(run, end), POS_DETERMINER))
        end++;
    return end;
}

/* "„Der Zustand ist stabil“, der Chefarzt sagte am Sonntag.": what was said takes the first place, so that the verb
 * stands before the speaker. */
static void check_behind_quotation(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1, verb, end;

    if (comma < 4 || (token_at(run, comma - 1)->flags & TOKEN_CLOSING) == 0 || !same_sentence(run, comma, first + 2) ||
        is_question_word(run, first) || (token_at(run, first)->flags & TOKEN_QUOTED) != 0)
        return;
    verb = behind_speaker(run, first);
    end = stretch_end(run, first);
    if (verb == first || verb >= end || !in_list(run, LIST_VERBS_OF_SAYING, verb) ||
        !may_be_finite(token_at(run, verb)) || !text_is(run, end, ".") || text_is(run, end - 1, "dazu") ||
        (opens_relative(run, first) && verb == first + 1) || holds_joint(run, verb + 1, end) ||
        has_sure_finite(run, verb + 1, end))
        return;
    for (size_t i = comma - 1; i-- > 0 && (token_at(run, i)->flags & TOKEN_OPENING) == 0;)
        if (text_is(run, i, ".") || text_is(run, i, ",") || may_be_finite(token_at(run, i))) {
            report(run, "check/verb-not-second", tokens_span(run, first, verb));
            return;
        }
}

/* "hat der Verteidiger bei den Fans sich entschuldigt": behind the auxiliary stand sich, the subject, the other
 * phrases; sich may follow the subject, but not those. */
static void check_late_sich(const struct check_run *run, const struct clause *clause)
{
    size_t subject = clause->count, sich = clause->finite + 1;

    if (clause->order != CLAUSE_VERB_SECOND ||
        !has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben") || clause->verb == clause->finite ||
        clause->verb + 1 != clause->end)
        return;
    while (sich < clause->verb && !text_is(run, sich, "sich"))
        sich++;
    if (sich == clause->verb || token_is(token_at(run, sich - 1), POS_PREPOSITION))
        return;
    for (size_t i = 0; i < clause->count; i++)
        if (clause->phrases[i].first == clause->finite + 1)
            subject = i;
    if (subject + 1 >= clause->count || !clause->phrases[subject].determined ||
        clause->phrases[subject].prepositional || (clause->phrases[subject].cases & CASE_NOM) == 0 ||
        !clause->phrases[subject + 1].prepositional || clause->phrases[subject + 1].end > sich ||
        in_list(run, LIST_ATTRIBUTE_PREPOSITIONS, clause->phrases[subject + 1].first - 1)) /* "die Firma aus Linz" */
        return;
    report(run, "check/late-sich", tokens_span(run, clause->finite, sich));
}

void check_english_order(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_COMMA, i + 1)) {
        check_denn(run, i);
        check_behind_quotation(run, i);
    }
    for (size_t i = 0; i < run->clause_count; i++)
        check_late_sich(run, &run->clauses[i]);
}
