/* Marks one of two phrases behind one preposition that is not in the case of the other: "zwischen dem Fluss und die
 * Straße", "für den Erhalt und dem Ausbau", "trotz des Regens und dem Wind", "nicht an einen Arzt, sondern an einer
 * Schule". */
#include "checks/distant_agreement.h"

#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/government.h"
#include "checks/leads.h"
#include "checks/lone_words.h"
#include "checks/marks.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* ---- "zwischen dem Fluss und die Straße", "bei starkem Wind und hohe Wellen" ---- */

/* An auxiliary stands before the token in its stretch: "wird … | finanziert" is a participle. */
static bool has_auxiliary_before(const struct check_run *run, size_t index)
{
    for (size_t i = stretch_first(run, index); i < index; i++)
        if (is_auxiliary(run, i))
            return true;
    return false;
}

/* The clause goes on with nothing that "und" could begin: it ends, or an infinitive or participle ends it. */
static bool clause_closes(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;

    if (index < doc->token_count && index > 0)
        index = behind_genitive(doc, index);
    if (index < doc->token_count && doc->tokens[index].kind == TOKEN_WORD &&
        (doc->tokens[index].analysis.particle != NO_ID || token_is_verb_form(&doc->tokens[index], VERB_INFINITIVE) ||
         token_is_verb_form(&doc->tokens[index], VERB_PARTICIPLE2)) &&
        (!token_is_finite(&doc->tokens[index]) || has_auxiliary_before(run, index)))
        index++;
    return index >= doc->token_count || doc->tokens[index].kind == TOKEN_PUNCTUATION;
}

static bool is_dative_preposition(const struct check_run *run, size_t index)
{
    return text_is(run, index, "mit") || text_is(run, index, "bei") || text_is(run, index, "von") ||
           text_is(run, index, "zwischen") || text_is(run, index, "Mit") || text_is(run, index, "Bei") ||
           text_is(run, index, "Zwischen");
}

/* The cases of a phrase with or without a determiner. */
static uint32_t cases_of(const struct document *doc, const struct noun_phrase *phrase)
{
    return phrase->has_determiner ? agreeing_cases(doc, phrase, NULL) : strong_cases(doc, phrase);
}

/* "fanden eine Tasche mit altem Schmuck und einen Ausweis": the preposition belongs to a noun, beside which the second
 * part may stand in the same case. */
static bool may_go_with_noun_before(const struct check_run *run, size_t preposition, uint32_t cases)
{
    if (preposition == 0 || !same_sentence(run, preposition - 1, preposition) ||
        (token_at(run, preposition - 1)->flags & TOKEN_CAPITAL) == 0 ||
        !token_is(token_at(run, preposition - 1), POS_NOUN))
        return false;
    struct lead lead = lead_before(run, preposition - 1);
    uint32_t own = lead.first == preposition - 1
                       ? CASE_NOM | CASE_ACC
                       : lead_cases(run, &lead, preposition - 1, token_at(run, preposition - 1));

    return (own & cases_by_preposition(run, &lead) & cases) != 0;
}

/* "zwischen die Insel und dem Festland": what its preposition gives to the second part the first one has as well. */
static void check_first_of_pair(const struct check_run *run, size_t index)
{
    struct noun_phrase left, right;

    if (!slice_equal(lower_at(run, index), SLICE("zwischen")) || !same_clause(run->doc, index, index + 1) ||
        !noun_phrase_at(run->doc, index + 1, &left) || !left.has_determiner)
        return;
    size_t und = behind_names(run, left.noun + 1);

    if (!same_clause(run->doc, index, und + 1) || !text_is(run, und, "und") ||
        !noun_phrase_at(run->doc, und + 1, &right) || !right.has_determiner ||
        agreeing_cases(run->doc, &right, NULL) != CASE_DAT ||
        (agreeing_cases(run->doc, &left, NULL) & (CASE_DAT | CASE_ACC)) != CASE_ACC || is_uncertain(run, &left))
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, left.first, left.noun)), &left, CASE_DAT);
}

/* Both parts of a pair stand in the case that their preposition gives to the first. */
static void check_pair(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct noun_phrase left, right;

    if (!is_dative_preposition(run, index) || !same_clause(doc, index, index + 1) ||
        !noun_phrase_at(doc, index + 1, &left))
        return;
    size_t und = behind_names(run, left.noun + 1);
    uint32_t surely =
        left.has_determiner ? CASE_NOM | CASE_ACC | CASE_DAT : CASE_ANY; /* "der Stadt" is a genitive too */

    if (!same_sentence(run, left.noun, und + 1) || !text_is(run, und, "und") ||
        (cases_of(doc, &left) & surely) != CASE_DAT || !noun_phrase_at(doc, und + 1, &right) || right.contracted ||
        (!ends_at_noun(doc, &right) && behind_names(run, right.noun + 1) == right.noun + 1))
        return;
    /* "zwischen den Gruppen und die Fähigkeit": between several there is nothing missing. */
    bool between = text_is(run, index, "zwischen") || text_is(run, index, "Zwischen");
    bool single = agreeing_numbers(doc, &left, CASE_DAT) == NUMBER_SG;
    uint32_t cases = cases_of(doc, &right);

    if (cases == 0 || (cases & CASE_DAT) != 0 || genders_of(run, &doc->tokens[right.noun]) == 0 ||
        (between
             ? !single
             : !clause_closes(run, behind_names(run, right.noun + 1)) || may_go_with_noun_before(run, index, cases)))
        return;
    suggest_agreement(run, report(run, "check/government", tokens_span(run, right.first, right.noun)), &right,
                      CASE_DAT);
}

/* "für den Erhalt und dem Ausbau", "Trotz des Regens und dem Wind kamen": behind a preposition with the accusative or
 * the genitive, which the first part shows, the second one is nothing but a dative. */
static void check_dative_behind(const struct check_run *run, size_t index)
{
    struct noun_phrase left, right;
    uint32_t cases = preposition_cases(token_at(run, index));
    bool genitive = in_list_lower(run, LIST_GENITIVE_PREPOSITIONS, index);

    if ((cases != CASE_ACC && !genitive) || !is_preposition_here(run, index) ||
        !same_clause(run->doc, index, index + 1) || !noun_phrase_at(run->doc, index + 1, &left) ||
        !left.has_determiner || left.contracted)
        return;
    size_t und = behind_names(run, behind_genitive(run->doc, left.noun + 1));
    uint32_t own = agreeing_cases(run->doc, &left, NULL);

    if (!same_clause(run->doc, index, und + 1) || (!text_is(run, und, "und") && !text_is(run, und, "oder")) ||
        (own & (genitive ? CASE_GEN : CASE_ACC)) == 0 || (own & CASE_DAT) != 0 ||
        !noun_phrase_at(run->doc, und + 1, &right) || !right.has_determiner || right.contracted ||
        agreeing_cases(run->doc, &right, NULL) != CASE_DAT || !ends_at_noun(run->doc, &right) ||
        is_uncertain(run, &right))
        return;
    size_t last = stretch_end(run, right.noun) - 1; /* "stimmte gegen den Verkauf und dem Abriss zu" */

    if (text_is(run, last, "zu") || text_is(run, last, "bei") || text_is(run, last, "zuliebe"))
        return;
    bool opens = index == sentence_first(run, index) && same_clause(run->doc, index, right.noun + 1) &&
                 is_surely_finite(token_at(run, right.noun + 1));

    if (opens || (clause_closes(run, right.noun + 1) && !may_go_with_noun_before(run, index, CASE_DAT)))
        suggest_agreement(run, report(run, "check/government", tokens_span(run, right.first, right.noun)), &right,
                          genitive ? CASE_GEN : CASE_ACC);
}

/* "nicht an einen Arzt, sondern an einer Schule": the same preposition before and behind, with another case. */
static void check_sondern(const struct check_run *run, size_t sondern)
{
    enum { REACH = 8 };
    size_t second = sondern + 1 + text_is(run, sondern + 1, "auch"), first = sondern - 1;
    struct noun_phrase left, right;

    if (sondern < 4 || !text_is(run, sondern - 1, ",") || !same_sentence(run, sondern, second + 2) ||
        !noun_phrase_at(run->doc, second + 1, &right) || !right.has_determiner)
        return;
    while (first > sentence_first(run, sondern) && first + REACH > sondern &&
           !slice_equal(lower_at(run, first), text_at(run, second)))
        first--;
    if (first == 0 || !slice_equal(lower_at(run, first), text_at(run, second)) ||
        (!slice_equal(lower_at(run, first - 1), SLICE("nicht")) &&
         !slice_equal(lower_at(run, first - 1), SLICE("nur"))) ||
        !noun_phrase_at(run->doc, first + 1, &left) || !left.has_determiner)
        return;
    uint32_t governed = preposition_cases(token_at(run, second));
    uint32_t one = agreeing_cases(run->doc, &left, NULL) & governed;
    uint32_t other = agreeing_cases(run->doc, &right, NULL) & governed;

    if (one != 0 && other != 0 && (one & other) == 0 && !is_uncertain_noun(run, &left) &&
        !is_uncertain_noun(run, &right))
        suggest_agreement(run, report(run, "check/government", tokens_span(run, second, right.noun)), &right, one);
}

void check_parallel_cases(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_PREPOSITION, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_PREPOSITION, i + 1)) {
        check_pair(run, i);
        check_first_of_pair(run, i);
        check_dative_behind(run, i);
    }
    for (size_t i = next_marked(run, MARK_SONDERN, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_SONDERN, i + 1))
        check_sondern(run, i);
}
