/* Marks adjectives used as nouns whose ending does not fit the word before them: "nichts Konkrete", "mit etwas
 * Ähnliches", "Das Ganzes sei", "drei weiteren Beschuldigte", "zwei Abgeordneter", "als neuen Vorsitzender"; and men's
 * names for themselves that are weak before a name: "gegen Herr Weidner", "die Aussage eines Zeuges". */
#include "checks/checks.h"
#include "checks/compounds.h"
#include "checks/government.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/traits.h"

/* "Konkrete", "Beschuldigter": an adjective with a capital and this ending, and no other noun ("Ruhe", "Arbeiter"). */
static bool has_capital_ending(const struct check_run *run, size_t index, struct slice ending)
{
    if (index >= run->doc->token_count)
        return false;
    const struct token *token = token_at(run, index);

    if ((token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_HYPHEN)) != TOKEN_CAPITAL ||
        !slice_ends(text_at(run, index), ending) || !form_is(&run->context->lexicon, token_lower(token), POS_ADJECTIVE))
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if ((pos_of(features) == POS_NOUN && (features & (FEATURE_ADJECTIVAL_NOUN | FEATURE_GUESSED)) == 0 &&
             (features & (CASE_NOM | CASE_ACC)) != 0) || /* "nichts Gute": a dative of "Gut" */
            pos_of(features) == POS_NAME)
            return false;
    }
    return ends_phrase(run, index);
}

/* Marks the word and suggests it with another ending of which cut bytes are gone. */
static void mark_ending(const struct check_run *run, size_t first, size_t noun, size_t cut, const char *ending)
{
    struct span span = tokens_span(run, first, noun);
    struct slice text = text_of(run->doc, span);

    if (!has_issue_at(run, span))
        suggest(run, report(run, "check/agreement", span),
                arena_print(run->issues->arena, "%.*s%s", (int)(text.len - cut), text.at, ending));
}

/* "nichts Konkrete", "mit etwas Ähnliches" */
static void check_something(const struct check_run *run, size_t index)
{
    struct slice word = lower_at(run, index);

    if ((!slice_equal(word, SLICE("nichts")) && !slice_equal(word, SLICE("etwas"))) ||
        !same_clause(run->doc, index, index + 1))
        return;
    bool dative = index > 0 && same_clause(run->doc, index - 1, index) &&
                  preposition_cases(token_at(run, index - 1)) == CASE_DAT && is_preposition_here(run, index - 1);

    if (has_capital_ending(run, index + 1, SLICE("e")))
        mark_ending(run, index, index + 1, 0, dative ? "m" : "s");
    else if (dative && has_capital_ending(run, index + 1, SLICE("es")))
        mark_ending(run, index, index + 1, 1, "m");
}

/* "Das Ganzes sei": behind the article, where it is no pronoun, the ending is weak. */
static void check_the_whole(const struct check_run *run, size_t index)
{
    bool opens = index == sentence_first(run, index) && same_clause(run->doc, index, index + 2) &&
                 is_surely_finite(token_at(run, index + 2)) && text_is(run, index, "Das");

    if (opens && has_capital_ending(run, index + 1, SLICE("es")))
        mark_ending(run, index, index + 1, 1, "");
}

/* "drei weiteren Beschuldigte", "zwei Abgeordneter", "zwei kleiner Kinder" */
static void check_counted(const struct check_run *run, size_t number)
{
    if (token_is(token_at(run, number), POS_DETERMINER) || !same_clause(run->doc, number, number + 1))
        return;
    struct slice word = lower_at(run, number);
    bool small = slice_equal(word, SLICE("zwei")) || slice_equal(word, SLICE("drei"));
    const struct token *next = token_at(run, number + 1);

    if (same_clause(run->doc, number, number + 2) && is_inflected_adjective(next) && !token_is(next, POS_DETERMINER) &&
        slice_ends(text_at(run, number + 1), SLICE("en")) && !token_is_finite(next) &&
        has_capital_ending(run, number + 2, SLICE("e")) && is_sure_adjectival(run, token_at(run, number + 2)))
        mark_ending(run, number + 1, number + 2, 0, "n");
    bool person = small && has_capital_ending(run, number + 1, SLICE("er"));
    struct noun_phrase phrase;
    bool genitive = small && number > 0 && same_clause(run->doc, number - 1, number) &&
                    is_plain_noun(token_at(run, number - 1)) && !small_is(token_at(run, number - 1), POS_PREPOSITION) &&
                    slice_ends(text_at(run, number + 1), SLICE("er")) && !token_is(next, POS_ADVERB) &&
                    !token_is(next, POS_DETERMINER) && noun_phrase_at(run->doc, number + 1, &phrase) &&
                    phrase.noun == number + 2 && is_plural_noun(token_at(run, number + 2)) &&
                    strong_cases(run->doc, &phrase) == CASE_GEN;

    if (person || genitive)
        suggest(run, report(run, "check/agreement", tokens_span(run, number, number + 1)),
                arena_print(run->issues->arena, "%.*ser %.*s", (int)word.len, text_at(run, number).at,
                            (int)text_at(run, number + 1).len, text_at(run, number + 1).at));
}

/* "als neuen Vorsitzender": no form with -er goes with an adjective on -en. */
static void check_unlike(const struct check_run *run, size_t adjective)
{
    const struct token *token = token_at(run, adjective);

    if (slice_ends(text_at(run, adjective), SLICE("en")) && is_inflected_adjective(token) &&
        !token_is(token, POS_DETERMINER) && !token_is(token, POS_PRONOUN) && !may_be_finite(token) &&
        !token_is_verb_form(token, VERB_INFINITIVE) && same_clause(run->doc, adjective, adjective + 1) &&
        has_capital_ending(run, adjective + 1, SLICE("er")) &&
        has_trait(token_at(run, adjective + 1), TRAIT_ADJECTIVAL_NOUN))
        mark_ending(run, adjective, adjective + 1, 1, "n");
}

/* "gegen Herr Weidner" */
static void check_mister(const struct check_run *run, size_t index)
{
    if (!text_is(run, index, "Herr") || index == 0 || !same_clause(run->doc, index - 1, index + 1) ||
        (token_at(run, index)->flags & TOKEN_QUOTED) != 0 || !is_capitalised(token_at(run, index + 1)) ||
        !in_list_lower(run, LIST_PRONOUN_PREPOSITIONS, index - 1) ||
        token_at(run, index - 1)->analysis.particle != NO_ID || !is_preposition_here(run, index - 1))
        return;
    mark_ending(run, index, index, 0, "n");
}

/* "die Aussage eines Zeuges": of stuff there is no single one. */
static void check_witness(const struct check_run *run, size_t index)
{
    if (text_is(run, index, "Zeuges") && index > 0 &&
        (slice_ends(lower_at(run, index - 1), SLICE("ines")) ||
         (index > 1 && slice_ends(lower_at(run, index - 2), SLICE("ines")) &&
          is_inflected_adjective(token_at(run, index - 1)))))
        mark_ending(run, index, index, 1, "n");
}

bool begins_adjectival_ending(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    struct slice word = token_lower(token);

    return slice_equal(word, SLICE("nichts")) || slice_equal(word, SLICE("etwas")) || text_is(run, i, "Das") ||
           text_is(run, i, "Herr") || text_is(run, i, "Zeuges") || token_is(token, POS_NUMERAL) ||
           token->kind == TOKEN_NUMBER || (is_inflected_adjective(token) && slice_ends(word, SLICE("en")));
}

void check_adjectival_endings(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_ADJECTIVAL_ENDING, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_ADJECTIVAL_ENDING, i + 1)) {
        check_something(run, i);
        check_the_whole(run, i);
        check_mister(run, i);
        check_witness(run, i);
        check_unlike(run, i);
        if (token_is_number(token_at(run, i)) && (token_at(run, i)->flags & TOKEN_ORDINAL) == 0)
            check_counted(run, i);
    }
}
