/* Verbs as the compiled dictionaries read them, and verbs whose prefix stands apart. */
#include "real_data.h"

#include "input/input.h"
#include "lexicon/analysis.h"

static struct document *doc;

static void analyse_text(const char *text)
{
    struct rs_error error;

    doc = read_segment_text(SLICE("sentence"), slice_of(text), &error);
    assert_non_null(doc);
    document_divide(doc, &context.abbreviations);
    analyse(&context.lexicon, doc);
}

/* True when a reading of the form is that of the lemma. */
static bool is_form_of(const char *form, const char *lemma)
{
    analyse_text(form);
    bool read = token_has_lemma(&doc->tokens[0], lexicon_lemma(&context.lexicon, slice_of(lemma)));

    document_free(doc);
    return read;
}

static void assert_joined(const char *text, size_t verb, const char *lemma)
{
    analyse_text(text);
    uint32_t joined = doc->tokens[verb].analysis.joined;

    assert_int_equal(joined, lemma == NULL ? NO_ID : lexicon_lemma(&context.lexicon, slice_of(lemma)));
    document_free(doc);
}

static void plurals_of_the_past_are_no_infinitives(void **state)
{
    (void)state;
    assert_true(is_form_of("kämen", "kommen"));
    assert_false(is_form_of("kämen", "kämen"));
    assert_true(is_form_of("riefen", "rufen"));
    assert_false(is_form_of("riefen", "riefen"));
    assert_true(is_form_of("ziehen", "ziehen"));
    assert_true(is_form_of("schienen", "schienen"));
}

static void a_rare_subjunctive_gives_way_to_another_verb(void **state)
{
    (void)state;
    assert_true(is_form_of("führt", "führen"));
    assert_false(is_form_of("führt", "fahren"));
    assert_false(is_form_of("drängen", "dringen"));
    assert_true(is_form_of("käme", "kommen"));
    assert_true(is_form_of("schiene", "scheinen"));
}

static void a_clause_goes_on_behind_the_one_that_it_encloses(void **state)
{
    (void)state;
    assert_joined("Einen Umbau lehnt der Wirt, dem das Haus gehört, weiterhin ab.", 2, "ablehnen");
    assert_joined("Die Wirtin lehnt den Plan, über den alle reden, ab.", 2, "ablehnen");
    assert_joined("Die Wirtin lehnt am Tresen, die Tür geht auf, der Gast reist ab.", 2, NULL);
    assert_joined("Der Wirt lehnt den Plan, den alle wollen, und reist ab.", 2, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plurals_of_the_past_are_no_infinitives),
        cmocka_unit_test(a_rare_subjunctive_gives_way_to_another_verb),
        cmocka_unit_test(a_clause_goes_on_behind_the_one_that_it_encloses),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
