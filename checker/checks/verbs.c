/* Verbs as clauses need them. */
#include "checks/verbs.h"

#include "checks/places.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/word_types.h"

bool is_surely_finite(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_ABBREVIATION)) == 0 &&
           has_trait(token, TRAIT_ONLY_FINITE);
}

bool may_be_finite(const struct token *token)
{
    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) != TOKEN_CAPITAL &&
           token_is_finite(token);
}

bool is_likely_finite(const struct document *doc, size_t index)
{
    const struct token *token = &doc->tokens[index];

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) != 0 || !may_be_finite(token) ||
        token_is(token, POS_DETERMINER) || token_is(token, POS_PREPOSITION) || token_is(token, POS_PRONOUN) ||
        token_is(token, POS_CONJUNCTION) || is_zu_infinitive(doc, index))
        return false;
    return is_surely_finite(token) || token_is(token, POS_AUXILIARY) || !is_inflected_adjective(token) ||
           index + 1 >= doc->token_count || (token[1].flags & TOKEN_CAPITAL) == 0;
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
            slice_is(lemma_text(lexicon, token->analysis.readings[i].lemma), lemma))
            return true;
    return false;
}

bool has_lemma_of(const struct lexicon *lexicon, const struct token *token, enum named_list list)
{
    if (token->type != NULL && token->type->analysis.readings == token->analysis.readings) /* as its type is read */
        return lemma_in_list(lexicon, list, token);
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (token->analysis.readings[i].lemma != NO_ID &&
            in_word_list(lexicon, list, lemma_text(lexicon, token->analysis.readings[i].lemma)))
            return true;
    return false;
}

bool lemma_in(const struct check_run *run, size_t index, enum named_list list)
{
    return has_lemma_of(&run->context->lexicon, &run->doc->tokens[index], list);
}

bool is_participle_of(const struct lexicon *lexicon, const struct token *token, enum named_list list)
{
    bool found = false;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        if (verb_form_of(reading->features) != VERB_PARTICIPLE2)
            continue;
        if (reading->lemma == NO_ID || !in_word_list(lexicon, list, lemma_text(lexicon, reading->lemma)))
            return false;
        found = true;
    }
    return found && (token->flags & TOKEN_CAPITAL) == 0;
}

bool is_past_participle(const struct token *token)
{
    return (token->flags & TOKEN_CAPITAL) == 0 && token_is_verb_form(token, VERB_PARTICIPLE2) &&
           !is_inflected_adjective(token) && !token_is(token, POS_PREPOSITION) && !token_is(token, POS_DETERMINER);
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

bool is_bare_infinitive(const struct document *doc, size_t index)
{
    const struct token *token = &doc->tokens[index];

    return (token->flags & TOKEN_CAPITAL) == 0 && token_is_verb_form(token, VERB_INFINITIVE) &&
           !token_is(token, POS_NUMERAL) && !is_zu_infinitive(doc, index) &&
           !token_is_verb_form(token, VERB_PARTICIPLE2) && !token_is(token, POS_ADJECTIVE) &&
           !token_is(token, POS_ADVERB) && !token_is(token, POS_DETERMINER) && !token_is(token, POS_PRONOUN) &&
           !token_is(token, POS_PREPOSITION);
}

bool is_nothing_but_verb(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) != POS_VERB)
            return false;
    return true;
}

bool zu_infinitive_follows(const struct document *doc, size_t index)
{
    const struct sentence *sentence = &doc->sentences[doc->tokens[index].sentence];

    for (size_t i = index + 1; i < sentence->first_token + (size_t)sentence->token_count; i++)
        if (is_zu_infinitive(doc, i))
            return true;
    return false;
}

bool zu_infinitive_in_clause(const struct document *doc, size_t index)
{
    for (size_t i = index + 1; same_clause(doc, index, i); i++)
        if (is_zu_infinitive(doc, i))
            return true;
    return false;
}

uint32_t third_person_numbers(const struct token *token)
{
    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) != 0)
        return 0;
    return (has_trait(token, TRAIT_THIRD_SG) ? NUMBER_SG : 0u) | (has_trait(token, TRAIT_THIRD_PL) ? NUMBER_PL : 0u);
}

uint32_t verb_of(const struct lexicon *lexicon, struct slice word, bool infinitive)
{
    uint32_t form = lexicon_form(lexicon, word);

    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++) {
        const struct reading *reading = &lexicon->readings[lexicon->forms[form].first_reading + i];

        enum verb_form kind = verb_form_of(reading->features);

        if (pos_of(reading->features) == POS_VERB && reading->lemma != NO_ID &&
            (kind == VERB_INFINITIVE || (!infinitive && kind == VERB_PRESENT)))
            return reading->lemma;
    }
    return NO_ID;
}

bool is_participle_form(const struct lexicon *lexicon, struct slice word)
{
    uint32_t form = lexicon_form(lexicon, word);

    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++)
        if (verb_form_of(lexicon->readings[lexicon->forms[form].first_reading + i].features) == VERB_PARTICIPLE2)
            return true;
    return false;
}

struct slice participle_of_infinitive(const struct lexicon *lexicon, struct slice infinitive)
{
    return lemma_inflected(lexicon, verb_of(lexicon, infinitive, true),
                           POS_VERB | (uint32_t)VERB_PARTICIPLE2 << VERB_SHIFT);
}

bool makes_verb_with(const struct check_run *run, size_t verb, size_t prefix)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, verb);

    for (uint16_t r = 0; r < token->analysis.reading_count; r++) {
        const struct reading *reading = &token->analysis.readings[r];

        if (pos_of(reading->features) == POS_VERB && reading->lemma != NO_ID &&
            lexicon_lemma(lexicon, arena_join(run->issues->arena, text_at(run, prefix),
                                              lemma_text(lexicon, reading->lemma))) != NO_ID)
            return true;
    }
    return false;
}
