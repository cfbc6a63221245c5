/* Marks participles of persons that open a sentence whose subject is a thing: "In Hamburg geboren, erschien der erste
 * Roman …", "Aus dem Fenster blickend, stand das Haus in Flammen"; and participles behind while and instead of:
 * "Während nach Hause fahrend". */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "geboren", "blickend": what only a person does, without an ending. */
static bool is_of_person(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);

    if (in_list(run, LIST_PARTICIPLES_OF_PERSONS, i))
        return true;
    return token_is_verb_form(token, VERB_PARTICIPLE1) && !is_inflected_adjective(token) &&
           has_lemma_of(lexicon, token, LIST_VERBS_OF_PERSONS);
}

/* "der erste Roman", "das Haus": a subject that is no person, group or name. */
static bool is_thing(const struct check_run *run, size_t first)
{
    struct noun_phrase phrase;

    if (!noun_phrase_at(run->doc, first, &phrase) || !phrase.has_determiner || phrase.contracted ||
        (agreeing_cases(run->doc, &phrase, NULL) & CASE_NOM) == 0)
        return false;
    const struct token *noun = token_at(run, phrase.noun);

    return token_is(noun, POS_NOUN) && !token_is(noun, POS_NAME) && !phrase.adjectival &&
           !token_is(noun, POS_ADJECTIVE) && !is_person(&run->context->lexicon, noun) &&
           has_lemma_of(&run->context->lexicon, noun, LIST_THINGS_OF_PERSONS);
}

/* "In Hamburg geboren, erschien der erste Roman" */
static void check_dangling(const struct check_run *run, size_t first)
{
    size_t comma = stretch_end(run, first), verb = comma + 1;

    if (comma < first + 2 || !text_is(run, comma, ",") || !same_sentence(run, first, verb + 2) ||
        !is_of_person(run, comma - 1) || has_sure_finite(run, first, comma) || !may_be_finite(token_at(run, verb)) ||
        (token_at(run, first)->flags & TOKEN_QUOTED) != 0 || !is_thing(run, verb + 1))
        return;
    report(run, "check/dangling-participle", tokens_span(run, first, comma - 1));
}

/* "Während nach Hause fahrend,", "Anstatt wartend auf den Bus," */
static void check_opener(const struct check_run *run, size_t opener)
{
    if (!in_list_lower(run, LIST_OPENERS_OF_NO_PARTICIPLE, opener))
        return;
    size_t end = stretch_end(run, opener);

    if (end < opener + 2 || !text_is(run, end, ",") ||
        (opener > 0 && same_sentence(run, opener - 1, opener) && !text_is(run, opener - 1, ",")) ||
        has_likely_finite(run, opener + 1, end))
        return;
    for (size_t i = opener + 1; i < end; i++)
        if (is_zu_infinitive(run->doc, i))
            return;
    for (size_t i = opener + 1; i < end; i += i == opener + 1 && i + 1 < end ? end - 1 - i : 1) {
        const struct token *token = token_at(run, i);

        if (token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) == 0 && !is_inflected_adjective(token) &&
            token_is_verb_form(token, VERB_PARTICIPLE1)) {
            report(run, "check/english-participle", tokens_span(run, opener, i));
            return;
        }
    }
}

void check_dangling_participles(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        if (run->doc->sentences[i].token_count > 5)
            check_dangling(run, run->doc->sentences[i].first_token);
    for (size_t i = 0; i + 3 < run->doc->token_count; i++)
        if (token_at(run, i)->kind == TOKEN_WORD)
            check_opener(run, i);
}
