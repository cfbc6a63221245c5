/* Runs of English in the German: by their length, their company, and who says them. */
#include "marked.h"

static void a_run_of_english_is_one_mark(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "Das Gericht entschied, that the law was verfassungswidrig.", "that the law|");
}

static void a_word_of_english_between_german_is_marked(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "Der Sturm verursachte widespread Schäden.", "widespread|");
    assert_marked("check/untranslated", "Landwirte blockierten Straßen and Brücken.", "and|");
}

static void small_letters_tell_english_from_a_noun_like_it(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "Der Wirt will to die Preise senken.", "to|");
    assert_marked("check/untranslated", "Der Kurs sank after die Warnung.", "after|");
    assert_marked("check/untranslated", "Der Wirt wird die court Kosten tragen.", "court|");
    assert_marked("check/untranslated", "Der Wirt braucht eine bank im Garten.", ""); /* lacks its capital */
}

static void names_are_none(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "Die Bank of England erhöhte den Zins.", "");
    assert_marked("check/untranslated", "Er arbeitet bei Investment and Evaluation.", "");
}

static void a_quotation_counts_when_someone_says_it(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "„We are very proud of this team“, sagte der Trainer.",
                  "We are very proud of this|");
    assert_marked("check/untranslated", "Das Lied „We are very proud of this team“ lief im Radio.", "");
}

static void expressions_that_german_took_over_stay(void **state)
{
    (void)state;
    assert_marked("check/untranslated", "Die Karte ist nicht up to date.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_of_english_is_one_mark),
        cmocka_unit_test(a_word_of_english_between_german_is_marked),
        cmocka_unit_test(small_letters_tell_english_from_a_noun_like_it),
        cmocka_unit_test(names_are_none),
        cmocka_unit_test(a_quotation_counts_when_someone_says_it),
        cmocka_unit_test(expressions_that_german_took_over_stay),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
