/* Sentences taken apart: which main clauses are left when what is inserted is gone. */
#include <stdio.h>

#include "real_data.h"

#include "checks/clauses.h"
#include "checks/marks.h"
#include "checks/plain_sentences.h"
#include "input/input.h"
#include "lexicon/analysis.h"

/* The plain sentences of a text, their words with spaces between them and a bar before each sentence. */
static void assert_plain(const char *text, const char *expected)
{
    struct rs_error error;
    struct document *doc = read_segment_text(SLICE("sentence"), slice_of(text), &error);
    struct issues issues = { .arena = &doc->arena };
    struct check_run run = { .context = &context, .doc = doc, .issues = &issues }, plain;
    char found[400] = "";

    document_divide(doc, &context.abbreviations);
    analyse(&context.lexicon, doc);
    mark_tokens(&run, &doc->analysis);
    run.clauses = read_clauses(&run, &doc->analysis, &run.clause_count);
    if (read_plain_sentences(&run, &doc->analysis, &plain))
        for (size_t i = 0; i < plain.doc->token_count; i++) {
            const struct token *token = &plain.doc->tokens[i];
            struct slice word = token_text(plain.doc, token);
            size_t used = strlen(found);
            bool first = plain.doc->sentences[token->sentence].first_token == i;

            snprintf(found + used, sizeof(found) - used, "%s%.*s ", first ? "| " : "", (int)word.len, word.at);
        }
    assert_string_equal(found, expected);
    document_free(doc);
}

static void what_is_inserted_is_left_out(void **state)
{
    (void)state;
    assert_plain("Das Boot, das am Steg lag, gehört dem Wirt.", "| Das Boot gehört dem Wirt . ");
    assert_plain("Der Wirt (61) schloss am Montag, weil es schneite, die Küche.", "");
    assert_plain("Die Wirtin, eine frühere Köchin, kocht wieder.", "| Die Wirtin kocht wieder . ");
}

static void a_clause_before_the_verb_is_an_adverb(void **state)
{
    (void)state;
    assert_plain("Wenn es schneit, bleibt der Pass zu.", "| Wenn bleibt der Pass zu . ");
    assert_plain("Dass es schneit, ärgert den Wirt.", "");
}

static void main_clauses_in_a_row_are_sentences(void **state)
{
    (void)state;
    assert_plain("Der Wirt kocht gern, aber der Koch singt lieber.", "| der Koch singt lieber . ");
    assert_plain("In Bern, Wien und Rom wird gestreikt.", "");
}

static void an_interrupted_subordinate_clause_is_one(void **state)
{
    (void)state;
    assert_plain("Er lacht, weil der Hund, der bellte, nun schläft.", "| weil der Hund nun schläft . ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_inserted_is_left_out),
        cmocka_unit_test(a_clause_before_the_verb_is_an_adverb),
        cmocka_unit_test(main_clauses_in_a_row_are_sentences),
        cmocka_unit_test(an_interrupted_subordinate_clause_is_one),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
