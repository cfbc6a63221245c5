/* What a relative pronoun can stand for: shared by the checks that look for its noun. */
#ifndef ROTSTIFT_CHECKS_ANTECEDENTS_H
#define ROTSTIFT_CHECKS_ANTECEDENTS_H

#include "checks/checks.h"

/* True when a reading of the pronoun that may stand in one of these cases has gender and number of a noun: bits of
 * CASE_ANY, GENDER_ANY, NUMBER_ANY. numbers_of_verb counts where the pronoun must be the subject. */
bool may_stand_for(const struct token *pronoun, uint32_t cases, uint32_t numbers_of_verb, uint32_t genders,
                   uint32_t numbers);

/* "jeder", "alle": what may be meant without a noun; "er", "sich" seldom are. */
bool is_pronoun_alone(const struct check_run *run, size_t index);

#endif
