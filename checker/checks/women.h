/* Women, by their names and by what German calls them; checks/predicate_nouns.c. */
#ifndef ROTSTIFT_CHECKS_WOMEN_H
#define ROTSTIFT_CHECKS_WOMEN_H

#include "checks/checks.h"

/* The feminine of a man's noun as it stands there ("Produzent", "Nachbar", "Kollege"); empty where the dictionary has
 * none. */
struct slice feminine_of(const struct check_run *run, const struct token *token);

/* The token behind a woman's first name and surname ("Eva Kern"); index itself where none begins there. */
size_t behind_name_of_woman(const struct check_run *run, size_t index);

#endif
