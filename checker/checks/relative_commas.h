/* Commas before relative clauses. */
#ifndef ROTSTIFT_CHECKS_RELATIVE_COMMAS_H
#define ROTSTIFT_CHECKS_RELATIVE_COMMAS_H

#include "checks/stretches.h"

/* A relative clause begins behind token i of the stretch, without a comma: grammar leaves no other reading. */
bool lacks_comma_before_relative(const struct check_run *run, struct stretch stretch, size_t i);

#endif
