/* Marks a verb with a separable prefix that stands unsplit in the second place of a main clause: "Die Fluggesellschaft
 * ankündigte am Dienstag neue Strecken". Unsplit it stands at the end of a clause that a subordinator or relative
 * pronoun opens, and nowhere else. */
#include "checks/checks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The prefix of "ankündigte"; empty when the form may be anything else than a finite form of such a verb. */
static struct slice prefix_of(const struct check_run *run, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice word = token_text(run->doc, token), prefix = { 0 };
    bool third = false; /* "findet statt" is of ihr too */

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0)
        return prefix;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];
        uint8_t separable = reading->lemma == NO_ID ? 0 : lexicon->lemmas[reading->lemma].separable;
        enum verb_form form = verb_form_of(reading->features);

        if (separable == 0 || pos_of(reading->features) != POS_VERB || form < VERB_PRESENT || form > VERB_SUBJUNCTIVE2)
            return (struct slice){ 0 };
        prefix = (struct slice){ word.at, separable };
        third = third || (reading->features & PERSON_3) != 0;
    }
    return third ? prefix : (struct slice){ 0 };
}

/* "anerkennen", "auferlegen": behind a second, inseparable prefix some leave them whole. */
static bool may_stay_whole(const struct check_run *run, struct slice rest)
{
    const struct list_record *prefixes = named_list(&run->context->lexicon, LIST_INSEPARABLE_PREFIXES);

    for (uint32_t i = 0; prefixes != NULL && i < prefixes->count; i++)
        if (slice_starts(rest,
                         lexicon_text(&run->context->lexicon, run->context->lexicon.list_words[prefixes->first + i])))
            return true;
    return false;
}

/* No word of the stretch opens a clause with its verb at the end, or is the finite verb of the main clause. */
static bool may_be_main_clause(const struct check_run *run, size_t first, size_t verb)
{
    for (size_t i = first; i < verb; i++) {
        const struct token *token = token_at(run, i);

        if (token->kind != TOKEN_WORD || (token->flags & TOKEN_QUOTED) != 0 || is_surely_finite(token) ||
            token_is(token, POS_SUBORDINATOR) || token_is(token, POS_CONJUNCTION) ||
            in_list_lower(run, LIST_CLAUSE_OPENERS, i) || in_list_lower(run, LIST_QUESTION_WORDS, i))
            return false;
    }
    return true;
}

/* The token behind the subject that opens the sentence, with its genitive; the first token when none does. */
static size_t behind_opening(const struct check_run *run, size_t first)
{
    struct noun_phrase phrase;

    if (in_list_lower(run, LIST_SUBJECT_PRONOUNS, first))
        return first + 1;
    if (noun_at(run->doc, first, &phrase))
        return phrase.noun + 1;
    return (token_at(run, first)->flags & TOKEN_CAPITAL) != 0 && token_is(token_at(run, first), POS_NAME) ? first + 1
                                                                                                          : first;
}

/* The stretch from first to end opens the sentence. */
static void look_at(const struct check_run *run, size_t first, size_t verb, size_t end)
{
    struct slice prefix = prefix_of(run, token_at(run, verb)), rest;

    if (prefix.len == 0)
        return;
    rest = slice_from(text_at(run, verb), prefix.len);
    if (!form_is(&run->context->lexicon, rest, POS_VERB) || /* "zuckte" */
        in_word_list(&run->context->lexicon, LIST_INSEPARABLE_PREFIXES, prefix) || may_stay_whole(run, rest) ||
        behind_opening(run, first) == first || !may_be_main_clause(run, first, verb))
        return;
    for (size_t i = verb + 1; i < end; i++)
        if (is_surely_finite(token_at(run, i)))
            return;
    if (token_is(token_at(run, verb + 1), POS_CONJUNCTION))
        return;
    report(run, "check/unsplit-verb", token_at(run, verb)->span);
}

void check_unsplit_verbs(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->sentence_count; i++) {
        size_t first = run->doc->sentences[i].first_token, end = stretch_end(run, first);

        for (size_t verb = first + 1; verb + 2 < end; verb++)
            look_at(run, first, verb, end);
    }
}
