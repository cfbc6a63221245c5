#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <libxml/parser.h>

#include "dictionaries/compile/rules_xml.h"

static struct rule_sources rules;
static xmlDoc *doc;
static xmlNode *senses;

static void spell_out(const char *homonym)
{
    struct reader reader = { .out = &rules, .arena = &rules.arena };

    doc = xmlReadMemory(homonym, (int)strlen(homonym), "homonym", NULL, 0);
    assert_non_null(doc);
    senses = homonym_spell_out(&reader, xmlDocGetRootElement(doc));
    assert_non_null(senses);
}

static int release(void **state)
{
    (void)state;
    xmlFreeNode(senses);
    xmlFreeDoc(doc);
    rules_free(&rules);
    return 0;
}

static const xmlNode *sense(size_t n)
{
    const xmlNode *node = senses->children;

    while (node != NULL && n-- > 0)
        node = node->next;
    return node;
}

static void assert_attribute(size_t n, const char *name, const char *wanted)
{
    xmlChar *value = xmlGetProp(sense(n), (const xmlChar *)name);

    assert_string_equal(value == NULL ? "" : (const char *)value, wanted);
    xmlFree(value);
}

static void a_meaning_without_company_is_only_marked(void **state)
{
    (void)state;
    spell_out("<homonym english='crane'><meaning name='machine' right='Kran' subject-of='heben'/>"
              "<meaning name='bird' right='Kranich'/></homonym>");
    assert_int_equal(xmlChildElementCount(senses), 1);
    assert_attribute(0, "id", "crane-machine-bird");
    assert_attribute(0, "wrong", "{Kranich}");
    assert_attribute(0, "subject-of", "heben");
    assert_attribute(0, "near", "");
}

static void no_sentence_is_lost(void **state)
{
    (void)state;
    spell_out("<homonym english='crane'><meaning name='machine' right='Kran' subject-of='heben' marked='no'>"
              "<bad>a</bad></meaning>"
              "<meaning name='bird' right='Kranich' near='Nest'><good>b</good><good>c</good></meaning></homonym>");
    assert_int_equal(xmlChildElementCount(senses), 1);
    assert_int_equal(xmlChildElementCount((xmlNode *)(uintptr_t)sense(0)), 3);
}

static void each_pair_of_meanings_is_a_sense(void **state)
{
    (void)state;
    spell_out("<homonym english='jam' confidence='0.8'>"
              "<meaning name='food' right='Marmelade' near='Toast|essen' topic='food'/>"
              "<meaning name='traffic' right='Stau' topic='traffic' also='stehen'/></homonym>");
    assert_int_equal(xmlChildElementCount(senses), 2);
    assert_attribute(0, "id", "jam-food-traffic");
    assert_attribute(0, "english", "jam (food)");
    assert_attribute(0, "wrong", "{Stau}");
    assert_attribute(0, "right", "Marmelade");
    assert_attribute(0, "confidence", "0.8");
    assert_attribute(0, "near", "{-Toast-}|{essen}|@-topic-food-&!{Stau}");
    assert_attribute(0, "unless", "@-topic-traffic-|{stehen}|{Marmelade}&!{Stau}");
    assert_attribute(1, "id", "jam-traffic-food");
    assert_attribute(1, "wrong", "{Marmelade}");
    assert_attribute(1, "near", "@-topic-traffic-&!{Marmelade}");
}

static void a_word_that_is_not_to_be_marked_makes_no_sense(void **state)
{
    (void)state;
    spell_out("<homonym english='watch'><meaning name='clock' right='Uhr' near='Rolex' marked='no'/>"
              "<meaning name='guard' right='Wache' near='Palast'/></homonym>");
    assert_int_equal(xmlChildElementCount(senses), 1);
    assert_attribute(0, "id", "watch-clock-guard");
    assert_attribute(0, "wrong", "{Wache}");
}

static void sentences_stand_with_the_first_pair_alone(void **state)
{
    (void)state;
    spell_out("<homonym english='spring'>"
              "<meaning name='metal' right='Feder' near='Matratze'><bad>Eine <mark>Quelle</mark>.</bad></meaning>"
              "<meaning name='season' right='Frühling' near='Winter'/>"
              "<meaning name='water' right='Quelle' near='Bach'/></homonym>");
    assert_int_equal(xmlChildElementCount(senses), 6);
    assert_attribute(1, "id", "spring-metal-water");
    assert_non_null(sense(0)->children);
    assert_null(sense(1)->children);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_meaning_without_company_is_only_marked, release),
        cmocka_unit_test_teardown(no_sentence_is_lost, release),
        cmocka_unit_test_teardown(each_pair_of_meanings_is_a_sense, release),
        cmocka_unit_test_teardown(a_word_that_is_not_to_be_marked_makes_no_sense, release),
        cmocka_unit_test_teardown(sentences_stand_with_the_first_pair_alone, release),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
