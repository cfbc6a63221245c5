/* Clauses read as a whole: which are read, where their verb is, and what their phrases may be. */
#include "real_data.h"

#include "checks/clauses.h"
#include "input/input.h"
#include "lexicon/analysis.h"

static struct document *doc;
static struct issues issues;

/* Divides and analyses a text, for read_clause. */
static struct check_run run_over(const char *text)
{
    struct rs_error error;

    doc = read_segment_text(SLICE("sentence"), slice_of(text), &error);
    assert_non_null(doc);
    document_divide(doc, &context.abbreviations);
    analyse(&context.lexicon, doc);
    issues = (struct issues){ .arena = &doc->arena };
    return (struct check_run){ .context = &context, .doc = doc, .issues = &issues };
}

static bool token_text_is(size_t index, const char *text)
{
    return slice_equal(token_text(doc, &doc->tokens[index]), slice_of(text));
}

static void a_main_clause_has_its_verb_second(void **state)
{
    struct clause clause;
    struct check_run run = run_over("Die Stadt hat dem Verein den Platz verkauft.");

    (void)state;
    assert_true(read_clause(&run, 0, &clause));
    assert_int_equal(clause.order, CLAUSE_VERB_SECOND);
    assert_true(clause.before_finite);
    assert_true(token_text_is(clause.finite, "hat"));
    assert_true(token_text_is(clause.verb, "verkauft"));
    assert_false(clause.passive);
    assert_int_equal(clause.count, 3);
    assert_int_not_equal(clause.phrases[0].cases & CASE_NOM, 0);
    assert_int_equal(clause.phrases[1].cases, CASE_DAT);
    assert_int_equal(clause.phrases[2].cases, CASE_ACC);
    assert_int_equal(finite_numbers(&doc->tokens[clause.finite]), NUMBER_SG);
    document_free(doc);
}

/* "zwei Verdächtigen" is a dative, as "zwei roten" is: nothing but its ending tells. */
static void nouns_declined_as_adjectives_show_their_case(void **state)
{
    struct clause clause;
    struct check_run run = run_over("Die Polizei befragte zwei Verdächtige.");

    (void)state;
    assert_true(read_clause(&run, 0, &clause));
    assert_int_equal(clause.phrases[1].cases, CASE_NOM | CASE_ACC);
    assert_int_equal(clause.phrases[1].numbers, NUMBER_PL);
    document_free(doc);
    run = run_over("Die Polizei befragte zwei Verdächtigen.");
    assert_true(read_clause(&run, 0, &clause));
    assert_int_equal(clause.phrases[1].cases, CASE_DAT);
    document_free(doc);
}

static void a_passive_is_seen(void **state)
{
    struct clause clause;
    struct check_run run = run_over("Im Depot wurden 12 Fahrer befragt.");

    (void)state;
    assert_true(read_clause(&run, 0, &clause));
    assert_true(clause.passive);
    assert_true(clause.phrases[0].prepositional);
    assert_true(clause.phrases[1].counted);
    assert_int_equal(clause.phrases[1].numbers, NUMBER_PL);
    document_free(doc);
}

static void an_adverb_stands_inside_a_phrase(void **state)
{
    struct clause clause;
    struct check_run run = run_over("Der Wirt bietet eine sehr lange Karte mit nur drei Weinen.");

    (void)state;
    assert_true(read_clause(&run, 0, &clause));
    assert_int_equal(clause.count, 3);
    assert_true(token_text_is(clause.phrases[1].first, "eine"));
    assert_true(token_text_is(clause.phrases[1].head, "Karte"));
    assert_false(clause.phrases[1].name);
    assert_true(clause.phrases[2].prepositional);
    assert_true(clause.phrases[2].counted);
    document_free(doc);
}

static void an_adjective_that_opens_the_sentence_belongs_to_its_noun(void **state)
{
    struct clause clause;
    struct check_run run = run_over("Steigende Mieten und hoher Lohn belasten den Verein.");

    (void)state;
    assert_true(read_clause(&run, 0, &clause));
    assert_int_equal(clause.count, 2);
    assert_int_equal(clause.phrases[0].first, 0);
    assert_true(clause.phrases[0].several);
    assert_true(clause.phrases[0].plural);
    assert_int_equal(clause.phrases[0].numbers, NUMBER_PL);
    document_free(doc);
}

static void the_name_of_a_state_may_be_a_plural(void **state)
{
    struct clause clause;
    struct check_run run = run_over("Am Montag haben die Vereinigten Arabischen Emirate zugestimmt.");

    (void)state;
    assert_true(read_clause(&run, 0, &clause));
    assert_int_equal(clause.count, 2);
    assert_int_equal(clause.phrases[1].numbers, NUMBER_PL);
    assert_int_equal(clause.phrases[1].end, 7);
    assert_false(clause.phrases[1].name);
    document_free(doc);
}

static void a_main_clause_may_follow_another(void **state)
{
    struct clause clause;
    struct check_run run = run_over("Die Stadt zahlt, und das Land hilft dem Verein.");
    size_t second = 5;

    (void)state;
    assert_true(token_text_is(second, "das"));
    assert_true(read_clause(&run, second, &clause));
    assert_int_equal(clause.order, CLAUSE_VERB_SECOND);
    assert_true(token_text_is(clause.finite, "hilft"));
    document_free(doc);
}

static void the_second_of_two_nouns_opens_no_clause(void **state)
{
    struct clause clause;
    struct check_run run = run_over("Das Haus, das er kaufte, und der Garten sind schön.");
    size_t noun = 8;

    (void)state;
    assert_true(token_text_is(noun, "der"));
    assert_false(read_clause(&run, noun, &clause));
    document_free(doc);
}

static void a_subordinate_clause_has_its_verb_last(void **state)
{
    struct clause clause;
    struct check_run run = run_over("Das Dorf feiert, weil die Schule wieder öffnet.");
    size_t comma = 3;

    (void)state;
    assert_true(token_text_is(comma, ","));
    assert_true(read_clause(&run, comma + 1, &clause));
    assert_int_equal(clause.order, CLAUSE_VERB_LAST);
    assert_false(clause.relative);
    assert_true(token_text_is(clause.opener, "weil"));
    assert_true(token_text_is(clause.finite, "öffnet"));
    assert_int_equal(clause.count, 1);
    document_free(doc);
}

static void a_relative_clause_opens_with_its_pronoun(void **state)
{
    struct clause clause;
    struct check_run run = run_over("Die Brücke, die gestern einstürzte, war alt.");

    (void)state;
    assert_true(read_clause(&run, 3, &clause));
    assert_true(clause.relative);
    assert_true(token_text_is(clause.opener, "die"));
    assert_true(token_text_is(clause.finite, "einstürzte"));
    document_free(doc);
}

static void two_phrases_with_und_are_several(void **state)
{
    struct clause clause;
    struct check_run run = run_over("Am Tor warten der Vater und sein Sohn.");

    (void)state;
    assert_true(read_clause(&run, 0, &clause));
    assert_int_equal(clause.count, 2);
    assert_true(clause.phrases[1].several);
    assert_int_equal(clause.phrases[1].numbers, NUMBER_PL);
    document_free(doc);
}

static void what_is_not_understood_is_not_read(void **state)
{
    static const char *const texts[] = {
        "Die Stadt blorfte den Platz.",          /* an unknown word in lower case */
        "Der Verein plant den Platz zu kaufen.", /* an infinitive with zu */
        "„Die Stadt verkauft den Platz.“",       /* a quotation */
        "Verkauft die Stadt den Platz?",         /* the verb first */
        "Heiter.",                               /* no verb */
    };
    struct clause clause;

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct check_run run = run_over(texts[i]);

        assert_false(read_clause(&run, 0, &clause));
        document_free(doc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_main_clause_has_its_verb_second),
        cmocka_unit_test(nouns_declined_as_adjectives_show_their_case),
        cmocka_unit_test(a_passive_is_seen),
        cmocka_unit_test(an_adverb_stands_inside_a_phrase),
        cmocka_unit_test(an_adjective_that_opens_the_sentence_belongs_to_its_noun),
        cmocka_unit_test(the_name_of_a_state_may_be_a_plural),
        cmocka_unit_test(a_main_clause_may_follow_another),
        cmocka_unit_test(the_second_of_two_nouns_opens_no_clause),
        cmocka_unit_test(a_subordinate_clause_has_its_verb_last),
        cmocka_unit_test(a_relative_clause_opens_with_its_pronoun),
        cmocka_unit_test(two_phrases_with_und_are_several),
        cmocka_unit_test(what_is_not_understood_is_not_read),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
