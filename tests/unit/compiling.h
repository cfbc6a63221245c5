/* For the tests of the compiler: files in a folder of their own, and rules by their id. */
#ifndef ROTSTIFT_TESTS_COMPILING_H
#define ROTSTIFT_TESTS_COMPILING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "dictionaries/compile/rules.h"

static inline void write_file(const char *folder, const char *name, const char *text)
{
    char path[128];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static inline void remove_file(const char *folder, const char *name)
{
    char path[128];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    remove(path);
}

static inline const struct rule_source *rule_named(const struct rule_sources *all, const char *id)
{
    for (size_t i = 0; i < all->rules_count; i++)
        if (slice_equal(all->rules[i].id, slice_of(id)))
            return &all->rules[i];
    return NULL;
}

#endif
