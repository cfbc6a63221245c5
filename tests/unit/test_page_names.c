/* What pages are called. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "page_names.h"

static struct arena arena;

#define NAMES(...)                                                                                                     \
    name_pages(&arena, (const char *[]){ __VA_ARGS__ }, sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(const char *))

static void assert_page(struct page_name page, const char *name, const char *group)
{
    assert_int_equal(page.name.len, strlen(name));
    assert_memory_equal(page.name.at, name, page.name.len);
    assert_int_equal(page.group.len, strlen(group));
    if (page.group.len > 0)
        assert_memory_equal(page.group.at, group, page.group.len);
}

static void a_single_file_has_its_own_name(void **state)
{
    (void)state;
    assert_page(NAMES("texte/Wahl im Herbst.txt")[0], "wahl-im-herbst", "");
}

static void the_folder_that_all_share_is_left_out(void **state)
{
    const struct page_name *pages = NAMES("/a/b/eins.txt", "/a/b/zwei.txt");

    (void)state;
    assert_page(pages[0], "eins", "");
    assert_page(pages[1], "zwei", "");
}

static void the_first_folder_in_which_they_differ_is_the_group(void **state)
{
    const struct page_name *pages = NAMES("out/nord/x/eins.txt", "out/sued/eins.txt", "out/lose.txt");

    (void)state;
    assert_page(pages[0], "nord-x-eins", "nord");
    assert_page(pages[1], "sued-eins", "sued");
    assert_page(pages[2], "lose", "");
}

static void equal_names_are_numbered_also_where_case_does_not_count(void **state)
{
    const struct page_name *pages = NAMES("A.txt", "a.html", "a b.txt", "a-b.txt", "a.txt");

    (void)state;
    assert_page(pages[0], "a", "");
    assert_page(pages[1], "a.2", "");
    assert_page(pages[2], "a-b", "");
    assert_page(pages[3], "a-b.2", "");
    assert_page(pages[4], "a.3", "");
}

static void what_has_no_plain_letter_is_an_article(void **state)
{
    const struct page_name *pages = NAMES("-", "../..", "üß.txt", ".txt");

    (void)state;
    assert_page(pages[0], "article", "");
    assert_page(pages[2], "article.3", "");
    assert_page(pages[3], "txt", "");
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_single_file_has_its_own_name),
        cmocka_unit_test(the_folder_that_all_share_is_left_out),
        cmocka_unit_test(the_first_folder_in_which_they_differ_is_the_group),
        cmocka_unit_test(equal_names_are_numbered_also_where_case_does_not_count),
        cmocka_unit_test(what_has_no_plain_letter_is_an_article),
    };

    return cmocka_run_group_tests(tests, NULL, tear_down);
}
