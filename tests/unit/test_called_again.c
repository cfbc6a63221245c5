/* A woman who is called a man when she is spoken of again. */
#include "marked.h"

#define RULE "check/called-again"

static void a_woman_is_called_by_the_noun_for_one(void **state)
{
    (void)state;
    assert_marked(RULE, "Emma Raducanu gewann in Paris. Der 23-Jährige jubelte.", "Der 23-Jährige|");
    assert_marked(RULE, "Emma Raducanus Trikot ist weg. „Ich suche es“, sagte der 23-Jährige.", "der 23-Jährige|");
    assert_marked(RULE, "Emma Raducanu gewann in Paris. Die 23-Jährige jubelte.", "");
}

static void a_man_may_be_meant(void **state)
{
    (void)state;
    assert_marked(RULE, "Emma Raducanu gewann gegen seine Schwester. Der 23-Jährige jubelte.", "");
    assert_marked(RULE, "Emma Raducanu gewann vor ihrem Trainer. Der 23-Jährige jubelte.", "");
    assert_marked(RULE, "In Paris wurde gefeiert. Der 23-Jährige jubelte.", "");
}

static void nouns_for_women_are_no_men(void **state)
{
    (void)state;
    assert_marked(RULE, "Die Titelverteidigerin Emma Raducanu gewann. Der 23-Jährige jubelte.", "Der 23-Jährige|");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_woman_is_called_by_the_noun_for_one),
        cmocka_unit_test(a_man_may_be_meant),
        cmocka_unit_test(nouns_for_women_are_no_men),
    };

    return cmocka_run_group_tests(tests, open_data, close_data);
}
