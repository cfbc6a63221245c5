#include "bilingual/denial_turns.h"

#include "checks/places.h"
#include "lexicon/analysis.h"

static bool stands_in(const struct negations *n, struct slice word, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (slice_equal(lower_english(n->bilingual, i), word))
            return true;
    return false;
}

/* "außerhalb", where the English has no "outside". */
static bool is_unaccounted(const struct negations *n, uint32_t german, uint32_t first, uint32_t end)
{
    const struct lexicon *lexicon = &n->run->context->lexicon;
    size_t count;
    const struct pair_record *row =
        pairs_of_lower(lexicon, named_table(lexicon, TABLE_DENYING_WORDS), &n->run->doc->tokens[german], &count);

    if (row != NULL && slice_is(lexicon_text(lexicon, row[0].value), "+")) /* added_phrases.c asks for it */
        return false;
    for (size_t i = 0; row != NULL && i < count; i++)
        if (stands_in(n, lexicon_text(lexicon, row[i].value), first, end))
            return false;
    return row != NULL;
}

/* "zu schwer, um", "zu früh", where the English has no "too". */
static bool is_excess(const struct negations *n, uint32_t german, uint32_t first, uint32_t end)
{
    const struct token *next = &n->run->doc->tokens[german] + 1;

    return text_is(n->run, german, "zu") && same_sentence(n->run, german, german + 1) && next->kind == TOKEN_WORD &&
           (next->flags & TOKEN_CAPITAL) == 0 && token_is(next, POS_ADJECTIVE) &&
           !token_is_verb_form(next, VERB_INFINITIVE) && !stands_in(n, SLICE("too"), first, end);
}

bool denies_by_turn(const struct negations *n, uint32_t german, uint32_t first, uint32_t end)
{
    return is_unaccounted(n, german, first, end) || is_excess(n, german, first, end);
}

/* Tokens behind a question mark in its sentence, at most: quotation marks, a bracket. */
#define MOST_BEHIND 3

static bool ends_in_question(const struct document *doc, uint32_t token)
{
    const struct sentence *sentence = &doc->sentences[doc->tokens[token].sentence];
    uint32_t end = sentence->first_token + sentence->token_count;

    for (uint32_t i = end; i > token && i + MOST_BEHIND > end; i--)
        if (slice_is(token_text(doc, &doc->tokens[i - 1]), "?"))
            return true;
    return false;
}

/* "Ist das nicht …?", "Und wird …?": the finite verb is the first or second word. */
static bool asks_yes_or_no(const struct negations *n, uint32_t german)
{
    size_t first = sentence_first(n->run, german), end = sentence_end(n->run, german);

    while (first < end && token_at(n->run, first)->kind != TOKEN_WORD)
        first++;
    if (first < end && token_is(token_at(n->run, first), POS_CONJUNCTION))
        first++;
    return first < end && token_is_finite(token_at(n->run, first));
}

bool is_open_question(const struct negations *n, uint32_t english, uint32_t german)
{
    bool asked = ends_in_question(n->run->doc, german);

    if (asked != ends_in_question(n->bilingual->english, english))
        return true;
    return asked && asks_yes_or_no(n, german);
}
