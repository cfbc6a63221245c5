/* Marks "für" before how long something lasted: "Es regnete für fünf Tage", "Die Familie hat für zwanzig Jahre in Bonn
 * gewohnt". German has the bare accusative there, or "lang"; für says for how long something is planned ("für fünf Tage
 * verreisen"), so the verb must be one of lasting, and nothing in the clause may speak of what is to be. */
#include "checks/checks.h"
#include "checks/clause_phrases.h"
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

enum { MOST_WORDS = 6 }; /* between für and its noun: "für mehr als die letzten zwanzig" */

bool is_for(const struct check_run *run, size_t i)
{
    return slice_is(lower_at(run, i), "für");
}

/* "Jahre", "Wochen": a plural that says how long. */
static bool is_unit_of_time(const struct check_run *run, size_t i)
{
    return is_capitalised(token_at(run, i)) && has_trait(token_at(run, i), TRAIT_PLURAL_NOUN) &&
           has_lemma_of(&run->context->lexicon, token_at(run, i), LIST_UNITS_OF_TIME);
}

/* The noun of the time behind für; 0 where none stands there, or more than how long is said ("für drei Jahre Haft"). */
static size_t time_behind(const struct check_run *run, size_t preposition)
{
    size_t i = preposition + 1;

    while (same_sentence(run, preposition, i) && i <= preposition + MOST_WORDS &&
           (is_counting_number(run, i) || in_list_lower(run, LIST_DEGREES_OF_TIME, i)))
        i++;
    if (!same_sentence(run, preposition, i + 1) || !is_unit_of_time(run, i))
        return 0;
    return is_capitalised(token_at(run, i + 1)) || text_is(run, i + 1, "mehr") || text_is(run, i + 1, "weniger") ? 0
                                                                                                                 : i;
}

/* "regierte das Land für 27 Jahre": the object of a verb, and nothing that is for some time ("den Preis für drei
 * Nächte"). */
static bool is_timeless_object(const struct check_run *run, size_t noun)
{
    return is_capitalised(token_at(run, noun)) && token_is(token_at(run, noun), POS_NOUN) &&
           noun > sentence_first(run, noun) + 2 && token_is(token_at(run, noun - 1), POS_DETERMINER) &&
           token_is_verb_form(token_at(run, noun - 2), VERB_PAST) && !is_kind_of(run, noun, LIST_NOUNS_WITH_SPANS);
}

/* What stands before für is no noun that it may belong to ("der Preis für drei Nächte"). */
static bool stands_alone(const struct check_run *run, size_t preposition)
{
    if (preposition == sentence_first(run, preposition))
        return true;
    const struct token *before = token_at(run, preposition - 1);

    if (before->kind == TOKEN_PUNCTUATION)
        return true;
    return ((!is_capitalised(before) &&
             (token_is_verb_form(before, VERB_PAST) || token_is_verb_form(before, VERB_PRESENT) ||
              token_is_verb_form(before, VERB_PARTICIPLE2) || token_is(before, POS_AUXILIARY) ||
              token_is(before, POS_PRONOUN))) ||
            is_person(&run->context->lexicon, before) || is_kind_of(run, preposition - 1, LIST_PEOPLE) ||
            token_is(before, POS_NAME) || is_timeless_object(run, preposition - 1)) &&
           !text_is(run, preposition - 1, "nur");
}

/* "mussten", "konnten": what was, not what is to be. */
static bool is_past_necessity(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);

    return token_is_verb_form(token, VERB_PAST) &&
           (has_lemma(lexicon, token, "müssen") || has_lemma(lexicon, token, "können"));
}

/* A word that makes it a plan, a habit, or a measure of something else: "will", "jedes Jahr", "bis". */
static bool is_of_plans(const struct check_run *run, size_t i)
{
    return in_list_lower(run, LIST_PLANNED_TIMES, i) ||
           (lemma_in(run, i, LIST_MODAL_VERBS) && !is_past_necessity(run, i)) ||
           token_is_verb_form(token_at(run, i), VERB_ZU_INFINITIVE) || is_zu_infinitive(run->doc, i);
}

/* The verb at the token lasts: for those that one plans as well (wohnen), in the past alone. */
static bool lasts(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    const struct lexicon *lexicon = &run->context->lexicon;
    bool past = token_is_verb_form(token, VERB_PAST) || token_is_verb_form(token, VERB_PARTICIPLE2);

    if (is_capitalised(token) || token->analysis.joined != NO_ID || token->analysis.particle != NO_ID ||
        is_inflected_adjective(token))
        return false;
    return has_lemma_of(lexicon, token, LIST_VERBS_OF_LASTING) ||
           (past && has_lemma_of(lexicon, token, LIST_VERBS_OF_LIVING));
}

/* A lasting verb in the clause of für, and neither plans nor a passive. */
static bool is_lasting_clause(const struct check_run *run, size_t preposition)
{
    bool found = false;
    size_t end = sentence_end(run, preposition);

    for (size_t i = sentence_first(run, preposition); i < end; i++) {
        if (!same_clause(run->doc, preposition, i))
            continue;
        if (is_of_plans(run, i))
            return false;
        if (token_is(token_at(run, i), POS_AUXILIARY) && has_lemma(&run->context->lexicon, token_at(run, i), "werden"))
            return false;
        found = found || lasts(run, i);
    }
    return found;
}

static void check_time(const struct check_run *run, size_t preposition)
{
    size_t noun = time_behind(run, preposition);

    if (noun == 0 || !stands_alone(run, preposition) || !is_lasting_clause(run, preposition))
        return;
    struct slice time = text_of(run->doc, tokens_span(run, preposition + 1, noun));

    suggest(run, report(run, "check/lasting-time", tokens_span(run, preposition, noun)),
            arena_print(run->issues->arena, "%.*s lang", (int)time.len, time.at));
}

void check_lasting_times(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_FOR, 0); i < run->doc->token_count; i = next_marked(run, MARK_FOR, i + 1))
        check_time(run, i);
}
