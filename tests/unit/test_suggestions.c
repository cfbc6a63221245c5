/* What checks suggest: a mark is of use when its correction is one. */
#include "real_data.h"

#include "input/input.h"

/* Where marked is not NULL, it is what the rule marks. */
static void expect_for(const char *text, const char *rule, const char *marked, const char *suggestion)
{
    struct rs_error error;
    struct document *doc = read_segment_text(SLICE("sentence"), slice_of(text), &error);
    struct issues issues = { .arena = &doc->arena };
    bool found = false;

    checks_run(&context, doc, &issues);
    for (size_t i = 0; i < issues.count; i++)
        if (slice_equal(issues.items[i].rule->id, slice_of(rule))) {
            assert_true(issues.items[i].suggestion_count > 0);
            assert_int_equal(issues.items[i].suggestions[0].len, strlen(suggestion));
            assert_memory_equal(issues.items[i].suggestions[0].at, suggestion, strlen(suggestion));
            if (marked != NULL)
                assert_true(slice_is(text_of(doc, issues.items[i].span), marked));
            found = true;
        }
    if (!found)
        fail_msg("%s does not mark: %s", rule, text);
    document_free(doc);
}

static void expect(const char *text, const char *rule, const char *suggestion)
{
    expect_for(text, rule, NULL, suggestion);
}

static void a_split_compound_is_joined_as_its_first_part_wants(void **state)
{
    (void)state;
    expect("Das Verkehr Ministerium prüft den Antrag.", "check/split-compound", "Verkehrsministerium");
    expect("Wir haben eine kabellose High-Speed Internetverbindung gebucht.", "check/split-compound",
           "High-Speed-Internetverbindung");
    expect("Das Land wurde von der COVID-19 Pandemie hart getroffen.", "check/split-compound", "COVID-19-Pandemie");
}

static void a_scale_is_spelled_out_in_the_number_of_its_figure(void **state)
{
    (void)state;
    expect("Der Konzern zahlte 3,5 m Dollar an die Stadt.", "check/abbreviated-scale", "3,5 Millionen");
    expect("Der Konzern zahlte 1 m Dollar an die Stadt.", "check/abbreviated-scale", "eine Million");
    expect("Der Konzern zahlte 1B Dollar an die Stadt.", "check/abbreviated-scale", "eine Milliarde");
    expect("Der Konzern zahlte 1K Dollar an die Stadt.", "check/abbreviated-scale", "1 Tausend");
}

static void a_name_stands_in_the_place_of_its_part_of_a_compound_or_of_all(void **state)
{
    (void)state;
    expect("Am Samstag verlor Chelsea in der Premier League gegen Kristallpalast.", "name/crystal-palace",
           "Crystal Palace");
    expect("Meta stellt neue Lama-Modelle vor, sagte Zuckerberg.", "name/llama", "Llama-Modelle");
}

static void a_noun_is_suggested_for_a_noun(void **state)
{
    struct rs_error error;
    struct document *doc = read_segment_text(SLICE("x"), SLICE("Die Hebamme reichte im Mai ihre Notiz ein."), &error);
    struct issues issues = { .arena = &doc->arena };

    (void)state;
    doc->segments[0].source = SLICE("The midwife handed in her notice in May.");
    checks_run(&context, doc, &issues);
    assert_int_equal(issues.count, 1);
    assert_int_equal(issues.items[0].suggestion_count, 2);
    assert_true(slice_is(issues.items[0].suggestions[0], "Kündigung"));
    assert_true(slice_is(issues.items[0].suggestions[1], "Kündigungsschreiben"));
    document_free(doc);
}

static void what_is_marked_can_be_replaced(void **state)
{
    (void)state;
    expect_for("Berater sitzen auf dem Soßenzug.", "idiom/a-gravy-train", "dem Soßenzug", "eine Goldgrube");
    expect_for("Der Gleichbruchpunkt liegt bei 40 Dollar je Fass.", "idiom/the-break-even-point",
               "Der Gleichbruchpunkt", "Die Gewinnschwelle");
    expect_for("Er ist aus Arbeit, seit das Werk schloss.", "calque/aus-arbeit", "ist aus Arbeit", "arbeitslos");
}

static void the_remark_that_tells_two_names_apart_is_not_suggested(void **state)
{
    (void)state;
    expect("Mitglieder der Freiheitsfraktion im Kongress lehnten ab.", "name/freedom-caucus-literal", "Freedom Caucus");
}

static void a_phrase_is_put_right_with_the_fewest_changes(void **state)
{
    (void)state;
    expect("Er sprach lange mit dem Student.", "check/agreement", "dem Studenten");
    expect("Am Abend sah er das komplette Truppe.", "check/agreement", "die komplette Truppe");
    expect("Die Lösung des Problem dauerte Jahre.", "check/agreement", "des Problems");
    expect("Eine Meisterwerk nannte er den Film.", "check/agreement", "Ein Meisterwerk");
    expect("Infolge der heutige starken Winde fiel der Unterricht aus.", "check/agreement",
           "der heutigen starken Winde");
    expect("Das Rathaus steht im Stadt.", "check/agreement", "in der Stadt");
    expect("In die vergangenen zehn Jahren ist viel geschehen.", "check/agreement", "die vergangenen zehn Jahre");
}

static void a_compound_changes_its_last_part_alone(void **state)
{
    (void)state;
    expect("Die Leute des Gesundheitsamt halfen.", "check/agreement", "des Gesundheitsamts");
}

static void a_phrase_in_the_wrong_case_keeps_its_number(void **state)
{
    (void)state;
    expect("Das Geld ist für den neuen Mitarbeitern.", "check/government", "für die neuen Mitarbeiter");
    expect("Während dem Spiel regnete es.", "check/government", "Während des Spiels");
    expect("Mit 30 Länder verhandelt die Regierung.", "check/government", "Mit 30 Ländern");
    expect("Das Dorf liegt in die Berge.", "check/government", "in den Bergen");
}

static void a_verb_is_put_into_the_number_of_its_subject(void **state)
{
    (void)state;
    expect("Die Kinder spielt im Garten.", "check/subject-verb", "Die Kinder spielen");
    expect("Die Männer, die gestern kam, sind weg.", "check/subject-verb", "die gestern kamen");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_split_compound_is_joined_as_its_first_part_wants),
        cmocka_unit_test(a_scale_is_spelled_out_in_the_number_of_its_figure),
        cmocka_unit_test(a_name_stands_in_the_place_of_its_part_of_a_compound_or_of_all),
        cmocka_unit_test(what_is_marked_can_be_replaced),
        cmocka_unit_test(a_noun_is_suggested_for_a_noun),
        cmocka_unit_test(the_remark_that_tells_two_names_apart_is_not_suggested),
        cmocka_unit_test(a_phrase_is_put_right_with_the_fewest_changes),
        cmocka_unit_test(a_compound_changes_its_last_part_alone),
        cmocka_unit_test(a_phrase_in_the_wrong_case_keeps_its_number),
        cmocka_unit_test(a_verb_is_put_into_the_number_of_its_subject),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
