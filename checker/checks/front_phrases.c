/* Marks two phrases before the finite verb of a sentence, where one alone stands: "Dank der schnellen Hilfe den
 * Nachbarn überlebten alle", "Der Chef die Behörde trat zurück": the second is to be a genitive. And a dative or
 * accusative of what somebody is aware of: "Sie ist sich den Gefahren bewusst". */
#include "checks/checks.h"
#include "checks/clause_phrases.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The first phrase of the sentence; *governed where a preposition stands before it or in it. */
static bool first_phrase(const struct check_run *run, size_t first, struct noun_phrase *out, bool *governed)
{
    bool preposition = token_is(token_at(run, first), POS_PREPOSITION) && !has_contraction(token_at(run, first)) &&
                       !token_is(token_at(run, first), POS_DETERMINER);

    if (!noun_phrase_at(run->doc, first + preposition, out) || !out->has_determiner || (preposition && out->contracted))
        return false;
    *governed = preposition || out->contracted;
    return true;
}

static bool is_adverbial(const struct check_run *run, const struct noun_phrase *phrase)
{
    return is_adverbial_noun(run, phrase->noun) || is_kind_of(run, phrase->noun, LIST_TIME_NOUNS) ||
           is_kind_of(run, phrase->noun, LIST_SPANS_OF_TIME);
}

/* "Dank der Hilfe | den Nachbarn | überlebten": nothing but datives behind a phrase with a preposition, and no verb
 * that has one; "Der Chef | die Behörde | trat": behind a nominative whatever is no genitive. */
static bool has_no_place(const struct check_run *run, const struct noun_phrase *second, bool governed, size_t verb)
{
    uint32_t cases = agreeing_cases(run->doc, second, NULL);

    if (cases == 0 || (cases & CASE_GEN) != 0)
        return false;
    if (!governed)
        return true;
    return cases == CASE_DAT && !has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_VERBS_WITH_DATIVE) &&
           !has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_DATIVE_ONLY_VERBS) &&
           !token_is(token_at(run, verb), POS_AUXILIARY) && token_at(run, verb)->analysis.joined == NO_ID;
}

static void look_at_sentence(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, at;
    struct noun_phrase phrase, second;
    bool governed;

    /* "Während sein Team den Kürzeren zog": a clause that ends with its verb */
    if (sentence->token_count < 6 || token_is(token_at(run, first), POS_SUBORDINATOR) ||
        (token_at(run, first)->flags & TOKEN_QUOTED) != 0 || !first_phrase(run, first, &phrase, &governed) ||
        is_adverbial(run, &phrase) || is_uncertain(run, &phrase) ||
        slice_starts(lower_at(run, phrase.first), SLICE("welch"))) /* "Welche Folgen das Verbot hat, ist offen" */
        return;
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

    at = phrase.noun + 1;
    if ((!governed && (cases & CASE_NOM) == 0) || !same_clause(run->doc, first, at + 2) ||
        !in_list(run, LIST_ARTICLES, at) || !noun_phrase_at(run->doc, at, &second) || !second.has_determiner ||
        second.contracted || is_adverbial(run, &second) || is_uncertain(run, &second) ||
        !has_sure_paradigm(run, &second, CASE_GEN))
        return;
    size_t verb = second.noun + 1;

    if (!same_clause(run->doc, first, verb + 1) || !is_likely_finite(run->doc, verb) ||
        !has_no_place(run, &second, governed, verb) || token_is(token_at(run, verb + 1), POS_CONJUNCTION))
        return;
    for (size_t i = verb + 1, end = stretch_end(run, verb); i < end; i++)
        if (is_surely_finite(token_at(run, i))) /* another verb: a clause without its comma */
            return;
    struct span span = tokens_span(run, second.first, second.noun);

    if (!has_issue_at(run, span))
        suggest_agreement(run, report(run, "check/agreement", span), &second, CASE_GEN);
}

/* ---- "sich den Gefahren bewusst" ---- */

/* The phrase that ends before the adjective, or before "nicht", "sehr" and other adverbs. */
static bool phrase_before(const struct check_run *run, size_t first, size_t adjective, struct noun_phrase *out)
{
    for (size_t i = first; i + 1 < adjective; i++) {
        if (!noun_phrase_at(run->doc, i, out) || !out->has_determiner || out->contracted)
            continue;
        size_t end = out->noun + 1;

        while (end < adjective &&
               (token_is(token_at(run, end), POS_ADVERB) || token_is(token_at(run, end), POS_PARTICLE)))
            end++;
        if (end == adjective)
            return i == 0 || !token_is(token_at(run, i - 1), POS_PREPOSITION);
        i = out->noun;
    }
    return false;
}

static void look_at_aware(const struct check_run *run, size_t verb)
{
    size_t first = stretch_first(run, verb), end = stretch_end(run, verb), adjective = first;
    struct noun_phrase phrase;
    bool reflexive = false;

    while (adjective < end && !text_is(run, adjective, "bewusst")) {
        reflexive = reflexive || text_is(run, adjective, "sich") || text_is(run, adjective, "mir") ||
                    text_is(run, adjective, "dir");
        adjective++;
    }
    if (adjective == end || !reflexive || !phrase_before(run, first, adjective, &phrase) ||
        is_adverbial(run, &phrase) || is_uncertain(run, &phrase))
        return;
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

    if (cases != 0 && (cases & (CASE_GEN | CASE_NOM)) == 0)
        suggest_agreement(run, report(run, "check/government", tokens_span(run, phrase.first, phrase.noun)), &phrase,
                          CASE_GEN);
}

void check_front_phrases(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        look_at_sentence(run, &run->doc->sentences[i]);
    for (size_t i = next_marked(run, MARK_HABEN_OR_SEIN, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_HABEN_OR_SEIN, i + 1))
        if (has_lemma(&run->context->lexicon, token_at(run, i), "sein"))
            look_at_aware(run, i);
}
