#include "checks/habits.h"

struct issue *report_habit(const struct check_run *run, const char *rule, const struct habit *habit, size_t least)
{
    struct issue *issue = habit->count >= least ? report(run, rule, habit->first) : NULL;

    if (issue == NULL)
        return NULL;
    issue->habit = true;
    if (habit->count < 2)
        return issue;
    issue->message[LANGUAGE_DE] =
        arena_print(run->issues->arena, "%.*s So an %zu Stellen.", (int)issue->message[LANGUAGE_DE].len,
                    issue->message[LANGUAGE_DE].at, habit->count);
    issue->message[LANGUAGE_EN] =
        arena_print(run->issues->arena, "%.*s There are %zu such places.", (int)issue->message[LANGUAGE_EN].len,
                    issue->message[LANGUAGE_EN].at, habit->count);
    return issue;
}
