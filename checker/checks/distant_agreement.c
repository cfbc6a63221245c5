/* Marks disagreement in phrases that are longer than a determiner with its noun: "einer der größten Fehler" with its
 * genitive plural, "die beide Häuser", and adjectives that a comma or und joins ("nach langer, schwere Krankheit"). */
#include "checks/distant_agreement.h"

#include "checks/compounds.h"
#include "checks/corrections.h"
#include "checks/government.h"
#include "checks/leads.h"
#include "checks/lone_words.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

bool ends_at_noun(const struct document *doc, const struct noun_phrase *phrase)
{
    const struct token *next = &doc->tokens[phrase->noun + 1];

    if ((doc->tokens[phrase->noun].flags & (TOKEN_HYPHEN | TOKEN_QUOTED)) != 0)
        return false;
    return !same_clause(doc, phrase->noun, phrase->noun + 1) || next->kind == TOKEN_PUNCTUATION ||
           is_genitive_name(doc, next) ||
           (next->kind == TOKEN_WORD && (next->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) == 0 &&
            next->analysis.reading_count > 0);
}

uint32_t genders_of(const struct check_run *run, const struct token *noun)
{
    uint32_t genders = 0;

    for (uint16_t i = 0; i < noun->analysis.reading_count; i++) {
        const struct reading *reading = &noun->analysis.readings[i];
        const struct lemma_record *lemma = &run->context->lexicon.lemmas[reading->lemma];

        if (pos_of(reading->features) != POS_NOUN || (reading->features & FEATURE_ADJECTIVAL_NOUN) != 0)
            return 0;
        for (uint32_t f = 0; f < lemma->form_count; f++)
            genders |= run->context->lexicon.lemma_forms[lemma->first_form + f].features & GENDER_ANY;
        genders |= reading->features & GENDER_ANY;
    }
    return genders;
}

/* A dictionary gives the plural of each reading: of "Aberglaube" none has one. */
static bool has_plural(const struct check_run *run, const struct token *noun)
{
    for (uint16_t i = 0; i < noun->analysis.reading_count; i++)
        if (!lemma_has_plural(&run->context->lexicon, noun->analysis.readings[i].lemma))
            return false;
    return true;
}

/* ---- "einer der größten Fehler" ---- */

/* The genders that "einer", "eine" … before "der größten" may have, whatever its case. */
static uint32_t genders_of_one(struct slice word)
{
    static const struct {
        const char *word;
        uint32_t genders;
    } ones[] = {
        { "eine", GENDER_F }, { "einem", GENDER_M | GENDER_N }, { "eines", GENDER_M | GENDER_N }, { "einen", GENDER_M }
    };

    for (size_t i = 0; i < sizeof ones / sizeof *ones; i++)
        if (slice_is(word, ones[i].word))
            return ones[i].genders;
    return slice_equal(word, SLICE("einer")) ? GENDER_M | GENDER_F : 0;
}

/* "bekannteste", "größten": a superlative with its ending. */
static bool is_superlative(const struct document *doc, size_t index)
{
    const struct token *token = &doc->tokens[index];
    struct slice word = token_text(doc, token);

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if ((token->analysis.readings[i].features & DEGREE_SUPERLATIVE) != 0 && is_inflected_adjective(token))
            return true;
    return is_inflected_adjective(token) && word.len > 6 &&
           (slice_ends(word, SLICE("ste")) || slice_ends(word, SLICE("sten")) || slice_ends(word, SLICE("ster")));
}

/* One of several: a genitive plural, and "einer" has the gender of its noun. */
static void check_one_of(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct slice lower = lower_at(run, index);
    uint32_t one = genders_of_one(lower);
    struct noun_phrase phrase;

    if (one == 0 || !same_clause(doc, index, index + 3) || !text_is(run, index + 1, "der") ||
        !is_superlative(doc, index + 2) || !noun_phrase_at(doc, index + 1, &phrase) || phrase.noun < index + 3 ||
        !ends_at_noun(doc, &phrase))
        return;
    uint32_t genders = genders_of(run, &doc->tokens[phrase.noun]);

    if (genders == 0 || !has_plural(run, &doc->tokens[phrase.noun]))
        return;
    if ((agreeing_numbers(doc, &phrase, CASE_GEN) & NUMBER_PL) == 0 || (one & genders) == 0)
        report(run, "check/agreement", tokens_span(run, index, phrase.noun));
}

/* "Ein der Täter floh": who is one of several is "einer", "eine", "eines". */
static void check_bare_one_of(const struct check_run *run, size_t index)
{
    struct noun_phrase phrase;

    if (!text_is(run, index, "Ein") || (token_at(run, index)->flags & TOKEN_SENTENCE_START) == 0 ||
        !text_is(run, index + 1, "der") || !same_clause(run->doc, index, index + 2) ||
        !noun_phrase_at(run->doc, index + 1, &phrase) || !ends_at_noun(run->doc, &phrase) ||
        (agreeing_numbers(run->doc, &phrase, CASE_GEN) & NUMBER_PL) == 0)
        return;
    uint32_t genders = genders_of(run, token_at(run, phrase.noun));
    struct issue *issue = report(run, "check/agreement", token_at(run, index)->span);

    if (genders == GENDER_M)
        suggest(run, issue, SLICE("Einer"));
    else if (genders == GENDER_F || genders == GENDER_N)
        suggest(run, issue, genders == GENDER_F ? SLICE("Eine") : SLICE("Eines"));
}

/* "der am größte Verlust": behind "am" a superlative ends in -en. */
static void check_adverbial_superlative(const struct check_run *run, size_t index)
{
    struct slice word = text_at(run, index + 1);

    if (slice_equal(lower_at(run, index), SLICE("am")) && same_clause(run->doc, index, index + 1) &&
        (slice_ends(word, SLICE("te")) || slice_ends(word, SLICE("ter")) || slice_ends(word, SLICE("tes"))) &&
        is_superlative(run->doc, index + 1) && !token_is(token_at(run, index + 1), POS_VERB))
        report(run, "check/agreement", tokens_span(run, index, index + 1));
}

/* ---- "vor starkem und böigen Wind", "nach langer, schwere Krankheit" ---- */

/* Two adjectives that a comma or und joins, without determiner: both have the strong ending, so that some case fits
 * both. "nach langem, schweren Leiden" is an old usage. */
static void check_bare_chain(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    size_t join = index + 1;
    struct noun_phrase rest;
    bool comma = text_is(run, join, ",");

    if ((!comma && !text_is(run, join, "und")) || index == 0 || !same_clause(doc, index - 1, index) ||
        !same_sentence(run, index, join + 2) || !is_preposition_here(run, index - 1) ||
        cases_of_preposition(token_at(run, index - 1)) == 0 || !is_inflected_adjective(token_at(run, index)) ||
        token_is(token_at(run, index), POS_DETERMINER) || token_is(token_at(run, index), POS_PRONOUN) ||
        !is_inflected_adjective(token_at(run, join + 1)) || token_is_finite(token_at(run, join + 1)) ||
        !noun_phrase_at(doc, join + 1, &rest) || rest.has_determiner || rest.noun != join + 2 ||
        !ends_at_noun(doc, &rest) || genders_of(run, token_at(run, rest.noun)) == 0 ||
        token_is(token_at(run, join + 1), POS_DETERMINER) || is_loan(run, token_at(run, rest.noun)))
        return;
    struct token tokens[2] = { *token_at(run, index), *token_at(run, rest.noun) };
    struct document part = { .text = doc->text, .tokens = tokens, .token_count = 2 };
    struct noun_phrase first = { .first = 0, .noun = 1 };
    uint32_t cases = strong_cases(&part, &first) & cases_of_preposition(token_at(run, index - 1));
    bool old = comma && slice_ends(text_at(run, index), SLICE("em")) && slice_ends(text_at(run, join + 1), SLICE("en"));

    if (cases != 0 && !old && (strong_cases(doc, &rest) & cases) == 0)
        suggest_agreement(run, report(run, "check/agreement", tokens_span(run, rest.first, rest.noun)), &rest, cases);
}

/* ---- "die beide Häuser" ---- */

/* Behind an article or a possessive it is "beiden". */
static void check_both(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct noun_phrase bare;

    if (index == 0 || !text_is(run, index, "beide") || !same_clause(doc, index - 1, index + 1) ||
        !bare_noun_at(doc, index + 1, &bare))
        return;
    struct slice before = lower_at(run, index - 1);
    bool article = slice_equal(before, SLICE("die")) && (doc->tokens[index - 1].flags & TOKEN_SENTENCE_START) != 0;
    bool possessive = slice_equal(before, SLICE("seine")) || slice_equal(before, SLICE("meine")) ||
                      slice_equal(before, SLICE("unsere")) || slice_equal(before, SLICE("ihre"));

    if (article || possessive)
        suggest(run, report(run, "check/agreement", tokens_span(run, index - 1, index)),
                arena_print(run->issues->arena, "%.*s beiden", (int)text_at(run, index - 1).len,
                            text_at(run, index - 1).at));
}

bool begins_distant_agreement(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD &&
           (genders_of_one(token_lower(token)) != 0 || slice_equal(token_lower(token), SLICE("am")) ||
            token_is(token, POS_DETERMINER) || text_is(run, i, "beide") || is_inflected_adjective(token));
}

void check_distant_agreement(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_DISTANT, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_DISTANT, i + 1)) {
        check_one_of(run, i);
        check_bare_one_of(run, i);
        check_adverbial_superlative(run, i);
        check_bare_chain(run, i);
        check_both(run, i);
    }
}
