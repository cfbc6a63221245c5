/* Verbs and adjectives that the noun they stand with shows to be in the wrong sense of the English one. */
#include "compiling.h"

#include "dictionaries/compile/idioms.h"
#include "read_translations.h"

static char folder[] = "/tmp/rotstift-verbs-XXXXXX";

static const char *const tables[] = { "verb-objects.tsv", "verb-subjects.tsv", "adjective-nouns.tsv",
                                      "adverb-company.tsv", "quantity-nouns.tsv" };
enum { TABLES = sizeof(tables) / sizeof(*tables) };

/* The patterns that a row of one of the tables makes, between semicolons. */
static struct slice patterns_of(const char *table, const char *row, struct rule_sources *rules)
{
    struct word_lists lists = { 0 };
    struct rs_error error = { .line = 0 };
    struct translations *translations = read_translations("tests/data/terms.ding", &error);
    struct dropped_pairs dropped = { .arena = &rules->arena };
    struct pair_filter filter = { translations, &dropped, NULL };
    struct slice out = { "", 0 };

    assert_non_null(translations);
    for (size_t i = 0; i < TABLES; i++)
        write_file(folder, tables[i], strcmp(tables[i], table) == 0 ? row : "");
    assert_int_equal(noun_company_generate(rules, folder, &lists, &filter, &error), 0);
    for (size_t i = 0; i < TABLES; i++)
        remove_file(folder, tables[i]);
    for (size_t i = 0; i < rules->rules_count; i++)
        for (size_t j = 0; j < rules->rules[i].patterns_count; j++)
            out = arena_print(&rules->arena, "%.*s%.*s;", (int)out.len, out.at,
                              (int)rules->rules[i].patterns[j].text.len, rules->rules[i].patterns[j].text.at);
    translations_free(translations);
    return out;
}

static void other_verbs_of_the_english_one_are_wrong(void **state)
{
    struct rule_sources rules = { 0 };

    (void)state;
    assert_string_equal(patterns_of("verb-objects.tsv", "run\tführen\tFirma|Hotel\n", &rules).at,
                        "{laufen} {-Firma}|{-Hotel};");
    assert_int_equal(rules.rules[0].patterns[0].order, ORDER_OBJECT);
    assert_true(slice_equal(rules.rules[0].suggestions[0], SLICE("{führen=1}")));
    rules_free(&rules);
}

static void what_german_puts_together_is_left_out(void **state)
{
    struct rule_sources rules = { 0 };

    (void)state;
    assert_string_equal(patterns_of("verb-objects.tsv", "run\tführen\tMarathon|Hotel\n", &rules).at,
                        "{laufen} {-Hotel};");
    rules_free(&rules);
}

static void a_verb_without_other_german_makes_no_rule(void **state)
{
    struct rule_sources rules = { 0 };

    (void)state;
    assert_string_equal(patterns_of("verb-objects.tsv", "run\tführen|laufen\tHotel\n", &rules).at, "");
    assert_int_equal(rules.rules_count, 0);
    rules_free(&rules);
}

static void a_fourth_column_says_what_is_wrong(void **state)
{
    struct rule_sources rules = { 0 };

    (void)state;
    assert_string_equal(patterns_of("verb-objects.tsv", "run\tführen\tHotel|Marathon\trennen|laufen\n", &rules).at,
                        "{rennen} {-Hotel}|{-Marathon};{laufen} {-Hotel};");
    rules_free(&rules);
}

static void verbs_that_are_wrong_with_the_same_nouns_are_one_pattern(void **state)
{
    struct rule_sources rules = { 0 };

    (void)state;
    assert_string_equal(patterns_of("verb-objects.tsv", "run\tführen\tHotel|@class-pets\trennen|sausen\n", &rules).at,
                        "{rennen|sausen} {-Hotel}|@-class-pets;");
    rules_free(&rules);
}

static void subjects_and_nouns_behind_adjectives_tell_as_well(void **state)
{
    struct rule_sources rules = { 0 };

    (void)state;
    assert_string_equal(patterns_of("verb-subjects.tsv", "run\tfahren|führen\tZug\n", &rules).at, "{laufen} {-Zug};");
    assert_int_equal(rules.rules[0].patterns[0].order, ORDER_SUBJECT);
    rules_free(&rules);
    rules = (struct rule_sources){ 0 };
    assert_string_equal(patterns_of("adjective-nouns.tsv", "lame\tfaul\tAusrede\n", &rules).at,
                        "[ lahme|lahmer|lahmes|lahmen|lahmem ] #ADJ? {-Ausrede};");
    assert_true(slice_equal(rules.rules[0].suggestions[0], SLICE("{faul=1}")));
    rules_free(&rules);
}

static void an_adjective_with_a_plus_is_wrong_as_a_predicate_too(void **state)
{
    struct rule_sources rules = { 0 };
    const char *patterns = patterns_of("adjective-nouns.tsv", "stiff\thart\tKonkurrenz\tsteif+\n", &rules).at;

    (void)state;
    assert_non_null(strstr(patterns, "[ steife|steifer|steifes|steifen|steifem|steifere|"));
    assert_non_null(strstr(patterns, "^ #DET? #ADJ? {-Konkurrenz} {sein|werden|"));
    rules_free(&rules);
    rules = (struct rule_sources){ 0 };
    assert_string_equal(patterns_of("adjective-nouns.tsv", "stiff\thart\t=Satz\tsteif\n", &rules).at,
                        "[ steife|steifer|steifes|steifen|steifem ] #ADJ? {Satz};");
    rules_free(&rules);
}

static void a_participle_may_have_its_object_before_it(void **state)
{
    struct rule_sources rules = { 0 };

    (void)state;
    const char *patterns = patterns_of("adjective-nouns.tsv", "struggling\tkriselnd\tFirma\tkämpfend\n", &rules).at;

    assert_non_null(strstr(patterns, "!#NOUN&!#NAME&!#ADV&!#ADJ&!@oblique-pronouns&!@reflexive-pronouns [ kämpfende|"));
    assert_non_null(strstr(patterns, ";#DET&!ihr [ kämpfende|"));
    assert_non_null(strstr(patterns, ";#PREP|#PAST [ kämpfende|"));
    rules_free(&rules);
}

static void adverbs_and_quantities_have_their_company(void **state)
{
    struct rule_sources rules = { 0 };

    (void)state;
    assert_string_equal(patterns_of("adverb-company.tsv", "badly\tschwer\tverletzen|krank\tschlecht\n", &rules).at,
                        "[ schlecht ] {verletzen}|{krank};"
                        "{verletzen}|{krank}&#FINITE ...2 [ schlecht ] .|,|;|und|ab|zurück;");
    rules_free(&rules);
    rules = (struct rule_sources){ 0 };
    assert_string_equal(patterns_of("quantity-nouns.tsv", "raft\t(eine Reihe)\t@class-counted\tFloß\n", &rules).at,
                        "[ {Floß} ] von|an|aus #ADJ|#NUM? #ADJ? @-class-counted;[ {Floß} ] #ADJ @-class-counted;");
    assert_int_equal(rules.rules[0].suggestions_count, 0);
    assert_true(slice_equal(rules.rules[0].id, SLICE("wrong-sense/raft-class-counted-eine-reihe")));
    rules_free(&rules);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int remove_folder(void **state)
{
    (void)state;
    return remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_verbs_of_the_english_one_are_wrong),
        cmocka_unit_test(what_german_puts_together_is_left_out),
        cmocka_unit_test(a_verb_without_other_german_makes_no_rule),
        cmocka_unit_test(a_fourth_column_says_what_is_wrong),
        cmocka_unit_test(verbs_that_are_wrong_with_the_same_nouns_are_one_pattern),
        cmocka_unit_test(subjects_and_nouns_behind_adjectives_tell_as_well),
        cmocka_unit_test(an_adjective_with_a_plus_is_wrong_as_a_predicate_too),
        cmocka_unit_test(a_participle_may_have_its_object_before_it),
        cmocka_unit_test(adverbs_and_quantities_have_their_company),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
