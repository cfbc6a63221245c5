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
static struct word_lists lists;

static int prepare(void **state)
{
    struct rs_error error = { .line = 0 };

    (void)state;
    translations = read_translations("tests/data/idioms.ding", &error);
    if (translations == NULL || lists_read("dictionaries/words", &arena, &lists, &error) != 0) {
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

/* The patterns made for a name are these, one a line; "+" before one that needs no company. */
static void expect(const char *english, const char *kind, bool sure, const char *patterns)
{
    struct rule_source rule = {
        .id = SLICE("name/tested"), .english = slice_of(english), .kind = slice_of(kind), .sure = sure, .generate = true
    };
    struct rule_sources rules = { .rules = &rule, .rules_count = 1 };
    struct slice found = { "", 0 };

    names_generate(&rules, &lists, &(struct pair_filter){ .translations = translations });
    for (size_t i = 0; i < rule.patterns_count; i++)
        found = arena_print(&arena, "%.*s%s%s%.*s", (int)found.len, found.at, i > 0 ? "\n" : "",
                            rule.patterns[i].unconditional ? "+" : "", (int)rule.patterns[i].text.len,
                            rule.patterns[i].text.at);
    if (!slice_equal(found, slice_of(patterns)))
        fail_msg("%s: \"%.*s\" instead of \"%s\"", english, (int)found.len, found.at, patterns);
    arena_free(&rules.arena);
}

static void test_one_word(void **state)
{
    (void)state;
    expect("Slack", "software", false,
           "{Schlupf}&#BARE&#SINGULAR&!#PAIRED\n"
           "+{-Schlupf-}&@head-software\n"
           "+@before-software „|\"|«|»? die|das|Der|Die|Das? [ Schlupf&!#ENGLISH ] !#VERB\n"
           "+@before-software „|\"|«|»? die|das|Der|Die|Das? [ Schlupf&!#ENGLISH ] #FINITE !,|.|;|?|!\n"
           "+@before-software „|\"|«|»? die|das|Der|Die|Das? [ Schlupf&!#ENGLISH ] $\n"
           "+{Schlupf}&#NAMED&!#ENGLISH&#SINGULAR");
}

static void test_product_behind_its_maker(void **state)
{
    (void)state;
    expect("Nintendo Switch", "device", false, "{Schalter}&#BARE&#SINGULAR&!#PAIRED");
    expect("Nintendo Switch", "work", false, "");
}

static void test_town_and_nickname(void **state)
{
    (void)state;
    expect("Boston Warriors", "team", true,
           "+Boston|Bostons|Bostoner {Krieger}\n"
           "+der|die|den|dem [ {Krieger} von|aus Boston ]\n"
           "+{Boston-}&{-Krieger}");
}

static void test_compound(void **state)
{
    (void)state;
    expect("Crystal Palace", "team", false,
           "{Kristall-}&{-Palast}&#BARE\n"
           "+@before-team „|\"|«|»? die|das|Der|Die|Das? [ {Kristall-}&{-Palast}&!#ENGLISH ] !#VERB\n"
           "+@before-team „|\"|«|»? die|das|Der|Die|Das? [ {Kristall-}&{-Palast}&!#ENGLISH ] #FINITE !,|.|;|?|!\n"
           "+@before-team „|\"|«|»? die|das|Der|Die|Das? [ {Kristall-}&{-Palast}&!#ENGLISH ] $\n"
           "+{Kristall-}&{-Palast}&#TEAM\n"
           "+{Kristall-}&{-Palast}&#NAMED");
}

static void test_car_of_a_maker(void **state)
{
    (void)state;
    expect("Ford Slack (car)", "vehicle", false,
           "+Ford [ {Schlupf}&!#ENGLISH ]\n"
           "+der|den|dem|des|vom|einen|einem|eines [ {Ford-}&{-Schlupf} ]\n"
           "+den|dem|vom|einen|einem|eines|neuen [ {Schlupf} ] von Ford\n"
           "#NUM&!ein|eine|einen|einem|einer|Ein|Eine [ {Schlupf} ]\n"
           "+@before-vehicle „|\"|«|»? die|das|Der|Die|Das? [ Schlupf&!#ENGLISH ] !#VERB\n"
           "+@before-vehicle „|\"|«|»? die|das|Der|Die|Das? [ Schlupf&!#ENGLISH ] #FINITE !,|.|;|?|!\n"
           "+@before-vehicle „|\"|«|»? die|das|Der|Die|Das? [ Schlupf&!#ENGLISH ] $");
    expect("Land Rover Slack", "vehicle", true,
           "+Land Rover [ {Schlupf}&!#ENGLISH ]\n"
           "+den|dem|vom|einen|einem|eines|neuen [ {Schlupf} ] von Land Rover\n"
           "+@before-vehicle „|\"|«|»? die|das|Der|Die|Das? [ Schlupf&!#ENGLISH ] !#VERB\n"
           "+@before-vehicle „|\"|«|»? die|das|Der|Die|Das? [ Schlupf&!#ENGLISH ] #FINITE !,|.|;|?|!\n"
           "+@before-vehicle „|\"|«|»? die|das|Der|Die|Das? [ Schlupf&!#ENGLISH ] $");
}

static void test_adjective_has_its_capital(void **state)
{
    (void)state;
    expect("The Red Palace", "work", false,
           "+[ Rote|Roten|Roter|Rotes|Rotem&#NAMED {Palast} ]\n"
           "#ANY [ Rote|Roten|Roter|Rotes|Rotem {Palast} ]");
}

static void test_words_taken_over_say_nothing(void **state)
{
    (void)state;
    expect("Signal", "software", false, "");
    expect("Stars", "brand", true,
           "+{-Stern-}&@head-brand\n"
           "+@before-brand „|\"|«|»? die|das|Der|Die|Das? [ {Stern}&!#ENGLISH ] !#VERB\n"
           "+@before-brand „|\"|«|»? die|das|Der|Die|Das? [ {Stern}&!#ENGLISH ] #FINITE !,|.|;|?|!\n"
           "+@before-brand „|\"|«|»? die|das|Der|Die|Das? [ {Stern}&!#ENGLISH ] $\n"
           "+{Stern}&#NAMED&!#ENGLISH");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_word),
        cmocka_unit_test(test_product_behind_its_maker),
        cmocka_unit_test(test_town_and_nickname),
        cmocka_unit_test(test_compound),
        cmocka_unit_test(test_car_of_a_maker),
        cmocka_unit_test(test_adjective_has_its_capital),
        cmocka_unit_test(test_words_taken_over_say_nothing),
    };

    return cmocka_run_group_tests_name("names", tests, prepare, release);
}
