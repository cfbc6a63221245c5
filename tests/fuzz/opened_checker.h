/* The checker with the real rule data, opened once: beside the target, or $ROTSTIFT_DATA. */
#ifndef ROTSTIFT_TESTS_FUZZ_OPENED_CHECKER_H
#define ROTSTIFT_TESTS_FUZZ_OPENED_CHECKER_H

#include <stdio.h>
#include <stdlib.h>

#include "checker.h"

static const struct rs_checker *opened_checker(void)
{
    static struct rs_checker *checker;
    struct rs_error error;

    if (checker == NULL)
        checker = rs_checker_open(NULL, &error);
    if (checker == NULL) {
        fprintf(stderr, "%s: %s\n", error.file, error.message);
        exit(2);
    }
    return checker;
}

#endif
