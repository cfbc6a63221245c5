/* Verbs at the end of a clause that form no chain. */
#include "marked.h"

static void worden_and_werden_follow_a_participle(void **state)
{
    (void)state;
    assert_marked("check/infinitive-for-participle", "Das Haus ist im Mai räumt worden.", "räumt worden|");
    assert_marked("check/infinitive-for-participle", "Das Haus ist im Mai geräumt worden.", "");
    assert_marked("check/infinitive-for-participle", "Die Straße soll für den Verkehr freigeben werden.",
                  "freigeben werden|");
    assert_marked("check/infinitive-for-participle", "Die Straße soll für den Verkehr freigegeben werden.", "");
}

static void zu_haben_follows_a_participle(void **state)
{
    (void)state;
    assert_marked("check/infinitive-for-participle", "Sie ging, ohne den Vertrag unterschreiben zu haben.",
                  "unterschreiben zu haben|");
    assert_marked("check/infinitive-for-participle", "Sie ging, ohne den Vertrag unterschrieben zu haben.", "");
    assert_marked("check/infinitive-for-participle", "Er behauptet, ihn kommen sehen zu haben.", "");
}

static void the_modal_verb_comes_last(void **state)
{
    (void)state;
    assert_marked("check/verb-not-second", "Der Park wird noch zwei Jahre müssen gepflegt werden.",
                  "müssen gepflegt werden|");
    assert_marked("check/verb-not-second", "Der Park wird noch zwei Jahre gepflegt werden müssen.", "");
    assert_marked("check/infinitive-for-participle", "Sie konnten sich auf keinen Kompromiss einigen gekonnt.",
                  "einigen gekonnt|");
}

static void lassen_follows_no_zu(void **state)
{
    (void)state;
    assert_marked("check/zu-behind-modal", "Die Firma will die Anlage weiterzulaufen lassen.", "weiterzulaufen|");
    assert_marked("check/zu-behind-modal", "Er bat darum, ihn gehen zu lassen.", "");
}

static void zu_at_the_end_lacks_its_infinitive(void **state)
{
    (void)state;
    assert_marked("check/breaks-off", "Die Beamten durften die Wohnung nicht durchsuchen zu.", "zu.|");
    assert_marked("check/breaks-off", "Sie hörte ihm lange zu.", "");
    assert_marked("check/breaks-off", "Er stimmte dem Plan zu.", "");
}

static void a_word_alone_is_no_chain(void **state)
{
    static const char *const words[] = { "", "worden", "werden.", "zu", "zu.", "haben", "lassen!", "gekonnt.", "- zu" };

    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_marked("check/infinitive-for-participle", words[i], "");
        assert_marked("check/breaks-off", words[i], "");
        assert_marked("check/zu-behind-modal", words[i], "");
    }
}

static void a_quotation_is_left_alone(void **state)
{
    (void)state;
    assert_marked("check/infinitive-for-participle", "Sie sagte: „Das Haus ist räumt worden.“", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(worden_and_werden_follow_a_participle),
        cmocka_unit_test(zu_haben_follows_a_participle),
        cmocka_unit_test(the_modal_verb_comes_last),
        cmocka_unit_test(lassen_follows_no_zu),
        cmocka_unit_test(zu_at_the_end_lacks_its_infinitive),
        cmocka_unit_test(a_word_alone_is_no_chain),
        cmocka_unit_test(a_quotation_is_left_alone),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
