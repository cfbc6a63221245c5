/* Marks phrases in a case that their preposition does not have with the noun or adjective that asks for it: "der Mangel
 * an verlässliche Daten", "auf staatlicher Hilfe angewiesen", "stolz auf dem Erfolg". */
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

/* A row of the table begins with the word or with a lemma of it: a look at a bit. */
static bool may_govern(const struct check_run *run, size_t index)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t number = first_word_number(lexicon, named_table(lexicon, TABLE_PREPOSITION_CASES));
    const struct word_type *type = token_at(run, index)->type;

    return set_holds(type->listed, number) || set_holds(type->lemmas_listed, number);
}

/* The case that the noun at an index asks for, as it stands or by its lemma ("Auswirkungen auf"). */
static uint32_t case_of_noun(const struct check_run *run, size_t index, struct slice preposition)
{
    const struct token *token = token_at(run, index);
    uint32_t asked;

    if (!is_capitalised(token) || !may_govern(run, index))
        return 0;
    asked = case_asked_by(run, text_at(run, index), preposition);
    for (uint16_t i = 0; asked == 0 && i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        if (pos_of(reading->features) == POS_NOUN && reading->lemma != NO_ID)
            asked = case_asked_by(run, lemma_text(&run->context->lexicon, reading->lemma), preposition);
    }
    return asked;
}

/* "die er auf seinem Rechner vorbereitet hat": a participle with haben is no adjective. */
static bool is_perfect(const struct check_run *run, size_t participle)
{
    if (!token_is_verb_form(token_at(run, participle), VERB_PARTICIPLE2))
        return false;
    for (size_t i = stretch_first(run, participle), end = stretch_end(run, participle); i < end; i++)
        if (token_is(token_at(run, i), POS_AUXILIARY) && has_lemma(&run->context->lexicon, token_at(run, i), "haben"))
            return true;
    return false;
}

/* The case that an adjective without ending asks for. Verbs have rows as well, under their infinitive. */
static uint32_t case_of_adjective(const struct check_run *run, size_t index, struct slice preposition)
{
    const struct token *token = token_at(run, index);

    if (token->kind != TOKEN_WORD || is_capitalised(token) || !may_govern(run, index) ||
        token_is_verb_form(token, VERB_INFINITIVE) || is_perfect(run, index))
        return 0;
    return case_asked_by(run, text_at(run, index), preposition);
}

/* "ist auf Hilfe nicht | angewiesen": what may stand between the phrase and its adjective. */
static size_t behind_adverbs(const struct check_run *run, size_t index)
{
    enum { REACH = 2 };

    for (size_t i = index; i < index + REACH && same_clause(run->doc, index, i); i++)
        if (may_govern(run, i) || !(token_is(token_at(run, i), POS_ADVERB) || token_is(token_at(run, i), POS_PARTICLE)))
            return i;
    return index;
}

/* The preposition stands in the clause once more: the other one may be what the word asks for. */
static bool stands_again(const struct check_run *run, size_t preposition)
{
    struct slice word = lower_at(run, preposition);

    for (size_t i = stretch_first(run, preposition), end = stretch_end(run, preposition); i < end; i++)
        if (i != preposition &&
            (slice_equal(lower_at(run, i), word) ||
             (in_list_lower(run, LIST_PRONOMINAL_ADVERBS, i) && slice_ends(lower_at(run, i), word))))
            return true;
    return false;
}

/* "das Recht auf dem Streit beruht", "ihre Anteile an Fremde verkauft": a verb of the stretch asks for the other case.
 */
static bool verb_asks_otherwise(const struct check_run *run, size_t preposition, uint32_t asked)
{
    struct slice word = lower_at(run, preposition);
    bool gives = asked == CASE_DAT && slice_equal(word, SLICE("an"));

    for (size_t i = stretch_first(run, preposition), end = stretch_end(run, preposition); i < end; i++) {
        const struct token_analysis *analysis = &token_at(run, i)->analysis;
        uint32_t other = 0;

        if (gives && lemma_in(run, i, LIST_VERBS_OF_GIVING)) /* "gibt den Überschuss an die Tafeln" */
            return true;
        if (is_capitalised(token_at(run, i)) || (!may_govern(run, i) && analysis->joined == NO_ID))
            continue;
        if (analysis->joined != NO_ID)
            other = case_asked_by(run, lemma_text(&run->context->lexicon, analysis->joined), word);
        for (uint16_t r = 0; other == 0 && r < analysis->reading_count; r++)
            if (pos_of(analysis->readings[r].features) == POS_VERB && analysis->readings[r].lemma != NO_ID)
                other = case_asked_by(run, lemma_text(&run->context->lexicon, analysis->readings[r].lemma), word);
        if (other != 0 && other != asked)
            return true;
    }
    return false;
}

/* "vor Freude an die Decke springen": the noun belongs to a preposition of its own. */
static bool is_behind_vor(const struct check_run *run, size_t preposition)
{
    return preposition > 1 && same_clause(run->doc, preposition - 2, preposition) &&
           slice_equal(lower_at(run, preposition - 2), SLICE("vor"));
}

static void look_at(const struct check_run *run, size_t preposition)
{
    const struct token *token = token_at(run, preposition);
    struct noun_phrase phrase;
    size_t first = preposition + 1;

    if (cases_of_preposition(token) != (CASE_DAT | CASE_ACC) || !same_clause(run->doc, preposition, first) ||
        !noun_phrase_at(run->doc, first, &phrase) || phrase.contracted || is_behind_vor(run, preposition))
        return;
    struct slice word = lower_at(run, preposition);
    size_t behind = behind_genitive(run->doc, phrase.noun + 1);
    uint32_t asked = preposition == 0 || !same_clause(run->doc, preposition - 1, preposition)
                         ? 0
                         : case_of_noun(run, preposition - 1, word) | case_of_adjective(run, preposition - 1, word);

    if (asked == 0 && same_clause(run->doc, preposition, behind))
        asked = case_of_adjective(run, behind_adverbs(run, behind), word);
    if (asked == 0)
        return;
    uint32_t cases = phrase.has_determiner ? agreeing_cases(run->doc, &phrase, NULL) : strong_cases(run->doc, &phrase);

    if (cases == 0 || (cases & asked) != 0 || (cases & (CASE_DAT | CASE_ACC)) == 0 || is_uncertain(run, &phrase) ||
        !has_sure_paradigm(run, &phrase, asked) || !ends_phrase(run, phrase.noun) ||
        (asked == CASE_ACC && is_kind_of(run, phrase.noun, LIST_SCENES)) || stands_again(run, preposition) ||
        verb_asks_otherwise(run, preposition, asked))
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, preposition, phrase.noun)), &phrase, asked);
}

void check_word_government(const struct check_run *run)
{
    if (named_table(&run->context->lexicon, TABLE_PREPOSITION_CASES) == NULL)
        return;
    for (size_t i = next_marked(run, MARK_PREPOSITION, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_PREPOSITION, i + 1))
        look_at(run, i);
}
