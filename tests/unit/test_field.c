/* Fields that tell systems and vendors apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "input/field.h"

static struct arena arena;

static void assert_field(const char *file, const char *name, const char *value)
{
    struct slice found = field_in(&arena, slice_of(file), name);

    assert_int_equal(found.len, strlen(value));
    if (found.len > 0)
        assert_memory_equal(found.at, value, found.len);
}

static void front_matter_has_a_field_a_line(void **state)
{
    static const char file[] = "---\ntitle: system: x\nsystem:  \"Nord 2\" \r\nsystemic: y\n---\nsystem: z\n";

    (void)state;
    assert_field(file, "system", "Nord 2");
    assert_field(file, "title", "system: x");
    assert_field(file, "vendor", "");
    assert_field("---\na: b\n---\nsystem: z\n", "system", "");
}

static void json_has_members_of_members(void **state)
{
    static const char file[] =
        " {\"system\": \"Nord\", \"article\": {\"vendor\": 7, \"tags\": []}}\n{\"system\": \"zwei\"}";

    (void)state;
    assert_field(file, "system", "Nord");
    assert_field(file, "article.vendor", "7");
    assert_field(file, "article.tags", "");
    assert_field(file, "article.vendor.x", "");
    assert_field("{\"system\": ", "system", "");
}

static void a_page_has_meta_elements(void **state)
{
    (void)state;
    assert_field("<html><head><meta name=other content=x><meta name=\"system\" content=\" N&ouml;rd \"></head>",
                 "system", "N\xc3\xb6rd");
    assert_field("<p>system</p>", "system", "");
}

static void plain_text_has_none(void **state)
{
    (void)state;
    assert_field("system: Nord\n", "system", "");
    assert_field("", "system", "");
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
        cmocka_unit_test(front_matter_has_a_field_a_line),
        cmocka_unit_test(json_has_members_of_members),
        cmocka_unit_test(a_page_has_meta_elements),
        cmocka_unit_test(plain_text_has_none),
    };

    return cmocka_run_group_tests(tests, NULL, tear_down);
}
