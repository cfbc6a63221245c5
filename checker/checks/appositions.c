/* Marks an apposition that does not stand in the case of the name it explains: "mit Ana Costa, die Chefin des
 * Verbandes,". Only behind a preposition that governs one case, and only where the apposition is a person with an
 * article that runs to the next mark without a verb. */
#include "checks/checks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* The one case that a preposition governs; 0 when it is several, or none. */
static uint32_t governed_case(const struct check_run *run, size_t index)
{
    uint32_t cases = in_list(run, LIST_SURE_PREPOSITIONS, index) ? preposition_cases(token_at(run, index)) : 0;

    return cases == CASE_DAT || cases == CASE_ACC ? cases : 0;
}

static bool is_person(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (token->analysis.readings[i].lemma != NO_ID &&
            (run->context->lexicon.lemmas[token->analysis.readings[i].lemma].flags & LEMMA_PERSON) != 0 &&
            pos_of(token->analysis.readings[i].features) == POS_NOUN)
            return true;
    return false;
}

/* The comma behind the names that a preposition stands before: "mit Ana Costa,", "von Trainer Karl Moser,"; 0: none. */
static size_t comma_behind_names(const struct check_run *run, size_t preposition)
{
    size_t i = preposition + 1;

    while (same_sentence(run, preposition, i) && token_at(run, i)->kind == TOKEN_WORD &&
           (token_at(run, i)->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == TOKEN_CAPITAL)
        i++;
    return i >= preposition + 3 && text_is(run, i, ",") && !token_is(token_at(run, i - 1), POS_NOUN) ? i : 0;
}

static void look_at(const struct check_run *run, size_t preposition)
{
    size_t comma = comma_behind_names(run, preposition), end;
    uint32_t governed = comma == 0 ? 0 : governed_case(run, preposition);
    struct noun_phrase phrase;

    if (governed == 0 || !same_sentence(run, comma, comma + 2) || !noun_phrase_at(run->doc, comma + 1, &phrase) ||
        !phrase.has_determiner || phrase.contracted || !is_person(run, phrase.noun))
        return;
    end = stretch_end(run, comma + 1);
    if (!text_is(run, end, ",") && !text_is(run, end, "."))
        return;
    for (size_t i = phrase.first; i < end; i++)
        if (is_surely_finite(token_at(run, i)))
            return;
    uint32_t cases = agreeing_cases(run->doc, &phrase, NULL);

    if (cases != 0 && (cases & governed) == 0)
        report(run, "check/apposition-case", tokens_span(run, phrase.first, phrase.noun));
}

void check_appositions(const struct check_run *run)
{
    for (size_t i = 0; i + 4 < run->doc->token_count; i++)
        if (token_is(token_at(run, i), POS_PREPOSITION))
            look_at(run, i);
}
