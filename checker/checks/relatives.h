/* What a relative pronoun can stand for, and what is said of one that stands for nothing: shared by the checks that
 * look for its noun. */
#ifndef ROTSTIFT_CHECKS_RELATIVES_H
#define ROTSTIFT_CHECKS_RELATIVES_H

#include "checks/checks.h"

/* What a noun may be: its genders (bits of GENDER_ANY) and numbers; false for words that may be something else, of
 * which nothing is known for sure. Readings that others overrule do not count. */
bool noun_features(const struct token *token, uint32_t *genders, uint32_t *numbers);

/* True when a reading of the pronoun that may stand in one of these cases has gender and number of a noun: bits of
 * CASE_ANY, GENDER_ANY, NUMBER_ANY. numbers_of_verb counts where the pronoun must be the subject. */
bool may_stand_for(const struct token *pronoun, uint32_t cases, uint32_t numbers_of_verb, uint32_t genders,
                   uint32_t numbers);

/* "jeder", "alle": what may be meant without a noun; "er", "sich" seldom are. */
bool is_pronoun_alone(const struct check_run *run, size_t index);

/* "die Frage, welches der Zeichen gilt", "welche von ihnen": one of several is asked for; no relative pronoun. */
bool asks_for_one(const struct check_run *run, size_t pronoun);

/* Marks a relative pronoun with the noun that it is to agree with; features: bits of the noun's genders and numbers for
 * a suggestion, 0: none. */
void report_relative(const struct check_run *run, size_t noun, size_t pronoun, uint32_t cases, uint32_t features);

/* The same for "deren" and "dessen", which stand two tokens behind the noun: the one is suggested for the other. */
void report_possessive(const struct check_run *run, size_t noun);

#endif
