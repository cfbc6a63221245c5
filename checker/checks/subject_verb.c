/* Marks a subject whose number its verb does not have: "Die Preise steigt weiter." Only where the subject is certain: a
 * phrase with determiner at the start of its sentence, its verb right behind, and nothing else that could be subject.
 */
#include "checks/checks.h"
#include "checks/noun_phrase.h"
#include "lexicon/analysis.h"

/* The numbers (bits of NUMBER_ANY) in which the token is a finite verb of the third person; 0 when it may be no verb.
 */
static uint32_t verb_numbers(const struct token *token)
{
    uint32_t numbers = 0;

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) != 0)
        return 0;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        enum verb_form form = verb_form_of(features);

        if (pos_of(features) != POS_VERB && pos_of(features) != POS_AUXILIARY)
            return 0;
        if (form == VERB_PRESENT || form == VERB_PAST || form == VERB_SUBJUNCTIVE1 || form == VERB_SUBJUNCTIVE2)
            numbers |= (features & PERSON_3) != 0 ? features & NUMBER_ANY : 0;
        else if (form == VERB_INFINITIVE)
            numbers |= NUMBER_PL; /* looks like the plural */
    }
    return numbers;
}

/* Behind a preposition a noun is no subject. */
static bool in_prepositional_phrase(const struct document *doc, const struct noun_phrase *phrase)
{
    return phrase->contracted || (phrase->first > 0 && token_is(&doc->tokens[phrase->first - 1], POS_PREPOSITION));
}

/* True when a token of the clause behind the verb could be the subject instead. */
static bool may_hold_subject(const struct document *doc, size_t verb)
{
    for (size_t i = verb + 1; i < doc->token_count && doc->tokens[i].sentence == doc->tokens[verb].sentence &&
                              doc->tokens[i].kind != TOKEN_PUNCTUATION;) {
        const struct token *token = &doc->tokens[i];
        struct noun_phrase phrase;
        bool preposition = i > 0 && token_is(&doc->tokens[i - 1], POS_PREPOSITION);

        if (noun_phrase_at(doc, i, &phrase)) {
            if (!in_prepositional_phrase(doc, &phrase) && (agreeing_cases(doc, &phrase, NULL) & CASE_NOM) != 0)
                return true;
            i = phrase.noun + 1;
            continue;
        }
        if (!preposition && (token_is(token, POS_NOUN) || token_is(token, POS_NAME) || token_is(token, POS_PRONOUN) ||
                             token->analysis.reading_count == 0 || (token->flags & TOKEN_CAPITAL) != 0))
            return true;
        i++;
    }
    return false;
}

static void check_sentence(const struct check_run *run, const struct sentence *sentence)
{
    const struct document *doc = run->doc;
    struct noun_phrase subject;
    uint32_t numbers;

    if (sentence->token_count < 4 || !noun_phrase_at(doc, sentence->first_token, &subject) || !subject.has_determiner ||
        subject.contracted)
        return;
    size_t verb = subject.noun + 1;
    uint32_t cases = agreeing_cases(doc, &subject, &numbers);

    if ((cases & CASE_NOM) == 0 || verb >= doc->token_count ||
        doc->tokens[verb].sentence != doc->tokens[verb - 1].sentence)
        return;
    uint32_t wanted = verb_numbers(&doc->tokens[verb]);

    if (wanted == 0 || (wanted & numbers) != 0 || may_hold_subject(doc, verb))
        return;
    report(run, "check/subject-verb",
           (struct span){ doc->tokens[subject.first].span.start, doc->tokens[verb].span.end });
}

void check_subject_verb(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        check_sentence(run, &run->doc->sentences[i]);
}
