/* Verbs that lack their sich, and those that do without it when persons do it. */
#include "marked.h"

static void a_thing_does_it_with_sich(void **state)
{
    (void)state;
    assert_marked("check/missing-reflexive", "Die Lage hat verschlechtert.", "hat verschlechtert|");
    assert_marked("check/missing-reflexive", "Die Vereine einigten gestern auf einen Preis.", "einigten|");
    assert_marked("check/missing-reflexive", "Die Lage hat sich verschlechtert.", "");
}

static void persons_do_some_of_it_without(void **state)
{
    (void)state;
    assert_marked("check/missing-reflexive", "Der Preis stieg, weil die Ereignisse überschlagen haben.",
                  "überschlagen|");
    assert_marked("check/missing-reflexive", "Das kostet 40 Euro, wie der Wirt überschlagen hat.", "");
    assert_marked("check/missing-reflexive", "Es gibt viele, die gern hinziehen würden.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thing_does_it_with_sich),
        cmocka_unit_test(persons_do_some_of_it_without),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
