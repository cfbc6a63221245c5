/* Nouns that the words grammar puts beside them show to be of another sense of the English one. */
#include "compiling.h"

#include "dictionaries/compile/idioms.h"
#include "read_translations.h"

static char folder[] = "/tmp/rotstift-places-XXXXXX";

/* What a row makes: the status, and its patterns between semicolons. */
static int make(const char *row, struct rule_sources *rules, struct slice *patterns, struct rs_error *error)
{
    struct translations *translations = read_translations("tests/data/terms.ding", error);
    struct dropped_pairs dropped = { .arena = &rules->arena };
    struct pair_filter filter = { translations, &dropped, NULL };

    assert_non_null(translations);
    write_file(folder, "noun-places.tsv", row);
    int status = noun_places_generate(rules, folder, &filter, error);

    remove_file(folder, "noun-places.tsv");
    *patterns = (struct slice){ "", 0 };
    for (size_t i = 0; i < rules->rules_count; i++)
        for (size_t j = 0; j < rules->rules[i].patterns_count; j++)
            *patterns = arena_print(&rules->arena, "%.*s%.*s;", (int)patterns->len, patterns->at,
                                    (int)rules->rules[i].patterns[j].text.len, rules->rules[i].patterns[j].text.at);
    translations_free(translations);
    return status;
}

static void a_noun_is_wrong_as_the_object_of_a_verb(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };
    struct slice patterns;

    (void)state;
    assert_int_equal(make("case\tKoffer|Kiste\tFall\tobject-of:verhandeln\n", &rules, &patterns, &error), 0);
    assert_string_equal(patterns.at, "{verhandeln} [ {Koffer} ];{verhandeln} [ {Kiste} ];");
    assert_int_equal(rules.rules[0].patterns[0].order, ORDER_OBJECT);
    assert_true(slice_equal(rules.rules[0].id, SLICE("wrong-sense/case-place-koffer-fall")));
    assert_true(slice_equal(rules.rules[0].suggestions[0], SLICE("{Fall=0}")));
    rules_free(&rules);
}

static void a_noun_is_wrong_beside_words_of_its_clause(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };
    struct slice patterns;

    (void)state;
    assert_int_equal(make("pen\tStift\tGehege\tclause:Ferkel|quieken\n", &rules, &patterns, &error), 0);
    assert_string_equal(patterns.at, "[ {Stift} ] {-Ferkel-}|{quieken};");
    assert_int_equal(rules.rules[0].patterns[0].order, ORDER_FREE);
    rules_free(&rules);
}

static void a_star_is_the_noun_in_a_pattern(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };
    struct slice patterns;

    (void)state;
    assert_int_equal(make("goal\tZiel\tTor\t* zum #NUM : #NUM; die [ Ziele ] {fallen}\n", &rules, &patterns, &error),
                     0);
    assert_string_equal(patterns.at, "[ {Ziel} ] zum #NUM : #NUM;die [ Ziele ] {fallen};");
    rules_free(&rules);
}

static void what_is_no_place_is_named(void **state)
{
    struct rule_sources rules = { 0 };
    struct rs_error error = { .line = 0 };
    struct slice patterns;

    (void)state;
    assert_int_equal(make("case\tKoffer\tFall\tobjects:verhandeln\n", &rules, &patterns, &error), -1);
    assert_non_null(strstr(error.message, "\"objects:verhandeln\" is no place of a noun"));
    rules_free(&rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_noun_is_wrong_as_the_object_of_a_verb),
        cmocka_unit_test(a_noun_is_wrong_beside_words_of_its_clause),
        cmocka_unit_test(a_star_is_the_noun_in_a_pattern),
        cmocka_unit_test(what_is_no_place_is_named),
    };

    assert_non_null(mkdtemp(folder));
    int status = cmocka_run_group_tests(tests, NULL, NULL);

    rmdir(folder);
    return status;
}
