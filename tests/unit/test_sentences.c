#include <stdlib.h>

#include "divided.h"

static void full_stop_before_a_capital_ends_a_sentence(void **state)
{
    (void)state;
    assert_sentences("Er kam. Sie ging! Warum? Niemand weiß es.", "Er kam.|Sie ging!|Warum?|Niemand weiß es.");
}

static void ordinal_before_month_does_not_end_sentence(void **state)
{
    (void)state;
    assert_sentences("Er kommt am 3. Mai. Danach nicht.", "Er kommt am 3. Mai.|Danach nicht.");
    assert_sentences("Im 19. Jahrhundert war es der 1. FC Köln.", "Im 19. Jahrhundert war es der 1. FC Köln.");
    assert_sentences("Vom 1. bis 3. Mai, am 3. 5. 2020 in Rom.", "Vom 1. bis 3. Mai, am 3. 5. 2020 in Rom.");
}

static void number_before_a_sentence_starter_ends_sentence(void **state)
{
    (void)state;
    assert_sentences("Er wurde 35. Danach ging er.", "Er wurde 35.|Danach ging er.");
    assert_sentences("Das war 1990. Müller ging.", "Das war 1990.|Müller ging.");
    assert_sentences("Es kostet 48,4. Müller zahlt.", "Es kostet 48,4.|Müller zahlt.");
}

static void ruler_with_roman_number_does_not_end_sentence(void **state)
{
    (void)state;
    assert_sentences("Ludwig XIV. war König.", "Ludwig XIV. war König.");
    assert_sentences("Das sagte Benedikt XVI. Am Montag kam er.", "Das sagte Benedikt XVI.|Am Montag kam er.");
    assert_sentences("Er kaufte eine CD. Müller auch.", "Er kaufte eine CD.|Müller auch.");
}

static void spaced_abbreviation_does_not_end_sentence(void **state)
{
    (void)state;
    assert_sentences("Das gilt z. B. Deutschland, d. h. Europa.", "Das gilt z. B. Deutschland, d. h. Europa.");
    assert_sentences("Es war z. B. Der Spiegel.", "Es war z. B. Der Spiegel.");
    assert_sentences("Das gilt z.B. hier.", "Das gilt z.B. hier.");
}

static void unit_abbreviation_before_a_currency_does_not_end_sentence(void **state)
{
    (void)state;
    assert_sentences("Es sind 20,8 Mrd. USD und 5 Mio. Euro.", "Es sind 20,8 Mrd. USD und 5 Mio. Euro.");
}

static void unit_abbreviation_before_a_sentence_starter_ends_sentence(void **state)
{
    (void)state;
    assert_sentences("Es sind 20 Mrd. Der Umsatz fiel.", "Es sind 20 Mrd.|Der Umsatz fiel.");
    assert_sentences("Brot usw. „Das ist gut.“", "Brot usw.|„Das ist gut.“");
}

static void unit_abbreviation_at_the_end_ends_the_paragraph(void **state)
{
    (void)state;
    assert_sentences("Es sind 20 Mrd.\nmehr nicht", "Es sind 20 Mrd.|mehr nicht");
}

static void initials_do_not_end_sentence(void **state)
{
    (void)state;
    assert_sentences("Das schrieb J. K. Rowling über John F. Kennedy.",
                     "Das schrieb J. K. Rowling über John F. Kennedy.");
    assert_sentences("Das ist Plan B. Danach kommt nichts.", "Das ist Plan B.|Danach kommt nichts.");
    assert_tokens("Das ist Plan B.", "Das|ist|Plan|B|.");
}

static void title_does_not_end_sentence(void **state)
{
    (void)state;
    assert_sentences("Dr. Müller traf Mr. Smith in St. Louis.", "Dr. Müller traf Mr. Smith in St. Louis.");
}

static void decimal_number_does_not_end_sentence(void **state)
{
    (void)state;
    assert_sentences("Um 14.30 Uhr kamen 5.000 Menschen.", "Um 14.30 Uhr kamen 5.000 Menschen.");
    assert_sentences("Er nahm die .45 Colt mit.", "Er nahm die .45 Colt mit.");
}

static void speech_before_a_said_verb_does_not_end_sentence(void **state)
{
    (void)state;
    assert_sentences("„Ich komme.“ sagte er.", "„Ich komme.“ sagte er.");
    assert_sentences("„Kommst du?“, fragte sie.", "„Kommst du?“, fragte sie.");
    assert_sentences("„Hilfe!“ rief er.", "„Hilfe!“ rief er.");
}

static void closing_mark_belongs_to_the_sentence_before_it(void **state)
{
    (void)state;
    assert_sentences("Er sagte: „Gut. Sehr gut.“ Dann ging er.", "Er sagte: „Gut.|Sehr gut.“|Dann ging er.");
    assert_sentences("„Ja!“ Er ging. (Sie nicht.) Es regnet.", "„Ja!“|Er ging.|(Sie nicht.)|Es regnet.");
    assert_sentences("\"Gut.\" \"Nein.\"", "\"Gut.\"|\"Nein.\"");
}

static void opening_mark_belongs_to_the_sentence_after_it(void **state)
{
    (void)state;
    assert_sentences("Er ging. „Gut“, sagte sie.", "Er ging.|„Gut“, sagte sie.");
}

static void question_mark_inside_a_name_does_not_end_sentence(void **state)
{
    (void)state;
    assert_sentences("Yahoo! kaufte nichts.", "Yahoo! kaufte nichts.");
    assert_sentences("Das Album „Help!“ Ringo Starrs war gut.", "Das Album „Help!“ Ringo Starrs war gut.");
}

static void mark_in_brackets_inside_a_sentence_does_not_end_it(void **state)
{
    (void)state;
    assert_sentences("Er kam (am Montag!) Peter besuchen.", "Er kam (am Montag!) Peter besuchen.");
    assert_sentences("Er kam (am Montag). Peter ging.", "Er kam (am Montag).|Peter ging.");
}

static void ellipsis_ends_a_sentence_only_before_a_starter(void **state)
{
    (void)state;
    assert_sentences("Es wird gut … Es ist wichtig.", "Es wird gut …|Es ist wichtig.");
    assert_sentences("der … Präsident... kam", "der … Präsident... kam");
}

static void colon_does_not_end_sentence(void **state)
{
    (void)state;
    assert_sentences("Er weiß: Das ist gut.", "Er weiß: Das ist gut.");
}

static void heading_without_full_stop_is_a_sentence(void **state)
{
    (void)state;
    assert_sentences("Meta setzt auf KI\n\nDer Konzern zahlt.", "Meta setzt auf KI|Der Konzern zahlt.");
}

static void several_marks_end_one_sentence(void **state)
{
    (void)state;
    assert_sentences("Was?! Nein!! Doch...", "Was?!|Nein!!|Doch...");
}

static void missing_space_still_ends_a_sentence(void **state)
{
    (void)state;
    assert_sentences("Das Ende.Der Anfang.", "Das Ende.|Der Anfang.");
}

static void name_with_a_small_letter_begins_a_sentence(void **state)
{
    (void)state;
    assert_sentences("Das war gut. iPhones auch. und so", "Das war gut.|iPhones auch. und so");
    assert_sentences("Er kam. 20 Menschen auch.", "Er kam.|20 Menschen auch.");
}

static void sentence_start_is_flagged_behind_opening_mark_and_colon(void **state)
{
    struct document *doc = divided("„Wir gehen“, sagte Anna: Heute. Nie »so« 5");
    (void)state;

    assert_true(has_flag(doc, "Wir", TOKEN_SENTENCE_START));
    assert_false(has_flag(doc, "gehen", TOKEN_SENTENCE_START));
    assert_false(has_flag(doc, "Anna", TOKEN_SENTENCE_START));
    assert_true(has_flag(doc, "Heute", TOKEN_SENTENCE_START));
    assert_true(has_flag(doc, "Nie", TOKEN_SENTENCE_START));
    assert_true(has_flag(doc, "so", TOKEN_SENTENCE_START));
    assert_false(has_flag(doc, "5", TOKEN_SENTENCE_START));
    document_free(doc);
}

static void sentences_know_their_segment_and_tokens(void **state)
{
    struct document *doc = divided("Er kam. Sie ging.\nEs regnet.");
    (void)state;

    assert_int_equal(doc->sentence_count, 3);
    assert_int_equal(doc->segments[0].sentence_count, 2);
    assert_int_equal(doc->segments[1].first_sentence, 2);
    assert_int_equal(doc->sentences[2].segment, 1);
    assert_int_equal(doc->sentences[1].first_token, 3);
    assert_int_equal(doc->sentences[1].token_count, 3);
    assert_int_equal(token_named(doc, "ging")->sentence, 1);
    document_free(doc);
}

static void without_lists_only_plain_stops_end_sentences(void **state)
{
    struct rs_error error;
    struct document *doc = read_plain_text(SLICE("test"), SLICE("Am 3. Der Mai. Dann ging er."), &error);
    (void)state;

    assert_non_null(doc);
    document_divide(doc, NULL);
    assert_int_equal(doc->sentence_count, 2);
    document_free(doc);
}

/* Whether two words stand in the same clause. */
static bool together(const struct document *doc, const char *a, const char *b)
{
    return token_named(doc, a)->clause == token_named(doc, b)->clause;
}

static void comma_begins_a_clause(void **state)
{
    struct document *doc = divided("Er sagte, dass sie kommt; vielleicht.");
    (void)state;

    assert_true(together(doc, "Er", "sagte"));
    assert_true(together(doc, "sagte", ","));
    assert_false(together(doc, "sagte", "dass"));
    assert_false(together(doc, "kommt", "vielleicht"));
    document_free(doc);
}

static void dash_and_brackets_begin_clauses(void **state)
{
    struct document *doc = divided("Er – so heißt es – kam (gestern) an - wohl 2019–2020 hier");
    (void)state;

    assert_false(together(doc, "Er", "so"));
    assert_false(together(doc, "es", "kam"));
    assert_false(together(doc, "kam", "gestern"));
    assert_true(together(doc, "(", "gestern"));
    assert_false(together(doc, "gestern", "an"));
    assert_false(together(doc, "an", "wohl"));
    assert_true(together(doc, "2019", "2020"));
    document_free(doc);
}

static void closing_mark_after_speech_begins_a_clause(void **state)
{
    struct document *doc = divided("„Ist das so?“ fragte er im „Spiegel“ gestern.");
    (void)state;

    assert_false(together(doc, "so", "fragte"));
    assert_true(together(doc, "Spiegel", "gestern"));
    document_free(doc);
}

static void clauses_ascend_over_sentences(void **state)
{
    struct document *doc = divided("Er kam. Sie ging.\nEs, ja.");
    (void)state;

    assert_true(token_named(doc, "kam")->clause < token_named(doc, "Sie")->clause);
    assert_true(token_named(doc, "ging")->clause < token_named(doc, "Es")->clause);
    assert_true(token_named(doc, "Es")->clause < token_named(doc, "ja")->clause);
    document_free(doc);
}

/* So that a check which looks at the whole sentence for each of its words takes bounded time. */
static void text_without_ends_is_cut_into_sentences(void **state)
{
    enum { WORDS = 20000 };
    char *text = calloc(WORDS, 3);
    struct document *doc;

    (void)state;
    for (size_t i = 0; i + 1 < WORDS; i++)
        memcpy(text + 3 * i, "ab ", 3);
    doc = divided(text);
    assert_in_range(doc->sentence_count, WORDS / 1000, WORDS / 100);
    for (size_t i = 0; i < doc->sentence_count; i++)
        assert_in_range(doc->sentences[i].token_count, 1, 1000);
    document_free(doc);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_stop_before_a_capital_ends_a_sentence),
        cmocka_unit_test(ordinal_before_month_does_not_end_sentence),
        cmocka_unit_test(number_before_a_sentence_starter_ends_sentence),
        cmocka_unit_test(ruler_with_roman_number_does_not_end_sentence),
        cmocka_unit_test(spaced_abbreviation_does_not_end_sentence),
        cmocka_unit_test(unit_abbreviation_before_a_currency_does_not_end_sentence),
        cmocka_unit_test(unit_abbreviation_before_a_sentence_starter_ends_sentence),
        cmocka_unit_test(unit_abbreviation_at_the_end_ends_the_paragraph),
        cmocka_unit_test(initials_do_not_end_sentence),
        cmocka_unit_test(title_does_not_end_sentence),
        cmocka_unit_test(decimal_number_does_not_end_sentence),
        cmocka_unit_test(speech_before_a_said_verb_does_not_end_sentence),
        cmocka_unit_test(closing_mark_belongs_to_the_sentence_before_it),
        cmocka_unit_test(opening_mark_belongs_to_the_sentence_after_it),
        cmocka_unit_test(question_mark_inside_a_name_does_not_end_sentence),
        cmocka_unit_test(mark_in_brackets_inside_a_sentence_does_not_end_it),
        cmocka_unit_test(ellipsis_ends_a_sentence_only_before_a_starter),
        cmocka_unit_test(colon_does_not_end_sentence),
        cmocka_unit_test(heading_without_full_stop_is_a_sentence),
        cmocka_unit_test(several_marks_end_one_sentence),
        cmocka_unit_test(missing_space_still_ends_a_sentence),
        cmocka_unit_test(name_with_a_small_letter_begins_a_sentence),
        cmocka_unit_test(sentence_start_is_flagged_behind_opening_mark_and_colon),
        cmocka_unit_test(sentences_know_their_segment_and_tokens),
        cmocka_unit_test(without_lists_only_plain_stops_end_sentences),
        cmocka_unit_test(comma_begins_a_clause),
        cmocka_unit_test(dash_and_brackets_begin_clauses),
        cmocka_unit_test(closing_mark_after_speech_begins_a_clause),
        cmocka_unit_test(clauses_ascend_over_sentences),
        cmocka_unit_test(text_without_ends_is_cut_into_sentences),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
