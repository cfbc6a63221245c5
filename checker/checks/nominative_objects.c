/* Marks an object that can be nothing but a nominative, in a clause whose subject is a pronoun: "Wir haben der Bedarf
 * erkannt", "weil man ein Hinweis fand". The words between two marks are enough: they need not be read as a clause. */
#include "checks/checks.h"
#include "checks/corrections.h"
#include "checks/government.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "er", "wir": they are subjects, whatever else stands there. */
bool is_always_subject(const struct check_run *run, size_t i)
{
    return in_list_lower(run, LIST_SUBJECT_PRONOUNS, i);
}

/* "nicht", "auch", "heute": between the pronoun and its verb nothing but such words stands. */
static bool has_verb(const struct check_run *run, size_t pronoun, size_t first, size_t end)
{
    return (pronoun > first && may_be_finite(token_at(run, pronoun - 1))) ||
           (pronoun + 1 < end && may_be_finite(token_at(run, pronoun + 1))) ||
           (may_be_finite(token_at(run, end - 1)) && !is_capitalised(token_at(run, end - 1)));
}

/* "es", "was"; "das" that is no article. */
static bool is_pronoun_of_thing(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;

    return in_list_lower(run, LIST_SUBJECTS_OF_ANY_NUMBER, index) && !is_always_subject(run, index) &&
           !noun_phrase_at(run->doc, index, &phrase);
}

/* "und", "als", "wie": what follows is another subject, or said of this one. */
static bool is_joint(const struct check_run *run, size_t index)
{
    return token_is(token_at(run, index), POS_CONJUNCTION) || text_is(run, index, "als") ||
           text_is(run, index, "wie") || (token_at(run, index)->flags & TOKEN_QUOTED) != 0;
}

/* A verb beside which a second nominative stands, "bleibt", "werden" alone; or two verbs. */
static bool may_hold_another_nominative(const struct check_run *run, size_t first, size_t end)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    size_t finite = 0;
    bool becomes = false, nonfinite = false;

    for (size_t i = first; i < end; i++) {
        const struct token *token = token_at(run, i);
        bool verb = token_is(token, POS_VERB) || token_is(token, POS_AUXILIARY);

        if (is_pronoun_of_thing(run, i) || in_list(run, LIST_REFLEXIVE_PRONOUNS, i) || /* "bedient sich der Helfer" */
            (verb &&
             (has_lemma_of(lexicon, token, LIST_VERBS_WITH_TWO_ACCUSATIVES) ||
              (token_is(token, POS_AUXILIARY) && has_lemma(lexicon, token, "sein")) ||
              (!has_lemma(lexicon, token, "werden") && has_lemma_of(lexicon, token, LIST_VERBS_WITH_TWO_NOMINATIVES)))))
            return true;
        finite += is_surely_finite(token_at(run, i)) || is_auxiliary(run, i);
        becomes = becomes || (verb && has_lemma(lexicon, token, "werden"));
        nonfinite = nonfinite || token_is_verb_form(token, VERB_INFINITIVE) ||
                    (token_is_verb_form(token, VERB_PARTICIPLE2) && !text_is(run, i, "geworden"));
    }
    return finite > 1 || (becomes && !nonfinite);
}

/* "der Fehler" is a genitive too, of several, but only behind its noun. */
static uint32_t cases_without_noun_before(const struct check_run *run, const struct noun_phrase *phrase)
{
    uint32_t cases = agreeing_cases(run->doc, phrase, NULL);

    return is_capitalised(token_at(run, phrase->first - 1)) ? cases : cases & ~(uint32_t)CASE_GEN;
}

/* "der Weg", "ein Platz", "dieser Vorschlag": the nominative of one, and no apposition or part of a longer phrase. */
static bool nominative_at(const struct check_run *run, size_t index, struct noun_phrase *out)
{
    return token_is(token_at(run, index), POS_DETERMINER) && !is_capitalised(token_at(run, index)) &&
           noun_phrase_at(run->doc, index, out) && !out->contracted &&
           cases_without_noun_before(run, out) == CASE_NOM && !is_uncertain_noun(run, out) &&
           !is_loan(run, token_at(run, out->noun)) && !is_weak_or_strong(run, token_at(run, out->noun)) &&
           !token_is(token_at(run, index - 1), POS_PREPOSITION) &&
           !token_is(token_at(run, index - 1), POS_DETERMINER) && ends_phrase(run, out->noun);
}

static void look_at(const struct check_run *run, size_t pronoun)
{
    size_t first = stretch_first(run, pronoun), end = stretch_end(run, pronoun);
    struct noun_phrase phrase;

    if (end < first + 4 || !has_verb(run, pronoun, first, end) || may_hold_another_nominative(run, first, end))
        return;
    for (size_t i = pronoun + 1; i < end && !is_joint(run, i); i++)
        if (nominative_at(run, i, &phrase) && phrase.noun < end) {
            suggest_agreement(run, report(run, "check/valency", tokens_span(run, phrase.first, phrase.noun)), &phrase,
                              CASE_ACC);
            return;
        }
}

void check_nominative_objects(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_ALWAYS_SUBJECT, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_ALWAYS_SUBJECT, i + 1))
        look_at(run, i);
}
