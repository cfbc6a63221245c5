#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "issues.h"

static const struct rule_info idiom = { .id = { "idiom/bullet", 12 },
                                        .category = { "style/awkward", 13 },
                                        .severity = SEVERITY_MAJOR,
                                        .confidence = 0.9f,
                                        .english = { "bite the bullet", 15 },
                                        .why = { { "Warum", 5 }, { "Why", 3 } } };
static const struct rule_info other_idiom = { .id = { "idiom/apple", 11 },
                                              .category = { "accuracy/mistranslation", 23 },
                                              .severity = SEVERITY_MINOR,
                                              .confidence = 0.8f };
static const struct rule_info calque = {
    .id = { "calque/speech", 13 }, .category = { "style/awkward", 13 }, .severity = SEVERITY_MINOR, .confidence = 0.95f
};
static const struct rule_info spelling = { .id = { "spelling/unknown", 16 },
                                           .category = { "linguistic/spelling", 19 },
                                           .severity = SEVERITY_MINOR,
                                           .confidence = 0.8f };

static struct arena arena;
static struct issues issues;

static int begin(void **state)
{
    (void)state;
    issues = (struct issues){ .arena = &arena };
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void add(const struct rule_info *rule, uint32_t start, uint32_t stop)
{
    issues_add(&issues, rule, (struct span){ start, stop });
}

static void assert_issue(size_t index, const struct rule_info *rule, uint32_t start, uint32_t stop)
{
    assert_true(index < issues.count);
    assert_ptr_equal(issues.items[index].rule, rule);
    assert_int_equal(issues.items[index].span.start, start);
    assert_int_equal(issues.items[index].span.end, stop);
}

static void an_issue_begins_with_what_its_rule_says(void **state)
{
    struct issue *issue = issues_add(&issues, &idiom, (struct span){ 3, 9 });

    (void)state;
    assert_int_equal(issue->severity, SEVERITY_MAJOR);
    assert_true(issue->confidence > 0.89f && issue->confidence < 0.91f);
    assert_true(slice_equal(issue->message[LANGUAGE_DE], SLICE("Warum")));
    assert_true(slice_equal(issue->message[LANGUAGE_EN], SLICE("Why")));
    assert_true(slice_equal(issue->source, SLICE("bite the bullet")));
    assert_int_equal(issue->suggestion_count, 0);
}

static void suggestions_are_copied_once_each_and_at_most_five(void **state)
{
    static const char *const texts[] = { "eins", "zwei", "eins", "drei", "vier", "fünf", "sechs" };
    struct issue *issue = issues_add(&issues, &idiom, (struct span){ 3, 9 });

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        issue_suggest(&issues, issue, slice_of(texts[i]));
    assert_int_equal(issue->suggestion_count, MAX_SUGGESTIONS);
    assert_true(slice_equal(issue->suggestions[1], SLICE("zwei")));
    assert_true(slice_equal(issue->suggestions[4], SLICE("fünf")));
    assert_ptr_not_equal(issue->suggestions[0].at, texts[0]);
}

static void an_empty_suggestion_means_delete_and_is_kept(void **state)
{
    struct issue *issue = issues_add(&issues, &idiom, (struct span){ 3, 9 });

    (void)state;
    issue_suggest(&issues, issue, (struct slice){ 0 });
    assert_int_equal(issue->suggestion_count, 1);
    assert_int_equal(issue->suggestions[0].len, 0);
}

static void issues_stand_in_order_of_place_the_longer_first(void **state)
{
    (void)state;
    add(&spelling, 20, 25);
    add(&idiom, 4, 6);
    add(&spelling, 4, 8);
    issues_sort(&issues);
    assert_int_equal(issues.count, 3);
    assert_issue(0, &spelling, 4, 8);
    assert_issue(1, &idiom, 4, 6);
    assert_issue(2, &spelling, 20, 25);
}

static void issues_over_one_span_stand_in_order_of_rule(void **state)
{
    (void)state;
    add(&spelling, 4, 8);
    add(&other_idiom, 4, 8);
    issues_sort(&issues);
    assert_issue(0, &other_idiom, 4, 8);
    assert_issue(1, &spelling, 4, 8);
}

static void of_one_span_and_category_the_surest_stays(void **state)
{
    (void)state;
    add(&idiom, 4, 8);
    add(&calque, 4, 8);
    issues_sort(&issues);
    assert_int_equal(issues.count, 1);
    assert_issue(0, &calque, 4, 8);
}

static void of_one_span_and_family_the_surest_stays(void **state)
{
    (void)state;
    add(&other_idiom, 4, 8);
    add(&idiom, 4, 8);
    issues_sort(&issues);
    assert_int_equal(issues.count, 1);
    assert_issue(0, &idiom, 4, 8);
}

/* A note of a literal wording is enough, whatever found it; what else is wrong there is still said. */
static void families_of_literal_wordings_are_one(void **state)
{
    static const struct rule_info sense = { .id = { "bilingual/wrong-sense", 21 }, .confidence = 0.9f };
    static const struct rule_info negation = { .id = { "bilingual/negation-lost", 23 }, .confidence = 0.9f };
    static const struct rule_info sure = { .id = { "idiom/sure", 10 }, .confidence = 0.9f };

    (void)state;
    add(&sure, 4, 12);
    add(&sense, 8, 12);
    add(&negation, 8, 12);
    issues_sort(&issues);
    assert_int_equal(issues.count, 2);
    assert_issue(0, &sure, 4, 12);
    assert_issue(1, &negation, 8, 12);
}

static void of_two_as_sure_the_one_with_a_suggestion_stays(void **state)
{
    static const struct rule_info first = { .id = { "bilingual/literal-phrase", 24 },
                                            .severity = SEVERITY_MAJOR,
                                            .confidence = 0.9f };
    static const struct rule_info second = { .id = { "collocation/x", 13 }, .confidence = 0.9f };

    (void)state;
    add(&first, 4, 12);
    issue_suggest(&issues, issues_add(&issues, &second, (struct span){ 4, 12 }), SLICE("gebar"));
    issues_sort(&issues);
    assert_int_equal(issues.count, 1);
    assert_issue(0, &second, 4, 12);
    assert_int_equal(issues.items[0].severity, SEVERITY_MAJOR);
}

/* "die Läden zu schließen" in "ist gesetzt, die Läden zu schließen" is an error of its own. */
static void a_part_is_dropped_where_its_english_is_a_part(void **state)
{
    static const struct rule_info whole = { .id = { "collocation/x", 13 },
                                            .confidence = 0.85f,
                                            .english = { "pay respects", 12 } };
    static const struct rule_info part = { .id = { "term/x", 6 }, .confidence = 0.9f, .english = { "pay (bill)", 10 } };
    static const struct rule_info other = { .id = { "idiom/x", 7 }, .confidence = 0.9f, .english = { "pay up", 6 } };

    (void)state;
    add(&whole, 4, 20);
    add(&part, 6, 12);
    add(&other, 14, 20);
    issues_sort(&issues);
    assert_int_equal(issues.count, 2);
    assert_issue(0, &whole, 4, 20);
    assert_issue(1, &other, 14, 20);
}

/* "nimmt" of "nimmt die Kritik in ihrem Schritt" is the idiom's, "Drogenstudien" between its words is not. */
static void the_words_at_the_edges_of_an_idiom_are_its_own(void **state)
{
    static const struct rule_info whole = { .id = { "idiom/x", 7 },
                                            .confidence = 0.9f,
                                            .english = { "take in stride", 14 } };
    static const struct rule_info verb = { .id = { "collocation/x", 13 },
                                           .confidence = 0.9f,
                                           .english = { "draw criticism", 14 } };
    static const struct rule_info noun = { .id = { "term/x", 6 },
                                           .confidence = 0.9f,
                                           .english = { "drug trials", 11 } };

    (void)state;
    add(&whole, 4, 30);
    add(&verb, 4, 9);
    add(&noun, 10, 20);
    issues_sort(&issues);
    assert_int_equal(issues.count, 2);
    assert_issue(0, &whole, 4, 30);
    assert_issue(1, &noun, 10, 20);
}

static void the_same_issue_twice_is_one(void **state)
{
    (void)state;
    add(&idiom, 4, 8);
    add(&idiom, 4, 8);
    issues_sort(&issues);
    assert_int_equal(issues.count, 1);
}

static void an_issue_inside_another_of_its_family_is_dropped(void **state)
{
    (void)state;
    add(&other_idiom, 5, 7);
    add(&idiom, 4, 8);
    add(&spelling, 5, 7);
    issues_sort(&issues);
    assert_int_equal(issues.count, 2);
    assert_issue(0, &idiom, 4, 8);
    assert_issue(1, &spelling, 5, 7);
}

static void an_issue_that_is_not_sure_enough_hides_no_other(void **state)
{
    (void)state;
    issues.confidence = 0.85f;
    add(&other_idiom, 2, 12);
    add(&idiom, 4, 8);
    issues_sort(&issues);
    assert_int_equal(issues.count, 1);
    assert_issue(0, &idiom, 4, 8);
}

static void issues_of_a_family_that_only_overlap_both_stay(void **state)
{
    (void)state;
    add(&idiom, 4, 8);
    add(&other_idiom, 6, 10);
    issues_sort(&issues);
    assert_int_equal(issues.count, 2);
}

static void an_issue_without_length_at_the_start_stays(void **state)
{
    (void)state;
    add(&idiom, 0, 0);
    issues_sort(&issues);
    assert_int_equal(issues.count, 1);
}

static void no_issue_at_all_can_be_sorted(void **state)
{
    (void)state;
    issues_sort(&issues);
    assert_int_equal(issues.count, 0);
}

static void severities_have_the_names_and_points_of_mqm(void **state)
{
    enum severity severity;

    (void)state;
    assert_string_equal(severity_name(SEVERITY_CRITICAL), "critical");
    assert_true(severity_from_name(SLICE("major"), &severity));
    assert_int_equal(severity, SEVERITY_MAJOR);
    assert_false(severity_from_name(SLICE("Major"), &severity));
    assert_false(severity_from_name(SLICE(""), &severity));
    assert_true(severity_penalty(SEVERITY_NEUTRAL) <= 0);
    assert_true(severity_penalty(SEVERITY_MINOR) == 1);
    assert_true(severity_penalty(SEVERITY_MAJOR) == 5);
    assert_true(severity_penalty(SEVERITY_CRITICAL) == 25);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_issue_begins_with_what_its_rule_says),
        TEST(suggestions_are_copied_once_each_and_at_most_five),
        TEST(an_empty_suggestion_means_delete_and_is_kept),
        TEST(issues_stand_in_order_of_place_the_longer_first),
        TEST(issues_over_one_span_stand_in_order_of_rule),
        TEST(of_one_span_and_category_the_surest_stays),
        TEST(of_one_span_and_family_the_surest_stays),
        TEST(families_of_literal_wordings_are_one),
        TEST(of_two_as_sure_the_one_with_a_suggestion_stays),
        TEST(a_part_is_dropped_where_its_english_is_a_part),
        TEST(the_words_at_the_edges_of_an_idiom_are_its_own),
        TEST(the_same_issue_twice_is_one),
        TEST(an_issue_inside_another_of_its_family_is_dropped),
        TEST(an_issue_that_is_not_sure_enough_hides_no_other),
        TEST(issues_of_a_family_that_only_overlap_both_stay),
        TEST(an_issue_without_length_at_the_start_stays),
        TEST(no_issue_at_all_can_be_sorted),
        TEST(severities_have_the_names_and_points_of_mqm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
