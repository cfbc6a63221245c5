#include "small_lexicon.h"

static struct small small;

static int clear(void **state)
{
    (void)state;
    small = (struct small){ 0 };
    return 0;
}

/* The text of the first issue in a sentence, "" when there is none; of the suggestion with suggested. */
static const char *found(const char *sentence, bool suggested)
{
    static char text[256];
    struct document *doc = small_document(&small, sentence);
    struct issues issues = { .arena = &doc->arena };

    rules_match(&small.rules, doc, &issues);
    text[0] = '\0';
    if (issues.count > 0) {
        struct slice marked = suggested ? issues.items[0].suggestions[0] : text_of(doc, issues.items[0].span);

        memcpy(text, marked.at, marked.len);
        text[marked.len] = '\0';
    }
    document_free(doc);
    return text;
}

static void one_rule(const char *pattern, enum rule_order order)
{
    small_rule(&small, "test/rule", pattern, order);
    small_open(&small);
}

static void a_lemma_matches_all_its_forms(void **state)
{
    (void)state;
    one_rule("in die {Kugel}", ORDER_FIXED);
    assert_string_equal(found("Er schaut in die Kugel.", false), "in die Kugel");
    assert_string_equal(found("Er schaut in die Kugeln.", false), "in die Kugeln");
    assert_string_equal(found("Er schaut in eine Kugel.", false), "");
    small_close(&small);
}

static void an_unknown_word_is_inflected_as_its_last_part(void **state)
{
    (void)state;
    one_rule("{Murmelkugel|abhalten|wurzelsam|abflenten}", ORDER_FIXED);
    assert_string_equal(found("Dort liegen die Murmelkugeln.", false), "Murmelkugeln");
    assert_string_equal(found("Er hat es abgehalten.", false), "abgehalten");
    assert_string_equal(found("Er hofft, es abzuhalten.", false), "abzuhalten");
    assert_string_equal(found("Das ist ein wurzelsamer Plan.", false), "wurzelsamer");
    assert_string_equal(found("Er hielt es ab.", false), "hielt");
    assert_string_equal(found("Er hat es abgeflentet.", false), "abgeflentet");
    assert_string_equal(found("Dort liegen Murmeln.", false), "");
    small_close(&small);
}

static void a_verb_floats_in_main_and_subordinate_clause(void **state)
{
    (void)state;
    one_rule("in die {Kugel} {beißen}", ORDER_CLAUSE);
    assert_string_equal(found("Gestern biss er in die Kugel.", false), "biss er in die Kugel");
    assert_string_equal(found("Er sagt, dass er in die Kugel beißt.", false), "in die Kugel beißt");
    assert_string_equal(found("Er hat in die Kugel gebissen.", false), "in die Kugel gebissen");
    assert_string_equal(found("Er hat gebissen, in die Kugel.", false), "");
    small_close(&small);
}

static void a_fixed_pattern_keeps_its_order(void **state)
{
    (void)state;
    one_rule("in die {Kugel} {beißen}", ORDER_FIXED);
    assert_string_equal(found("Gestern biss er in die Kugel.", false), "");
    assert_string_equal(found("Er hat in die Kugel gebissen.", false), "in die Kugel gebissen");
    small_close(&small);
}

static void a_free_pattern_takes_any_order_in_the_clause(void **state)
{
    (void)state;
    one_rule("{Kugel} {beißen}", ORDER_FREE);
    assert_string_equal(found("Er biss gestern die Kugel.", false), "biss gestern die Kugel");
    assert_string_equal(found("Die Kugel hat er gebissen.", false), "Kugel hat er gebissen");
    assert_string_equal(found("Die Kugel, er biss gestern.", false), "");
    small_close(&small);
}

static void a_separated_prefix_makes_another_verb(void **state)
{
    (void)state;
    one_rule("{abreißen} ... {Haus}", ORDER_CLAUSE);
    assert_string_equal(found("Er riss das Haus gestern ab.", false), "riss das Haus");
    assert_string_equal(found("Er hat das Haus abgerissen.", false), "Haus abgerissen");
    assert_string_equal(found("Er riss das Haus gestern.", false), "");
    small_close(&small);
}

static void a_gap_is_bounded_by_number_and_clause(void **state)
{
    (void)state;
    one_rule("in ...2 {Kugel}", ORDER_FIXED);
    assert_string_equal(found("Das ist in die Kugel.", false), "in die Kugel");
    assert_string_equal(found("Das ist in das und die Kugel.", false), "");
    assert_string_equal(found("Das ist in das, die Kugel.", false), "");
    small_close(&small);
    one_rule("in das , ...2 {Kugel}", ORDER_FIXED);
    assert_string_equal(found("Das ist in das, die Kugel.", false), "in das, die Kugel");
    small_close(&small);
}

static void compounds_match_by_head_first_and_any_part(void **state)
{
    (void)state;
    small_rule(&small, "test/a", "{-Modell}", ORDER_FIXED);
    small_rule(&small, "test/b", "{Lama-}", ORDER_FIXED);
    small_open(&small);
    assert_string_equal(found("Die Sprachmodelle sind da.", false), "Sprachmodelle");
    assert_string_equal(found("Die Modelle sind da.", false), "Modelle");
    assert_string_equal(found("Das Lama-Haus ist da.", false), "Lama-Haus");
    assert_string_equal(found("Das Lama ist da.", false), "");
    small_close(&small);
}

/* "Atomenergiebehörde" is read as a Behörde; of a name it is no form. */
static void a_name_is_no_head_of_a_longer_compound(void **state)
{
    (void)state;
    one_rule("{Modell}", ORDER_FIXED);
    assert_string_equal(found("Die Sprachmodelle sind da.", false), "Sprachmodelle");
    small_close(&small);
    small_rule(&small, "test/rule", "{Modell}", ORDER_FIXED)->category = SLICE("accuracy/do-not-translate");
    small_open(&small);
    assert_string_equal(found("Die Sprachmodelle sind da.", false), "");
    assert_string_equal(found("Die Modelle sind da.", false), "Modelle");
    small_close(&small);
    small_rule(&small, "test/rule", "{-Modell}", ORDER_FIXED)->category = SLICE("accuracy/do-not-translate");
    small_open(&small);
    assert_string_equal(found("Die Sprachmodelle sind da.", false), "Sprachmodelle");
    small_close(&small);
}

static void a_name_is_used_bare(void **state)
{
    (void)state;
    one_rule("{Lama}&#BARE", ORDER_FIXED);
    assert_string_equal(found("Meta hat Lama gestern gezeigt.", false), "Lama");
    assert_string_equal(found("Er sah ein Lama gestern.", false), "");
    small_close(&small);
}

static void conditions_ask_and_forbid_company(void **state)
{
    (void)state;
    struct rule_source *rule = small_rule(&small, "test/rule", "{Lama}", ORDER_FIXED);

    small_condition(&small, rule, "@companies", false, SCOPE_SENTENCE);
    small_condition(&small, rule, "{Haus}", true, SCOPE_SENTENCE);
    small_open(&small);
    assert_string_equal(found("Er sah ein Lama.", false), "");
    assert_string_equal(found("Er sah Lama von Meta.", false), "Lama");
    assert_string_equal(found("Er sah Lama von Meta im Haus.", false), "");
    small_close(&small);
}

static void document_conditions_look_beyond_the_sentence(void **state)
{
    (void)state;
    struct rule_source *rule = small_rule(&small, "test/rule", "{Lama}", ORDER_FIXED);

    small_condition(&small, rule, "Meta", false, SCOPE_DOCUMENT);
    small_open(&small);
    assert_string_equal(found("Er sah Lama. Das ist von Meta.", false), "Lama");
    small_close(&small);
}

static void nearby_conditions_look_at_the_neighbours(void **state)
{
    (void)state;
    struct rule_source *rule = small_rule(&small, "test/rule", "{Lama}", ORDER_FIXED);

    small_condition(&small, rule, "{Modell}", false, SCOPE_NEARBY);
    small_condition(&small, rule, "{Haus}", true, SCOPE_SENTENCE);
    small_open(&small);
    assert_string_equal(found("Er sah Lama. Das ist ein Modell.", false), "Lama");
    assert_string_equal(found("Das ist ein Modell.\n\nEr sah Lama.", false), "Lama");
    assert_string_equal(found("Er sah Lama. Er biss. Das ist ein Modell.", false), "");
    small_close(&small);
}

/* What excuses the word may stand beside a neighbour's company, not beside its own. */
static void an_excuse_counts_where_the_company_is(void **state)
{
    (void)state;
    struct rule_source *rule = small_rule(&small, "test/rule", "{Lama}", ORDER_FIXED);

    small_condition(&small, rule, "{Modell}", false, SCOPE_NEARBY);
    small_condition(&small, rule, "{Haus}", true, SCOPE_SENTENCE);
    small_open(&small);
    assert_string_equal(found("Er sah Lama. Das Haus ist ein Modell.", false), "");
    assert_string_equal(found("Er sah Lama, das Modell. Das ist ein Haus.", false), "Lama");
    small_close(&small);
}

/* Five words of company anywhere show what the document is about. */
static void company_that_comes_often_is_nearby(void **state)
{
    (void)state;
    struct rule_source *rule = small_rule(&small, "test/rule", "{Lama}", ORDER_FIXED);

    small_condition(&small, rule, "{Modell}", false, SCOPE_NEARBY);
    small_open(&small);
    assert_string_equal(found("Er sah Lama. Er biss. Modelle, Modelle, Modelle, Modelle und Modelle.", false), "Lama");
    assert_string_equal(found("Er sah Lama. Er biss. Modelle, Modelle und Modelle.", false), "");
    small_close(&small);
}

static void a_suggestion_reuses_words_and_inflection(void **state)
{
    (void)state;
    struct rule_source *rule = small_rule(&small, "test/rule", "{geben} ... eine {Rede}", ORDER_CLAUSE);

    small_suggestion(&small, rule, "{halten=1} eine \\3");
    small_open(&small);
    assert_string_equal(found("Er gab gestern eine Rede.", true), "hielt eine Rede");
    assert_string_equal(found("Er hat eine Rede gegeben.", true), "gehalten eine Rede");
    small_close(&small);
}

static void an_object_is_found_with_its_verb(void **state)
{
    (void)state;
    one_rule("{geben} {Rede}", ORDER_OBJECT);
    assert_string_equal(found("Er gab gestern eine Rede.", false), "gab");
    assert_string_equal(found("Eine Rede gab er gestern.", false), "gab");
    assert_string_equal(found("Er hat gestern eine Rede gegeben.", false), "gegeben");
    assert_string_equal(found("Eine Rede wird gegeben.", false), "gegeben");
    assert_string_equal(found("Er biss und gab eine Rede.", false), "gab");
    assert_string_equal(found("Gegeben wird eine Rede.", false), "Gegeben");
    assert_string_equal(found("Er hat eine Mauer und eine Rede gegeben.", false), "gegeben");
    assert_string_equal(found("Dort war die Rede, die er gestern gab.", false), "gab");
    assert_string_equal(found("Dort war die Rede, die gestern gegeben wird.", false), "gegeben");
    small_close(&small);
    one_rule("{geben} [ {Rede} ]", ORDER_OBJECT);
    assert_string_equal(found("Er gab gestern eine Rede.", false), "Rede");
    assert_string_equal(found("Die Rede gab die Mauer.", false), "");
    small_close(&small);
}

/* Behind a verb of the other number the noun is no subject, wherever that stands. */
static void an_object_is_told_by_the_number_of_its_verb(void **state)
{
    (void)state;
    one_rule("{geben} {Rede}", ORDER_OBJECT);
    assert_string_equal(found("Dort, wo er war, gaben eine Rede.", false), "gaben");
    assert_string_equal(found("Dort, wo er war, gab eine Rede.", false), "");
    assert_string_equal(found("Dort, wo er war, gaben eine Rede und eine Mauer.", false), "");
    small_close(&small);
}

static void a_subject_or_another_verbs_object_is_left(void **state)
{
    (void)state;
    one_rule("{geben} {Rede}", ORDER_OBJECT);
    assert_string_equal(found("Die Rede gab die Mauer.", false), "");
    assert_string_equal(found("Er gab in die Rede das Haus.", false), "");
    assert_string_equal(found("Er hielt eine Rede und gab das Haus.", false), "");
    assert_string_equal(found("Dort war die Rede, die gestern das Haus gab.", false), "");
    small_close(&small);
}

static void a_subject_is_found_with_its_verb(void **state)
{
    (void)state;
    one_rule("{geben} [ {Rede} ]", ORDER_SUBJECT);
    assert_string_equal(found("Die Rede gab die Mauer.", false), "Rede");
    assert_string_equal(found("Gestern gab die Rede eine Mauer.", false), "Rede");
    assert_string_equal(found("Dort war die Rede, die gestern gab.", false), "Rede");
    assert_string_equal(found("Er gab gestern eine Rede.", false), "");
    assert_string_equal(found("Die Rede gab er gestern.", false), "");
    assert_string_equal(found("Eine Rede wird gegeben.", false), "");
    assert_string_equal(found("Er gab in der Rede das Haus.", false), "");
    small_close(&small);
}

static void brackets_say_what_is_marked(void **state)
{
    (void)state;
    one_rule("in [ die {Kugel} ]", ORDER_FIXED);
    assert_string_equal(found("Er schaut in die Kugel.", false), "die Kugel");
    small_close(&small);
}

static void optional_and_negated_items_hold(void **state)
{
    (void)state;
    small_rule(&small, "test/a", "in die? {Kugel} !und", ORDER_FIXED);
    small_open(&small);
    assert_string_equal(found("Er schaut in Kugeln hinein.", false), "in Kugeln hinein");
    assert_string_equal(found("Er schaut in die Kugeln hinein.", false), "in die Kugeln hinein");
    assert_string_equal(found("Er schaut in die Kugeln und weg.", false), "");
    small_close(&small);
}

static void a_noun_phrase_is_one_item(void **state)
{
    (void)state;
    one_rule("{geben} #NP gestern", ORDER_FIXED);
    assert_string_equal(found("Er gab die Rede gestern.", false), "gab die Rede gestern");
    assert_string_equal(found("Er gab das Haus Modell gestern.", false), "gab das Haus Modell gestern");
    assert_string_equal(found("Er gab sie gestern.", false), "gab sie gestern");
    assert_string_equal(found("Er gab 20 Lamas gestern.", false), "gab 20 Lamas gestern");
    assert_string_equal(found("Er gab in die Rede gestern.", false), "");
    assert_string_equal(found("Er gab gestern.", false), "");
    assert_string_equal(found("Er gab die gestern.", false), "");
    small_close(&small);
}

static void a_noun_phrase_is_found_leftwards_and_may_be_missing(void **state)
{
    (void)state;
    small_rule(&small, "test/a", "[ #NP ] gebissen", ORDER_FIXED);
    small_rule(&small, "test/b", "abgerissen #NP? gestern", ORDER_FIXED);
    small_open(&small);
    assert_string_equal(found("Er hat die Kugel gebissen.", false), "die Kugel");
    assert_string_equal(found("Er hat, das Lama gebissen.", false), "das Lama");
    assert_string_equal(found("Er hat abgerissen gestern.", false), "abgerissen gestern");
    assert_string_equal(found("Er hat abgerissen das Haus gestern.", false), "abgerissen das Haus gestern");
    small_close(&small);
}

static void infinitives_and_participles_are_classes(void **state)
{
    (void)state;
    small_rule(&small, "test/a", "das [ #PART ] und", ORDER_FIXED);
    small_rule(&small, "test/b", "die [ #INF ] und", ORDER_FIXED);
    small_open(&small);
    assert_string_equal(found("Er hat das gebissen und gab.", false), "gebissen");
    assert_string_equal(found("Er hat das halten und gab.", false), "");
    assert_string_equal(found("Er will die halten und gab.", false), "halten");
    assert_string_equal(found("Er wird die abzureißen und gab.", false), "abzureißen");
    assert_string_equal(found("Er hat die gehalten und gab.", false), "");
    small_close(&small);
}

static void edges_bind_to_sentence_and_segment(void **state)
{
    (void)state;
    one_rule("^^ das {Haus} . $$", ORDER_FIXED);
    assert_string_equal(found("Das Haus.", false), "Das Haus.");
    assert_string_equal(found("Das Haus. Das Haus.", false), "");
    small_close(&small);
}

static void refused_in_order(const char *pattern, enum rule_order order, const char *reason)
{
    struct rs_error error = { 0 };

    clear(NULL);
    strcpy(small.path, "/tmp/rotstift-test-refused");
    small_rule(&small, "test/rule", pattern, order);
    assert_int_equal(small_compile(&small, &error), -1);
    assert_string_equal(complaint.file, "test.xml");
    assert_int_equal(complaint.line, 1);
    assert_non_null(strstr(complaint.message, reason));
    arena_free(&small.arena);
}

static void refused(const char *pattern, const char *reason)
{
    refused_in_order(pattern, ORDER_FIXED, reason);
}

static void malformed_patterns_are_refused_with_their_reason(void **state)
{
    (void)state;
    refused("{Kugel", "no closing brace");
    refused("@nirgends", "no such word list");
    refused("#WORT", "no such word class");
    refused("{Kugel|}", "empty lemma");
    refused("in ...99 die", "at most 20");
    refused("#NOUN ... #VERB", "names no word");
    refused("#NP", "names no word");
    refused_in_order("{geben} #NP", ORDER_FREE, "no place in order=\"free\"");
    refused_in_order("{geben} eine {Rede}", ORDER_OBJECT, "takes a verb and a noun");
    refused_in_order("[ {geben} ] {Rede}", ORDER_OBJECT, "takes a verb and a noun");
    refused_in_order("{Rede}", ORDER_SUBJECT, "takes a verb and a noun");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_lemma_matches_all_its_forms, clear),
        cmocka_unit_test_setup(an_unknown_word_is_inflected_as_its_last_part, clear),
        cmocka_unit_test_setup(a_verb_floats_in_main_and_subordinate_clause, clear),
        cmocka_unit_test_setup(a_fixed_pattern_keeps_its_order, clear),
        cmocka_unit_test_setup(a_free_pattern_takes_any_order_in_the_clause, clear),
        cmocka_unit_test_setup(a_separated_prefix_makes_another_verb, clear),
        cmocka_unit_test_setup(a_gap_is_bounded_by_number_and_clause, clear),
        cmocka_unit_test_setup(compounds_match_by_head_first_and_any_part, clear),
        cmocka_unit_test_setup(a_name_is_no_head_of_a_longer_compound, clear),
        cmocka_unit_test_setup(a_name_is_used_bare, clear),
        cmocka_unit_test_setup(conditions_ask_and_forbid_company, clear),
        cmocka_unit_test_setup(document_conditions_look_beyond_the_sentence, clear),
        cmocka_unit_test_setup(nearby_conditions_look_at_the_neighbours, clear),
        cmocka_unit_test_setup(an_excuse_counts_where_the_company_is, clear),
        cmocka_unit_test_setup(company_that_comes_often_is_nearby, clear),
        cmocka_unit_test_setup(a_suggestion_reuses_words_and_inflection, clear),
        cmocka_unit_test_setup(an_object_is_found_with_its_verb, clear),
        cmocka_unit_test_setup(a_subject_is_found_with_its_verb, clear),
        cmocka_unit_test_setup(an_object_is_told_by_the_number_of_its_verb, clear),
        cmocka_unit_test_setup(a_subject_or_another_verbs_object_is_left, clear),
        cmocka_unit_test_setup(brackets_say_what_is_marked, clear),
        cmocka_unit_test_setup(optional_and_negated_items_hold, clear),
        cmocka_unit_test_setup(a_noun_phrase_is_one_item, clear),
        cmocka_unit_test_setup(a_noun_phrase_is_found_leftwards_and_may_be_missing, clear),
        cmocka_unit_test_setup(infinitives_and_participles_are_classes, clear),
        cmocka_unit_test_setup(edges_bind_to_sentence_and_segment, clear),
        cmocka_unit_test_setup(malformed_patterns_are_refused_with_their_reason, clear),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
