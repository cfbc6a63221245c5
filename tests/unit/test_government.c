#include "compiling.h"

#include "dictionaries/compile/idioms.h"
#include "read_translations.h"

#define DING "tests/data/government.ding"
#define WORDS "dictionaries/words"

static struct arena arena;
static struct translations *translations;
static struct word_lists lists;
static struct rule_sources rules;

static int generate(const char *folder, struct rule_sources *out, struct rs_error *error)
{
    struct pair_filter filter = { .translations = translations };
    struct ding *ding = ding_read(DING, error);
    int status = ding == NULL ? -1 : government_generate(out, folder, ding, &lists, &filter, error);

    ding_free(ding);
    return status;
}

static int prepare(void **state)
{
    struct rs_error error = { .line = 0 };

    (void)state;
    translations = read_translations(DING, &error);
    if (translations == NULL || lists_read(WORDS, &arena, &lists, &error) != 0 ||
        generate(WORDS, &rules, &error) != 0) {
        fprintf(stderr, "%s:%zu: %s\n", error.file, error.line, error.message);
        return -1;
    }
    return 0;
}

static int release(void **state)
{
    (void)state;
    translations_free(translations);
    arena_free(&rules.arena);
    arena_free(&arena);
    return 0;
}

/* The rule is made from this English, proposes this preposition, and has this for its first pattern. */
static void expect(const char *id, const char *english, const char *right, const char *pattern)
{
    const struct rule_source *rule = rule_named(&rules, id);

    if (rule == NULL)
        fail_msg("%s: no such rule", id);
    else if (!slice_equal(rule->english, slice_of(english)) || rule->suggestions_count != 1 ||
             !slice_equal(rule->suggestions[0], slice_of(right)))
        fail_msg("%s: \"%.*s\" proposes \"%.*s\"", id, (int)rule->english.len, rule->english.at,
                 (int)rule->suggestions[0].len, rule->suggestions[0].at);
    else if (!slice_starts(rule->patterns[0].text, slice_of(pattern)))
        fail_msg("%s: \"%.*s\"", id, (int)rule->patterns[0].text.len, rule->patterns[0].text.at);
}

static void expect_none(const char *id)
{
    if (rule_named(&rules, id) != NULL)
        fail_msg("%s was made", id);
}

static void test_verbs(void **state)
{
    (void)state;
    expect("government/freuen-fuer", "long for", "auf", "{freuen} #PRON|#ADV? ");
    expect("government/warnen-ueber", "warn about", "vor", "{warnen} ");
    expect("government/warnen-von", "warn of", "vor", "{warnen} ");
    expect("government/bangen-fuer", "tremble for", "um", "{bangen} ");
    expect("government/zittern-fuer", "tremble for", "um", "{zittern} ");
}

static void test_adjectives_stand_before_and_behind(void **state)
{
    (void)state;
    expect("government/verheiratet-zu", "married to", "mit", "{verheiratet} [ zu|zum|zur ] ");
    expect("government/schaedlich-zu", "harmful to", "für", "{schädlich} [ zu|zum|zur ] ");
    assert_int_equal(rule_named(&rules, "government/verheiratet-zu")->patterns_count, 2);
}

static void test_right_prepositions_silence(void **state)
{
    const struct rule_source *rule = rule_named(&rules, "government/warnen-von");

    (void)state;
    assert_non_null(rule);
    assert_int_equal(rule->conditions_count, 2);
    for (size_t i = 0; i < rule->conditions_count; i++) {
        assert_true(rule->conditions[i].negative);
        assert_non_null(
            memmem(rule->conditions[i].pattern.text.at, rule->conditions[i].pattern.text.len, "@with-vor", 9));
    }
}

static void test_what_german_says_too(void **state)
{
    (void)state;
    expect_none("government/kaempfen-fuer"); /* an alternative */
    expect_none("government/suchen-fuer");   /* another part of the entry */
    expect_none("government/klettern-zu");   /* a phrase, with the article in it */
    expect_none("government/hoffen-fuer");   /* dropped by an author */
    expect_none("government/glauben-in");    /* no preposition of the table */
    expect_none("government/haben-fuer");    /* more than one word */
    expect_none("government/erwarten-zu");   /* no preposition */
}

static void test_written_rules_go_first(void **state)
{
    struct rule_source written = { .id = SLICE("government/bangen-fuer"), .line = 7 };
    struct rule_sources some = { .rules = &written, .rules_count = 1 };
    struct rs_error error = { .line = 0 };
    size_t found = 0;

    (void)state;
    assert_int_equal(generate(WORDS, &some, &error), 0);
    for (size_t i = 0; i < some.rules_count; i++)
        found += slice_equal(some.rules[i].id, written.id);
    assert_int_equal(found, 1);
    assert_int_equal(rule_named(&some, "government/bangen-fuer")->line, 7);
    arena_free(&some.arena);
}

static void test_unknown_german_preposition(void **state)
{
    char folder[] = "/tmp/government-XXXXXX";
    struct rule_sources none = { 0 };
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_non_null(mkdtemp(folder));
    write_file(folder, "government-prepositions.tsv", "for\tfür\nto\tnahe\n");
    assert_int_equal(generate(folder, &none, &error), -1);
    assert_int_equal(error.line, 2);
    assert_non_null(strstr(error.message, "nahe"));
    remove_file(folder, "government-prepositions.tsv");
    rmdir(folder);
    arena_free(&none.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verbs),
        cmocka_unit_test(test_adjectives_stand_before_and_behind),
        cmocka_unit_test(test_right_prepositions_silence),
        cmocka_unit_test(test_what_german_says_too),
        cmocka_unit_test(test_written_rules_go_first),
        cmocka_unit_test(test_unknown_german_preposition),
    };

    return cmocka_run_group_tests_name("government", tests, prepare, release);
}
