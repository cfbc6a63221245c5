/* Stretches: the tokens between two marks, within which no comma stands. */
#ifndef ROTSTIFT_CHECKS_STRETCHES_H
#define ROTSTIFT_CHECKS_STRETCHES_H

#include "checks/checks.h"

struct stretch {
    size_t first, end; /* tokens, end exclusive */
};

/* A word that may join two clauses: a conjunction or a subordinator. */
bool divides_clauses(const struct token *token);

/* "Öl und Gas": the token between two nouns, or between what has a capital and a noun. */
bool stands_between_nouns(const struct check_run *run, size_t index);

/* True when a token from first to end may be a finite verb. */
bool has_finite(const struct check_run *run, size_t first, size_t end);

/* True when one of them may be a finite verb, and is neither determiner nor adjective with an ending. */
bool has_likely_finite(const struct check_run *run, size_t first, size_t end);

/* True when one of them can be nothing else. */
bool has_sure_finite(const struct check_run *run, size_t first, size_t end);

/* True when no finite verb, conjunction or question word stands there, and nothing quoted. */
bool is_plain_stretch(const struct check_run *run, size_t first, size_t end);

/* "geht davon aus | dass", "wurde gesehen | bevor": a prefix, participle or infinitive that closes a clause whose
 * finite verb stands before it in the stretch. */
bool closes_stretch(const struct check_run *run, struct stretch stretch, size_t index);

/* "hinzuziehen": of hinziehen with zu, or hinzuziehen without. */
bool may_be_plain_infinitive(const struct check_run *run, size_t i);

#endif
