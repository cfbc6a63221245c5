/* Where a noun phrase surely ends, and what its noun may be. */
#ifndef ROTSTIFT_CHECKS_DISTANT_AGREEMENT_H
#define ROTSTIFT_CHECKS_DISTANT_AGREEMENT_H

#include "checks/checks.h"
#include "lexicon/noun_phrase.h"

/* False where a capital, a quotation or an unknown word behind the noun may be the real head. */
bool ends_at_noun(const struct document *doc, const struct noun_phrase *phrase);

/* Everything the noun may be in gender; 0 when it has readings as something else than a noun, or is no German one. */
uint32_t genders_of(const struct check_run *run, const struct token *noun);

#endif
