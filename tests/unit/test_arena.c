#include "divided.h"

static void memory_is_zeroed(void **state)
{
    struct arena arena = { NULL };
    (void)state;

    for (size_t size = 1; size < 100000; size = size * 3 + 1) {
        const char *piece = arena_take(&arena, size);

        for (size_t i = 0; i < size; i++)
            assert_int_equal(piece[i], 0);
    }
    arena_free(&arena);
}

static void memory_is_aligned_for_any_type(void **state)
{
    struct arena arena = { NULL };
    (void)state;

    for (size_t size = 0; size < 300; size++)
        assert_int_equal((uintptr_t)arena_take(&arena, size) % _Alignof(max_align_t), 0);
    arena_free(&arena);
}

static void pieces_do_not_overlap(void **state)
{
    struct arena arena = { NULL };
    unsigned char *pieces[400];
    (void)state;

    for (size_t i = 0; i < 400; i++) {
        pieces[i] = arena_take(&arena, i * 17 % 5000 + 1);
        memset(pieces[i], (int)(i % 251), i * 17 % 5000 + 1);
    }
    for (size_t i = 0; i < 400; i++)
        for (size_t at = 0; at < i * 17 % 5000 + 1; at++)
            assert_int_equal(pieces[i][at], i % 251);
    arena_free(&arena);
}

static void large_piece_leaves_small_ones_together(void **state)
{
    struct arena arena = { NULL };
    const char *before = arena_take(&arena, 16), *after;
    (void)state;

    arena_take(&arena, (size_t)1 << 20);
    after = arena_take(&arena, 16);
    assert_int_equal(after - before, 16);
    arena_free(&arena);
}

static void two_texts_are_joined(void **state)
{
    struct arena arena = { NULL };
    struct slice none = { NULL, 0 }, whole = arena_join(&arena, (struct slice){ "Llamas", 5 }, SLICE("modell"));
    (void)state;

    assert_int_equal(whole.len, 11);
    assert_string_equal(whole.at, "Llamamodell");
    assert_string_equal(arena_join(&arena, none, SLICE("Modell")).at, "Modell");
    assert_string_equal(arena_join(&arena, none, none).at, "");
    arena_free(&arena);
}

static void copy_ends_in_nul(void **state)
{
    struct arena arena = { NULL };
    struct slice copy = arena_copy(&arena, (struct slice){ "Llamas", 5 });
    (void)state;

    assert_int_equal(copy.len, 5);
    assert_string_equal(copy.at, "Llama");
    assert_string_equal(arena_copy(&arena, (struct slice){ NULL, 0 }).at, "");
    arena_free(&arena);
}

static void print_takes_what_it_needs(void **state)
{
    struct arena arena = { NULL };
    struct slice text = arena_print(&arena, "%s %d %01000d", "Seite", 7, 1);
    (void)state;

    assert_int_equal(text.len, 8 + 1000);
    assert_memory_equal(text.at, "Seite 7 000", 11);
    assert_int_equal(text.at[text.len], '\0');
    arena_free(&arena);
}

static void grown_array_keeps_its_items(void **state)
{
    struct arena arena = { NULL };
    uint32_t *items = NULL;
    size_t capacity = 0;
    (void)state;

    for (uint32_t i = 0; i < 10000; i++) {
        items = arena_grow(&arena, items, i, &capacity, sizeof *items);
        items[i] = i;
    }
    assert_in_range(capacity, 10000, 20000);
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(items[i], i);
    arena_free(&arena);
}

static void freed_arena_can_be_used_again(void **state)
{
    struct arena arena = { NULL };
    (void)state;

    arena_free(&arena);
    arena_take(&arena, 100);
    arena_free(&arena);
    assert_null(arena.blocks);
    assert_string_equal(arena_copy(&arena, SLICE("wieder")).at, "wieder");
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed),
        cmocka_unit_test(memory_is_aligned_for_any_type),
        cmocka_unit_test(pieces_do_not_overlap),
        cmocka_unit_test(large_piece_leaves_small_ones_together),
        cmocka_unit_test(two_texts_are_joined),
        cmocka_unit_test(copy_ends_in_nul),
        cmocka_unit_test(print_takes_what_it_needs),
        cmocka_unit_test(grown_array_keeps_its_items),
        cmocka_unit_test(freed_arena_can_be_used_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
