/* Values as people write them, on the command line and in the configuration. name is what the value is of, for
 * messages: "--variant", "variant". */
#ifndef ROTSTIFT_VALUES_H
#define ROTSTIFT_VALUES_H

#include "error.h"
#include "issues.h"

/* The index of value in a list ended by NULL, or -1 with *error, which lists what is known and guesses what was
 * meant. */
int pick_value(const char *name, const char *value, const char *const *known, struct rs_error *error);

/* Fills *error with the same message; returns -1. */
int unknown_value(const char *name, const char *value, const char *const *known, struct rs_error *error);

/* Reads a number from least to most; -1 with *error. */
int number_between(const char *name, const char *value, double least, double most, double *out, struct rs_error *error);

#define FAIL_ON_NONE (-1)
#define NO_MAX_PENALTY (-1.0)

/* The settings that both know. 0, or -1 with *error. */
int read_variant(const char *name, const char *value, const char **variant, struct rs_error *error);
int read_fail_on(const char *name, const char *value, int *fail_on, struct rs_error *error); /* or FAIL_ON_NONE */
int read_max_penalty(const char *name, const char *value, double *max_penalty, struct rs_error *error);
int read_confidence(const char *name, const char *value, double *confidence, struct rs_error *error);

#endif
