/* Pairs of words are learned from the phrases of a small dictionary. */
#include "built_lexicon.h"

#include "dictionaries/compile/ding_words.h"

static void add_words(struct builder *builder)
{
    static const char *const english[] = { "threat", "of", "the", "government", "change", "abroad", "live", "travel" };
    static const struct {
        const char *form, *lemma;
        uint32_t features;
    } german[] = {
        { "Drohung", "Drohung", POS_NOUN }, { "Drohungen", "Drohung", POS_NOUN },
        { "der", "der", POS_DETERMINER },   { "Regierung", "Regierung", POS_NOUN },
        { "Wechsel", "Wechsel", POS_NOUN }, { "Ausland", "Ausland", POS_NOUN },
        { "reisen", "reisen", POS_VERB },   { "leben", "leben", POS_VERB },
        { "im", "in", POS_PREPOSITION },
    };

    for (size_t i = 0; i < sizeof english / sizeof *english; i++) {
        builder_english(builder, slice_of(english[i]), true);
        builder_english_stem(builder, slice_of(english[i]), slice_of(english[i]));
    }
    for (size_t i = 0; i < sizeof german / sizeof *german; i++)
        builder_reading(builder, slice_of(german[i].form), slice_of(german[i].lemma), german[i].features);
}

static int learn(void **state)
{
    struct slice closed[] = { SLICE("of"), SLICE("the") };
    struct word_list list = { SLICE("closed"), closed, 2 };
    struct builder *builder = builder_new();
    struct ding_reader reader;
    struct rs_error error;

    (void)state;
    add_words(builder);
    ding_reader_open(&reader, builder, &list);
    struct ding *ding = ding_read("tests/data/phrases.ding", &error);

    if (ding != NULL)
        learned_pairs_write(&reader, ding, builder);
    ding_free(ding);
    ding_reader_close(&reader);
    return open_built(builder, ding == NULL ? -1 : 0, &error);
}

/* The lemmas that were learned for the word, the surest first. */
static void assert_learned(const char *english, const char *expected)
{
    const struct english_record *word = english_word(&lexicon, slice_of(english));
    char found[128] = "";
    size_t count, length = 0;
    const struct learned_pair *pairs = learned_pairs_of(&lexicon, (uint32_t)(word - lexicon.english), &count);

    for (size_t i = 0; i < count; i++) {
        struct slice lemma = lemma_text(&lexicon, pairs[i].lemma);

        length += (size_t)snprintf(found + length, sizeof found - length, "%s%.*s", i > 0 ? " " : "", (int)lemma.len,
                                   lemma.at);
    }
    assert_string_equal(found, expected);
}

static void each_word_finds_its_own(void **state)
{
    (void)state;
    assert_learned("government", "Regierung");
    assert_learned("threat", "Drohung");
    assert_learned("abroad", "Ausland");
    assert_learned("travel", "reisen");
}

static void words_of_grammar_stand_for_nothing(void **state)
{
    (void)state;
    assert_learned("the", "");
    assert_learned("of", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_word_finds_its_own),
        cmocka_unit_test(words_of_grammar_stand_for_nothing),
    };

    return cmocka_run_group_tests(tests, learn, release);
}
