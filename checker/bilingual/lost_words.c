/* Marks a number, an adjective or one of two verbs that is lost where no German word is left that it could hide in. */
#include "bilingual/word_comparison.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* ---- numbers ---- */

/* A number of fewer digits may be rendered by an article or in a word. */
#define LEAST_DIGITS 2

/* "vierzehnmal", "millionenfach", "jede zwanzigste", "ein halber", "Viertelpunkt": words that count. */
static bool counts(const struct word_comparison *c, uint32_t german)
{
    struct slice word = lower_at(c->run, german);

    return slice_ends(word, SLICE("mal")) || memmem(word.at, word.len, "fach", 4) != NULL ||
           slice_starts(word, SLICE("halb")) || slice_starts(word, SLICE("viertel")) ||
           table_value(c->run, TABLE_FRACTIONS, word, 0).len > 0 ||
           (german > c->german_first && slice_starts(lower_at(c->run, german - 1), SLICE("jede")) &&
            token_is(&c->run->doc->tokens[german], POS_ADJECTIVE) && memmem(word.at, word.len, "te", 2) != NULL);
}

/* A German number that is no link of any English one, or a word with digits: "21-Zoll-Rohre". */
static bool has_free_number(const struct word_comparison *c)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++) {
        const struct token *token = &c->run->doc->tokens[i];

        if ((token->flags & TOKEN_DIGIT) != 0 || counts(c, i) || (!is_german_linked(c, i) && token_is_number(token)))
            return true;
    }
    return false;
}

/* The German for the nearest word before the English token, else behind it. */
static uint32_t german_near(const struct word_comparison *c, uint32_t token)
{
    for (uint32_t i = token; i > c->english_first; i--)
        if (c->bilingual->words[i - 1].best != NO_ID)
            return c->bilingual->words[i - 1].best;
    for (uint32_t i = token + 1; i < c->english_end; i++)
        if (c->bilingual->words[i].best != NO_ID)
            return c->bilingual->words[i].best;
    return NO_ID;
}

/* "300 km (190 miles)": one of the two is enough. */
static bool is_in_bracket(const struct word_comparison *c, uint32_t english)
{
    return english > c->english_first && slice_is(english_text(c->bilingual, english - 1), "(");
}

/* "aged 71" – "71-jährig": the number begins a German word. */
static bool begins_word(const struct word_comparison *c, struct slice number)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++) {
        struct slice word = text_at(c->run, i);

        if (word.len > number.len && slice_starts(word, number) && word.at[number.len] == '-')
            return true;
    }
    return false;
}

void check_lost_numbers(const struct word_comparison *c)
{
    for (uint32_t i = c->english_first; i < c->english_end; i++) {
        struct slice number = english_text(c->bilingual, i);
        uint32_t german;

        if (c->bilingual->english->tokens[i].kind != TOKEN_NUMBER || has_link(c, i, 1) || number.len < LEAST_DIGITS ||
            has_free_number(c) || is_in_bracket(c, i) || begins_word(c, number))
            continue;
        german = german_near(c, i);
        if (german != NO_ID && german >= c->german_first && german < c->german_end)
            mark_word(c, "bilingual/omission", german, number);
        return;
    }
}

/* ---- attributes ---- */

/* Renderings that are looked at: the commonest. */
#define COMMONEST 4

/* One of the commonest renderings of the English word, or of what it is a form of, is an adjective: "youngest". */
static bool may_be_adjective(const struct word_comparison *c, uint32_t english)
{
    const struct english_record *record = c->bilingual->words[english].record;

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *row = stem_translation(c->bilingual->lexicon, record, i);

        for (uint32_t j = 0; row != NULL && j < row->count && j < COMMONEST; j++)
            if (form_is(c->bilingual->lexicon, rendering_at(c, row, j), POS_ADJECTIVE))
                return true;
    }
    return false;
}

/* "three", "half": numbers.c asks for it. */
static bool is_number_word(const struct word_comparison *c, uint32_t english)
{
    return set_holds(c->bilingual->english->tokens[english].type->lower_listed,
                     table_number(c->bilingual->lexicon, named_table(c->bilingual->lexicon, TABLE_NUMBERS_ENGLISH)));
}

/* "the unarmed", "an unarmed": an adjective right behind its determiner, before a word of sense. */
static bool is_english_attribute(const struct word_comparison *c, uint32_t english)
{
    const struct token *tokens = c->bilingual->english->tokens;

    return english > c->english_first && english + 1 < c->english_end &&
           is_english_determiner(c->bilingual, english - 1) && (tokens[english].flags & TOKEN_CAPITAL) == 0 &&
           carries_sense(c->bilingual, english) && !has_link(c, english, 1) && tokens[english + 1].kind == TOKEN_WORD &&
           (tokens[english + 1].flags & TOKEN_CAPITAL) == 0 &&
           !slice_is(lower_english(c->bilingual, english - 1), "of") && !is_number_word(c, english) &&
           (may_be_adjective(c, english) || slice_ends(token_lower(&tokens[english]), SLICE("ed")) ||
            slice_ends(token_lower(&tokens[english]), SLICE("ing"))) &&
           !is_light_english(c, english);
}

static bool is_comma(const struct word_comparison *c, uint32_t german)
{
    return text_is(c->run, german, ",");
}

/* "Der Jugendliche": a simple noun with nothing between it and its determiner, and nothing behind it that could say the
 * same ("der Jugendliche ohne Waffe", "der Jugendliche, der"): a verb, a mark, a genitive, or a preposition that stands
 * for an English one. */
static bool is_bare_noun(const struct word_comparison *c, uint32_t german)
{
    const struct token *tokens = c->run->doc->tokens;

    return german != NO_ID && german > c->german_first && is_simple(&tokens[german]) &&
           token_is(&tokens[german], POS_NOUN) &&
           (tokens[german].flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) == TOKEN_CAPITAL &&
           is_function_word(&tokens[german - 1]) &&
           (german + 1 == c->german_end || (tokens[german + 1].kind == TOKEN_PUNCTUATION && !is_comma(c, german + 1)) ||
            is_german_linked(c, german + 1) || token_is(&tokens[german + 1], POS_VERB) ||
            token_is(&tokens[german + 1], POS_AUXILIARY) ||
            (is_function_word(&tokens[german + 1]) && !text_is(c->run, german + 1, "ohne")));
}

/* How a rendering and the noun begin alike. */
enum { ALIKE = 3 /* bytes */ };

/* "Neuwahlen" for "fresh elections": the noun begins as a rendering of the adjective does. */
static bool begins_as(const struct word_comparison *c, uint32_t german, uint32_t english)
{
    const struct english_record *record = c->bilingual->words[english].record;
    struct slice noun = lower_at(c->run, german);

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        const struct translation_record *row = stem_translation(c->bilingual->lexicon, record, i);

        for (uint32_t j = 0; row != NULL && j < row->count; j++) {
            struct slice word = rendering_at(c, row, j);

            if (word.len >= ALIKE && slice_starts(noun, (struct slice){ word.at, ALIKE }))
                return true;
        }
    }
    return false;
}

void check_lost_attributes(const struct word_comparison *c)
{
    for (uint32_t i = c->english_first; i < c->english_end; i++) {
        uint32_t german = is_english_attribute(c, i) ? c->bilingual->words[i + 1].best : NO_ID;

        if (german == NO_ID || c->bilingual->words[i + 1].best_kind < LINK_LEARNED || !is_bare_noun(c, german) ||
            begins_as(c, german, i))
            continue;
        mark_adjective(c, "bilingual/omission", german, english_text(c->bilingual, i));
        return;
    }
}

/* ---- one of two verbs ---- */

/* The German may have both in one: "und", "sowie", or a mark beside it. */
static bool joins_two(const struct word_comparison *c)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++)
        if (token_is(&c->run->doc->tokens[i], POS_CONJUNCTION) || is_comma(c, i))
            return true;
    return false;
}

/* "directed": a participle that carries sense, and may not be left out. */
static bool is_participle_alone(const struct word_comparison *c, uint32_t english)
{
    struct slice word = lower_english(c->bilingual, english);

    return (c->bilingual->words[english].flags & (ENGLISH_CONTENT | ENGLISH_NAME)) == ENGLISH_CONTENT &&
           (slice_ends(word, SLICE("ed")) || slice_ends(word, SLICE("en"))) && !is_light_english(c, english);
}

void check_lost_verbs(const struct word_comparison *c)
{
    const struct token *tokens = c->bilingual->english->tokens;

    for (uint32_t i = c->english_first; i + 2 < c->english_end; i++) {
        if (!slice_is(token_lower(&tokens[i + 1]), "and") || !is_participle_alone(c, i) ||
            !is_participle_alone(c, i + 2) || has_link(c, i, 1) == has_link(c, i + 2, 1))
            continue;
        uint32_t kept = has_link(c, i, 1) ? i : i + 2, german = c->bilingual->words[kept].best;

        if (german == NO_ID || c->bilingual->words[kept].best_kind != LINK_DICTIONARY ||
            !token_is(&c->run->doc->tokens[german], POS_VERB) || joins_two(c))
            continue;
        mark_word(c, "bilingual/omission", german, english_between(c->bilingual, i, i + 2));
        return;
    }
}
