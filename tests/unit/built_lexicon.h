/* A lexicon that a test builds, written and opened again as the program does. */
#ifndef ROTSTIFT_TESTS_BUILT_LEXICON_H
#define ROTSTIFT_TESTS_BUILT_LEXICON_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "dictionaries/compile/sources.h"

static struct lexicon lexicon;
static char path[] = "/tmp/rotstift-test-XXXXXX";

/* Ends the building, of whose last step status tells; for a group's set-up. */
static inline int open_built(struct builder *builder, int status, struct rs_error *error)
{
    int file = mkstemp(path);

    close(file);
    if (status == 0)
        status = builder_write(builder, path, error);
    builder_free(builder);
    return status == 0 ? lexicon_open(path, &lexicon, error) : status;
}

static inline int release(void **state)
{
    (void)state;
    lexicon_close(&lexicon);
    return remove(path);
}

#endif
