/* What the parts of the check of split compounds share: compounds.c, split_nouns.c, split_measures.c; and what kind of
 * noun a word is (noun_kinds.c), which other checks ask as well. */
#ifndef ROTSTIFT_CHECKS_COMPOUNDS_H
#define ROTSTIFT_CHECKS_COMPOUNDS_H

#include "checks/checks.h"

/* A common noun, and no name: no abbreviation, nothing in quotation marks. */
bool is_plain_noun(const struct token *token);

/* A noun of the dictionaries, not a capital word of which they know nothing else. */
bool is_known_noun(const struct token *token);

/* A given name, German or English. */
bool is_first_name(const struct lexicon *lexicon, const struct token *token);

/* The cases in which a determiner agrees with a noun, or with the last part of a compound, alone. */
uint32_t cases_of_pair(const struct document *doc, size_t determiner, size_t noun);

/* One that may end the row of words before it, which is no English name; index > 0. */
bool is_common_noun(const struct check_run *run, size_t index);

/* "Schwarze Löcher", "Berliner Mauer": an adjective in a name is capitalised. */
bool is_capital_adjective(const struct check_run *run, const struct token *token);

/* "Athener", "Königsberger": the people of a place, and its adjective. */
bool is_place_adjective(const struct check_run *run, struct slice word);

/* An adjective made of a person's name: "Kleinsche Flasche". */
bool is_person_adjective(struct slice word);

/* "Chef", "Manager": a noun that names people. */
bool is_person(const struct lexicon *lexicon, const struct token *token);

/* "II", "Zwei". */
bool is_number_word(const struct check_run *run, const struct token *token);

/* "Gesundheits": no word of its own, but a noun with the linking element that only compounds have. */
bool is_linked_form(const struct check_run *run, const struct token *token);

/* "Pole-Position": the first part of a compound with a hyphen is the English word itself. */
bool begins_in_english(const struct check_run *run, size_t i);

/* The compound that a noun and another one make in the lexicon, with a linking element if need be ("Verkehr",
 * "Ministerium": Verkehrsministerium); empty when it has none. */
struct slice known_compound(const struct check_run *run, struct slice first, struct slice head);

/* A noun and the word behind it are one in the lexicon, and the dictionary of phrases has that in some form. */
bool is_used_compound(const struct check_run *run, size_t first);

/* The two nouns behind a determiner are a thing and its name, or a measure and what is measured. */
bool is_named_thing(const struct check_run *run, size_t determiner, size_t noun);

/* "Die Brauerei Krone hat", "Der Verlag Antje Kunstmann bringt", "der Richter Kaiser": a house or person that agrees
 * with what stands before it, and its name up to the head. (side_by_side.c) */
bool is_named_house(const struct check_run *run, size_t first, size_t head);

/* ", nach dem | Mieterinnen Anspruch auf Hilfe haben": a relative pronoun behind its comma, and the plural that is the
 * subject of its clause. */
bool is_behind_relative(const struct check_run *run, size_t pronoun);

/* "welche Tricks Betrüger anwenden": behind "welche" the first noun is asked for, and a plural behind it may be the
 * subject. */
bool asks_for_first(const struct check_run *run, size_t determiner, size_t head);

/* A number in figures that is no ordinal, or in letters. (split_measures.c) */
bool is_any_number(const struct check_run *run, size_t i);

/* "100 Meter Finale", "Vier Tage Woche": a number, a measure and a noun, of which what stands before goes with the noun
 * alone. (split_measures.c) */
bool is_measure_before_noun(const struct check_run *run, size_t number);

/* "ein 300-Meter-langer Frachter", "das 12-Monate alte Kind", "5 Meter-hohe Wellen": number, measure and adjective are
 * three words; *last is where they end. (split_measures.c) */
bool is_hyphened_measure(const struct check_run *run, size_t first, size_t *last);

/* "zehn-jähriger": a number in letters is one word with its adjective. (split_measures.c) */
bool is_hyphened_adjective(const struct check_run *run, size_t i);

/* "12-Monate", "zwei-Tage-alter": a word whose part before the hyphen is a number. (split_measures.c) */
bool begins_with_number(const struct check_run *run, size_t i);

struct lead; /* checks/leads.h */

/* Two nouns that the lexicon has as one, where the second can't stand on its own. (split_pairs.c) */
bool is_known_pair(const struct check_run *run, const struct lead *lead, size_t first);

/* Two nouns where the clause has room for one, or of which the second can't be a phrase without an article.
 * (split_clauses.c) */
bool is_without_room(const struct check_run *run, const struct lead *lead, size_t first, size_t head);

/* The clause was read, and has room for the two nouns as phrases of their own: "im Blut Alkohol". (split_clauses.c) */
bool has_room(const struct check_run *run, const struct lead *lead, size_t first, size_t head);

/* "der Faktor Mensch": the second noun is the name of the first, which agrees with the lead. (split_clauses.c) */
bool may_be_apposed(const struct check_run *run, const struct lead *lead, size_t first, size_t head);

/* A singular that can't be without its article: "Vertrag", "Wohnung". (split_clauses.c) */
bool is_counted_singular(const struct check_run *run, size_t noun);

/* "Covid 19 Impfung", "Artikel 5 Garantie": a name with its number and a noun, with which alone the article goes.
 * (split_measures.c) */
bool is_numbered_before_noun(const struct check_run *run, size_t name);

/* True when a compound that is split begins at the token, by what stands around it; *last is where it ends.
 * (split_nouns.c) */
bool is_split_noun(const struct check_run *run, size_t first, size_t *last);

/* The parts of a word before and behind its first hyphen; false where it has none. */
bool cut_at_hyphen(struct slice word, struct slice *left, struct slice *right);

#endif
