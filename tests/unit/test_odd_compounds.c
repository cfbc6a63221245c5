/* Compounds put together as none is, seen from the word alone. */
#include "marked.h"

static void a_noun_begins_with_a_capital(void **state)
{
    (void)state;
    assert_marked("check/odd-compound", "Der ex-Präsident kam zu spät.", "ex-Präsident|");
    assert_marked("check/odd-compound", "Der Ex-Präsident kam zu spät.", "");
    assert_marked("check/odd-compound", "EX-PRÄSIDENT", "");
}

static void a_noun_in_ung_has_its_s_inside_and_nowhere_else(void **state)
{
    (void)state;
    assert_marked("check/odd-compound", "Das Forschung-Zentrum liegt am See.", "Forschung-Zentrum|");
    assert_marked("check/odd-compound", "Das Forschungs-Zentrum liegt am See.", "");
    assert_marked("check/odd-compound", "Die Trinkwasser-Versorgungs ist gestört.", "Trinkwasser-Versorgungs|");
}

static void no_ending_stands_inside(void **state)
{
    (void)state;
    assert_marked("check/odd-compound", "Ein 16-jähriger-Spieler traf zweimal.", "16-jähriger-Spieler|");
    assert_marked("check/odd-compound", "Ein 16-jähriger Spieler traf zweimal.", "");
    assert_marked("check/odd-compound", "Der Rohes-Öl-Preis fiel.", "Rohes-Öl-Preis|");
}

static void two_peoples_have_a_hyphen_between_them(void **state)
{
    (void)state;
    assert_marked("check/odd-compound", "Der deutschfranzösische Vertrag gilt.", "deutschfranzösische|");
    assert_marked("check/odd-compound", "Der deutsch-französische Vertrag gilt.", "");
}

static void quoted_words_are_left_alone(void **state)
{
    (void)state;
    assert_marked("check/odd-compound", "Er schrieb „Forschung-Zentrum“ an die Tür.", "");
}

static void hyphens_without_words_are_no_compound(void **state)
{
    static const char *const texts[] = { "", "-", "--", "a-", "-a", "a-b", "-s", "ung-", "1-2-3", "ex-" };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_marked("check/odd-compound", texts[i], "");
}

static void a_word_of_many_parts_is_looked_at_once(void **state)
{
    enum { PARTS = 300 };
    char text[PARTS * 6 + 1] = "";

    (void)state;
    for (size_t i = 0; i < PARTS; i++)
        memcpy(text + i * 6, "Wagen-", 6);
    text[PARTS * 6 - 1] = '\0';
    assert_marked("check/odd-compound", text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_noun_begins_with_a_capital),
        cmocka_unit_test(a_noun_in_ung_has_its_s_inside_and_nowhere_else),
        cmocka_unit_test(no_ending_stands_inside),
        cmocka_unit_test(two_peoples_have_a_hyphen_between_them),
        cmocka_unit_test(quoted_words_are_left_alone),
        cmocka_unit_test(hyphens_without_words_are_no_compound),
        cmocka_unit_test(a_word_of_many_parts_is_looked_at_once),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
