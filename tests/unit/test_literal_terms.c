/* What an English term becomes word by word, and what of it is German after all. */
#include "compiling.h"

#include "dictionaries/compile/literal_terms.h"
#include "read_translations.h"

static char tables[] = "/tmp/rotstift-terms-XXXXXX";

/* What the rows of the tables borrow from, until others are made. */
static struct translations *translations;
static struct builder *builder;

static void forget(void)
{
    builder_free(builder);
    translations_free(translations);
    builder = NULL;
    translations = NULL;
}

/* Makes the tables from rows of english-terms.tsv. */
static int make(const char *rows, const struct word_list *good, struct arena *arena, struct made_table out[TERM_TABLES],
                struct rs_error *error)
{
    struct rule_sources rules = { 0 };

    forget();
    translations = read_translations("tests/data/terms.ding", error);
    builder = builder_new();
    struct term_sources sources = {
        .rules = &rules, .tables = tables, .translations = translations, .good = good, .builder = builder
    };
    char name[sizeof(tables) + 32];

    assert_non_null(translations);
    snprintf(name, sizeof(name), "%s/english-terms.tsv", tables);
    FILE *file = fopen(name, "w");

    assert_non_null(file);
    fputs(rows, file);
    fclose(file);
    int status = literal_terms_make(&sources, arena, out, error);

    remove(name);
    return status;
}

/* The value of a key, or NULL. */
static const char *value_of(const struct made_table *table, const char *key)
{
    for (size_t i = 0; i < table->count; i++)
        if (slice_equal(table->rows[i][0], slice_of(key)))
            return table->rows[i][1].at;
    return NULL;
}

static void all_renderings_of_both_words_are_put_together(void **state)
{
    struct arena arena = { 0 };
    struct made_table made[TERM_TABLES];
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(make("refresh rate\tBildwiederholrate\n", NULL, &arena, made, &error), 0);
    assert_string_equal(value_of(&made[0], "Erfrischung Rate"), "refresh rate");
    assert_string_equal(value_of(&made[0], "Auffrischung Quote"), "refresh rate");
    assert_string_equal(value_of(&made[2], "refresh rate"), "Bildwiederholrate");
    arena_free(&arena);
}

static void an_adjective_stands_before_its_noun(void **state)
{
    struct arena arena = { 0 };
    struct made_table made[TERM_TABLES];
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(make("lame rate\tSchneckentempo\n", NULL, &arena, made, &error), 0);
    assert_string_equal(value_of(&made[1], "Quote"), "lahm");
    assert_string_equal(value_of(&made[0], "lahm Rate"), "lame rate");
    arena_free(&arena);
}

static void the_right_german_and_good_compounds_are_left_out(void **state)
{
    struct slice words[] = { SLICE("Auffrischungsquote") };
    const struct word_list good = { .words = words, .count = 1 };
    struct arena arena = { 0 };
    struct made_table made[TERM_TABLES];
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(make("refresh rate\tErfrischungsrate\n", &good, &arena, made, &error), 0);
    assert_null(value_of(&made[0], "Erfrischung Rate"));
    assert_null(value_of(&made[0], "Auffrischung Quote"));
    assert_non_null(value_of(&made[0], "Auffrischung Rate"));
    arena_free(&arena);
}

static void a_term_of_one_word_is_an_error_with_its_line(void **state)
{
    struct arena arena = { 0 };
    struct made_table made[TERM_TABLES];
    struct rs_error error = { .line = 0 };

    (void)state;
    assert_int_equal(make("refresh rate\tBildrate\nrate\tRate\n", NULL, &arena, made, &error), -1);
    assert_int_equal(error.line, 2);
    arena_free(&arena);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(tables) == NULL ? -1 : 0;
}

static int remove_folder(void **state)
{
    (void)state;
    forget();
    return remove(tables);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_renderings_of_both_words_are_put_together),
        cmocka_unit_test(an_adjective_stands_before_its_noun),
        cmocka_unit_test(the_right_german_and_good_compounds_are_left_out),
        cmocka_unit_test(a_term_of_one_word_is_an_error_with_its_line),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
