#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "dictionaries/compile/idioms.h"
#include "read_translations.h"

static struct arena arena;
static struct translations *translations;
static struct literal_words small_words = { .arena = &arena };
static struct dropped_pairs dropped = { .arena = &arena };
static struct word_lists lists;

static int prepare(void **state)
{
    struct rs_error error = { .line = 0 };

    (void)state;
    translations = read_translations("tests/data/idioms.ding", &error);
    if (translations == NULL || literal_words_read("dictionaries/words", &small_words, &error) != 0 ||
        dropped_pairs_read("dictionaries/words", &dropped, &error) != 0 ||
        lists_read("dictionaries/words", &arena, &lists, &error) != 0) {
        fprintf(stderr, "%s:%zu: %s\n", error.file, error.line, error.message);
        return -1;
    }
    return 0;
}

static int release(void **state)
{
    (void)state;
    translations_free(translations);
    arena_free(&arena);
    return 0;
}

/* The patterns made for an idiom that has this right German, one a line. */
static struct slice patterns_for(const char *english, const char *right)
{
    struct slice german = slice_of(right), text = { "", 0 };
    struct rule_source rule = { .id = SLICE("idiom/tested"),
                                .english = slice_of(english),
                                .generate = true,
                                .suggestions = &german,
                                .suggestions_count = 1 };
    struct rule_sources rules = { .rules = &rule, .rules_count = 1 };

    const struct pair_filter filter = { translations, &dropped, NULL };

    idioms_generate(&rules, &lists, &small_words, &filter);
    for (size_t i = 0; i < rule.patterns_count; i++)
        text = arena_print(&arena, "%.*s%s%.*s", (int)text.len, text.at, i > 0 ? "\n" : "",
                           (int)rule.patterns[i].text.len, rule.patterns[i].text.at);
    text = arena_copy(&arena, text);
    arena_free(&rules.arena);
    return text;
}

static void expect(const char *english, const char *right, const char *patterns)
{
    struct slice found = patterns_for(english, right);

    if (!slice_equal(found, slice_of(patterns)))
        fail_msg("%s: \"%.*s\" instead of \"%s\"", english, (int)found.len, found.at, patterns);
}

static void test_verb_and_object(void **state)
{
    (void)state;
    expect("bite the bullet", "in den sauren Apfel beißen", "#DET&!der {Kugel} {beißen}");
    expect("bite on the bullet", "in den sauren Apfel beißen", "auf|aufs|an|am|ans #DET|#NAME? {Kugel} {beißen}");
}

static void test_adjective_and_noun(void **state)
{
    (void)state;
    expect("a hot potato", "ein heißes Eisen", "#DET? {heiß} {Kartoffel}");
}

static void test_noun_as_modifier_makes_a_compound(void **state)
{
    (void)state;
    expect("a cash cow", "eine Goldgrube", "#DET? {Geld-}&{-Kuh}");
}

static void test_particle_gives_the_verb_a_prefix(void **state)
{
    (void)state;
    expect("kick the can down the road", "auf die lange Bank schieben",
           "#DET&!der {Dose} ...2 hinunter|herunter|hinab|entlang|nach #DET|#NAME? {Straße} {treten}\n"
           "#DET&!der {Dose} ...2 hinunter|herunter|hinab|entlang|nach #DET|#NAME? {Straße} {heruntertreten}");
}

static void test_light_verb_is_not_asked_for(void **state)
{
    (void)state;
    expect("have a hot potato", "ein heißes Eisen haben", "#DET? {heiß} {Kartoffel}");
}

static void test_what_german_says_is_left_out(void **state)
{
    (void)state;
    expect("give the green light", "zustimmen", "");
}

static void test_nouns_of_the_right_german_are_left_out(void **state)
{
    (void)state;
    expect("kick the can", "die Dose stehen lassen", "");
}

static void test_sentences_and_single_words_make_none(void **state)
{
    (void)state;
    expect("what the bullet bites", "egal", "");
    expect("the bullet", "egal", "");
    expect("bite the unheard", "egal", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verb_and_object),
        cmocka_unit_test(test_adjective_and_noun),
        cmocka_unit_test(test_noun_as_modifier_makes_a_compound),
        cmocka_unit_test(test_particle_gives_the_verb_a_prefix),
        cmocka_unit_test(test_light_verb_is_not_asked_for),
        cmocka_unit_test(test_what_german_says_is_left_out),
        cmocka_unit_test(test_nouns_of_the_right_german_are_left_out),
        cmocka_unit_test(test_sentences_and_single_words_make_none),
    };

    return cmocka_run_group_tests_name("idioms", tests, prepare, release);
}
