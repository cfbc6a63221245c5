/* Two prepositions side by side: left over, or with a phrase of their own. */
#include "marked.h"

static void one_of_two_prepositions_is_left_over(void **state)
{
    (void)state;
    assert_marked("check/two-prepositions", "Der Wirt hofft auf für besseres Wetter.", "auf für|");
    assert_marked("check/two-prepositions", "Die Zahl ist um auf 500 gestiegen.", "um auf|");
}

static void a_separated_prefix_is_none(void **state)
{
    (void)state;
    assert_marked("check/two-prepositions", "Er hört auf mit dem Rauchen.", "");
    assert_marked("check/two-prepositions", "Es ist aus mit ihm.", "");
}

static void an_attribute_has_its_own_preposition(void **state)
{
    (void)state;
    assert_marked("check/two-prepositions", "Der Wirt sorgt für in Not geratene Bauern.", "");
    assert_marked("check/two-prepositions", "Es fehlt an von der Bank empfohlenen Fonds.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_of_two_prepositions_is_left_over),
        cmocka_unit_test(a_separated_prefix_is_none),
        cmocka_unit_test(an_attribute_has_its_own_preposition),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
