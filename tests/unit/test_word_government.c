/* The case that a noun or adjective asks for behind its preposition, and genitives that nothing asks for. */
#include "marked.h"

static void a_noun_asks_for_a_case(void **state)
{
    (void)state;
    assert_marked("check/government", "Der Bericht nennt den Mangel an verlässliche Daten.", "an verlässliche Daten|");
    assert_marked("check/government", "Der Bericht nennt den Mangel an verlässlichen Daten.", "");
    assert_marked("check/government", "Die Hoffnung auf einem Frieden sinkt.", "auf einem Frieden|");
    assert_marked("check/government", "Die Hoffnung auf einen Frieden sinkt.", "");
}

static void an_adjective_asks_before_and_behind(void **state)
{
    (void)state;
    assert_marked("check/government", "Die Mannschaft ist stolz auf dem Erfolg.", "auf dem Erfolg|");
    assert_marked("check/government", "Das Dorf ist auf staatlicher Hilfe angewiesen.", "auf staatlicher Hilfe|");
    assert_marked("check/government", "Das Dorf ist auf staatliche Hilfe nicht angewiesen.", "");
}

static void the_same_preposition_twice_says_where(void **state)
{
    (void)state;
    assert_marked("check/government", "Sie wartet auf dem Bahnhof auf den Bus.", "");
}

static void a_genitive_needs_a_word_that_takes_it(void **state)
{
    (void)state;
    assert_marked("check/government", "Der Händler kaufte dieses alten Hauses im Mai.", "dieses alten Hauses|");
    assert_marked("check/government", "Er hofft, dieses alten Hauses zu kaufen.", "dieses alten Hauses|");
    assert_marked("check/government", "Der Richter gedachte dieses alten Mannes.", "");
    assert_marked("check/government", "Sie erinnerte sich dieses schönen Tages.", "");
    assert_marked("check/government", "Sie fand des Vaters Ring.", "");
    assert_marked("check/government", "Eines Tages kam er.", "");
}

static void a_genitive_is_no_subject(void **state)
{
    (void)state;
    assert_marked("check/no-subject", "Der ehemaligen Schüler trafen sich in Köln.", "Der ehemaligen Schüler|");
    assert_marked("check/no-subject", "Der Schiffe dritter Teil sank.", "");
}

static void a_text_may_end_behind_the_preposition(void **state)
{
    static const char *const texts[] = {
        "", "auf", "auf dem", "stolz auf", "Mangel an", "an .", "dieses", "des", "Der"
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_marked("check/government", texts[i], "");
        assert_marked("check/no-subject", texts[i], "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_noun_asks_for_a_case),
        cmocka_unit_test(an_adjective_asks_before_and_behind),
        cmocka_unit_test(the_same_preposition_twice_says_where),
        cmocka_unit_test(a_genitive_needs_a_word_that_takes_it),
        cmocka_unit_test(a_genitive_is_no_subject),
        cmocka_unit_test(a_text_may_end_behind_the_preposition),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
