/* The rule files are the specification of the rules: every <bad> sentence must be marked by its rule where it says so,
 * no <good> sentence may be marked by any rule. Failures name file and line, as a compiler does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "checks/checks.h"
#include "dictionaries/compile/rules.h"
#include "glossary/glossary.h"
#include "input/input.h"
#include "reports/texts.h"

static struct checks_context context;
static struct rule_sources rules;
static struct glossary *glossary; /* for the sentences of the rules about terms */

/* The issues of a sentence; the caller frees the document. */
static struct document *check_sentence(const struct sentence_source *sentence, struct issues *issues)
{
    struct rs_error error;
    bool paragraphs = memchr(sentence->text.at, '\n', sentence->text.len) != NULL;
    struct document *doc = paragraphs ? read_plain_text(SLICE("sentence"), sentence->text, &error)
                                      : read_segment_text(SLICE("sentence"), sentence->text, &error);

    if (doc == NULL)
        fail_msg("line %zu: %s", sentence->line, error.message);
    if (doc != NULL && sentence->source.len > 0)
        doc->segments[0].source = sentence->source;
    *issues = (struct issues){ .arena = &doc->arena, .glossary = glossary };
    checks_run(&context, doc, issues);
    return doc;
}

static bool touches(const struct issue *issue, struct span mark)
{
    return issue->span.start < mark.end && mark.start < issue->span.end;
}

/* "false-friend/gift" -> "false-friend". */
static struct slice family_of(struct slice id)
{
    const char *slash = memchr(id.at, '/', id.len);

    return slash == NULL ? id : slice_between(id.at, slash);
}

/* A finding of another rule of the family over the same words is as good, and of literal wordings that of any: idioms
 * share their images, false friends and wrong senses their words, and the terms of a desk are all of these. */
static bool same_family(struct slice id, struct slice other)
{
    return slice_equal(family_of(id), family_of(other)) || slice_starts(id, SLICE("term/")) ||
           slice_starts(other, SLICE("term/")) || (finds_literal_wording(id) && finds_literal_wording(other));
}

static bool is_marked(const struct rule_source *rule, const struct sentence_source *sentence)
{
    struct issues issues;
    struct document *doc = check_sentence(sentence, &issues);
    bool marked = false;

    for (size_t i = 0; i < issues.count; i++)
        marked =
            marked || (same_family(issues.items[i].rule->id, rule->id) && touches(&issues.items[i], sentence->mark));
    document_free(doc);
    return marked;
}

static void every_rule_marks_its_bad_sentences(void **state)
{
    size_t missed = 0;

    (void)state;
    for (size_t i = 0; i < rules.rules_count; i++)
        for (size_t j = 0; j < rules.rules[i].bad_count; j++) {
            const struct rule_source *rule = &rules.rules[i];
            const struct sentence_source *bad = &rule->bad[j];

            if (is_marked(rule, bad))
                continue;
            missed++;
            print_error("%.*s:%zu: %.*s does not mark: %.*s\n", (int)rule->file.len, rule->file.at, bad->line,
                        (int)rule->id.len, rule->id.at, (int)bad->text.len, bad->text.at);
        }
    assert_int_equal(missed, 0);
}

static size_t count_false_alarms(const struct rule_source *rule, const struct sentence_source *good)
{
    struct issues issues;
    struct document *doc = check_sentence(good, &issues);
    size_t count = 0;

    for (size_t i = 0; i < issues.count; i++) {
        const struct issue *issue = &issues.items[i];
        struct slice marked = text_of(doc, issue->span);

        /* What is not sure enough to be shown may err on another rule's sentences, never on its own. */
        if (issue->confidence < RS_DEFAULT_CONFIDENCE && !slice_equal(issue->rule->id, rule->id))
            continue;
        count++;
        print_error("%.*s:%zu: %.*s marks “%.*s” in a good sentence of %.*s: %.*s\n", (int)rule->file.len,
                    rule->file.at, good->line, (int)issue->rule->id.len, issue->rule->id.at, (int)marked.len, marked.at,
                    (int)rule->id.len, rule->id.at, (int)good->text.len, good->text.at);
    }
    document_free(doc);
    return count;
}

static void no_rule_marks_a_good_sentence(void **state)
{
    size_t alarms = 0;

    (void)state;
    for (size_t i = 0; i < rules.rules_count; i++)
        for (size_t j = 0; j < rules.rules[i].good_count; j++)
            alarms += count_false_alarms(&rules.rules[i], &rules.rules[i].good[j]);
    assert_int_equal(alarms, 0);
}

static void bad_sentences_have_their_mark(void **state)
{
    (void)state;
    for (size_t i = 0; i < rules.rules_count; i++)
        for (size_t j = 0; j < rules.rules[i].bad_count; j++)
            assert_true(rules.rules[i].bad[j].mark.start < rules.rules[i].bad[j].mark.end);
}

static int open_all(void **state)
{
    const struct rule_places places = { "dictionaries/rules", "dictionaries/names", "dictionaries/terms",
                                        "dictionaries/idioms", "dictionaries/rules.rng" };
    struct rs_error error;

    (void)state;
    if (rules_read(&places, &rules, &error) != 0 || checks_open(&context, "build/rotstift.lex", "de-DE", &error) != 0 ||
        (glossary = glossary_open("tests/rules/glossary.csv", &context, &error)) == NULL) {
        print_error("%s:%zu: %s\n", error.file, error.line, error.message);
        return -1;
    }
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    glossary_close(glossary);
    checks_close(&context);
    rules_free(&rules);
    return 0;
}

/* Reports name categories in words, by the table in reports/texts.c. */
static void each_category_of_the_rules_has_words_for_people(void **state)
{
    (void)state;
    for (size_t i = 0; i < context.rules.count; i++) {
        struct slice category = rule_info_at(&context.rules, i)->category;

        for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
            struct slice words = category_text(language, category);

            if (memchr(words.at, '/', words.len) != NULL)
                fail_msg("%.*s", (int)category.len, category.at);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_sentences_have_their_mark),
        cmocka_unit_test(every_rule_marks_its_bad_sentences),
        cmocka_unit_test(no_rule_marks_a_good_sentence),
        cmocka_unit_test(each_category_of_the_rules_has_words_for_people),
    };

    return cmocka_run_group_tests(tests, open_all, close_all);
}
