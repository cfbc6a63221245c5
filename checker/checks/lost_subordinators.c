/* Marks clauses with their verb at the end that nothing opens: "Die Ministerin räumte ein, die Behörden die Gefahr
 * unterschätzt hätten." has lost its dass. */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "räumte … ein", "geht davon aus", "erklärt": a clause with dass goes with the verb. */
static bool takes_dass(const struct check_run *run, size_t verb)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t joined = token_at(run, verb)->analysis.joined;

    if (joined != NO_ID)
        return in_word_list(lexicon, LIST_VERBS_WITH_DASS, lemma_text(lexicon, joined)) ||
               in_word_list(lexicon, LIST_REPORTING_VERBS, lemma_text(lexicon, joined)) ||
               slice_equal(lemma_text(lexicon, joined), SLICE("ausgehen"));
    return lemma_in(run, verb, LIST_VERBS_WITH_DASS) || lemma_in(run, verb, LIST_REPORTING_VERBS);
}

/* The main clause before the comma is whole: it opens the sentence, has a finite verb, and ends with a verb, a prefix
 * or an adverb, so that no relative clause can follow. */
static bool is_main_before(const struct check_run *run, size_t comma)
{
    size_t first = stretch_first(run, comma - 1);
    const struct token *last = token_at(run, comma - 1);

    if (first != sentence_first(run, comma) || comma < first + 2 || last->kind != TOKEN_WORD ||
        clause_opener(run, (struct stretch){ first, comma }) != NO_OPENER ||
        in_list_lower(run, LIST_QUESTION_WORDS, first) || slice_equal(lower_at(run, first), SLICE("je")) ||
        (last->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0 ||
        (last->analysis.particle == NO_ID && (token_is(last, POS_PRONOUN) || token_is(last, POS_DETERMINER))))
        return false;
    for (size_t i = first; i < comma; i++)
        if ((is_surely_finite(token_at(run, i)) && !token_is(token_at(run, i), POS_AUXILIARY)) ||
            (token_at(run, i)->analysis.joined != NO_ID && may_be_finite(token_at(run, i)))) /* "gehen davon aus" */
            return i > first && takes_dass(run, i);
    return takes_dass(run, comma - 1);
}

/* A subject with its article, or a pronoun; the token behind it, or first. */
static size_t behind_first_phrase(const struct check_run *run, size_t first, uint32_t *numbers)
{
    struct clause_phrase phrase;

    if (!read_clause_phrase(run, first, &phrase) || phrase.prepositional || phrase.adverbial ||
        (phrase.cases & CASE_NOM) == 0 || !(phrase.determined || in_list(run, LIST_SUBJECT_PRONOUNS, first)))
        return first;
    *numbers = phrase.numbers;
    return phrase.end;
}

static void check_behind(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1, end, behind;
    uint32_t numbers = 0;

    if (slice_starts(text_at(run, first), SLICE("welch")) || text_is(run, first, "deren") ||
        text_is(run, first, "dessen") || text_is(run, first, "wessen"))
        return;
    if (!same_sentence(run, comma, first + 3) || !is_main_before(run, comma))
        return;
    end = stretch_end(run, first);
    behind = behind_first_phrase(run, first, &numbers);
    if (behind == first || end < behind + 2 || (!text_is(run, end, ".") && !text_is(run, end, ",")) ||
        !is_surely_finite(token_at(run, end - 1)) || (finite_numbers(token_at(run, end - 1)) & numbers) == 0)
        return;
    size_t closing = closing_verbs(run, behind, end - 1);

    for (size_t i = first; i < closing; i++)
        if ((i >= behind && is_finite_here(run, i)) ||
            (token_is(token_at(run, i), POS_SUBORDINATOR) && !text_is(run, i, "auf")) ||
            in_list(run, LIST_QUESTION_WORDS, i) || (token_at(run, i)->flags & TOKEN_QUOTED) != 0 ||
            token_is(token_at(run, i), POS_CONJUNCTION) || token_at(run, i)->kind == TOKEN_SYMBOL)
            return;
    report(run, "check/lost-subordinator", tokens_span(run, comma, first));
}

void check_lost_subordinators(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_COMMA, 1); i < run->doc->token_count; i = next_marked(run, MARK_COMMA, i + 1))
        if (same_sentence(run, i - 1, i))
            check_behind(run, i);
}
