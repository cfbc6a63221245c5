/* Which variant of German a document is in. */
#ifndef ROTSTIFT_CHECKS_VARIANTS_H
#define ROTSTIFT_CHECKS_VARIANTS_H

#include "checks/checks.h"

/* True when Swiss German was asked for, and where an article tells of Switzerland and has no ß at all: it comes from
 * there, and what Switzerland writes is no slip in it. To be asked where something was found. */
bool is_swiss_text(const struct check_run *run);

#endif
