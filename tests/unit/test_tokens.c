#include "divided.h"

#include <stdlib.h>

static void hyphenated_compound_is_one_token(void **state)
{
    (void)state;
    assert_tokens("Open-Source-Lama-Modelle der US-Regierung", "Open-Source-Lama-Modelle|der|US-Regierung");
    assert_tokens("ein 20-Jahre-alter Mann", "ein|20-Jahre-alter|Mann");
    assert_tokens("SS19-Kollektion, 7,5-prozentige", "SS19-Kollektion|,|7,5-prozentige");
    assert_tokens("Start‑up", "Start‑up"); /* U+2011 */
}

static void apostrophe_stays_inside_the_word(void **state)
{
    (void)state;
    assert_tokens("geht’s Peter's D’Angelo", "geht’s|Peter's|D’Angelo");
    assert_tokens("Hans’ Auto und Peters' Haus", "Hans’|Auto|und|Peters'|Haus");
    assert_tokens("’s war 'ne Frau", "’s|war|'ne|Frau");
}

static void apostrophe_closes_an_open_single_quotation(void **state)
{
    (void)state;
    assert_tokens("‘Yes’ und 'Nein' und ‚Ja‘", "‘|Yes|’|und|'|Nein|'|und|‚|Ja|‘");
}

static void thousands_decimals_and_times_are_one_number(void **state)
{
    (void)state;
    assert_tokens("5.000 48,4 14:30 110:98 1.234.567,89 1’000", "5.000|48,4|14:30|110:98|1.234.567,89|1’000");
    assert_tokens("10\u00a0000 Euro, 10\u202f000", "10\u00a0000|Euro|,|10\u202f000");
    assert_tokens("01.02.2024, 2019-2020", "01.02.2024|,|2019-2020");
}

static void punctuation_behind_a_number_is_not_part_of_it(void **state)
{
    (void)state;
    assert_tokens("2019, 5, 14: 30", "2019|,|5|,|14|:|30");
    assert_tokens("2019–2020", "2019|–|2020");
}

static void decade_is_a_number_and_compound_with_digits_a_word(void **state)
{
    struct document *doc = divided("1990er 1990er-Jahre 3,5-mal 5G 48");
    (void)state;

    assert_int_equal(token_named(doc, "1990er")->kind, TOKEN_NUMBER);
    assert_int_equal(token_named(doc, "1990er-Jahre")->kind, TOKEN_WORD);
    assert_int_equal(token_named(doc, "3,5-mal")->kind, TOKEN_WORD);
    assert_int_equal(token_named(doc, "5G")->kind, TOKEN_WORD);
    assert_int_equal(token_named(doc, "48")->kind, TOKEN_NUMBER);
    document_free(doc);
}

static void suspended_hyphen_belongs_to_the_word(void **state)
{
    (void)state;
    assert_tokens("Ein- und Ausgabe", "Ein-|und|Ausgabe");
    assert_tokens("Vor-, Haupt- und Nachspeise", "Vor-|,|Haupt-|und|Nachspeise");
    assert_tokens("Warenein- und -ausgang", "Warenein-|und|-ausgang");
}

static void double_hyphen_is_a_dash(void **state)
{
    (void)state;
    assert_tokens("Er kam--und ging -- weg - ja", "Er|kam|--|und|ging|--|weg|-|ja");
}

static void soft_hyphen_and_zero_width_space_stay_inside(void **state)
{
    (void)state;
    assert_tokens("Wort\u00adteil und Zwi\u200bschen", "Wort\u00adteil|und|Zwi\u200bschen");
    assert_tokens("Wort\u00ad und\u200b, \ufeffda", "Wort|und|,|da");
}

static void ellipsis_is_one_token(void **state)
{
    (void)state;
    assert_tokens("Na ja… gut... na .... so", "Na|ja|…|gut|...|na|....|so");
}

static void other_marks_stand_alone(void **state)
{
    (void)state;
    assert_tokens("Was?! (Ja.)", "Was|?|!|(|Ja|.|)");
}

static void addresses_are_kept_whole(void **state)
{
    (void)state;
    assert_tokens("Siehe https://www.example.com/a_(b)?c=1,2.", "Siehe|https://www.example.com/a_(b)?c=1,2|.");
    assert_tokens("(www.example.de)", "(|www.example.de|)");
    assert_tokens("max.muster@example.co.uk, @elon #MeToo", "max.muster@example.co.uk|,|@elon|#MeToo");
    assert_tokens("Amazon.de und bericht.pdf", "Amazon.de|und|bericht.pdf");
    assert_tokens("„https://a.org/b“", "„|https://a.org/b|“");
}

static void address_has_its_kind(void **state)
{
    struct document *doc = divided("www.example.de @elon 5 % #1");
    (void)state;

    assert_int_equal(token_named(doc, "www.example.de")->kind, TOKEN_ADDRESS);
    assert_int_equal(token_named(doc, "@elon")->kind, TOKEN_ADDRESS);
    assert_int_equal(token_named(doc, "%")->kind, TOKEN_SYMBOL);
    assert_int_equal(token_named(doc, "#")->kind, TOKEN_SYMBOL);
    document_free(doc);
}

static void address_in_a_compound_ends_at_the_hyphen(void **state)
{
    (void)state;
    assert_tokens("der Booking.com-Chef", "der|Booking.com|-Chef");
}

static void missing_space_after_a_full_stop_is_no_address(void **state)
{
    (void)state;
    assert_tokens("Das Ende.Der Anfang", "Das|Ende|.|Der|Anfang");
    assert_tokens("so gut.am Montag", "so|gut|.|am|Montag");
}

static void currency_and_emoji_are_symbols(void **state)
{
    struct document *doc = divided("5 € und $5 👍🏽");
    (void)state;

    assert_int_equal(token_named(doc, "€")->kind, TOKEN_SYMBOL);
    assert_int_equal(token_named(doc, "$")->kind, TOKEN_SYMBOL);
    assert_int_equal(token_named(doc, "👍🏽")->kind, TOKEN_SYMBOL);
    document_free(doc);
}

static void company_names_with_signs_are_one_word(void **state)
{
    (void)state;
    assert_tokens("AT&T, E.ON und Disney+ in C++", "AT&T|,|E.ON|und|Disney+|in|C++");
    assert_tokens("Müller & Co", "Müller|&|Co");
    assert_tokens("GPT-3.5-Turbo", "GPT-3.5-Turbo");
}

static void gender_sign_stays_inside_the_word(void **state)
{
    (void)state;
    assert_tokens("Lehrer:innen, Schüler*innen, Leser_innen", "Lehrer:innen|,|Schüler*innen|,|Leser_innen");
    assert_tokens("Er sagte:das", "Er|sagte|:|das");
}

static void abbreviation_keeps_its_stop(void **state)
{
    struct document *doc = divided("5 Mrd. Euro, z. B. hier");
    (void)state;

    assert_true(has_flag(doc, "Mrd.", TOKEN_ABBREVIATION));
    assert_true(has_flag(doc, "z.", TOKEN_ABBREVIATION));
    assert_true(has_flag(doc, "B.", TOKEN_ABBREVIATION));
    document_free(doc);
}

static void abbreviation_inside_a_compound_keeps_its_stop(void **state)
{
    (void)state;
    assert_tokens("der Dipl.-Ing. und die 5-Mio.-Klage", "der|Dipl.|-Ing.|und|die|5-Mio.|-Klage");
    assert_tokens("die U.S. Army und U.S.-Bürger", "die|U.S.|Army|und|U.S.-Bürger");
}

static void ordinal_keeps_its_stop(void **state)
{
    struct document *doc = divided("am 3. Mai und unter Ludwig XIV. von 1990");
    (void)state;

    assert_true(has_flag(doc, "3.", TOKEN_ORDINAL));
    assert_int_equal(token_named(doc, "3.")->kind, TOKEN_NUMBER);
    assert_true(has_flag(doc, "XIV.", TOKEN_ORDINAL));
    assert_false(has_flag(doc, "1990", TOKEN_ORDINAL));
    document_free(doc);
}

static void capitals_are_flagged(void **state)
{
    struct document *doc = divided("die EU und OpenAI im iPhone Über ärger A 20-Jahre-alt US-Wahl");
    (void)state;

    assert_true(has_flag(doc, "EU", TOKEN_ALL_CAPS));
    assert_true(has_flag(doc, "EU", TOKEN_CAPITAL));
    assert_false(has_flag(doc, "A", TOKEN_ALL_CAPS));
    assert_true(has_flag(doc, "OpenAI", TOKEN_INNER_CAPITAL));
    assert_true(has_flag(doc, "iPhone", TOKEN_INNER_CAPITAL));
    assert_false(has_flag(doc, "iPhone", TOKEN_CAPITAL));
    assert_true(has_flag(doc, "Über", TOKEN_CAPITAL));
    assert_false(has_flag(doc, "ärger", TOKEN_CAPITAL));
    assert_true(has_flag(doc, "20-Jahre-alt", TOKEN_CAPITAL));
    assert_false(has_flag(doc, "US-Wahl", TOKEN_INNER_CAPITAL));
    document_free(doc);
}

static void signs_inside_a_word_are_flagged(void **state)
{
    struct document *doc = divided("US-Wahl Ein- geht’s GPT-4 Wort");
    (void)state;

    assert_true(has_flag(doc, "US-Wahl", TOKEN_HYPHEN));
    assert_false(has_flag(doc, "Ein-", TOKEN_HYPHEN));
    assert_true(has_flag(doc, "geht’s", TOKEN_APOSTROPHE));
    assert_true(has_flag(doc, "GPT-4", TOKEN_DIGIT));
    assert_false(has_flag(doc, "Wort", TOKEN_DIGIT | TOKEN_HYPHEN | TOKEN_APOSTROPHE));
    document_free(doc);
}

static void space_before_is_flagged(void **state)
{
    struct document *doc = divided("(Wort , da\nneu)");
    (void)state;

    assert_true(has_flag(doc, "(", TOKEN_SPACE_BEFORE));
    assert_false(has_flag(doc, "Wort", TOKEN_SPACE_BEFORE));
    assert_true(has_flag(doc, ",", TOKEN_SPACE_BEFORE));
    assert_true(has_flag(doc, "neu", TOKEN_SPACE_BEFORE));
    document_free(doc);
}

static void quotations_of_all_kinds_are_flagged(void **state)
{
    static const char *const texts[] = { "a „b c“ d", "a ‚b c‘ d", "a «b c» d", "a »b c« d", "a ›b c‹ d", "a \"b c\" d",
                                         "a “b c” d", "a “b c“ d", "a ‘b c’ d", "a 'b c' d", "a „b c\" d" };
    (void)state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct document *doc = divided(texts[i]);

        assert_int_equal(doc->token_count, 6);
        assert_false(has_flag(doc, "a", TOKEN_QUOTED));
        assert_true((doc->tokens[1].flags & TOKEN_OPENING) != 0);
        assert_true(has_flag(doc, "b", TOKEN_QUOTED));
        assert_true(has_flag(doc, "c", TOKEN_QUOTED));
        assert_true((doc->tokens[4].flags & TOKEN_CLOSING) != 0);
        assert_false(has_flag(doc, "d", TOKEN_QUOTED));
        document_free(doc);
    }
}

static void apostrophe_is_no_quotation(void **state)
{
    struct document *doc = divided("Hans’ Auto war's, sagt’ er");
    (void)state;

    for (size_t i = 0; i < doc->token_count; i++)
        assert_int_equal(doc->tokens[i].flags & (TOKEN_QUOTED | TOKEN_OPENING | TOKEN_CLOSING), 0);
    document_free(doc);
}

static void nested_quotation_ends_inside_the_outer_one(void **state)
{
    struct document *doc = divided("„a ‚b‘ c“ d");
    (void)state;

    assert_true(has_flag(doc, "b", TOKEN_QUOTED));
    assert_true(has_flag(doc, "c", TOKEN_QUOTED));
    assert_false(has_flag(doc, "d", TOKEN_QUOTED));
    document_free(doc);
}

static void open_quotation_ends_with_the_paragraph(void **state)
{
    struct document *doc = divided("er: „Na so.\nc d");
    (void)state;

    assert_true(has_flag(doc, "so", TOKEN_QUOTED));
    assert_false(has_flag(doc, "c", TOKEN_QUOTED));
    document_free(doc);
}

static void inch_mark_is_no_quotation(void **state)
{
    struct document *doc = divided("ein 55\" Fernseher und mehr");
    (void)state;

    assert_false(has_flag(doc, "Fernseher", TOKEN_QUOTED));
    document_free(doc);
}

static void words_and_numbers_are_counted(void **state)
{
    struct document *doc = divided("Der Umsatz: 48,4 Mrd. USD (2024), www.example.de!");
    (void)state;

    assert_int_equal(doc->word_count, 6);
    document_free(doc);
}

static void endless_word_is_cut(void **state)
{
    char *text = malloc(100001);
    struct document *doc;
    (void)state;

    assert_non_null(text);
    memset(text, 'a', 100000);
    text[100000] = '\0';
    doc = divided(text);
    assert_in_range(doc->token_count, 100000 / MAX_TOKEN_BYTES, 100000 / MAX_TOKEN_BYTES + 2);
    assert_int_equal(doc->sentence_count, 1);
    document_free(doc);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hyphenated_compound_is_one_token),
        cmocka_unit_test(apostrophe_stays_inside_the_word),
        cmocka_unit_test(apostrophe_closes_an_open_single_quotation),
        cmocka_unit_test(thousands_decimals_and_times_are_one_number),
        cmocka_unit_test(punctuation_behind_a_number_is_not_part_of_it),
        cmocka_unit_test(decade_is_a_number_and_compound_with_digits_a_word),
        cmocka_unit_test(suspended_hyphen_belongs_to_the_word),
        cmocka_unit_test(double_hyphen_is_a_dash),
        cmocka_unit_test(soft_hyphen_and_zero_width_space_stay_inside),
        cmocka_unit_test(ellipsis_is_one_token),
        cmocka_unit_test(other_marks_stand_alone),
        cmocka_unit_test(addresses_are_kept_whole),
        cmocka_unit_test(address_has_its_kind),
        cmocka_unit_test(address_in_a_compound_ends_at_the_hyphen),
        cmocka_unit_test(missing_space_after_a_full_stop_is_no_address),
        cmocka_unit_test(currency_and_emoji_are_symbols),
        cmocka_unit_test(company_names_with_signs_are_one_word),
        cmocka_unit_test(gender_sign_stays_inside_the_word),
        cmocka_unit_test(abbreviation_keeps_its_stop),
        cmocka_unit_test(abbreviation_inside_a_compound_keeps_its_stop),
        cmocka_unit_test(ordinal_keeps_its_stop),
        cmocka_unit_test(capitals_are_flagged),
        cmocka_unit_test(signs_inside_a_word_are_flagged),
        cmocka_unit_test(space_before_is_flagged),
        cmocka_unit_test(quotations_of_all_kinds_are_flagged),
        cmocka_unit_test(apostrophe_is_no_quotation),
        cmocka_unit_test(nested_quotation_ends_inside_the_outer_one),
        cmocka_unit_test(open_quotation_ends_with_the_paragraph),
        cmocka_unit_test(inch_mark_is_no_quotation),
        cmocka_unit_test(words_and_numbers_are_counted),
        cmocka_unit_test(endless_word_is_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
