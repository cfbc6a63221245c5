/* Marks who is named behind a verb of saying, and does not go with it in number or case: "…“, sagte die Händler",
 * "…“, sagte den Händler". */
#include "checks/corrections.h"
#include "checks/subjects.h"

#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

static bool ends_sentence_part(const struct document *doc, size_t index)
{
    return index >= doc->token_count || doc->tokens[index].sentence != doc->tokens[index - 1].sentence ||
           doc->tokens[index].kind == TOKEN_PUNCTUATION;
}

/* "die Schweizer Vermittlerin": no noun, but what stands before one. */
static bool is_demonym_before_noun(const struct check_run *run, size_t noun)
{
    return slice_ends(text_at(run, noun), SLICE("er")) && same_clause(run->doc, noun, noun + 1) &&
           is_capitalised(token_at(run, noun + 1)) && token_is(token_at(run, noun + 1), POS_NOUN);
}

/* "Der Minister, der krank ist, | sagte": the relative clause before the verb belongs to the subject, which is named.
 */
static bool follows_relative(const struct check_run *run, size_t verb)
{
    size_t comma = verb - 1;

    if (!text_is(run, comma, ",") || comma < sentence_first(run, verb) + 3)
        return false;
    size_t first = stretch_first(run, comma - 1);

    return first > sentence_first(run, verb) && text_is(run, first - 1, ",") &&
           (token_is(token_at(run, first), POS_RELATIVE) || token_is(token_at(run, first + 1), POS_RELATIVE)) &&
           may_be_finite(token_at(run, comma - 1));
}

/* "…“, sagte die Händler." */
static void check_speaker(const struct check_run *run, size_t verb)
{
    const struct document *doc = run->doc;
    struct noun_phrase speaker;
    uint32_t numbers, wanted;

    /* Without a quotation only "sagen": other verbs may have an object there ("…, schrieben die Serie"). */
    if (verb == 0 || doc->tokens[verb - 1].kind != TOKEN_PUNCTUATION || !is_surely_finite(&doc->tokens[verb]) ||
        ((doc->tokens[verb - 1].flags & TOKEN_CLOSING) == 0 &&
         !has_lemma(&run->context->lexicon, &doc->tokens[verb], "sagen")) ||
        !token_in_list(&run->context->lexicon, LIST_VERBS_OF_SAYING, &doc->tokens[verb]) ||
        !same_clause(doc, verb, verb + 1) || !noun_phrase_at(doc, verb + 1, &speaker) || !speaker.has_determiner ||
        speaker.contracted || is_demonym_before_noun(run, speaker.noun) || doc->tokens[verb].analysis.joined != NO_ID ||
        follows_relative(run, verb) || (!ends_sentence_part(doc, speaker.noun + 1) && may_grow(run, speaker.noun + 1)))
        return;
    wanted = third_person_numbers(&doc->tokens[verb]);
    if (wanted == 0 || (agreeing_cases(doc, &speaker, &numbers) & CASE_NOM) == 0 || (numbers & wanted) != 0)
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, verb, speaker.noun)), verb);
}

/* "…“, sagte den Händler.": nobody else in the clause may have said it. */
static void check_speaker_case(const struct check_run *run, size_t verb)
{
    const struct document *doc = run->doc;
    struct noun_phrase speaker;

    if (verb == 0 || doc->tokens[verb - 1].kind != TOKEN_PUNCTUATION || !is_surely_finite(&doc->tokens[verb]) ||
        !token_in_list(&run->context->lexicon, LIST_VERBS_OF_SAYING, &doc->tokens[verb]) ||
        doc->tokens[verb].analysis.particle != NO_ID || third_person_numbers(&doc->tokens[verb]) == 0 ||
        follows_relative(run, verb) || verb == sentence_first(run, verb) || !same_clause(doc, verb, verb + 1) ||
        !noun_phrase_at(doc, verb + 1, &speaker) || !speaker.has_determiner || speaker.contracted)
        return;
    uint32_t cases = agreeing_cases(doc, &speaker, NULL);
    size_t end = stretch_end(run, verb);

    if (cases == 0 || (cases & CASE_NOM) != 0 || is_adverbial_noun(run, speaker.noun) || !text_is(run, end, ".") ||
        may_hold_subject(run, verb, end, NUMBER_ANY))
        return;
    for (size_t i = speaker.noun + 1; i < end; i++)
        if (token_is(token_at(run, i), POS_CONJUNCTION) || is_capitalised(token_at(run, i)))
            return;
    suggest_agreement(run, report(run, "check/valency", tokens_span(run, speaker.first, speaker.noun)), &speaker,
                      CASE_NOM);
}

void check_speakers(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        check_speaker(run, i);
        check_speaker_case(run, i);
    }
}
