#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "dictionaries/compile/sources.h"

/* The forms that a dictionary makes, each in a line: " Haus Hauses …". */
struct forms {
    char text[8192];
    size_t len;
};

static void keep_form(void *context, const struct stem_form *form)
{
    struct forms *forms = context;

    assert_true(forms->len + form->form.len + 2 < sizeof(forms->text));
    forms->text[forms->len++] = ' ';
    memcpy(forms->text + forms->len, form->form.at, form->form.len);
    forms->len += form->form.len;
    memcpy(forms->text + forms->len, " ", 2);
}

static bool has_form(const struct forms *forms, const char *form)
{
    char wanted[128];

    snprintf(wanted, sizeof(wanted), " %s ", form);
    return strstr(forms->text, wanted) != NULL;
}

static int read_small(void **state)
{
    static struct forms forms;
    struct rs_error error;

    forms = (struct forms){ .len = 0 };
    assert_int_equal(read_hunspell("tests/data/small", keep_form, &forms, &error), 0);
    forms.text[forms.len++] = ' ';
    forms.text[forms.len] = '\0';
    *state = &forms;
    return 0;
}

/* A dictionary of these two texts; base is a template for mkstemp and receives its path. */
static void write_dictionary(char *base, const char *aff, const char *dic)
{
    const char *texts[] = { aff, dic }, *endings[] = { "aff", "dic" };
    char path[64];
    int file = mkstemp(base);

    assert_true(file >= 0);
    close(file);
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof(path), "%s.%s", base, endings[i]);
        FILE *out = fopen(path, "w");

        assert_non_null(out);
        fputs(texts[i], out);
        fclose(out);
    }
}

static void remove_dictionary(const char *base)
{
    const char *endings[] = { "aff", "dic" };
    char path[64];

    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof(path), "%s.%s", base, endings[i]);
        unlink(path);
    }
    unlink(base);
}

/* The message for a dictionary of these two texts. */
static struct rs_error error_of(const char *aff, const char *dic)
{
    char base[] = "/tmp/rotstift-affix-XXXXXX";
    struct rs_error error = { .line = 0 };
    struct forms forms = { .len = 0 };

    write_dictionary(base, aff, dic);
    assert_int_equal(read_hunspell(base, keep_form, &forms, &error), -1);
    remove_dictionary(base);
    return error;
}

/* A form with its roles: " arbeits1 ". */
static void keep_part(void *context, struct slice form, unsigned roles)
{
    char text[64];
    struct stem_form part = { .form = { text, (size_t)snprintf(text, sizeof(text), "%.*s%u", (int)form.len, form.at,
                                                               roles) } };

    keep_form(context, &part);
}

static void suffixes_are_added_where_their_condition_holds(void **state)
{
    assert_true(has_form(*state, "Hauses"));
    assert_true(has_form(*state, "Studentin") == false);
    assert_true(has_form(*state, "Lehrerin"));
    assert_true(has_form(*state, "Lehrerinnen"));
    assert_true(has_form(*state, "Erschütterung") == false);
}

static void suffixes_strip_what_they_replace(void **state)
{
    assert_true(has_form(*state, "dunkle"));
    assert_false(has_form(*state, "dunkele"));
    assert_true(has_form(*state, "ankündigte"));
}

static void texts_are_utf_8_whatever_the_dictionary_is_written_in(void **state)
{
    assert_true(has_form(*state, "Häuser"));
    assert_true(has_form(*state, "abreißen"));
}

static void prefixes_go_with_suffixes_that_allow_it(void **state)
{
    assert_true(has_form(*state, "unschön"));
    assert_true(has_form(*state, "unschönes"));
}

static void parts_of_compounds_and_forbidden_words_are_no_forms(void **state)
{
    assert_false(has_form(*state, "riss"));
    assert_false(has_form(*state, "kontovers"));
    assert_false(has_form(*state, "Zauber"));
    assert_false(has_form(*state, "Haus-"));
    assert_false(has_form(*state, "-haus"));
}

static void parts_of_compounds_come_with_their_places(void **state)
{
    char base[] = "/tmp/rotstift-affix-XXXXXX";
    struct rs_error error;
    struct forms forms = { .len = 0 };

    (void)state;
    write_dictionary(base,
                     "SET UTF-8\nCOMPOUNDBEGIN x\nCOMPOUNDMIDDLE y\nCOMPOUNDEND z\nONLYINCOMPOUND o\nNEEDAFFIX h\n"
                     "FORBIDDENWORD d\nCOMPOUNDPERMITFLAG c\nCIRCUMFIX f\n"
                     "SFX j Y 2\nSFX j 0 0/xoc .\nSFX j 0 -/zc .\nSFX S Y 1\nSFX S 0 es .\n"
                     "PFX U Y 1\nPFX U 0 un .\nPFX k Y 1\nPFX k 0 -/coxf .\nSFX e Y 1\nSFX e 0 0/yocf .\n",
                     "7\nArbeits/hj\nhaus/oSz\nHaus/S\nMitte/xySUz\nfalsch/dxzS\nbar/hke\n");
    assert_int_equal(read_hunspell_parts(base, keep_part, &forms, &error), 0);
    remove_dictionary(base);
    memcpy(forms.text + forms.len, " ", 2);
    assert_true(has_form(&forms, "Arbeits1"));   /* with the suffix j, but not by itself */
    assert_true(has_form(&forms, "Arbeits-12")); /* also a word of its own */
    assert_true(has_form(&forms, "haus4"));
    assert_true(has_form(&forms, "hauses4"));
    assert_true(has_form(&forms, "Haus8"));
    assert_true(has_form(&forms, "Mitte15"));
    assert_true(has_form(&forms, "Mittees12")); /* a suffix that is not permitted inside */
    assert_true(has_form(&forms, "unMitte11")); /* a prefix that is not permitted at the end */
    assert_true(has_form(&forms, "unMittees8"));
    assert_true(has_form(&forms, "falsch16"));
    assert_true(has_form(&forms, "falsches16"));
    assert_true(has_form(&forms, "-bar3"));   /* both halves of a circumfix */
    assert_null(strstr(forms.text, " bar2")); /* one alone */
}

static void a_missing_dictionary_is_named(void **state)
{
    struct rs_error error;
    struct forms forms = { .len = 0 };

    (void)state;
    assert_int_equal(read_hunspell("tests/data/no-such", keep_form, &forms, &error), -1);
    assert_string_equal(error.file, "tests/data/no-such.aff");
}

static void an_affix_without_its_fields_is_an_error_with_its_line(void **state)
{
    struct rs_error error = error_of("SET UTF-8\nSFX S Y 1\nSFX S 0\n", "1\nHaus/S\n");

    (void)state;
    assert_int_equal(error.line, 3);
}

static void more_affixes_than_announced_are_an_error(void **state)
{
    struct rs_error error = error_of("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\nSFX S 0 es .\n", "1\nHaus/S\n");

    (void)state;
    assert_int_equal(error.line, 4);
}

static void an_unknown_character_set_is_an_error(void **state)
{
    struct rs_error error = error_of("SET NOSUCH-1\n", "1\nHaus\n");

    (void)state;
    assert_non_null(strstr(error.message, "NOSUCH-1"));
}

static void bytes_that_are_no_utf_8_are_an_error(void **state)
{
    struct rs_error error = error_of("SET UTF-8\n", "1\nH\xe4user\n");

    (void)state;
    assert_non_null(strstr(error.message, "UTF-8"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(suffixes_are_added_where_their_condition_holds, read_small),
        cmocka_unit_test_setup(suffixes_strip_what_they_replace, read_small),
        cmocka_unit_test_setup(texts_are_utf_8_whatever_the_dictionary_is_written_in, read_small),
        cmocka_unit_test_setup(prefixes_go_with_suffixes_that_allow_it, read_small),
        cmocka_unit_test_setup(parts_of_compounds_and_forbidden_words_are_no_forms, read_small),
        cmocka_unit_test(parts_of_compounds_come_with_their_places),
        cmocka_unit_test(a_missing_dictionary_is_named),
        cmocka_unit_test(an_affix_without_its_fields_is_an_error_with_its_line),
        cmocka_unit_test(more_affixes_than_announced_are_an_error),
        cmocka_unit_test(an_unknown_character_set_is_an_error),
        cmocka_unit_test(bytes_that_are_no_utf_8_are_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
