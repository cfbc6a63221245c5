/* The data as it is compiled for users, for the tests that need all of it. */
#ifndef ROTSTIFT_TESTS_REAL_DATA_H
#define ROTSTIFT_TESTS_REAL_DATA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "checks/checks.h"

static struct checks_context context;

static int open_data(void **state)
{
    struct rs_error error;

    (void)state;
    if (checks_open(&context, "build/rotstift.lex", "de-DE", &error) == 0)
        return 0;
    print_error("%s: %s\n", error.file, error.message);
    return -1;
}

static int close_data(void **state)
{
    (void)state;
    checks_close(&context);
    return 0;
}

#endif
