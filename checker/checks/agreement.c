/* Marks noun phrases whose determiner, adjectives and noun agree in no reading ("die große Haus", "dem Student"), and
 * phrases in a case their preposition does not govern ("für den Mitarbeitern"). */
#include "checks/checks.h"
#include "checks/government.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

static struct span phrase_span(const struct check_run *run, const struct noun_phrase *phrase)
{
    return tokens_span(run, phrase->first, phrase->noun);
}

/* "seit letzten Woche", "mit starken Regen": behind a preposition, an adjective without determiner has the strong
 * ending. One adjective alone: a second one may be weak ("nach langem schweren Leiden"). */
static void check_bare_phrase(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    if (index == 0 || !same_clause(doc, index - 1, index) || !token_is(&doc->tokens[index - 1], POS_PREPOSITION) ||
        token_is(&doc->tokens[index], POS_DETERMINER) || !noun_phrase_at(doc, index, &phrase) ||
        phrase.noun != index + 1 || !is_preposition_here(run, index - 1))
        return;
    uint32_t governed = cases_of_preposition(&doc->tokens[index - 1]);

    if (governed == 0 || (strong_cases(doc, &phrase) & governed) != 0 || is_uncertain(run, &phrase) ||
        (!text_is(run, index, "lange") &&
         holds_adverb(doc, &(struct noun_phrase){ .first = index - 1, .noun = phrase.noun })) ||
        !has_sure_paradigm(run, &phrase, CASE_ANY) || may_be_same_plural(run, &phrase) ||
        token_in_list(&run->context->lexicon, LIST_ADJECTIVE_ADVERBIALS, &doc->tokens[index]) ||
        is_weak_or_strong(run, &doc->tokens[phrase.noun]))
        return;
    report(run, "check/agreement", phrase_span(run, &phrase));
}

static void check_phrase(const struct check_run *run, const struct noun_phrase *phrase)
{
    const struct token *noun = &run->doc->tokens[phrase->noun];
    uint32_t cases = agreeing_cases(run->doc, phrase, NULL);

    if (is_strong_dative(run, phrase, cases) && !is_uncertain(run, phrase)) {
        report(run, "check/agreement", phrase_span(run, phrase));
        return;
    }

    /* "wenn Ihr Zeit habt" */
    if (is_uncertain(run, phrase) || (cases == 0 && text_is(run, phrase->first, "Ihr")))
        return;
    if (cases == 0) {
        if (is_weak_or_strong(run, noun) || may_be_same_plural(run, phrase) || holds_adverb(run->doc, phrase) ||
            is_pronoun_before_phrase(run->doc, phrase) || is_old_dative(run, phrase) ||
            (!is_weak(run, noun) && head_agrees(run, phrase)))
            return;
        report(run, "check/agreement", phrase_span(run, phrase));
        return;
    }
    uint32_t governed = governed_cases(run, phrase);

    if (governed != 0 && (governed & cases) == 0 && phrase->has_determiner && has_sure_paradigm(run, phrase, governed))
        report(run, "check/government", tokens_span(run, phrase->first - 1, phrase->noun));
}

/* Adverbs, and nothing that may be an attribute. */
static bool is_only_adverb(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) != POS_ADVERB && !(pos_of(features) == POS_ADJECTIVE && (features & UNINFLECTED) != 0))
            return false;
    }
    return token->kind == TOKEN_WORD && token->analysis.reading_count > 0 && (token->flags & TOKEN_CAPITAL) == 0;
}

/* "eine bislang unbekanntes Gruppe", "der sehr alten Baum": an adverb before the adjective, which alone is left out.
 * Only behind ein and kein, and behind der where it opens the sentence or follows a preposition: elsewhere it may be a
 * pronoun. */
static void check_phrase_with_adverb(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    struct slice word = token_text(doc, &doc->tokens[index]);
    bool opens = (doc->tokens[index].flags & TOKEN_SENTENCE_START) != 0 ||
                 (index > 0 && same_clause(doc, index - 1, index) &&
                  token_is(&doc->tokens[index - 1], POS_PREPOSITION) && is_preposition_here(run, index - 1));

    if (!same_clause(doc, index, index + 3) || !token_is(&doc->tokens[index], POS_DETERMINER) ||
        !is_only_adverb(&doc->tokens[index + 1]) || !is_inflected_adjective(&doc->tokens[index + 2]) ||
        token_is(&doc->tokens[index + 2], POS_DETERMINER) || token_is(&doc->tokens[index + 2], POS_ADVERB) ||
        (!slice_starts(word, SLICE("ein")) && !slice_starts(word, SLICE("kein")) && !opens))
        return;
    struct token tokens[3] = { doc->tokens[index], doc->tokens[index + 2], doc->tokens[index + 3] };
    struct document part = { .text = doc->text, .tokens = tokens, .token_count = 3 };
    struct noun_phrase phrase, whole = { .first = index, .noun = index + 3, .has_determiner = true };

    tokens[1].clause = tokens[2].clause = tokens[0].clause;
    if (!noun_phrase_at(&part, 0, &phrase) || phrase.noun != 2 || phrase.contracted ||
        agreeing_cases(&part, &phrase, NULL) != 0 || is_uncertain(run, &whole) || may_be_same_plural(run, &whole) ||
        is_weak_or_strong(run, &doc->tokens[whole.noun]) || head_agrees(run, &whole))
        return;
    report(run, "check/agreement", phrase_span(run, &whole));
}

/* "dessen", "deren" and genitives before a noun are no determiners that agree with it. */
static bool starts_phrase(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    return token->kind == TOKEN_WORD && !text_is(run, index, "dessen") && !text_is(run, index, "deren");
}

bool begins_agreement(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    return token_is(token, POS_DETERMINER) || has_contraction(token) || is_inflected_adjective(token);
}

void check_agreement(const struct check_run *run)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;

    for (size_t i = next_marked(run, MARK_AGREEMENT, 0); i < doc->token_count;
         i = next_marked(run, MARK_AGREEMENT, i + 1)) {
        if (token_is(&doc->tokens[i], POS_DETERMINER))
            check_phrase_with_adverb(run, i);
        if (!starts_phrase(run, i) || !noun_phrase_at(doc, i, &phrase))
            continue;
        phrase.adjectival = is_sure_adjectival(run, &doc->tokens[phrase.noun]);
        if (phrase.has_determiner)
            check_phrase(run, &phrase);
        else
            check_bare_phrase(run, i);
    }
}
