#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "folders/ignore.h"

static void patterns_name_what_git_would(void **state)
{
    static const struct {
        const char *pattern, *path;
        bool matches;
    } cases[] = {
        { "*.txt", "a.txt", true },
        { "*.txt", "x/y/a.txt", true },
        { "*.txt", "a.txt.md", false },
        { "/a.txt", "a.txt", true },
        { "/a.txt", "x/a.txt", false },
        { "x/a.txt", "x/a.txt", true },
        { "x/a.txt", "y/x/a.txt", false },
        { "x/*.txt", "x/y/a.txt", false },
        { "**/a.txt", "a.txt", true },
        { "**/a.txt", "x/y/a.txt", true },
        { "x/**", "x/y/z", true },
        { "x/**", "x", false },
        { "x/**/z", "x/z", true },
        { "x/**/z", "x/a/b/z", true },
        { "x/**/z", "x/a/b/y", false },
        { "a?c", "abc", true },
        { "[ab].txt", "b.txt", true },
        { "\\#a", "#a", true },
        { "**/x/**/z", "a/x/b/x/z", true },
        { "**/b/c", "b/b/c", true },
        { "a", "ab", false },
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (pattern_matches(slice_of(cases[i].pattern), slice_of(cases[i].path)) != cases[i].matches)
            fail_msg("%s on %s", cases[i].pattern, cases[i].path);
}

static void the_last_word_of_the_innermost_folder_counts(void **state)
{
    struct slice outer_patterns[] = { SLICE("*.txt"), SLICE("!b.txt"), SLICE("x/") };
    struct slice inner_patterns[] = { SLICE("b.txt"), SLICE("!c.txt") };
    const struct ignores outer = { .folder_length = 2, .patterns = outer_patterns, .count = 3 };
    const struct ignores inner = { .outer = &outer, .folder_length = 4, .patterns = inner_patterns, .count = 2 };
    (void)state;

    assert_true(is_ignored(&outer, "/a/a.txt", false));
    assert_false(is_ignored(&outer, "/a/b.txt", false));
    assert_true(is_ignored(&outer, "/a/x", true));
    assert_false(is_ignored(&outer, "/a/x", false));
    assert_true(is_ignored(&inner, "/a/d/b.txt", false));
    assert_false(is_ignored(&inner, "/a/d/c.txt", false));
    assert_true(is_ignored(&inner, "/a/d/e.txt", false));
    assert_false(is_ignored(&inner, "/a/d/e.md", false));
    assert_false(is_ignored(NULL, "/a", false));
}

/* Takes time in proportion to the product of the two lengths, not more. */
static void many_stars_end_soon(void **state)
{
    char pattern[1100] = "", path[4000] = "";
    (void)state;

    for (int i = 0; i < 200; i++)
        memcpy(pattern + strlen(pattern), "**/a/", 6);
    memcpy(pattern + strlen(pattern) - 1, "", 1);
    for (int i = 0; i < 1900; i++)
        memcpy(path + strlen(path), "a/", 3);
    memcpy(path + strlen(path), "b", 2);
    assert_false(pattern_matches(slice_of(pattern), slice_of(path)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_name_what_git_would),
        cmocka_unit_test(the_last_word_of_the_innermost_folder_counts),
        cmocka_unit_test(many_stars_end_soon),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
