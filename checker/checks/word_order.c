/* Marks verbs in the wrong place: a finite verb that is not the last of its subordinate clause ("weil die Straße war
 * vereist"), and a participle between preposition and noun ("ins gebracht Krankenhaus"). */
#include "checks/checks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "text/letters.h"

/* The token behind a subject, "er" or "die Straße"; index itself when none stands there. */
static size_t behind_subject(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;

    if (in_word_list(&run->context->lexicon, "subject-pronouns", text_at(run, index)))
        return index + 1;
    return noun_phrase_at(run->doc, index, &phrase) && phrase.has_determiner && !phrase.contracted &&
                   (agreeing_cases(run->doc, &phrase, NULL) & CASE_NOM) != 0
               ? phrase.noun + 1
               : index;
}

/* "Weil die Straße war vereist,": an auxiliary right behind the subject, a participle at the end, and no other verb.
 * Infinitives at the end let the verb move forward ("weil er hat gehen müssen"). */
static void check_verb_last(const struct check_run *run, size_t i)
{
    size_t end = stretch_end(run, i), verb;
    struct slice word = lower_case(run->issues->arena, text_at(run, i));
    bool opens = (token_at(run, i)->flags & TOKEN_SENTENCE_START) != 0 || (i > 0 && text_is(run, i - 1, ","));

    if (!opens || !in_word_list(&run->context->lexicon, "clauses-with-verb-last", word) || end < i + 5)
        return;
    verb = behind_subject(run, i + 1);
    if (verb == i + 1 || verb + 1 >= end || !is_surely_finite(token_at(run, verb)) ||
        !token_is(token_at(run, verb), POS_AUXILIARY) ||
        !token_is_verb_form(token_at(run, end - 1), VERB_PARTICIPLE2) ||
        token_is_verb_form(token_at(run, end - 1), VERB_INFINITIVE))
        return;
    for (size_t j = verb + 1; j + 1 < end; j++)
        if (may_be_finite(token_at(run, j)) || token_is(token_at(run, j), POS_CONJUNCTION))
            return;
    report(run, "check/verb-not-last", tokens_span(run, verb, end - 1));
}

/* "gebracht", "verlegt": a participle without ending, and nothing else. */
static bool is_bare_participle(const struct token *token)
{
    if ((token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0 || token->analysis.reading_count == 0)
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        bool adjective = pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) != 0;

        if (!adjective && verb_form_of(features) != VERB_PARTICIPLE2)
            return false;
    }
    return token_is_verb_form(token, VERB_PARTICIPLE2);
}

/* "ins gebracht Krankenhaus" */
static void check_inner_participle(const struct check_run *run, size_t i)
{
    struct noun_phrase noun, phrase;

    if (!same_sentence(run, i, i + 2) || token_at(run, i)->clause != token_at(run, i + 2)->clause ||
        !is_bare_participle(token_at(run, i + 1)) || !bare_noun_at(run->doc, i + 2, &noun) ||
        noun_phrase_at(run->doc, i, &phrase))
        return;
    for (uint16_t r = 0; r < token_at(run, i)->analysis.reading_count; r++) {
        uint32_t features = token_at(run, i)->analysis.readings[r].features;

        if (pos_of(features) != POS_PREPOSITION || (features & NUMBER_ANY) == 0)
            return;
    }
    if (token_at(run, i)->analysis.reading_count > 0)
        report(run, "check/inner-participle", tokens_span(run, i, i + 2));
}

void check_word_order(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        if (token_at(run, i)->kind != TOKEN_WORD)
            continue;
        check_verb_last(run, i);
        check_inner_participle(run, i);
    }
}
