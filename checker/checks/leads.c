#include "checks/leads.h"

#include "checks/compounds.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

enum { MAX_ADJECTIVES = 2, LEAD = MAX_ADJECTIVES + 2 };

/* "drei", "40", not "2024" nor the number of something ("Platz 3", "Minute 30"). */
static bool counts_several(const struct check_run *run, size_t i)
{
    enum { YEAR_DIGITS = 4 };
    const struct token *token = token_at(run, i);
    struct slice text = token_text(run->doc, token);

    if (token->kind == TOKEN_NUMBER)
        return (token->flags & TOKEN_ORDINAL) == 0 && !slice_equal(text, SLICE("1")) &&
               digits_at(text, 0) < YEAR_DIGITS &&
               !(i > 0 && same_sentence(run, i - 1, i) && token_at(run, i - 1)->kind == TOKEN_WORD &&
                 (token_at(run, i - 1)->flags & TOKEN_CAPITAL) != 0);
    return token->kind == TOKEN_WORD && small_in_table(&run->context->lexicon, TABLE_NUMBER_WORDS, token) &&
           !slice_starts(token->type->small, SLICE("ein"));
}

/* "vor allem das Geschäft": the determiner there is half of an adverb. */
static bool is_above_all(const struct check_run *run, size_t i)
{
    return i > 0 && slice_is(lower_at(run, i), "allem") && slice_is(lower_at(run, i - 1), "vor");
}

struct lead lead_before(const struct check_run *run, size_t noun)
{
    struct lead lead = { .first = noun };

    while (lead.first > 0 && noun - lead.first < MAX_ADJECTIVES && same_clause(run->doc, lead.first - 1, lead.first) &&
           is_inflected_adjective(token_at(run, lead.first - 1)))
        lead.first--;
    if (lead.first == 0 || !same_clause(run->doc, lead.first - 1, lead.first))
        return lead;
    const struct token *before = token_at(run, lead.first - 1);

    lead.number = counts_several(run, lead.first - 1);
    lead.contracted = !lead.number && before->kind == TOKEN_WORD && has_contraction(before);
    lead.determiner = lead.contracted || (!lead.number && before->kind == TOKEN_WORD &&
                                          (before->flags & TOKEN_QUOTED) == 0 && token_is(before, POS_DETERMINER));
    lead.first -= lead.determiner || lead.number;
    /* "auf der einen Seite": what agrees here is not known. */
    if (lead.determiner && lead.first > 0 && same_clause(run->doc, lead.first - 1, lead.first) &&
        token_is(token_at(run, lead.first - 1), POS_DETERMINER) && !is_above_all(run, lead.first - 1))
        lead.unknown = true;
    return lead;
}

/* The cases in which the lead agrees with a noun; with a number before it, the plural alone counts. */
uint32_t lead_cases(const struct check_run *run, const struct lead *lead, size_t end, const struct token *noun)
{
    struct token tokens[LEAD + 1];
    size_t count = 0;
    struct document phrase_text = { .text = run->doc->text, .tokens = tokens };
    struct noun_phrase phrase = { .has_determiner = lead->determiner, .contracted = lead->contracted };

    for (size_t i = lead->first + lead->number; i < end && count < LEAD; i++)
        tokens[count++] = *token_at(run, i);
    phrase.noun = count;
    tokens[count++] = *noun;
    phrase_text.token_count = count;
    uint32_t numbers = 0, cases = lead->determiner ? agreeing_cases(&phrase_text, &phrase, &numbers)
                                                   : strong_cases(&phrase_text, &phrase);

    return (lead->number || phrase.noun == 0) && !is_plural_noun(noun) ? 0 : cases;
}

/* The cases that the preposition before the lead governs; all where none stands there. */
uint32_t cases_by_preposition(const struct check_run *run, const struct lead *lead)
{
    if (lead->first == 0 || !same_clause(run->doc, lead->first - 1, lead->first) || lead->contracted)
        return CASE_ANY;
    /* "bis der Freiheitskampf", "ob ein Gericht" */
    if (form_is(&run->context->lexicon, lower_at(run, lead->first - 1), POS_SUBORDINATOR))
        return CASE_ANY;
    uint32_t cases = preposition_cases(token_at(run, lead->first - 1));

    return cases == 0 ? (uint32_t)CASE_ANY : cases | CASE_GEN; /* "in anderer Leute Häuser" */
}

/* "ein großer": before it names stand only as the first part of a word ("ein großer Bayern Fan"). */
bool is_indefinite(struct slice word)
{
    return slice_starts(word, SLICE("ein")) || slice_starts(word, SLICE("Ein")) || slice_starts(word, SLICE("kein"));
}
