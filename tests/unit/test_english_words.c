/* Single English words and phrases: by the place they stand in. */
#include "marked.h"

static void a_noun_of_the_news_stands_where_a_noun_does(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "Die Polizei nahm den Suspect fest.", "Suspect|");
    assert_marked("check/untranslated", "Der Markt verlor durch Shoplifting viel Geld.", "Shoplifting|");
    assert_marked("check/untranslated", "Der Film Suspect läuft heute.", "");
}

static void an_adjective_stands_between_article_and_noun(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "Das war ein major Schlag.", "major|");
}

static void an_english_verb_takes_german_endings(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "Der Konzern announcte den Rückzug.", "announcte|");
    assert_marked("check/untranslated", "Das Bild wurde oft geliked.", "");
}

static void an_english_first_part_has_a_german_head(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "Er fehlt wegen einer Hamstring-Verletzung.", "Hamstring-Verletzung|");
    assert_marked("check/untranslated", "Die Smallpox-Epidemie endete 1978.", "Smallpox-Epidemie|");
    assert_marked("check/untranslated", "Die Apple-Aktie stieg.", "");
}

static void a_phrase_of_the_table_is_no_part_of_a_name(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "Die Death Toll stieg auf 40.", "Death Toll|");
}

static void quoted_and_lone_words_are_left_alone(void **state)
{
    static const char *const texts[] = { "", ".", "-", "Suspect", "„Suspect“", "a-", "-a", "Death", "SUSPECT" };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_marked("check/untranslated", texts[i], "");
    assert_marked("check/untranslated", "Die Polizei nahm den „Suspect“ fest.", "");
}

static void a_headline_is_looked_at_like_a_sentence(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "Polizei fasst den Suspect", "Suspect|");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_noun_of_the_news_stands_where_a_noun_does),
        cmocka_unit_test(an_adjective_stands_between_article_and_noun),
        cmocka_unit_test(an_english_verb_takes_german_endings),
        cmocka_unit_test(an_english_first_part_has_a_german_head),
        cmocka_unit_test(a_phrase_of_the_table_is_no_part_of_a_name),
        cmocka_unit_test(quoted_and_lone_words_are_left_alone),
        cmocka_unit_test(a_headline_is_looked_at_like_a_sentence),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
