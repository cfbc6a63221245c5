/* bilingual/: paragraphs and sentences of two texts, and the words in them, find each other. */
#include "real_data.h"

#include <stdio.h>

#include "bilingual/alignment.h"
#include "bilingual/bilingual.h"
#include "input/input.h"

/* The beads of two rows of lengths (ended by 0) as "1-1 2-1 …". */
static void assert_beads(const uint32_t *english, const uint32_t *german, const char *expected)
{
    struct arena arena = { 0 };
    struct text_row rows[2] = { { english, 0 }, { german, 0 } };
    char found[256] = "";
    size_t count, length = 0;

    for (size_t i = 0; i < 2; i++)
        while (rows[i].lengths[rows[i].count] != 0)
            rows[i].count++;
    const struct bead *beads = align(&arena, rows[0], rows[1], NULL, 0, &count);

    for (size_t i = 0; i < count; i++)
        length += (size_t)snprintf(found + length, sizeof found - length, "%s%u-%u", i > 0 ? " " : "",
                                   beads[i].english_count, beads[i].german_count);
    arena_free(&arena);
    assert_string_equal(found, expected);
}

static void lengths_pair_texts(void **state)
{
    (void)state;
    assert_beads((uint32_t[]){ 100, 40, 80, 0 }, (uint32_t[]){ 110, 45, 90, 0 }, "1-1 1-1 1-1");
    assert_beads((uint32_t[]){ 100, 150, 80, 0 }, (uint32_t[]){ 110, 80, 90, 90, 0 }, "1-1 1-2 1-1");
    assert_beads((uint32_t[]){ 70, 80, 200, 0 }, (uint32_t[]){ 165, 220, 0 }, "2-1 1-1");
    assert_beads((uint32_t[]){ 70, 300, 200, 0 }, (uint32_t[]){ 75, 220, 0 }, "1-1 1-0 1-1");
    assert_beads((uint32_t[]){ 70, 200, 0 }, (uint32_t[]){ 75, 320, 220, 0 }, "1-1 0-1 1-1");
}

static void one_side_may_be_empty(void **state)
{
    (void)state;
    assert_beads((uint32_t[]){ 0 }, (uint32_t[]){ 0 }, "");
    assert_beads((uint32_t[]){ 50, 60, 0 }, (uint32_t[]){ 0 }, "1-0 1-0");
    assert_beads((uint32_t[]){ 0 }, (uint32_t[]){ 50, 60, 70, 0 }, "0-1 0-1 0-1");
}

/* The article beside its source, read; freed by document_free. */
static struct document *read_both(const char *english, const char *german)
{
    struct rs_error error;
    struct document *doc = read_plain_text(SLICE("article"), slice_of(german), &error);
    struct issues issues = { 0 };

    assert_non_null(doc);
    assert_int_equal(read_plain_source(doc, SLICE("source"), slice_of(english), &error), 0);
    issues.arena = &doc->arena;
    checks_run(&context, doc, &issues);
    assert_non_null(doc->bilingual);
    return doc;
}

static bool is_text(struct slice text, const char *expected)
{
    return slice_equal(text, slice_of(expected));
}

static uint32_t token_spelled(const struct document *doc, const char *word)
{
    for (size_t i = 0; i < doc->token_count; i++)
        if (is_text(token_text(doc, &doc->tokens[i]), word))
            return (uint32_t)i;
    fail_msg("no token \"%s\"", word);
    return NO_ID;
}

static void assert_linked(const struct document *doc, const char *english, const char *german, enum link_kind kind)
{
    const struct bilingual *bilingual = doc->bilingual;
    uint32_t from = token_spelled(bilingual->english, english), to = token_spelled(doc, german);

    assert_int_equal(bilingual->words[from].best, to);
    assert_int_equal(bilingual->words[from].best_kind, kind);
    assert_int_equal(bilingual->german[to].best, from);
}

static void words_find_their_translations(void **state)
{
    struct document *doc = read_both("The minister did not rule out new taxes. Prices went up by 4.5% in Ohio's towns.",
                                     "Der Minister schloss neue Abgaben nicht aus. Der Preisanstieg in den Orten Ohios "
                                     "lag bei 4,5 %.");

    (void)state;
    assert_linked(doc, "minister", "Minister", LINK_NAME);
    assert_linked(doc, "rule", "schloss", LINK_DICTIONARY);
    assert_linked(doc, "new", "neue", LINK_DICTIONARY);
    assert_linked(doc, "taxes", "Abgaben", LINK_DICTIONARY);
    assert_linked(doc, "Prices", "Preisanstieg", LINK_PART);
    assert_linked(doc, "4.5", "4,5", LINK_NUMBER);
    assert_linked(doc, "Ohio's", "Ohios", LINK_NAME);
    document_free(doc);
}

static void words_find_what_phrases_have_for_them(void **state)
{
    struct document *doc = read_both("The officials live abroad.", "Die Beamten leben im Ausland.");

    (void)state;
    assert_linked(doc, "officials", "Beamten", LINK_LEARNED);
    assert_linked(doc, "live", "leben", LINK_DICTIONARY);
    assert_linked(doc, "abroad", "Ausland", LINK_LEARNED);
    document_free(doc);
}

static void words_without_a_link_find_synonyms_and_relatives(void **state)
{
    struct document *doc = read_both("The retailer baffled the team.", "Der Händler überraschte die Mannschaft.");

    (void)state;
    assert_linked(doc, "retailer", "Händler", LINK_AKIN);
    assert_linked(doc, "team", "Mannschaft", LINK_DICTIONARY);
    assert_int_equal(doc->bilingual->passages[0].linked, 1); /* the weakest links don't tell a translation */
    document_free(doc);
}

static void sentences_know_their_source(void **state)
{
    struct document *doc = read_both("The bridge fell in May. Nobody was hurt, and the road was closed for a week.",
                                     "Die Brücke stürzte im Mai ein. Niemand wurde verletzt. Die Straße blieb eine "
                                     "Woche lang gesperrt.");

    (void)state;
    assert_int_equal(doc->sentence_count, 3);
    assert_true(is_text(doc->sentences[0].source, "The bridge fell in May."));
    assert_true(slice_equal(doc->sentences[1].source, doc->sentences[2].source));
    assert_int_equal(doc->bilingual->passage_count, 2);
    document_free(doc);
}

static void a_left_out_paragraph_shifts_nothing(void **state)
{
    struct document *doc = read_both("The council met on Monday to discuss the harbour.\n"
                                     "A spokesman for the fishermen asked for more money and for a new quay.\n"
                                     "The mayor promised an answer by the end of the summer.\n",
                                     "Der Rat kam am Montag zusammen, um über den Hafen zu beraten.\n"
                                     "Der Bürgermeister versprach eine Antwort bis zum Ende des Sommers.\n");
    const struct passage *passages = doc->bilingual->passages;

    (void)state;
    assert_int_equal(doc->bilingual->passage_count, 3);
    assert_int_equal(passages[1].german_count, 0);
    assert_true(is_text(doc->segments[1].source, "The mayor promised an answer by the end of the summer."));
    document_free(doc);
}

static void english_words_know_their_stems(void **state)
{
    struct document *doc = read_both("Companies stopped talks; she went home with two children and left.",
                                     "Firmen brachen Gespräche ab; sie ging mit zwei Kindern heim.");
    const struct bilingual *bilingual = doc->bilingual;

    (void)state;
    assert_true(english_is(bilingual, token_spelled(bilingual->english, "Companies"), SLICE("company")));
    assert_true(english_is(bilingual, token_spelled(bilingual->english, "stopped"), SLICE("stop")));
    assert_true(english_is(bilingual, token_spelled(bilingual->english, "went"), SLICE("go")));
    assert_true(english_is(bilingual, token_spelled(bilingual->english, "children"), SLICE("child")));
    assert_true(english_is(bilingual, token_spelled(bilingual->english, "left"), SLICE("leave")));
    assert_true(english_is(bilingual, token_spelled(bilingual->english, "left"), SLICE("left")));
    assert_false(english_is(bilingual, token_spelled(bilingual->english, "left"), SLICE("right")));
    document_free(doc);
}

static void a_document_without_source_has_no_links(void **state)
{
    struct rs_error error;
    struct document *doc = read_plain_text(SLICE("article"), SLICE("Der Rat tagte."), &error);
    struct issues issues = { .arena = &doc->arena };

    (void)state;
    checks_run(&context, doc, &issues);
    assert_null(doc->bilingual);
    document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_pair_texts),
        cmocka_unit_test(one_side_may_be_empty),
        cmocka_unit_test(words_find_their_translations),
        cmocka_unit_test(words_find_what_phrases_have_for_them),
        cmocka_unit_test(words_without_a_link_find_synonyms_and_relatives),
        cmocka_unit_test(sentences_know_their_source),
        cmocka_unit_test(a_left_out_paragraph_shifts_nothing),
        cmocka_unit_test(english_words_know_their_stems),
        cmocka_unit_test(a_document_without_source_has_no_links),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
