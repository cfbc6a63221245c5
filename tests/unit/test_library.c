/* Libraries that are loaded when something is asked of them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "libraries/library.h"

struct mathematics {
    double (*cos)(double);
};

static void a_library_is_loaded_once(void **state)
{
    static struct library library = LIBRARY("libm.so.6");
    struct mathematics found = { 0 }, again = { 0 };
    const struct library_symbol symbols[] = { { "cos", &found.cos } }, others[] = { { "cos", &again.cos } };
    struct rs_error error = { 0 };
    (void)state;

    assert_int_equal(library_load(&library, symbols, 1, "a.docx", &error), 0);
    assert_true(fabs(found.cos(0.0) - 1.0) < 1e-9);
    assert_int_equal(library_load(&library, others, 1, "a.docx", &error), 0);
    assert_null(again.cos);
}

static void one_that_is_not_there_is_named_with_the_file(void **state)
{
    static struct library library = LIBRARY("libnot-there.so.7");
    struct rs_error error = { 0 };
    (void)state;

    assert_int_equal(library_load(&library, NULL, 0, "a.docx", &error), -1);
    assert_string_equal(error.file, "a.docx");
    assert_non_null(strstr(error.message, "libnot-there.so.7"));
    assert_int_equal(library_load(&library, NULL, 0, NULL, NULL), -1);
}

static void one_without_the_function_is_none(void **state)
{
    static struct library library = LIBRARY("libm.so.6");
    struct mathematics found = { 0 };
    const struct library_symbol symbols[] = { { "cosine_of_the_times", &found.cos } };
    struct rs_error error = { 0 };
    (void)state;

    assert_int_equal(library_load(&library, symbols, 1, NULL, &error), -1);
    assert_null(found.cos);
    assert_non_null(strstr(error.message, "lacks a function"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_library_is_loaded_once),
        cmocka_unit_test(one_that_is_not_there_is_named_with_the_file),
        cmocka_unit_test(one_without_the_function_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
