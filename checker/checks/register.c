/* Marks a document that addresses its reader both as "du" (or "ihr") and as "Sie": machines choose anew in each
 * sentence. Quotations are apart; the rarer address is marked once. */
#include "checks/choices.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

static bool is_form(const struct token *token, uint32_t person, uint32_t number)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        enum verb_form form = verb_form_of(features);

        if ((form == VERB_PRESENT || form == VERB_PAST || form == VERB_SUBJUNCTIVE2) && (features & person) != 0 &&
            (features & number) != 0)
            return true;
    }
    return false;
}

/* A verb in the second person that can be nothing else, anywhere in the clause of the token. */
static bool has_verb_of(const struct check_run *run, size_t i, uint32_t number)
{
    const struct token *token = &run->doc->tokens[i];
    const struct sentence *sentence = &run->doc->sentences[token->sentence];

    for (size_t n = sentence->first_token; n < (size_t)sentence->first_token + sentence->token_count; n++)
        if (run->doc->tokens[n].clause == token->clause && is_form(&run->doc->tokens[n], PERSON_2, number) &&
            (number == NUMBER_SG || !is_form(&run->doc->tokens[n], PERSON_3, NUMBER_SG)))
            return true;
    return false;
}

/* "ihr" is "you" beside a verb in the second person plural that can be nothing else: "ihr habt", "könnt ihr". */
static bool is_plural_you(const struct check_run *run, size_t i)
{
    for (size_t n = i == 0 ? 1 : i - 1; n <= i + 1; n += 2)
        if (same_segment(run, n < i ? n : i, n < i ? i : n) && is_form(&run->doc->tokens[n], PERSON_2, NUMBER_PL) &&
            !is_form(&run->doc->tokens[n], PERSON_3, NUMBER_SG))
            return true;
    return false;
}

static bool is_familiar(const struct check_run *run, size_t i)
{
    struct slice word = lower_at(run, i);

    if (slice_equal(word, SLICE("du"))) /* which also stands in French names, without a verb of its own */
        return has_verb_of(run, i, NUMBER_SG);
    if (slice_equal(word, SLICE("ihr")))
        return is_plural_you(run, i);
    return in_word_list(&run->context->lexicon, LIST_ADDRESS_DU, word);
}

/* "Klicke auf den Link": an order to one person opens the sentence, and nobody is its subject. */
static bool is_familiar_order(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i], *next = token + 1;

    if ((token->flags & TOKEN_SENTENCE_START) == 0 || !token_is_verb_form(token, VERB_IMPERATIVE) ||
        !same_segment(run, i, i + 1) || next->kind != TOKEN_WORD || token_is(token, POS_NOUN) ||
        token_is(token, POS_ADJECTIVE) || token_is(token, POS_ADVERB) || token_is(token, POS_PREPOSITION) ||
        token_is(token, POS_NAME) || token_is(token, POS_PARTICLE) || token_is(token, POS_AUXILIARY) ||
        token_is_verb_form(token, VERB_SUBJUNCTIVE2) || token_is_verb_form(token, VERB_PAST))
        return false; /* "Käme er", "Wollte die Stadt" */
    struct slice text = token_text(run->doc, token);

    return text.at[text.len - 1] == 'e' && (next->flags & TOKEN_CAPITAL) == 0 &&
           (token_is(next, POS_DETERMINER) || token_is(next, POS_PREPOSITION)) && !token_is(next, POS_PRONOUN);
}

/* "Wenn Ihr eine Einheit wählt", "Euer Land": the old polite plural, and that of letters. "Ihr" is "your" to one who is
 * "Sie" only before a noun, and where nobody is "Euch". */
static bool is_polite_plural(const struct check_run *run, size_t i, bool old)
{
    if (!slice_equal(text_at(run, i), SLICE("Ihr")))
        return false;
    if (old || has_verb_of(run, i, NUMBER_PL) || !same_segment(run, i, i + 1))
        return true;
    const struct token *next = &run->doc->tokens[i + 1];

    return next->kind == TOKEN_WORD && (next->flags & TOKEN_CAPITAL) == 0 && !token_is(next, POS_ADJECTIVE) &&
           !token_is(next, POS_ADVERB);
}

/* Somebody is addressed as "Euch". */
static bool has_old_address(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_ADDRESS, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_ADDRESS, i + 1))
        if (slice_starts(text_at(run, i), SLICE("Eu")) && (run->doc->tokens[i].flags & TOKEN_SENTENCE_START) == 0 &&
            in_list_lower(run, LIST_ADDRESS_DU, i))
            return true;
    return false;
}

/* "Sie" and "Ihr" say something only inside a sentence: at its start they may be "they" and "her". */
static void look_at(const struct check_run *run, size_t i, bool old, const struct rule_info *rule)
{
    const struct token *token = &run->doc->tokens[i];
    size_t bytes = token->span.end - token->span.start;

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_QUOTED) != 0)
        return;
    bool short_word = bytes <= sizeof "deinem" - 1;

    if (short_word && (token->flags & (TOKEN_SENTENCE_START | TOKEN_CAPITAL)) == TOKEN_CAPITAL &&
        token_in_list(&run->context->lexicon, LIST_ADDRESS_SIE, token) && !is_polite_plural(run, i, old))
        choose(run->issues, rule, SLICE("address"), SLICE("Sie"), token->span);
    else if ((short_word && is_familiar(run, i)) || is_familiar_order(run, i))
        choose(run->issues, rule, SLICE("address"), SLICE("du"), token->span);
}

bool may_address(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    return token->kind == TOKEN_WORD &&
           (token_in_list(&run->context->lexicon, LIST_ADDRESS_SIE, token) || in_list_lower(run, LIST_ADDRESS_DU, i) ||
            slice_equal(lower_at(run, i), SLICE("du")) || slice_equal(lower_at(run, i), SLICE("ihr")) ||
            ((token->flags & TOKEN_SENTENCE_START) != 0 && token_is_verb_form(token, VERB_IMPERATIVE)));
}

void check_register(const struct check_run *run)
{
    const struct rule_info *rule = rule_named(&run->context->rules, SLICE("check/register"));
    bool old = has_old_address(run);

    for (size_t i = next_marked(run, MARK_ADDRESS, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_ADDRESS, i + 1))
        look_at(run, i, old, rule);
}
