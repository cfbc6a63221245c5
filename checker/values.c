#include "values.h"

#include <stdio.h>
#include <stdlib.h>

#include "nearest.h"

int unknown_value(const char *name, const char *value, const char *const *known, struct rs_error *error)
{
    struct nearest nearest = { .wanted = slice_of(value) };
    char list[256] = "";
    size_t length = 0;

    for (size_t i = 0; known[i] != NULL; i++) {
        int added = snprintf(list + length, sizeof list - length, "%s%s", i == 0 ? "" : ", ", known[i]);

        if (added > 0 && (size_t)added < sizeof list - length)
            length += (size_t)added;
        nearest_offer(&nearest, slice_of(known[i]));
    }
    if (nearest.best.len > 0)
        return error_set(error, NULL, 0, "%s: unknown value \"%s\"; did you mean \"%.*s\"? (known: %s)", name, value,
                         (int)nearest.best.len, nearest.best.at, list);
    return error_set(error, NULL, 0, "%s: unknown value \"%s\" (known: %s)", name, value, list);
}

int pick_value(const char *name, const char *value, const char *const *known, struct rs_error *error)
{
    for (int i = 0; known[i] != NULL; i++)
        if (strcmp(known[i], value) == 0)
            return i;
    return unknown_value(name, value, known, error);
}

int number_between(const char *name, const char *value, double least, double most, double *out, struct rs_error *error)
{
    char *end;

    *out = strtod(value, &end);
    if (end == value || *end != '\0' || !(*out >= least && *out <= most))
        return error_set(error, NULL, 0, "%s: \"%s\" is no number from %g to %g", name, value, least, most);
    return 0;
}

int read_variant(const char *name, const char *value, const char **variant, struct rs_error *error)
{
    static const char *const known[] = { "de-DE", "de-AT", "de-CH", NULL };
    int index = pick_value(name, value, known, error);

    if (index < 0)
        return -1;
    *variant = known[index];
    return 0;
}

int read_fail_on(const char *name, const char *value, int *fail_on, struct rs_error *error)
{
    static const char *const known[] = { "neutral", "minor", "major", "critical", "none", NULL };
    int index = pick_value(name, value, known, error);

    if (index < 0)
        return -1;
    *fail_on = index < SEVERITY_COUNT ? index : FAIL_ON_NONE;
    return 0;
}

int read_max_penalty(const char *name, const char *value, double *max_penalty, struct rs_error *error)
{
    return number_between(name, value, 0, 25000, max_penalty, error);
}

int read_confidence(const char *name, const char *value, double *confidence, struct rs_error *error)
{
    return number_between(name, value, 0, 1, confidence, error);
}
