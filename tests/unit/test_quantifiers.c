/* Quantifiers, shares and roles: what a translation says otherwise than the English beside it. */
#include <stdio.h>

#include "marked.h"

static void almost_all_are_not_all(void **state)
{
    (void)state;
    assert_marked_beside("bilingual/quantifier", "Almost all shops were closed on Monday.",
                         "Alle Läden waren am Montag geschlossen.", "Alle|");
    assert_marked_beside("bilingual/quantifier", "Almost all shops were closed on Monday.",
                         "Fast alle Läden waren am Montag geschlossen.", "");
    assert_marked_beside("bilingual/quantifier", "Nearly all schools were closed.",
                         "Sämtliche Schulen waren geschlossen.", "Sämtliche|");
}

static void two_quantifiers_may_have_changed_words(void **state)
{
    (void)state;
    assert_marked_beside("bilingual/quantifier", "Many people saw almost all the birds.",
                         "Viele Leute sahen alle Vögel.", "");
}

static void a_share_is_told_in_many_ways(void **state)
{
    static const char *const english[] = { "One in four pupils failed.", "A quarter of the pupils failed." };
    static const char *const german[] = { "Ein Viertel der Schüler fiel durch.", "25 Prozent der Schüler fielen durch.",
                                          "Jeder vierte Schüler fiel durch." };

    (void)state;
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        for (size_t j = 0; j < sizeof german / sizeof *german; j++) {
            assert_marked_beside("bilingual/number", english[i], german[j], "");
            assert_marked_beside("bilingual/number-word", english[i], german[j], "");
        }
}

static void another_share_is_marked(void **state)
{
    (void)state;
    assert_marked_beside("bilingual/number-word", "Two-thirds of the voters agreed.",
                         "30 Prozent der Wähler stimmten zu.", "30|");
    assert_marked_beside("bilingual/number-word", "Two-thirds of the voters agreed.",
                         "67 Prozent der Wähler stimmten zu.", "");
    assert_marked_beside("bilingual/number-word", "40 percent of the voters agreed.",
                         "Sechs von zehn Wählern stimmten zu.", "Sechs|");
    assert_marked_beside("bilingual/number-word", "40 percent of the voters agreed.",
                         "Vier von zehn Wählern stimmten zu.", "");
}

static void who_does_something_to_whom(void **state)
{
    (void)state;
    assert_marked_beside("bilingual/roles", "The company was sued by the architect.",
                         "Die Firma verklagte den Architekten.", "Die Firma verklagte den Architekten|");
    assert_marked_beside("bilingual/roles", "The company was sued by the architect.",
                         "Die Firma wurde vom Architekten verklagt.", "");
    assert_marked_beside("bilingual/roles", "The mayor criticised the governor.",
                         "Der Gouverneur kritisierte den Bürgermeister.",
                         "Der Gouverneur kritisierte den Bürgermeister|");
    assert_marked_beside("bilingual/roles", "The mayor criticised the governor.",
                         "Der Bürgermeister kritisierte den Gouverneur.", "");
}

static void who_hands_something_on(void **state)
{
    (void)state;
    assert_marked_beside("bilingual/roles", "The bank lends money.", "Die Bank leiht sich Geld.", "leiht|");
    assert_marked_beside("bilingual/roles", "The museum borrowed the painting.", "Das Museum lieh sich das Gemälde.",
                         "");
    assert_marked_beside("bilingual/roles", "The farmer sold the land to the city.",
                         "Die Stadt kaufte dem Bauern das Land ab.", "");
    assert_marked_beside("bilingual/roles", "The train runs from Bremen to Leipzig.",
                         "Der Zug fährt von Leipzig nach Bremen.", "Leipzig nach Bremen|");
    assert_marked_beside("bilingual/roles", "The train runs from Bremen to Leipzig.",
                         "Der Zug fährt von Bremen nach Leipzig.", "");
}

static void little_text_says_nothing(void **state)
{
    static const char *const texts[] = { "", ".", ", – !", "Few", "from to", "in of", "5 in 0", "percent", "sold" };
    static const char *const rules[] = { "bilingual/quantifier", "bilingual/roles", "bilingual/number-word" };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t j = 0; j < sizeof rules / sizeof *rules; j++) {
            assert_marked_beside(rules[j], texts[i], "Viele", "");
            assert_marked_beside(rules[j], "Few", texts[i], "");
        }
}

static void long_passages_are_not_compared(void **state)
{
    enum { TIMES = 400 };
    char english[TIMES * 6 + 40] = "", german[TIMES * 6 + 60] = "";

    (void)state;
    for (size_t i = 0; i < TIMES; i++) {
        memcpy(english + i * 6, "often ", 6);
        memcpy(german + i * 5, "sehr ", 5);
    }
    snprintf(english + TIMES * 6, sizeof english - TIMES * 6, "almost all shops closed.");
    snprintf(german + TIMES * 5, sizeof german - TIMES * 5, "alle Läden schlossen.");
    assert_marked_beside("bilingual/roles", english, german, "");
    assert_marked_beside("bilingual/wrong-sense", english, german, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(almost_all_are_not_all),       cmocka_unit_test(two_quantifiers_may_have_changed_words),
        cmocka_unit_test(a_share_is_told_in_many_ways), cmocka_unit_test(another_share_is_marked),
        cmocka_unit_test(who_does_something_to_whom),   cmocka_unit_test(who_hands_something_on),
        cmocka_unit_test(little_text_says_nothing),     cmocka_unit_test(long_passages_are_not_compared),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
