/* Marks times in a case that they never have: "vor einen Monat", "ab den 1. Juli", "In die letzten Wochen sank der
 * Pegel", "bis nächster Freitag", "war letzter Dienstag abgereist". */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/corrections.h"
#include "checks/government.h"
#include "checks/marks.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/times.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "ab den 1. Juli", "seit die 2. Woche": before an ordinal the preposition stands with the dative. */
static void check_date(const struct check_run *run, size_t preposition)
{
    size_t article = preposition + 1, ordinal = preposition + 2;
    struct slice word = lower_at(run, preposition);
    bool dative = slice_equal(word, SLICE("ab")) || slice_equal(word, SLICE("vor")) ||
                  preposition_cases(token_at(run, preposition)) == CASE_DAT;

    if (!dative || !text_is(run, article, "den") || !same_clause(run->doc, preposition, ordinal + 1) ||
        (token_at(run, ordinal)->flags & TOKEN_ORDINAL) == 0 || !in_list(run, LIST_MONTHS, ordinal + 1))
        return;
    struct span span = tokens_span(run, preposition, article);

    if (!has_issue_at(run, span))
        suggest(run, report(run, "check/government", span),
                arena_print(run->issues->arena, "%.*s dem", (int)text_at(run, preposition).len,
                            text_at(run, preposition).at));
}

/* "letzten", "kommenden" */
static bool is_relative_time(const struct check_run *run, size_t index)
{
    return is_inflected_adjective(token_at(run, index)) &&
           inflected_in_list(&run->context->lexicon, LIST_RELATIVE_TIMES, text_at(run, index));
}

/* "fiel in die letzten Jahre": a verb of the sentence leads into the time. */
static bool leads_into(const struct check_run *run, size_t index)
{
    for (size_t i = sentence_first(run, index); i < sentence_end(run, index); i++)
        if (has_lemma_of(&run->context->lexicon, token_at(run, i), LIST_VERBS_INTO_TIMES))
            return true;
    return false;
}

/* "vor einen Monat"; "In die letzten Wochen" at the start of a sentence, where it says when. */
static void check_span(const struct check_run *run, size_t preposition)
{
    struct slice word = lower_at(run, preposition);
    bool opens = preposition == sentence_first(run, preposition);
    struct noun_phrase phrase;

    if (!same_clause(run->doc, preposition, preposition + 2) || !noun_phrase_at(run->doc, preposition + 1, &phrase) ||
        !phrase.has_determiner || phrase.contracted || !is_kind_of(run, phrase.noun, LIST_TIMES_AGO) ||
        is_uncertain_place(run, &phrase) || !ends_phrase(run, phrase.noun))
        return;
    bool before = slice_equal(word, SLICE("vor")) && (opens || !text_is(run, preposition - 1, "wie"));
    bool within = slice_equal(word, SLICE("in")) && opens && phrase.noun > phrase.first + 1 &&
                  is_relative_time(run, phrase.first + 1) && !leads_into(run, preposition);
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);
    struct span span = tokens_span(run, preposition, phrase.noun);

    if ((before || within) && (cases & CASE_ACC) != 0 && (cases & CASE_DAT) == 0 && !has_issue_at(run, span))
        suggest_agreement(run, report(run, "check/government", span), &phrase, CASE_DAT);
}

/* "nächster Freitag", "letzter Monat": a nominative that would say when. */
static bool is_nominative_time(const struct check_run *run, size_t adjective, struct noun_phrase *out)
{
    return slice_ends(text_at(run, adjective), SLICE("er")) && is_relative_time(run, adjective) &&
           noun_phrase_at(run->doc, adjective, out) && !out->has_determiner && out->noun == adjective + 1 &&
           (names_day_or_month(run, out->noun) || is_kind_of(run, out->noun, LIST_TIMES_AGO)) &&
           strong_cases(run->doc, out) == CASE_NOM;
}

/* The clause has a subject besides, and no verb with which the time could be what somebody is. */
static bool has_other_subject(const struct check_run *run, size_t index)
{
    const struct clause *clause = clause_at(run, index);

    if (clause == NULL || (clause->verb == clause->finite && token_is(token_at(run, clause->verb), POS_AUXILIARY)))
        return false;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (is_argument(phrase) && (phrase->head < index || phrase->first > index + 1) && phrase->determined &&
            (phrase->cases & ~(uint32_t)CASE_GEN) == CASE_NOM)
            return true;
    }
    return false;
}

static void check_nominative(const struct check_run *run, size_t adjective)
{
    struct noun_phrase phrase;

    if (adjective == 0 || !is_nominative_time(run, adjective, &phrase) ||
        !same_clause(run->doc, adjective - 1, adjective))
        return;
    bool until = slice_equal(lower_at(run, adjective - 1), SLICE("bis"));
    struct span span = tokens_span(run, adjective - until, phrase.noun);

    if ((until || has_other_subject(run, adjective)) && !has_issue_at(run, span))
        suggest_agreement(run, report(run, "check/government", span), &phrase, CASE_ACC);
}

void check_time_cases(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_PREPOSITION, 0); i + 2 < run->doc->token_count;
         i = next_marked(run, MARK_PREPOSITION, i + 1)) {
        check_date(run, i);
        check_span(run, i);
    }
    for (size_t i = next_marked(run, MARK_AGREEMENT, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_AGREEMENT, i + 1))
        check_nominative(run, i);
}
