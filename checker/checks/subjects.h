/* Subjects and the number of their verb: what the checks of openings (subject_verb.c), of pronouns
 * (pronoun_subjects.c), of who is said to say something (speakers.c), of whole clauses (clause_subjects.c) and of
 * clauses without any subject (missing_subject.c) share, and those of the place of the verb (word_order.c,
 * second_place.c). */
#ifndef ROTSTIFT_CHECKS_SUBJECTS_H
#define ROTSTIFT_CHECKS_SUBJECTS_H

#include "checks/checks.h"
#include "checks/clauses.h"

/* "Meter", "Millionen", "Wochen": a number of them may have a verb in either number. */
bool is_measure(const struct check_run *run, size_t index);

/* "eine Reihe von Tests", "die Hälfte der Gäste": the verb may follow what is counted; behind "der", "die", "das" only
 * where the noun says a share of it ("Der Anteil der Frauen steigt"). first, head: tokens of the phrase. */
bool is_quantity(const struct check_run *run, size_t first, size_t head);

/* "Der Mann sind … verhaftet worden": the finite verb is no copula, but an auxiliary with its verb at the end. */
bool is_auxiliary_of_verb(const struct check_run *run, size_t finite);

/* NUMBER_SG for "er" and "man", NUMBER_PL for "wir"; 0 for "sie" and "es", which may be both. */
uint32_t number_of_pronoun(const struct check_run *run, size_t index);

/* The token behind a subject, "er" or "die Firma"; index itself when none stands there. attribute: it stands behind a
 * noun, where "der Minister" may be a genitive of several, and is none then. */
size_t behind_subject(const struct check_run *run, size_t index, bool attribute);

/* Behind phrases with a preposition and genitives: "die Wähler | in der Republik". */
size_t behind_all_attributes(const struct check_run *run, size_t index, size_t end);

/* The preposition before the token, or before the adverbs and numbers there; index itself where none stands. */
size_t governing_preposition(const struct check_run *run, size_t index);

/* A preposition stands before the token, or before the adverbs and numbers there: "um fast ein Viertel". */
bool is_governed(const struct check_run *run, size_t index);

/* The phrase depends on a preposition, which may have its article. */
bool in_prepositional_phrase(const struct check_run *run, const struct noun_phrase *phrase);

/* "er", "das", "sie": a pronoun that may be a nominative. */
bool is_nominative_pronoun(const struct check_run *run, size_t index);

/* "Merkel", "Frankreich": a name that the dictionary has as that of one. */
bool is_name_of_one(const struct token *token);

/* True when something behind the verb, up to end, could be its subject: a nominative with one of the numbers (bits of
 * NUMBER_ANY), a pronoun, a name, a word that is not known. */
bool may_hold_subject(const struct check_run *run, size_t verb, size_t end, uint32_t wanted);

/* The subject before index may go on there, and make two of one: "wurden der Fahrer | und sein Sohn", "wurden der
 * Fahrer |, sein Sohn". */
bool may_grow(const struct check_run *run, size_t index);

/* Marks a subject that opens a main clause at the token, and whose number its verb does not have; true where it did. */
bool check_opening_subject(const struct check_run *run, size_t first);

/* No phrase of the clause has the number of its verb, and one could be the subject but for that. */
void check_clause_subject(const struct check_run *run, const struct clause *clause);

/* "Drei neuen Brücken wurden gebaut" */
void check_weak_count(const struct check_run *run, const struct clause *clause);

/* "Den Präsidenten kündigte Sanktionen an": a main clause without any nominative. */
void check_missing_subject(const struct check_run *run, const struct clause *clause);

#endif
