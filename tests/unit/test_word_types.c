/* Word types: one for each distinct word, with what its spelling says. */
#include "small_lexicon.h"

#include "checks/workbench.h"
#include "lexicon/word_types.h"

static struct small small;

static int set_up(void **state)
{
    (void)state;
    small_open(&small);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    small_close(&small);
    return 0;
}

static const struct word_type *type_at(const struct document *doc, size_t index)
{
    assert_true(index < doc->token_count);
    return doc->tokens[index].type;
}

static void equal_words_share_their_type(void **state)
{
    struct document *doc = small_document(&small, "Ein Lama biss ein Lama, das Lama beißt.");

    (void)state;
    assert_ptr_equal(type_at(doc, 1), type_at(doc, 4));
    assert_ptr_equal(type_at(doc, 1), type_at(doc, 7));
    assert_ptr_not_equal(type_at(doc, 1), type_at(doc, 0));
    document_free(doc);
}

/* At the start a word may be one of lower case; elsewhere it is not. */
static void first_words_have_a_type_of_their_own(void **state)
{
    struct document *doc = small_document(&small, "Gab Gab gab");

    (void)state;
    assert_true(token_is_finite(&doc->tokens[0]));
    assert_false(token_is_finite(&doc->tokens[1]));
    assert_true(token_is_finite(&doc->tokens[2]));
    assert_memory_equal(type_at(doc, 0)->lower.at, "gab", 3);
    assert_ptr_not_equal(type_at(doc, 0), type_at(doc, 1));
    document_free(doc);
}

static void types_know_lists_and_english(void **state)
{
    struct document *doc = small_document(&small, "Heute however Meta");
    const struct list_record *companies = lexicon_list(&small.lexicon, SLICE("companies"));

    (void)state;
    assert_non_null(companies);
    assert_true(set_holds(type_at(doc, 2)->listed, list_number(&small.lexicon, companies)));
    assert_false(set_holds(type_at(doc, 1)->listed, list_number(&small.lexicon, companies)));
    assert_false(set_holds(type_at(doc, 2)->lower_listed, list_number(&small.lexicon, companies)));
    assert_true(is_english_token(&doc->tokens[1]));
    assert_false(is_english_token(&doc->tokens[2]));
    assert_false(token_in_list(&small.lexicon, LIST_MONTHS, &doc->tokens[2])); /* not compiled in here */
    document_free(doc);
}

static void parts_lie_where_the_token_stands(void **state)
{
    struct document *doc = small_document(&small, "Das Sprachmodell, ein Sprachmodell");
    const struct compound_part *first = token_parts(doc, &doc->tokens[1]), *second = token_parts(doc, &doc->tokens[4]);

    (void)state;
    assert_int_equal(doc->tokens[1].analysis.part_count, 2);
    assert_int_equal(first[0].span.start, 4);
    assert_int_equal(second[0].span.start, 22);
    assert_int_equal(first[1].lemma, second[1].lemma);
    document_free(doc);
}

/* Other readings have other traits. */
static void traits_go_with_the_readings(void **state)
{
    struct document *doc = small_document(&small, "die Lamas");
    struct token token = doc->tokens[1];
    const struct reading verb = { 0, POS_VERB | VERB(VERB_PAST) | NUMBER_PL | PERSON_3 };

    (void)state;
    assert_true(token_is(&token, POS_NOUN) && is_plural_noun(&token));
    read_as(&token.analysis, &verb, 1);
    assert_false(token_is(&token, POS_NOUN) || is_plural_noun(&token));
    assert_true(token_is_finite(&token) && has_trait(&token, TRAIT_ONLY_FINITE) && has_trait(&token, TRAIT_THIRD_PL));
    read_as(&token.analysis, NULL, 0);
    assert_int_equal(token.analysis.traits, 0);
    document_free(doc);
}

static void a_bench_keeps_many_types(void **state)
{
    struct workbenches *benches = workbenches_new(&(struct word_types){ .lexicon = &small.lexicon },
                                                  &(struct word_types){ .lexicon = &small.lexicon, .english = true });
    struct workbench *bench = workbench_take(benches);
    struct token token = { .kind = TOKEN_WORD };
    const struct word_type *first = NULL;
    char word[16];

    (void)state;
    for (int i = 0; i < 5000; i++) {
        struct slice text = { word, (size_t)snprintf(word, sizeof word, "wort%d", i) };
        const struct word_type *type = word_type_of(&bench->types, &token, text);

        first = i == 0 ? type : first;
        assert_ptr_equal(word_type_of(&bench->types, &token, text), type);
    }
    assert_int_equal(bench->types.count, 5000);
    assert_ptr_equal(word_type_of(&bench->types, &token, SLICE("wort0")), first);
    workbench_give_back(benches, bench);
    assert_ptr_equal(workbench_take(benches), bench);
    assert_ptr_not_equal(word_type_of(&bench->types, &token, SLICE("wort1")), first);
    workbench_give_back(benches, bench);
    workbenches_free(benches);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_words_share_their_type), cmocka_unit_test(first_words_have_a_type_of_their_own),
        cmocka_unit_test(types_know_lists_and_english), cmocka_unit_test(parts_lie_where_the_token_stands),
        cmocka_unit_test(traits_go_with_the_readings),  cmocka_unit_test(a_bench_keeps_many_types),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
