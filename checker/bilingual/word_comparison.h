/* What the files of the check of single words share. The way of the data: single_words.c goes through the pairs of
 * sentences and asks word_comparison.c how much of either is left over; where that is little, kept_words.c and
 * lost_words.c look for a word that is lost, lost_phrases.c and lost_subjects.c for more than one, added_words.c for
 * one that is added. */
#ifndef ROTSTIFT_BILINGUAL_WORD_COMPARISON_H
#define ROTSTIFT_BILINGUAL_WORD_COMPARISON_H

#include "bilingual/negation_words.h"

/* A pair of sentences: tokens, ends exclusive. */
struct word_comparison {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    const struct list_record *english, *german; /* kept-english.tsv, kept-german.tsv */
    struct negations negations;
    uint32_t english_first, english_end, german_first, german_end;
    bool only_adverbs; /* a noun is left, which hides no adverb */
    bool only_persons; /* other words are left: none of them hides what is said of a person */
};

/* German nouns and verbs without a link, each of which has an English word without one. */
enum { MOST_PLAIN = 1, MOST_PLAIN_OF_PERSONS = 2 };

/* ---- word_comparison.c: tokens by index in the source and in the document ---- */

/* Marks a place of the German, or a word of it; the message names the English text, where it is not empty. */
struct issue *mark_place(const struct word_comparison *c, const char *rule, struct span place, struct slice english);
struct issue *mark_word(const struct word_comparison *c, const char *rule, uint32_t german, struct slice english);

/* Marks an adjective that a translator may have put elsewhere, or seen from the matter: only for those who ask for
 * doubts. */
void mark_adjective(const struct word_comparison *c, const char *rule, uint32_t german, struct slice english);

/* A word that carries sense: of those without a link any may render any word of the other language. */
bool is_german_content(const struct token *token);
bool is_english_content(const struct word_comparison *c, uint32_t english);

/* The German word has a link; one of so many English words has. */
bool is_german_linked(const struct word_comparison *c, uint32_t german);
bool has_link(const struct word_comparison *c, uint32_t english, uint32_t words);

/* False for a compound, whose whole need not be what the English word says: "Altkanzler". */
bool is_simple(const struct token *token);

/* The English word may be left out: "own", "different". */
bool is_light_english(const struct word_comparison *c, uint32_t english);

/* The German word at a place of a row of Ding. */
struct slice rendering_at(const struct word_comparison *c, const struct translation_record *row, uint32_t place);

/* How many German words of sense have no link; *plain receives how many of them are plain: an English noun, verb or
 * name may stand for them, and none that restricts. */
uint32_t count_unlinked(const struct word_comparison *c, uint32_t *plain);

/* How many of them are verbs and nothing else: what restricts a noun does not hide in one. */
uint32_t count_unlinked_verbs(const struct word_comparison *c);

/* How many of them are plain nouns. */
uint32_t count_unlinked_nouns(const struct word_comparison *c);

/* How many English words of sense have no link. */
uint32_t count_unanswered(const struct word_comparison *c);

/* All English words have their German, or all but one verb; unanswered: their number. */
bool is_answered_but_verb(const struct word_comparison *c, uint32_t unanswered);

/* ---- kept_words.c ---- */

/* Marks what has lost a word that must not be lost: "former", "more than". */
void check_kept_words(const struct word_comparison *c);

/* ---- lost_words.c ---- */

/* Marks where a number is lost ("signed in 2019"), and the German has none at all that could be it. */
void check_lost_numbers(const struct word_comparison *c);

/* Marks "der Jugendliche" for "the unarmed teenager", where no German word is left that the adjective could hide in. */
void check_lost_attributes(const struct word_comparison *c);

/* Marks "hat geschrieben" for "has written and directed": a participle that no German word is left for. */
void check_lost_verbs(const struct word_comparison *c);

/* ---- lost_phrases.c ---- */

/* Marks where a phrase with a name, a number or a time is lost: "to Poland", "for months"; unanswered: how many English
 * words of sense have no link. */
void check_lost_phrases(const struct word_comparison *c, uint32_t unanswered);

/* ---- lost_subjects.c ---- */

/* Marks "und lief weg" for "and the dog ran away". */
void check_lost_subjects(const struct word_comparison *c);

/* ---- added_words.c ---- */

/* Marks "nur in fünf Ländern" for "in five countries", where the English restricts nothing. */
void check_added_restrictions(const struct word_comparison *c);

/* Marks "der betrunkene Fahrer" for "the driver", where the English has no word left that it could render; least: how
 * sure the link of the noun is at least. */
void check_added_attributes(const struct word_comparison *c, enum link_kind least);

#endif
