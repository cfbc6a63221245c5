#include "lexicon/compound.h"
#include "small_lexicon.h"

static struct small small;

static int open_small(void **state)
{
    (void)state;
    small_open(&small);
    return 0;
}

static int close_small(void **state)
{
    (void)state;
    small_close(&small);
    return 0;
}

/* The parts of a word as "Sprache+Modell"; "?" for a part that is not known. */
static const char *parts_of(const char *word)
{
    static char text[256];
    struct compound compound;

    text[0] = '\0';
    split_compound(&small.lexicon, slice_of(word), &compound);
    for (uint32_t i = 0; i < compound.count; i++) {
        struct slice lemma =
            compound.parts[i].lemma == NO_ID ? SLICE("?") : lemma_text(&small.lexicon, compound.parts[i].lemma);

        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%.*s", i > 0 ? "+" : "", (int)lemma.len, lemma.at);
    }
    return text;
}

static void a_closed_compound_is_split(void **state)
{
    (void)state;
    assert_string_equal(parts_of("Mauerhaus"), "Mauer+Haus");
}

static void linking_elements_are_seen(void **state)
{
    (void)state;
    assert_string_equal(parts_of("Sprachmodelle"), "Sprache+Modell");
    assert_string_equal(parts_of("Regierungshaus"), "Regierung+Haus");
}

static void hyphens_split_and_unknown_parts_stay(void **state)
{
    (void)state;
    assert_string_equal(parts_of("Lama-Modelle"), "Lama+Modell");
    assert_string_equal(parts_of("Qwerty-Modelle"), "?+Modell");
}

static void an_unknown_word_has_no_parts(void **state)
{
    (void)state;
    assert_string_equal(parts_of("Zuckerberg"), "");
}

static void a_very_long_word_is_left_alone(void **state)
{
    char word[4096];

    (void)state;
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    assert_string_equal(parts_of(word), "");
}

static void an_unknown_compound_is_read_as_its_head(void **state)
{
    struct document *doc = small_document(&small, "Er gab die Regierungsmodelle ab.");

    (void)state;
    assert_true(token_is(&doc->tokens[3], POS_NOUN));
    assert_true((doc->tokens[3].analysis.flags & ANALYSIS_COMPOUND) != 0);
    document_free(doc);
}

static void the_first_word_is_read_in_lower_case_too(void **state)
{
    struct document *doc = small_document(&small, "Gestern biss er.");

    (void)state;
    assert_true(token_is(&doc->tokens[0], POS_ADVERB));
    document_free(doc);
}

static void a_soft_hyphen_is_not_seen(void **state)
{
    struct document *doc = small_document(&small, "Er hat die Re\u00adde ge\u00adhalten.");

    (void)state;
    assert_true(token_is(&doc->tokens[3], POS_NOUN));
    assert_true(token_is(&doc->tokens[4], POS_VERB));
    document_free(doc);
}

static void separated_prefix_is_one_verb(void **state)
{
    struct document *doc = small_document(&small, "Er riss das Haus gestern ab.");

    (void)state;
    assert_int_equal(doc->tokens[1].analysis.joined, lexicon_lemma(&small.lexicon, SLICE("abreißen")));
    assert_int_equal(doc->tokens[1].analysis.particle, 5);
    document_free(doc);
}

static void a_preposition_inside_the_clause_is_no_prefix(void **state)
{
    struct document *doc = small_document(&small, "Er riss ab gestern das Haus.");

    (void)state;
    assert_int_equal(doc->tokens[1].analysis.joined, NO_ID);
    document_free(doc);
}

static void a_damaged_data_file_is_refused(void **state)
{
    struct lexicon lexicon;
    struct rs_error error = { 0 };

    (void)state;
    assert_int_equal(truncate(small.path, 4000), 0);
    assert_int_equal(lexicon_open(small.path, &lexicon, &error), -1);
    assert_non_null(strstr(error.message, "cut short"));
    assert_int_equal(lexicon_open("/dev/null", &lexicon, &error), -1);
    assert_int_equal(lexicon_open("/nowhere/rotstift.lex", &lexicon, &error), -1);
    assert_non_null(strstr(error.message, "make"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_closed_compound_is_split),
        cmocka_unit_test(linking_elements_are_seen),
        cmocka_unit_test(hyphens_split_and_unknown_parts_stay),
        cmocka_unit_test(an_unknown_word_has_no_parts),
        cmocka_unit_test(a_very_long_word_is_left_alone),
        cmocka_unit_test(an_unknown_compound_is_read_as_its_head),
        cmocka_unit_test(the_first_word_is_read_in_lower_case_too),
        cmocka_unit_test(a_soft_hyphen_is_not_seen),
        cmocka_unit_test(separated_prefix_is_one_verb),
        cmocka_unit_test(a_preposition_inside_the_clause_is_no_prefix),
        cmocka_unit_test(a_damaged_data_file_is_refused),
    };

    return cmocka_run_group_tests(tests, open_small, close_small);
}
