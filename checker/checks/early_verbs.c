/* Marks parts of the verb that stand before what belongs before them: a participle right behind its auxiliary ("haben
 * entdeckt im Wald eine neue Art", "wurde gerettet am Montag im Hafen"), a separable prefix right behind its verb
 * ("sagt ab alle Flüge"), and a verb that a subordinate clause leaves in two ("dass der Rat am Montag stimmt zu"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/times.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* "entdeckt" where it is the participle of the auxiliary before it. */
static bool is_participle_there(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == 0 &&
           token_is_verb_form(token, VERB_PARTICIPLE2) && !is_inflected_adjective(token) &&
           !token_is(token, POS_ADVERB) && !token_is(token, POS_PREPOSITION) && !text_is(run, i, "geboren") &&
           !in_list(run, LIST_PARTICIPLES_AS_ADVERBS, i);
}

/* An object in the accusative that no preposition governs, from index to the end. */
static bool has_object_behind(const struct check_run *run, size_t index, size_t end)
{
    struct clause_phrase phrase;
    size_t at = index;

    while (at < end) {
        bool contracted = has_contraction(token_at(run, at));
        bool preposition = contracted || token_is(token_at(run, at), POS_PREPOSITION);

        if (!read_clause_phrase(run, at + (preposition && !contracted), &phrase) || phrase.end > end) {
            at++;
            continue;
        }
        if (!preposition && !phrase.prepositional && !phrase.adverbial && !phrase.pronoun && phrase.determined &&
            (phrase.cases & CASE_ACC) != 0 && (phrase.cases & CASE_GEN) == 0)
            return true;
        at = phrase.end;
    }
    return false;
}

static bool holds_zu_infinitive(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (is_zu_infinitive(run->doc, i))
            return true;
    return false;
}

/* "am Montag", "im Mai", "gestern" at the index. */
static bool is_time_there(const struct check_run *run, size_t i)
{
    return in_list(run, LIST_ADVERBS_OF_TIME, i) || is_time_phrase(run, i);
}

/* "in der Nacht zum Sonntag", "in der vergangenen Woche" at the index. */
static bool is_period_there(const struct check_run *run, size_t i)
{
    struct noun_phrase phrase;

    return text_is(run, i, "in") && noun_phrase_at(run->doc, i + 1, &phrase) && phrase.has_determiner &&
           !phrase.contracted &&
           (in_list(run, LIST_SPANS_OF_TIME, phrase.noun) || is_kind_of(run, phrase.noun, LIST_PARTS_OF_THE_DAY));
}

/* The sentence ends at the mark, or goes on with a clause of its own: ", um zu", ", nachdem". */
static bool ends_clause(const struct check_run *run, size_t mark)
{
    return text_is(run, mark, ".") ||
           (text_is(run, mark, ",") && same_sentence(run, mark, mark + 1) &&
            (in_list(run, LIST_INFINITIVE_OPENERS, mark + 1) || in_list(run, LIST_OPENERS_OF_BRACKETS, mark + 1)));
}

/* "ist angekommen am Montag in Kairo": with sein, verbs whose participle is no adjective, and more behind the time. */
static bool is_arrival(const struct check_run *run, size_t auxiliary, size_t end)
{
    size_t time = auxiliary + 2;

    return has_lemma(&run->context->lexicon, token_at(run, auxiliary), "sein") &&
           is_participle_of(&run->context->lexicon, token_at(run, auxiliary + 1), LIST_VERBS_WITH_SEIN) &&
           (is_time_there(run, time) || is_period_there(run, time)) && end > time + 2;
}

/* "Forscher haben entdeckt im Wald eine neue Art.", "Zwei Männer wurden gerettet am Montag aus dem Hafen." */
static void check_participle(const struct check_run *run, size_t auxiliary)
{
    size_t end = stretch_end(run, auxiliary), first = stretch_first(run, auxiliary);
    const struct token *token = token_at(run, auxiliary);

    if (end < auxiliary + 4 || !ends_clause(run, end) || first != sentence_first(run, auxiliary) ||
        auxiliary == first || !may_be_finite(token) || !is_participle_there(run, auxiliary + 1) ||
        has_sure_finite(run, first, auxiliary) || !is_plain_stretch(run, auxiliary + 2, end) ||
        is_nonfinite_here(run, end - 1) || holds_zu_infinitive(run, auxiliary + 2, end) ||
        clause_opener(run, (struct stretch){ first, end }) != NO_OPENER)
        return;
    bool object = has_lemma(&run->context->lexicon, token, "haben") && has_object_behind(run, auxiliary + 2, end);
    bool time =
        has_lemma(&run->context->lexicon, token, "werden") && is_time_there(run, auxiliary + 2) && auxiliary + 4 < end;

    bool agent = has_lemma(&run->context->lexicon, token, "werden") && text_is(run, auxiliary + 2, "von") &&
                 auxiliary + 4 < end; /* "wurde durchsucht von zwei Beamten" */

    if (object || time || agent || is_arrival(run, auxiliary, end))
        report(run, "check/early-participle", tokens_span(run, auxiliary, auxiliary + 1));
}

/* "wurde von der Stadt veröffentlicht am Freitag.": the participle of a passive, and behind it nothing but a time. */
static void check_time_behind(const struct check_run *run, size_t participle)
{
    size_t first = stretch_first(run, participle), end = stretch_end(run, participle), time = participle + 1;
    bool passive = false;

    if (!is_participle_there(run, participle) || !text_is(run, end, ".") || first != sentence_first(run, participle) ||
        (end != time + 1 && end != time + 2) || !is_time_there(run, time) ||
        clause_opener(run, (struct stretch){ first, end }) != NO_OPENER)
        return;
    for (size_t i = first + 1; i + 1 < participle; i++) {
        if (token_is(token_at(run, i), POS_CONJUNCTION) || in_list(run, LIST_QUESTION_WORDS, i) || passive)
            passive = passive && !token_is(token_at(run, i), POS_CONJUNCTION);
        if (is_surely_finite(token_at(run, i)))
            passive = has_lemma(&run->context->lexicon, token_at(run, i), "werden");
    }
    if (passive)
        report(run, "check/early-participle", tokens_span(run, participle, end - 1));
}

/* The prefix is no preposition, whose case might be wrong ("mit die Kinder"); "ab" hardly ever has an article. */
static bool is_no_preposition(const struct check_run *run, size_t prefix)
{
    return text_is(run, prefix, "ab") || preposition_cases(token_at(run, prefix)) == 0;
}

/* "sagt ab alle Flüge", "lehnte ab den Plan" */
static void check_prefix(const struct check_run *run, size_t verb)
{
    size_t prefix = verb + 1, end;
    struct noun_phrase object;

    if (!same_sentence(run, verb, verb + 3) || !in_list(run, LIST_SEPARABLE_PREFIXES, prefix) ||
        !is_surely_finite(token_at(run, verb)) || token_is(token_at(run, verb), POS_AUXILIARY) ||
        (token_at(run, verb)->flags & TOKEN_QUOTED) != 0 || !is_no_preposition(run, prefix) ||
        !noun_phrase_at(run->doc, prefix + 1, &object) || !object.has_determiner || object.contracted)
        return;
    uint32_t cases = agreeing_cases(run->doc, &object, NULL);

    end = stretch_end(run, verb);
    if ((cases & CASE_ACC) == 0 || (cases & (CASE_DAT | CASE_GEN)) != 0 || !makes_verb_with(run, verb, prefix) ||
        in_list(run, LIST_SEPARABLE_PREFIXES, end - 1) || in_list(run, LIST_SPANS_OF_TIME, object.noun) ||
        text_is(run, prefix, "gut") || text_is(run, prefix, "ein"))
        return;
    report(run, "check/early-prefix", tokens_span(run, verb, object.noun));
}

/* ", dass der Rat dem Plan am Montag stimmt zu." */
static void check_verb_in_two(const struct check_run *run, size_t opener)
{
    size_t end = stretch_end(run, opener), prefix = end - 1, verb = prefix - 1;

    if (end < opener + 4 || (!text_is(run, end, ".") && !text_is(run, end, ",")) ||
        !in_list(run, LIST_SEPARABLE_PREFIXES, prefix) || !is_surely_finite(token_at(run, verb)) ||
        token_is(token_at(run, verb), POS_AUXILIARY) || has_sure_finite(run, opener + 1, verb) ||
        !is_plain_stretch(run, opener + 1, verb) || !makes_verb_with(run, verb, prefix) ||
        (token_at(run, opener)->flags & TOKEN_QUOTED) != 0)
        return;
    report(run, "check/verb-in-two", tokens_span(run, verb, prefix));
}

void check_early_verbs(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_AUXILIARY, 0); i + 1 < run->doc->token_count;
         i = next_marked(run, MARK_AUXILIARY, i + 1))
        if (same_sentence(run, i, i + 1))
            check_participle(run, i);
    for (size_t i = 2; i + 2 < run->doc->token_count; i++)
        if (is_time_there(run, i + 1) && same_sentence(run, i, i + 1))
            check_time_behind(run, i);
    for (size_t i = 0; i + 3 < run->doc->token_count; i++)
        if (in_list(run, LIST_SEPARABLE_PREFIXES, i + 1))
            check_prefix(run, i);
    for (size_t i = next_marked(run, MARK_VERB_LAST, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_VERB_LAST, i + 1))
        if (in_list_lower(run, LIST_SUBORDINATORS_WITH_VERB_LAST, i) || in_list_lower(run, LIST_CLAUSE_OPENERS, i))
            check_verb_in_two(run, i);
}
