/* Verbs as clauses need them. */
#include "checks/verbs.h"

#include "lexicon/analysis.h"

static bool is_verb(uint32_t features)
{
    return pos_of(features) == POS_VERB || pos_of(features) == POS_AUXILIARY;
}

static bool is_finite_form(enum verb_form form)
{
    return form >= VERB_PRESENT && form <= VERB_SUBJUNCTIVE2;
}

bool is_surely_finite(const struct token *token)
{
    bool finite = false;

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | TOKEN_ABBREVIATION)) != 0)
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        enum verb_form form = verb_form_of(features);

        if (is_verb(features) && is_finite_form(form))
            finite = true;
        else if (form != VERB_IMPERATIVE && pos_of(features) != POS_PREFIX) /* "stand" of "standhalten" */
            return false;
    }
    return finite;
}

bool may_be_finite(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) != TOKEN_CAPITAL &&
           token_is_finite(token);
}

bool may_be_verb(const struct token *token)
{
    return token_is(token, POS_VERB) || token_is(token, POS_AUXILIARY) ||
           (token->kind == TOKEN_WORD && token->analysis.reading_count == 0 && (token->flags & TOKEN_CAPITAL) == 0);
}

bool has_lemma(const struct lexicon *lexicon, const struct token *token, const char *lemma)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (token->analysis.readings[i].lemma != NO_ID &&
            slice_equal(lemma_text(lexicon, token->analysis.readings[i].lemma), slice_of(lemma)))
            return true;
    return false;
}

bool has_lemma_of(const struct lexicon *lexicon, const struct token *token, enum named_list list)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (token->analysis.readings[i].lemma != NO_ID &&
            in_word_list(lexicon, list, lemma_text(lexicon, token->analysis.readings[i].lemma)))
            return true;
    return false;
}

bool is_zu_infinitive(const struct document *doc, size_t index)
{
    const struct token *token = &doc->tokens[index];

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) != 0)
        return false;
    return token_is_verb_form(token, VERB_ZU_INFINITIVE) ||
           (index > 0 && token_is_verb_form(token, VERB_INFINITIVE) && token[-1].sentence == token->sentence &&
            slice_equal(token_text(doc, &token[-1]), SLICE("zu")));
}

uint32_t third_person_numbers(const struct token *token)
{
    uint32_t numbers = 0;

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) != 0)
        return 0;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        enum verb_form form = verb_form_of(features);

        if (!is_verb(features))
            return 0;
        if (is_finite_form(form))
            numbers |= (features & PERSON_3) != 0 ? features & NUMBER_ANY : 0;
        else if (form == VERB_INFINITIVE)
            numbers |= NUMBER_PL;
    }
    return numbers;
}
