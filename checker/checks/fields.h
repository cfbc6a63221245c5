/* The places ("fields") of German clauses, for checks that go by them: what opens a clause, and which of its words are
 * verbs there. */
#ifndef ROTSTIFT_CHECKS_FIELDS_H
#define ROTSTIFT_CHECKS_FIELDS_H

#include "checks/stretches.h"

/* "sein", where no noun follows that it could be the pronoun of. */
bool is_sein(const struct check_run *run, size_t i);

/* "gebracht", "bringen", no adjective before a noun and no noun. */
bool is_nonfinite_here(const struct check_run *run, size_t i);

/* A finite verb, or a word that is one unless its neighbours take it for an adjective or infinitive. */
bool is_finite_here(const struct check_run *run, size_t i);

/* The first of the participles and infinitives that end the stretch; end where there are none. */
size_t closing_verbs(const struct check_run *run, size_t first, size_t end);

#define NO_OPENER SIZE_MAX

/* ", die nebenan wohnt": may be a relative pronoun, an article as well. */
bool opens_relative(const struct check_run *run, size_t index);

/* The subordinator or relative pronoun that opens the stretch, behind a conjunction or preposition of its own;
 * NO_OPENER where none does. A relative pronoun may be an article as well. */
size_t clause_opener(const struct check_run *run, struct stretch stretch);

#endif
