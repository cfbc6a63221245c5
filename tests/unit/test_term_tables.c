#include "compiling.h"

#include "dictionaries/compile/rules_xml.h"
#include "read_translations.h"

/* Reads the rows as the table of a desk. */
static int read_rows(const char *rows, struct rule_sources *rules, struct rs_error *error)
{
    return read_rows_as(read_term_tables, "games.tsv", slice_of(rows), rules, error);
}

static void a_row_is_a_rule_with_its_own_example(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(
        read_rows("# terms\nboss fight\t{Chefkampf}; {Kampf} mit dem Chef\tBosskampf|Endkampf\n", &rules, &error), 0);
    assert_int_equal(rules.rules_count, 1);
    const struct rule_source *rule = &rules.rules[0];

    assert_true(slice_equal(rule->id, SLICE("term/boss-fight")));
    assert_int_equal(rule->patterns_count, 2);
    assert_true(slice_equal(rule->patterns[1].text, SLICE("{Kampf} mit dem Chef")));
    assert_int_equal(rule->conditions_count, 0);
    assert_int_equal(rule->suggestions_count, 2);
    assert_true(slice_equal(rule->suggestions[0], SLICE("Bosskampf")));
    assert_int_equal(rule->bad_count, 1);
    assert_true(slice_equal(rule->bad[0].text, SLICE("Es geht um Chefkampf.")));
    assert_int_equal(rule->bad[0].mark.start, 11);
    assert_int_equal(rule->bad[0].mark.end, 20);
    rules_free(&rules);
}

static void company_and_topic_are_alternatives(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(read_rows("open world\t{Welt}\tOpen World\tSpiel|zocken\t@topic-games\n", &rules, &error), 0);
    const struct rule_source *rule = &rules.rules[0];

    assert_int_equal(rule->conditions_count, 2);
    assert_true(slice_equal(rule->conditions[0].pattern.text, SLICE("{-Spiel-}|{zocken}")));
    assert_int_equal(rule->conditions[0].scope, SCOPE_NEARBY);
    assert_int_equal(rule->conditions[1].scope, SCOPE_DOCUMENT);
    assert_int_equal(rule->conditions[0].group, rule->conditions[1].group);
    assert_int_equal(rule->bad_count, 0);
    rules_free(&rules);
}

static void a_verb_is_told_by_its_object_or_subject(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(
        read_rows("tank\tobject: {tanken} {Pakt} ; subject: {tanken} {Kurs} ; {tanken} ab\tkippen\n", &rules, &error),
        0);
    const struct rule_source *rule = &rules.rules[0];

    assert_int_equal(rule->patterns_count, 3);
    assert_int_equal(rule->patterns[0].order, ORDER_OBJECT);
    assert_true(slice_equal(rule->patterns[0].text, SLICE("{tanken} {Pakt}")));
    assert_int_equal(rule->patterns[1].order, ORDER_SUBJECT);
    assert_int_equal(rule->patterns[2].order, ORDER_CLAUSE);
    rules_free(&rules);
}

static void topics_of_the_whole_text_are_more_than_one_word(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(read_rows("fence\t{einzäunen}\tverhökern\tarticle:court|crime; !Garten\n", &rules, &error), 0);
    const struct rule_source *rule = &rules.rules[0];

    assert_int_equal(rule->conditions_count, 2);
    assert_true(slice_equal(rule->conditions[0].pattern.text, SLICE("@-topic-court-|@-topic-crime-")));
    assert_int_equal(rule->conditions[0].scope, SCOPE_DOCUMENT);
    assert_true(rule->conditions[0].least > 1);
    assert_true(rule->conditions[1].negative);
    rules_free(&rules);
}

static void what_is_needed_stands_beside_the_alternatives(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(read_rows("side\t{Seite}\tElf\tTor; & desk; !text:Buch\n", &rules, &error), 0);
    const struct rule_source *rule = &rules.rules[0];

    assert_int_equal(rule->conditions_count, 4);
    assert_int_not_equal(rule->conditions[0].group, rule->conditions[1].group);
    assert_int_equal(rule->conditions[1].scope, SCOPE_PARAGRAPH);
    assert_int_equal(rule->conditions[1].group, rule->conditions[2].group); /* by the paragraph or the text */
    assert_int_equal(rule->conditions[2].scope, SCOPE_DOCUMENT);
    assert_true(rule->conditions[3].negative);
    assert_int_equal(rule->conditions[3].scope, SCOPE_DOCUMENT);
    rules_free(&rules);
}

static void a_row_without_what_is_right_is_an_error_with_its_line(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(read_rows("boss fight\t{Chefkampf}\tBosskampf\nside quest\t{Seitensuche}\t-\n", &rules, &error),
                     -1);
    assert_int_equal(error.line, 2);
    rules_free(&rules);
}

static void a_good_word_without_company_is_an_error_with_its_line(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };
    struct translations *translations = read_translations("/usr/share/trans/de-en", &error);

    (void)state;
    assert_non_null(translations);
    assert_int_equal(read_rows("boss\t{Chef}\tBoss\nopen world\t{Welt}\tOpen World\tSpiel\n", &rules, &error), 0);
    assert_int_equal(terms_check(&rules, translations, &error), -1);
    assert_int_equal(error.line, 1);
    translations_free(translations);
    rules_free(&rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_a_rule_with_its_own_example),
        cmocka_unit_test(company_and_topic_are_alternatives),
        cmocka_unit_test(a_verb_is_told_by_its_object_or_subject),
        cmocka_unit_test(topics_of_the_whole_text_are_more_than_one_word),
        cmocka_unit_test(what_is_needed_stands_beside_the_alternatives),
        cmocka_unit_test(a_row_without_what_is_right_is_an_error_with_its_line),
        cmocka_unit_test(a_good_word_without_company_is_an_error_with_its_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
