/* Clauses without a finite verb, and adverbs that stand for a subordinator. */
#include <stdio.h>

#include "marked.h"

static void a_subordinate_clause_ends_without_its_auxiliary(void **state)
{
    (void)state;
    assert_marked("check/missing-verb", "Die Feuerwehr barg ein Boot, das im Hafen gesunken.", "gesunken|");
    assert_marked("check/missing-verb", "Es heißt, dass der Verein vor einem Jahr gegründet.", "gegründet|");
    assert_marked("check/missing-verb", "Weil sie auf dem Markt gesehen, wurde sie befragt.", "gesehen|");
    assert_marked("check/missing-verb", "Es heißt, dass der Verein vor einem Jahr gegründet wurde.", "");
}

static void some_clauses_stand_for_less(void **state)
{
    (void)state;
    assert_marked("check/missing-verb", "Mehr Busse als geplant.", "");
    assert_marked("check/missing-verb", "Wie vom Gericht angeordnet.", "");
    assert_marked("check/missing-verb", "Ob krank oder gesund.", "");
    assert_marked("check/missing-verb", "Die Frau, die ihn „gesehen“.", "");
}

static void a_main_clause_lacks_its_verb(void **state)
{
    (void)state;
    assert_marked("check/no-finite-verb", "Wir gestern Abend mit dem Bus nach Ulm gefahren.",
                  "Wir gestern Abend mit dem Bus nach Ulm gefahren|");
    assert_marked("check/no-finite-verb", "Der Minister am Montag in Berlin eingetroffen, weil das Wetter besser ist.",
                  "Der Minister am Montag in Berlin eingetroffen|");
    assert_marked("check/no-finite-verb", "Der am Montag in Berlin eingetroffene Minister sprach.", "");
    assert_marked("check/no-finite-verb", "Wer im Garten den ganzen Tag gespielt.", "");
}

static void headlines_and_quotations_may_lack_it(void **state)
{
    (void)state;
    assert_marked("check/no-finite-verb", "Brücke nach Unfall gesperrt", "");
    assert_marked("check/no-finite-verb", "Er am Abend nach Hause gefahren", "");
    assert_marked("check/no-finite-verb", "„Er am Abend nach Hause gefahren.“", "");
}

static void an_adverb_opens_no_subordinate_clause(void **state)
{
    (void)state;
    assert_marked("check/verb-not-second", "Es regnete, deshalb er den Schirm geholt hatte.",
                  "deshalb er den Schirm geholt hatte|");
    assert_marked("check/verb-not-second", "Es regnete, deshalb holte er den Schirm.", "");
}

static void text_without_clauses_has_none(void **state)
{
    (void)state;
    assert_marked("check/missing-verb", "", "");
    assert_marked("check/missing-verb", ".", "");
    assert_marked("check/missing-verb", ", , – … ! ?", "");
    assert_marked("check/no-finite-verb", "gegründet.", "");
    assert_marked("check/verb-not-second", "Es regnete, deshalb", "");
}

static void each_sentence_of_many_is_looked_at(void **state)
{
    enum { SENTENCES = 300 };
    static const char sentence[] = "Es heißt, dass der Verein vor einem Jahr gegründet wurde. ";
    char text[SENTENCES * sizeof sentence + 100] = "";
    size_t length = 0;

    (void)state;
    for (size_t i = 0; i < SENTENCES; i++, length += sizeof sentence - 1)
        memcpy(text + length, sentence, sizeof sentence);
    snprintf(text + length, sizeof text - length, "Es heißt, dass der Klub vor einem Jahr gegründet.");
    assert_marked("check/missing-verb", text, "gegründet|");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_subordinate_clause_ends_without_its_auxiliary),
        cmocka_unit_test(some_clauses_stand_for_less),
        cmocka_unit_test(a_main_clause_lacks_its_verb),
        cmocka_unit_test(headlines_and_quotations_may_lack_it),
        cmocka_unit_test(an_adverb_opens_no_subordinate_clause),
        cmocka_unit_test(text_without_clauses_has_none),
        cmocka_unit_test(each_sentence_of_many_is_looked_at),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
