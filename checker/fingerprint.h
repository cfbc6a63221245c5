/* Fingerprints: how a finding is known again in a later run, for baselines and for services that follow findings. */
#ifndef ROTSTIFT_FINGERPRINT_H
#define ROTSTIFT_FINGERPRINT_H

#include <stdio.h>

#include "issues.h"

#define FINGERPRINT_DIGITS 16

/* Fills in the fingerprint of each issue. It is made of the rule, the marked text (white space counts as one space
 * however it is written), two words on either side of it in its sentence, and how many such issues stand before it: it
 * stays the same whatever is written elsewhere in the file, and no two issues of a document share one (but for the
 * chance of 64 bits). doc is divided; issues are sorted. */
void fingerprint_issues(const struct document *doc, struct issues *issues);

/* Writes the sixteen digits and a NUL. */
static inline void fingerprint_text(uint64_t fingerprint, char text[FINGERPRINT_DIGITS + 1])
{
    snprintf(text, FINGERPRINT_DIGITS + 1, "%016llx", (unsigned long long)fingerprint);
}

/* Reads sixteen hexadecimal digits; false for anything else. */
bool fingerprint_read(struct slice text, uint64_t *fingerprint);

#endif
