/* Marks clauses whose verbs stand as in English, by their brackets alone: in German the finite verb opens the bracket of
 * a main clause and closes that of a subordinate one, and participles and infinitives end it. "Der Klub hat verkauft
 * seinen Stürmer", "weil der Bus fährt heute nicht", "Ich das Buch gelesen". */
#include "checks/checks.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* ---- words of a bracket ---- */

/* "gebracht", "bringen", no adjective before a noun and no noun. */
static bool is_nonfinite(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 && !token_is(token, POS_PREPOSITION) &&
           !token_is(token, POS_DETERMINER) &&
           (token_is_verb_form(token, VERB_PARTICIPLE2) || token_is_verb_form(token, VERB_INFINITIVE) ||
            token_is_verb_form(token, VERB_ZU_INFINITIVE));
}

/* A finite verb, or a word that is one unless its neighbours take it for an adjective or infinitive. */
static bool is_finite_there(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    if (is_surely_finite(token))
        return true;
    if (!is_likely_finite(run->doc, i) || token_is(token, POS_ADVERB))
        return false;
    return !is_inflected_adjective(token) ||
           (i > 0 && !token_is(&token[-1], POS_DETERMINER) && !token_is(&token[-1], POS_PREPOSITION) &&
            !is_inflected_adjective(&token[-1]));
}

/* The first of the participles and infinitives that end the stretch; end where there are none. */
static size_t closing_verbs(const struct check_run *run, size_t first, size_t end)
{
    size_t at = end;

    while (at > first && is_nonfinite(run, at - 1))
        at--;
    return at;
}

/* A pronoun that is subject or object by itself, or sich. */
static bool is_pronoun_alone(const struct check_run *run, size_t i)
{
    return in_list(run, LIST_NOMINATIVE_PRONOUNS, i) || in_list(run, LIST_REFLEXIVE_PRONOUNS, i) ||
           text_is(run, i, "ihn") || text_is(run, i, "ihm") || text_is(run, i, "ihnen") || text_is(run, i, "Ihnen");
}

/* Words behind which a phrase may follow the end of its clause: "als im Vorjahr", "wie erwartet", "um zu". */
static bool opens_appendix(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind != TOKEN_WORD || token_is(token, POS_CONJUNCTION) || in_list(run, LIST_INFINITIVE_OPENERS, i) ||
           in_list(run, LIST_QUESTION_WORDS, i) || text_is(run, i, "als") || text_is(run, i, "zu") ||
           (token_is(token, POS_SUBORDINATOR) && !token_is(token, POS_PREPOSITION) && !token_is(token, POS_ADVERB)) ||
           (token->flags & TOKEN_QUOTED) != 0;
}

/* "seinen Stürmer", "zwei Werke", "nicht", "mich": what stands within a bracket, never behind it. */
static bool belongs_inside(const struct check_run *run, size_t i, size_t end)
{
    const struct token *token = token_at(run, i);
    struct noun_phrase phrase;

    if (opens_appendix(run, i) || token_is(token, POS_PREPOSITION))
        return false;
    if (is_pronoun_alone(run, i) || token_is(token, POS_PARTICLE))
        return true;
    if ((token_is(token, POS_DETERMINER) || is_inflected_adjective(token)) && noun_phrase_at(run->doc, i, &phrase))
        return phrase.noun < end && !phrase.contracted;
    if (token->kind == TOKEN_WORD && (token_is(token, POS_NUMERAL) || token_is(token, POS_DETERMINER)))
        return i + 1 < end && is_capitalised(&token[1]);
    return (token->flags & TOKEN_CAPITAL) == 0 && token_is(token, POS_ADVERB);
}

/* No verb of any form, and nothing that joins or opens clauses. */
static bool holds_no_verb(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct token *token = token_at(run, i);
        bool relative = token_is(token, POS_RELATIVE) && !token_is(token, POS_DETERMINER);

        if (is_finite_there(run, i) || is_zu_infinitive(run->doc, i) || relative || opens_appendix(run, i) ||
            (is_nonfinite(run, i) && !token_is(token, POS_ADVERB)) ||
            (token_is(token, POS_PREFIX) && token->analysis.particle != NO_ID))
            return false;
    }
    return true;
}

/* ---- main clauses ---- */

/* The participle or infinitive right behind the finite auxiliary at i, or behind its subject pronoun; 0: none. */
static size_t early_verb(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *finite = token_at(run, i);
    size_t verb = i + 1 + in_list(run, LIST_NOMINATIVE_PRONOUNS, i + 1);

    if (!same_clause(run->doc, i, verb + 1) || is_capitalised(token_at(run, verb)) ||
        token_is(token_at(run, verb), POS_PREPOSITION))
        return 0;
    bool werden = has_lemma(lexicon, finite, "werden");
    bool infinitive = (werden || has_lemma_of(lexicon, finite, LIST_MODAL_VERBS) ||
                       slice_starts(text_at(run, i), SLICE("möcht"))) &&
                      is_bare_infinitive(run->doc, verb);
    bool participle = (werden || has_lemma(lexicon, finite, "haben")) &&
                      token_is_verb_form(token_at(run, verb), VERB_PARTICIPLE2) &&
                      !is_inflected_adjective(token_at(run, verb)) && !text_is(run, verb, "geboren") &&
                      !in_list(run, LIST_PARTICIPLES_AS_ADVERBS, verb);

    return infinitive || participle ? verb : 0;
}

/* "hat verkauft seinen Stürmer", "wird behandelt morgen", "will schließen zwei Werke" */
static void check_early_verb(const struct check_run *run, size_t i)
{
    size_t verb = early_verb(run, i), end = stretch_end(run, i);

    if (verb == 0 || i == stretch_first(run, i) || is_nonfinite(run, i - 1) || text_is(run, i - 1, "zu") ||
        !belongs_inside(run, verb + 1, end) || !holds_no_verb(run, verb + 1, end))
        return;
    report(run, "check/early-participle", tokens_span(run, i, verb + 1));
}

bool is_auxiliary(const struct check_run *run, size_t i)
{
    return token_is(token_at(run, i), POS_AUXILIARY) && may_be_finite(token_at(run, i));
}

/* ---- subordinate clauses ---- */

/* The clause that a subordinator opens at i: "dass", ", wenn", "und weil". */
static bool opens_here(const struct check_run *run, size_t i)
{
    if (!in_list_lower(run, LIST_OPENERS_OF_BRACKETS, i) || (token_at(run, i)->flags & TOKEN_QUOTED) != 0)
        return false;
    return i == sentence_first(run, i) || text_is(run, i - 1, ",") || text_is(run, i, "dass") ||
           token_is(token_at(run, i - 1), POS_CONJUNCTION);
}

/* The first finite verb of the clause; end where there is none. */
static size_t first_finite(const struct check_run *run, size_t first, size_t end)
{
    while (first < end && !is_finite_there(run, first))
        first++;
    return first;
}

/* "hätte kommen können", "werden zahlen müssen": before two infinitives, or a participle and one, the verb may stand. */
static bool is_before_cluster(const struct check_run *run, size_t verb, size_t end)
{
    size_t closing = closing_verbs(run, verb + 1, end);

    return token_is(token_at(run, verb), POS_AUXILIARY) && closing < end &&
           (end - closing > 1 || lemma_in(run, end - 1, LIST_MODAL_VERBS));
}

/* "weil der Bus fährt heute nicht", "damit er kann die Schule besuchen": behind the first finite verb of the clause
 * stands what its bracket encloses, and no other. */
static void check_early_finite(const struct check_run *run, size_t i)
{
    size_t end = stretch_end(run, i), verb = first_finite(run, i + 1, end);

    if (verb < i + 2 || verb + 2 > end || is_nonfinite(run, verb - 1) || is_before_cluster(run, verb, end) ||
        token_is(token_at(run, verb - 1), POS_PREFIX))
        return;
    size_t closing = closing_verbs(run, verb + 1, end);
    bool sure = is_surely_finite(token_at(run, verb));
    bool encloses = closing < end && token_is(token_at(run, verb), POS_AUXILIARY) && !is_zu_infinitive(run->doc, end - 1);
    bool personal = verb == i + 2 && in_list(run, LIST_NOMINATIVE_PRONOUNS, i + 1);

    if (!sure && !personal && !token_is(token_at(run, verb), POS_AUXILIARY))
        return;
    if (!sure && may_be_finite(token_at(run, end - 1)))
        return;
    if (!holds_no_verb(run, verb + 1, encloses ? closing : end) ||
        !(encloses || belongs_inside(run, verb + 1, end)))
        return;
    report(run, "check/verb-not-last", tokens_span(run, i + 1, verb + 1));
}

bool opens_bracket(const struct check_run *run, size_t i)
{
    return in_list_lower(run, LIST_OPENERS_OF_BRACKETS, i);
}

void check_verb_brackets(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_AUXILIARY, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_AUXILIARY, i + 1))
        check_early_verb(run, i);
    for (size_t i = next_marked(run, MARK_BRACKET, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_BRACKET, i + 1))
        if (opens_here(run, i))
            check_early_finite(run, i);
}
