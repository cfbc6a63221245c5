/* Runs of records of which equal ones are kept once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dictionaries/compile/shared_runs.h"

static void equal_runs_stand_once(void **state)
{
    struct arena arena = { 0 };
    struct shared_runs runs = { .arena = &arena, .record_size = sizeof(uint16_t) };
    const uint16_t first[] = { 1, 2, 3 }, other[] = { 1, 2, 4 };

    (void)state;
    assert_int_equal(shared_run(&runs, first, 3), 0);
    assert_int_equal(shared_run(&runs, other, 3), 3);
    assert_int_equal(shared_run(&runs, first, 2), 6); /* a run's beginning is another run */
    assert_int_equal(shared_run(&runs, first, 3), 0);
    assert_int_equal(shared_run(&runs, other, 3), 3);
    assert_int_equal(shared_run(&runs, other, 2), 6);
    assert_int_equal(shared_run(&runs, other, 0), 0);
    assert_int_equal(runs.count, 8);
    arena_free(&arena);
}

static void many_runs_keep_their_places(void **state)
{
    enum { RUNS = 5000 };
    struct arena arena = { 0 };
    struct shared_runs runs = { .arena = &arena, .record_size = sizeof(uint64_t) };
    uint32_t places[RUNS];

    (void)state;
    for (uint64_t round = 0; round < 2; round++)
        for (uint64_t i = 0; i < RUNS; i++) {
            const uint64_t run[] = { i, i / 7, 99 };
            uint32_t length = 1 + (uint32_t)i % 3, place = shared_run(&runs, run, length);

            if (round == 0)
                places[i] = place;
            assert_int_equal(place, places[i]);
            assert_memory_equal(runs.records + place * sizeof(*run), run, length * sizeof(*run));
        }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_runs_stand_once),
        cmocka_unit_test(many_runs_keep_their_places),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
