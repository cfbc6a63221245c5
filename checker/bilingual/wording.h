/* Words of either language by what tables and lists of dictionaries/ call them: dictionary forms, words together. */
#ifndef ROTSTIFT_BILINGUAL_WORDING_H
#define ROTSTIFT_BILINGUAL_WORDING_H

#include "bilingual/checks.h"

/* Most words of an English entry: "is said to". */
enum { MOST_ENTRY_WORDS = 3 };

/* The row of a table for the English words that begin at a token: the longest entry that fits before end. The first
 * word counts in any form ("went up" for "go up"), those behind it as they are written. *count receives the number of
 * values, *words that of the tokens, where not NULL. NULL: the table has no entry. */
const struct pair_record *english_row(const struct check_run *run, const struct list_record *table, uint32_t token,
                                      uint32_t end, size_t *count, uint32_t *words);

/* What a German token can be found by: its dictionary forms (of verb and separated prefix together, where it has one),
 * the word as written in lower case unless it is a noun, the last part of a compound. */
enum { MOST_GERMAN_KEYS = 12 };
size_t german_keys(const struct check_run *run, uint32_t token, struct slice keys[MOST_GERMAN_KEYS]);

/* A German word without sense of its own: article, preposition, auxiliary …; or one that may be left out or added as
 * freely: adverb, particle, separated prefix. */
bool is_function_word(const struct token *token);
bool is_light_word(const struct token *token);

/* An English article or possessive pronoun. */
bool is_english_determiner(const struct bilingual *bilingual, uint32_t token);

/* True when the German token can be a form of the word: one of its keys. */
bool german_is(const struct check_run *run, uint32_t token, struct slice word);

/* False when no key of the German token is one of the table's: a look at bits. */
bool german_may_be(const struct check_run *run, uint32_t token, const struct list_record *table);

/* True when the German token is in the list by one of its keys. */
bool german_entry(const struct check_run *run, const struct list_record *list, uint32_t token);

/* True when one of a row's values is the text. */
bool holds_value(const struct lexicon *lexicon, const struct pair_record *row, size_t count, struct slice text);

/* What a denial is lost from: the German tokens [from, to], the finite verb of their clause, and what follows them up
 * to the next noun; all of it in the passage's German tokens [first, end). */
struct span denied_span(const struct check_run *run, uint32_t from, uint32_t to, uint32_t first, uint32_t end);

/* Widens [*from, *to] to a word near it that affirms what the English denies, and renders none of its words: "Einer der
 * vier" for "none of the four", "kauft weiterhin". */
void take_in_affirming(const struct check_run *run, uint32_t *from, uint32_t *to, uint32_t first, uint32_t end);

/* True when the English token, in one of its dictionary forms, stands in the list. */
bool english_in_list(const struct bilingual *bilingual, uint32_t token, const struct list_record *list);

/* The surest link between the two words. */
enum link_kind link_between(const struct bilingual *bilingual, uint32_t english, uint32_t german);

/* "furrows" of "alar furrows" – "Alarfurchen": the word before or behind the English token stands for one part of a
 * German compound, whose other part may be the token's. */
bool may_hide_in_compound(const struct check_run *run, uint32_t english);

/* True where the English word, by its token, can be compared with the German: no name, in a short passage that is
 * translated. */
bool can_compare_word(const struct check_run *run, uint32_t word);

#endif
