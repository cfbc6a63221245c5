/* English words in the German: how German a word is, and the words and phrases that are marked one by one. */
#ifndef ROTSTIFT_CHECKS_ENGLISH_WORDS_H
#define ROTSTIFT_CHECKS_ENGLISH_WORDS_H

#include "checks/marks.h"

/* How German a word is. */
enum german {
    GERMAN,
    GERMAN_NOUN, /* only with a capital ("fall", "rate"): German that lacks its capital, or English among English */
    NO_GERMAN
};

/** Known as written, or in Swiss spelling ("weiss"); or as a noun. */
enum german how_german(const struct check_run *run, const struct token *token);

/** A word of English, which may be one of German too; asked of its type once. */
static inline bool is_english(const struct token *token)
{
    return (token->type->marks >> MARK_ENGLISH & 1) != 0;
}

/** "the", "and", "don't". */
bool is_english_function_word(const struct check_run *run, const struct token *token);

/** Less than three bytes. */
bool is_short_word(const struct token *token);

/** A word that is no German; a token of NULL is none. */
bool is_unknown_word(const struct check_run *run, const struct token *token);

/** With a capital; a token of NULL has none. */
bool is_capital(const struct token *token);

/** English that is not only a name. */
bool is_no_name(const struct check_run *run, const struct token *token);

/** "suspect", "investigation": an everyday word of the news that German has not taken over. */
bool is_news_noun(const struct check_run *run, size_t noun);

/** "dem Suspect", "eines farmers": such a word where a noun stands. */
bool is_noun_of_news(const struct check_run *run, size_t i);

/** A noun of the news where a noun stands, or a phrase of the table. */
bool opens_english_thing(const struct check_run *run, size_t i);

/** Reports the word or phrase at the token. True when nothing more is to be said of it; *next is the token behind. */
bool report_english_thing(const struct check_run *run, size_t i, size_t *next);

#endif
