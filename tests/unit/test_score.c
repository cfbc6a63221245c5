#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "score.h"

/* A score needs no more of a document than its number of words, and of issues than their severities. */
static struct score score_with(size_t words, const enum severity *severities, size_t count)
{
    struct document doc = { .word_count = words };
    struct issue items[8] = { 0 };
    struct issues issues = { .items = items, .count = count };

    for (size_t i = 0; i < count; i++)
        items[i].severity = severities[i];
    return score_of(&doc, &issues);
}

static void a_text_without_issues_scores_100(void **state)
{
    struct score score = score_with(300, NULL, 0);

    (void)state;
    assert_true(score.score == 100);
    assert_true(score.penalty == 0);
    assert_true(score.penalty_per_1000 == 0);
}

static void points_are_added_up_and_related_to_1000_words(void **state)
{
    static const enum severity severities[] = { SEVERITY_NEUTRAL, SEVERITY_MINOR, SEVERITY_MAJOR, SEVERITY_MAJOR };
    struct score score = score_with(500, severities, 4);

    (void)state;
    assert_true(score.penalty == 11);
    assert_true(score.penalty_per_1000 == 22);
    assert_float_equal(score.score, 97.8, 1e-9);
    assert_int_equal(score.count[SEVERITY_NEUTRAL], 1);
    assert_int_equal(score.count[SEVERITY_MAJOR], 2);
    assert_int_equal(score.count[SEVERITY_CRITICAL], 0);
}

static void the_score_does_not_fall_below_0(void **state)
{
    static const enum severity severities[] = { SEVERITY_CRITICAL };

    (void)state;
    assert_true(score_with(10, severities, 1).score == 0);
}

static void a_text_without_words_counts_as_one_word(void **state)
{
    static const enum severity severities[] = { SEVERITY_MINOR };
    struct score score = score_with(0, severities, 1);

    (void)state;
    assert_int_equal(score.words, 0);
    assert_true(score.penalty_per_1000 == 1000);
    assert_true(score.score == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_without_issues_scores_100),
        cmocka_unit_test(points_are_added_up_and_related_to_1000_words),
        cmocka_unit_test(the_score_does_not_fall_below_0),
        cmocka_unit_test(a_text_without_words_counts_as_one_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
