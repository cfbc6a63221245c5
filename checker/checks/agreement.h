/* What is wrong with a noun phrase that has a determiner. */
#ifndef ROTSTIFT_CHECKS_AGREEMENT_H
#define ROTSTIFT_CHECKS_AGREEMENT_H

#include "checks/checks.h"
#include "lexicon/noun_phrase.h"

enum phrase_fault {
    PHRASE_FITS,         /* or nothing is known against it */
    PHRASE_DISAGREES,    /* "die große Haus" */
    PHRASE_LACKS_N,      /* "alle Gefangene" */
    PHRASE_IN_WRONG_CASE /* "für den Mitarbeitern": *wanted are the cases that its preposition governs */
};

enum phrase_fault fault_of_phrase(const struct check_run *run, const struct noun_phrase *phrase, uint32_t *wanted);

/* "mit das Frontman": the determiner right behind the token, a preposition, can have none of its cases, and what
 * follows it is a noun phrase, known or not. */
bool is_wrong_determiner(const struct check_run *run, size_t preposition);

#endif
