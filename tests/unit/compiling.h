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

static inline void write_bytes(const char *folder, const char *name, struct slice bytes)
{
    char path[128];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes.at, 1, bytes.len, file), bytes.len);
    fclose(file);
}

static inline void write_file(const char *folder, const char *name, const char *text)
{
    write_bytes(folder, name, slice_of(text));
}

static inline void remove_file(const char *folder, const char *name)
{
    char path[128];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    remove(path);
}

/* Reads the rows, as the table of that name, in a folder of its own. */
typedef int read_tables(const char *folder, struct rule_sources *out, struct rs_error *error);
static inline int read_rows_as(read_tables *read, const char *name, struct slice rows, struct rule_sources *rules,
                               struct rs_error *error)
{
    char folder[] = "/tmp/rotstift-table-XXXXXX";

    assert_non_null(mkdtemp(folder));
    write_bytes(folder, name, rows);
    int status = read(folder, rules, error);

    remove_file(folder, name);
    rmdir(folder);
    return status;
}

static inline const struct rule_source *rule_named(const struct rule_sources *all, const char *id)
{
    for (size_t i = 0; i < all->rules_count; i++)
        if (slice_equal(all->rules[i].id, slice_of(id)))
            return &all->rules[i];
    return NULL;
}

#endif
