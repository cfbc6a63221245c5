#include "compiling.h"

#include "dictionaries/compile/idioms.h"

struct made {
    struct rule_sources rules;
    struct rs_error error;
    int status;
};

/* Makes the rules of a table, with the lists field-music, topic-music and field-transport. */
static struct made make(const char *rows)
{
    char folder[] = "/tmp/fields-XXXXXX";
    struct made made = { .status = -1 };
    struct word_lists lists = { 0 };

    assert_non_null(mkdtemp(folder));
    write_file(folder, "noun-fields.tsv", rows);
    write_file(folder, "field-music.txt", "singen\n");
    write_file(folder, "topic-music.txt", "Orchester\n");
    write_file(folder, "field-transport.txt", "Zug\n");
    assert_int_equal(lists_read(folder, &made.rules.arena, &lists, &made.error), 0);
    made.status = fields_generate(&made.rules, folder, &lists, NULL, &made.error);
    remove_file(folder, "noun-fields.tsv");
    remove_file(folder, "field-music.txt");
    remove_file(folder, "topic-music.txt");
    remove_file(folder, "field-transport.txt");
    rmdir(folder);
    return made;
}

static void test_noun_in_anothers_field(void **state)
{
    struct made made = make("conductor\tSchaffner:transport+Bahn|!Dirigent:music\n");
    const struct rule_source *rule = rule_named(&made.rules, "wrong-sense/conductor-field-schaffner-dirigent");

    (void)state;
    assert_int_equal(made.status, 0);
    assert_non_null(rule);
    assert_true(
        slice_equal(rule->patterns[0].text, SLICE("{Schaffner}&!@-field-transport-|{-Bahn-}"))); /* Bahnschaffner */
    assert_int_equal(rule->conditions_count, 3);
    assert_int_equal(rule->conditions[0].least, 2);
    assert_true(slice_equal(rule->conditions[0].pattern.text, SLICE("@-field-music-|@-topic-music-&!{-Schaffner}")));
    assert_int_equal(rule->conditions[1].least, 1);
    assert_true(slice_equal(rule->conditions[1].pattern.text, SLICE("@-topic-music&!{-Schaffner}")));
    assert_int_equal(rule->conditions[0].group, rule->conditions[1].group);
    assert_true(rule->conditions[2].negative);
    assert_true(
        slice_equal(rule->conditions[2].pattern.text, SLICE("@-field-transport-|{-Bahn-}|{Dirigent}&!{-Schaffner}")));
    assert_int_equal(made.rules.rules_count, 2); /* one for documents; the Dirigent is never marked */
    arena_free(&made.rules.arena);
}

static void test_noun_in_a_document_of_anothers_field(void **state)
{
    struct made made = make("conductor\tSchaffner:transport+Bahn|!Dirigent:music\n");
    const struct rule_source *rule = rule_named(&made.rules, "wrong-sense/conductor-field-schaffner-dirigent-document");

    (void)state;
    assert_non_null(rule);
    assert_int_equal(rule->conditions_count, 5);
    assert_int_equal(rule->conditions[0].scope, SCOPE_DOCUMENT);
    assert_int_equal(rule->conditions[0].least, 4);
    assert_true(slice_equal(rule->conditions[0].pattern.text, SLICE("@-topic-music-&!{-Schaffner}")));
    assert_int_equal(rule->conditions[1].scope, SCOPE_DOCUMENT);
    assert_int_equal(rule->conditions[1].least, 14);
    assert_int_equal(rule->conditions[2].scope, SCOPE_PARAGRAPH);
    assert_int_not_equal(rule->conditions[1].group, rule->conditions[2].group);
    assert_true(rule->conditions[3].negative);
    assert_true(rule->conditions[4].negative); /* "Bahn" stands nowhere */
    assert_int_equal(rule->conditions[4].scope, SCOPE_DOCUMENT);
    arena_free(&made.rules.arena);
    made = make("conductor\t~Schaffner:transport|!Dirigent:music\n");
    assert_int_equal(made.rules.rules_count, 1);
    assert_non_null(rule_named(&made.rules, "wrong-sense/conductor-field-schaffner-dirigent-document"));
    arena_free(&made.rules.arena);
}

static void test_noun_that_is_english_too(void **state)
{
    struct made made = make("page\tPage:transport|!Seite:music\n");

    (void)state;
    assert_int_equal(made.status, 0);
    assert_true(
        slice_equal(made.rules.rules[0].patterns[0].text, SLICE("#DET|#PREP|#ADJ [ {Page}&!@-field-transport- ]")));
    arena_free(&made.rules.arena);
}

static void test_bad_rows(void **state)
{
    struct made made = make("page\tPage:trnsport|!Seite:music\n");

    (void)state;
    assert_int_equal(made.status, -1);
    assert_non_null(strstr(made.error.message, "\"trnsport\" is no field"));
    arena_free(&made.rules.arena);
    made = make("page\tPage|!Seite:music\n");
    assert_int_equal(made.status, -1);
    assert_non_null(strstr(made.error.message, "has no field"));
    arena_free(&made.rules.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_noun_in_anothers_field),
        cmocka_unit_test(test_noun_in_a_document_of_anothers_field),
        cmocka_unit_test(test_noun_that_is_english_too),
        cmocka_unit_test(test_bad_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
