/* Verbs of a clause with what stands beside them: their place, their tense, the case of what they govern. */
#include <stdio.h>

#include "marked.h"

static void a_subordinate_clause_of_several_ends_in_its_auxiliary(void **state)
{
    (void)state;
    assert_marked("check/verb-not-last", "Es heißt, dass die Eltern haben das Kind in der Schule angemeldet.",
                  "die Eltern haben das|");
    assert_marked("check/verb-not-last", "Es heißt, dass die Wirte haben zu spät auf den Brand reagiert.",
                  "die Wirte haben zu|");
    assert_marked("check/verb-not-last", "Es zeigt, was die Kinder haben, wenn der Vater reagiert.", "");
    assert_marked("check/verb-not-last", "Er sagt, dass die Wirte haben zahlen müssen.", "");
}

static void a_participle_with_sein_stands_behind_the_time(void **state)
{
    (void)state;
    assert_marked("check/early-participle", "Der Chor ist gereist am Dienstag nach Ulm, um dort zu singen.",
                  "ist gereist|");
    assert_marked("check/early-participle", "Der Maler ist gestorben in der Nacht zum Sonntag in Ulm.",
                  "ist gestorben|");
    assert_marked("check/early-participle", "Der Chor ist am Dienstag nach Ulm gereist, um dort zu singen.", "");
    assert_marked("check/early-participle", "Die Läden sind geöffnet am Samstag von acht bis 18 Uhr.", "");
}

static void an_infinitive_before_und_is_no_participle(void **state)
{
    (void)state;
    assert_marked("check/infinitive-for-participle",
                  "Die Mühle wurde 1998 von zwei Brüdern gründen und später verkauft.",
                  "wurde 1998 von zwei Brüdern gründen|");
    assert_marked("check/infinitive-for-participle", "Die Mühle wurde von Kindern zum Spielen und Toben benutzt.", "");
    assert_marked("check/infinitive-for-participle", "Die Mühle wurde 1998 gebaut und später verkauft.", "");
}

static void und_between_nouns_ends_no_reach_of_a_modal_verb(void **state)
{
    (void)state;
    assert_marked("check/zu-behind-modal", "Der Wirt muss die Kosten für Küche und Keller bis Mai zu halbieren.",
                  "zu halbieren|");
    assert_marked("check/zu-behind-modal", "Der Wirt will Gäste und Nachbarn ermuntern zu sparen.", "");
}

static void what_remains_is_a_nominative(void **state)
{
    (void)state;
    assert_marked("check/government", "Trotz der Dürre bleibt das Land den größten Exporteur von Kakao.",
                  "den größten Exporteur|");
    assert_marked("check/government", "Der Wirt bleibt den Beweis schuldig.", "");
    assert_marked("check/government", "Der Wirt blieb den ganzen Abend im Saal.", "");
}

static void a_genitive_verb_behind_its_subject(void **state)
{
    (void)state;
    assert_marked("check/government", "Der Umbau bedarf noch die Zustimmung der Stadt.", "die Zustimmung|");
    assert_marked("check/government", "Der Umbau bedarf noch der Zustimmung der Stadt.", "");
    assert_marked("check/government", "Einer Genehmigung bedarf die Feier nicht.", "");
}

static void a_dative_verb_beside_two_nominatives(void **state)
{
    (void)state;
    assert_marked("check/government", "Freiwillige aus der Region halfen die Opfer der Flut beim Aufräumen.",
                  "die Opfer|");
    assert_marked("check/government", "Gestern halfen die Nachbarn der Familie beim Umzug.", "");
    assert_marked("check/government", "Der Verein, der die Fans treu folgen, steigt auf.", "der|");
    assert_marked("check/government", "Die Kandidatin, der die Wähler vertrauen, liegt vorn.", "");
    assert_marked("check/government", "Die Familie des Toten wirft die Klinik schwere Fehler vor.", "die Klinik|");
    assert_marked("check/government", "Der Wirt verkaufte eine Tüte geröstete Mandeln.", "");
}

static void a_verb_that_never_lacks_its_object(void **state)
{
    (void)state;
    assert_marked("check/missing-object", "Die Wirtin wies am Montag entschieden zurück und ging.",
                  "wies am Montag entschieden zurück|");
    assert_marked("check/missing-object", "Das wies die Wirtin am Montag entschieden zurück und ging.", "");
    assert_marked("check/missing-object", "Der Anwalt legte vor Gericht Akten vor.", "");
    assert_marked("check/missing-object", "Der Senat lehnte am Mittwoch mit großer Mehrheit ab.", "");
}

static void appositions_of_places_and_superlatives(void **state)
{
    (void)state;
    assert_marked("check/apposition-case", "Sie trafen sich in Wien, die Hauptstadt Österreichs, zu Gesprächen.",
                  "die Hauptstadt|");
    assert_marked("check/apposition-case", "Sie trafen sich in Wien, der Hauptstadt Österreichs, zu Gesprächen.", "");
    assert_marked("check/apposition-case", "Kiel liegt in Trümmern, die Hauptstadt des Landes in Schutt.", "");
    assert_marked("check/apposition-case", "Das ist gut für den Konzern, der größte Arbeitgeber der Region.",
                  "der größte Arbeitgeber|");
    assert_marked("check/apposition-case", "Der Streit mit dem Nachbarn, der größte seit Jahren, dauert an.", "");
}

static void what_was_said_lacks_its_auxiliary(void **state)
{
    (void)state;
    assert_marked("check/missing-verb", "Der Wirt sagte, die Gespräche mit der Bank noch nicht abgeschlossen.",
                  "abgeschlossen|");
    assert_marked("check/missing-verb", "Der Wirt erklärte, die Hände noch nicht gewaschen.", "");
    assert_marked("check/missing-verb", "Sie meinte, den Mann bereits gekannt zu haben.", "");
}

static void adverbs_in_a_row_before_the_verb(void **state)
{
    (void)state;
    assert_marked("check/verb-not-second", "Die Polizei zunächst nicht bestätigte Berichte über einen Brand.",
                  "zunächst nicht bestätigte|");
    assert_marked("check/verb-not-second", "Die Firma zunächst äußerte sich nicht zu den Vorwürfen.",
                  "zunächst äußerte|");
    assert_marked("check/verb-not-second", "Die zunächst nicht bestätigte Nachricht stellte sich als falsch heraus.",
                  "");
}

static void commas_around_what_opens_and_closes(void **state)
{
    (void)state;
    assert_marked("check/needless-comma", "Zwei Tage nach der Wahl, bestätigte der Rat den Sieg.", ",|");
    assert_marked("check/needless-comma", "Zwei Tage nach der Wahl, sagte er, sei alles klar gewesen.", "");
    assert_marked("check/comma-before-clause", "Das Fest fand wie geplant statt obwohl der Wirt krank war.",
                  "statt obwohl|");
    assert_marked("check/comma-before-clause", "Die Gäste fanden statt eines Hotels nur eine Wiese.", "");
}

static void all_and_both_are_several(void **state)
{
    (void)state;
    assert_marked("check/agreement", "Alle am Bau beteiligte Firmen müssen Pläne vorlegen.",
                  "Alle am Bau beteiligte Firmen|");
    assert_marked("check/agreement", "Alle am Bau beteiligten Firmen müssen Pläne vorlegen.", "");
    assert_marked("check/agreement", "Alle am Tisch forderten höhere Löhne und bessere Zeiten.", "");
}

static void text_without_clauses_has_none(void **state)
{
    (void)state;
    assert_marked("check/missing-verb", "sagte, die", "");
    assert_marked("check/government", "bleibt bedarf.", "");
    assert_marked("check/needless-comma", "Zwei Tage nach,", "");
    assert_marked("check/apposition-case", "in Wien, die", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_subordinate_clause_of_several_ends_in_its_auxiliary),
        cmocka_unit_test(a_participle_with_sein_stands_behind_the_time),
        cmocka_unit_test(an_infinitive_before_und_is_no_participle),
        cmocka_unit_test(und_between_nouns_ends_no_reach_of_a_modal_verb),
        cmocka_unit_test(what_remains_is_a_nominative),
        cmocka_unit_test(a_genitive_verb_behind_its_subject),
        cmocka_unit_test(a_dative_verb_beside_two_nominatives),
        cmocka_unit_test(a_verb_that_never_lacks_its_object),
        cmocka_unit_test(appositions_of_places_and_superlatives),
        cmocka_unit_test(what_was_said_lacks_its_auxiliary),
        cmocka_unit_test(adverbs_in_a_row_before_the_verb),
        cmocka_unit_test(commas_around_what_opens_and_closes),
        cmocka_unit_test(all_and_both_are_several),
        cmocka_unit_test(text_without_clauses_has_none),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
