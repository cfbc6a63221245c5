/* Marks a genitive that nothing asks for: "bekam dieses frühen Werks in die Hand", "Der meisten Schiffe dienten lange".
 * It stands right behind a finite verb or opens an infinitive with zu, no noun stands right behind it ("des Vaters
 * Haus"), and no verb or adjective of the sentence takes a genitive. */
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

/* "bedürfen", "bewusst", "beschuldigt", "Herr": a word of the sentence that a genitive may belong to. */
static bool holds_governor(const struct check_run *run, size_t index)
{
    for (size_t i = sentence_first(run, index), end = sentence_end(run, index); i < end; i++)
        if (in_list(run, LIST_WITH_GENITIVE, i) ||
            lower_in_list(&run->context->lexicon, LIST_WITH_GENITIVE, token_at(run, i)) ||
            lemma_in_list(&run->context->lexicon, LIST_WITH_GENITIVE, token_at(run, i)) ||
            (token_at(run, i)->analysis.joined != NO_ID &&
             in_word_list(&run->context->lexicon, LIST_WITH_GENITIVE,
                          lemma_text(&run->context->lexicon, token_at(run, i)->analysis.joined))))
            return true;
    return false;
}

/* "kaufte | des Hauses": nothing but a finite verb, on which no genitive depends. */
static bool is_verb_alone(const struct token *token)
{
    return third_person_numbers(token) != 0 && is_surely_finite(token) && !token_is_verb_form(token, VERB_INFINITIVE) &&
           (token->flags & (TOKEN_HYPHEN | TOKEN_QUOTED)) == 0;
}

/* The phrase stands behind the comma of an infinitive with zu, or behind a verb or adverb, and no noun behind it. */
static bool stands_alone(const struct check_run *run, const struct noun_phrase *phrase)
{
    size_t end = phrase->noun + 1;

    if (end < run->doc->token_count && same_clause(run->doc, phrase->noun, end) &&
        (is_capitalised(token_at(run, end)) || token_at(run, end)->kind != TOKEN_WORD ||
         token_is(token_at(run, end), POS_CONJUNCTION) || in_list(run, LIST_POSTPOSITIONS, end) ||
         is_inflected_adjective(token_at(run, end)) || text_is(run, end, "wegen") || text_is(run, end, "halber")))
        return token_at(run, end)->kind == TOKEN_PUNCTUATION;
    return true;
}

/* A genitive of one, masculine or neuter: "dieses frühen Werks". */
static void look_at(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;
    const struct token *before = index > 0 ? token_at(run, index - 1) : NULL;

    if (before == NULL || !same_sentence(run, index - 1, index) || !noun_phrase_at(run->doc, index, &phrase) ||
        phrase.contracted || !phrase.has_determiner || !slice_ends(text_at(run, index), SLICE("es")) ||
        agreeing_cases(run->doc, &phrase, NULL) != CASE_GEN)
        return;
    bool infinitive = text_is(run, index - 1, ",") && is_zu_infinitive(run->doc, stretch_end(run, index) - 1);

    if ((!infinitive && !is_verb_alone(before)) || !stands_alone(run, &phrase) || is_uncertain_noun(run, &phrase) ||
        is_loan(run, token_at(run, phrase.noun)) || is_adverbial_noun(run, phrase.noun) ||
        !ends_phrase(run, phrase.noun) || holds_governor(run, index))
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, phrase.first, phrase.noun)), &phrase,
                      CASE_ACC);
}

/* "Der meisten Schiffe dienten": a genitive of several that opens the sentence, right before its verb. */
static void look_at_opening(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token;
    struct noun_phrase phrase;

    if (sentence->token_count < 4 || !text_is(run, first, "Der") || !noun_phrase_at(run->doc, first, &phrase) ||
        phrase.contracted || agreeing_cases(run->doc, &phrase, NULL) != CASE_GEN ||
        !same_clause(run->doc, first, phrase.noun + 2) || is_uncertain_noun(run, &phrase) ||
        is_loan(run, token_at(run, phrase.noun)) || third_person_numbers(token_at(run, phrase.noun + 1)) != NUMBER_PL ||
        holds_governor(run, first) || is_inflected_adjective(token_at(run, phrase.noun + 1)))
        return;
    suggest_agreement(run, report(run, "check/no-subject", tokens_span(run, first, phrase.noun)), &phrase, CASE_NOM);
}

bool begins_genitive(const struct check_run *run, size_t i)
{
    return token_is(token_at(run, i), POS_DETERMINER) && slice_ends(text_at(run, i), SLICE("es")) &&
           (text_at(run, i).len > 3 || text_is(run, i, "des"));
}

void check_lone_genitives(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_GENITIVE, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_GENITIVE, i + 1))
        look_at(run, i);
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        look_at_opening(run, &run->doc->sentences[i]);
}
