/* What the dictionary's phrases say for a German word that a table of senses doubts. */
#ifndef ROTSTIFT_BILINGUAL_PHRASE_EVIDENCE_H
#define ROTSTIFT_BILINGUAL_PHRASE_EVIDENCE_H

#include "checks/checks.h"

/* True when Ding renders the English token with the German one in a phrase of which another word stands near it:
 * "Windkraft" for "power" in "expansion of wind power". Tokens by index in the source and in the document. */
bool is_phrase_of_ding(const struct check_run *run, uint32_t english, uint32_t german);

#endif
