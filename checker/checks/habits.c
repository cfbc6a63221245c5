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

static void correct(const struct check_run *run, const struct corrigible_habit *habit, struct issue *issue)
{
    if (issue == NULL)
        return;
    issue->habit = true;
    habit->correct(run, issue);
}

void corrigible_seen(const struct check_run *run, struct corrigible_habit *habit, struct span span)
{
    habit_seen(&habit->seen, span);
    if (run->issues->every_place)
        correct(run, habit, report(run, habit->rule, span));
}

void report_corrigible(const struct check_run *run, const struct corrigible_habit *habit)
{
    if (!run->issues->every_place)
        correct(run, habit, report_habit(run, habit->rule, &habit->seen, 1));
}
