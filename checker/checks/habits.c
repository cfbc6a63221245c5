#include "checks/habits.h"

static void tell_count(const struct check_run *run, struct issue *issue, size_t count)
{
    issue->habit = true;
    if (count < 2)
        return;
    issue->message[LANGUAGE_DE] =
        arena_print(run->issues->arena, "%.*s So an %zu Stellen.", (int)issue->message[LANGUAGE_DE].len,
                    issue->message[LANGUAGE_DE].at, count);
    issue->message[LANGUAGE_EN] =
        arena_print(run->issues->arena, "%.*s There are %zu such places.", (int)issue->message[LANGUAGE_EN].len,
                    issue->message[LANGUAGE_EN].at, count);
}

struct issue *report_habit(const struct check_run *run, const char *rule, const struct habit *habit, size_t least)
{
    struct issue *issue = habit->count >= least ? report(run, rule, habit->first) : NULL;

    if (issue == NULL)
        return NULL;
    tell_count(run, issue, habit->count);
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

static bool speaks_once(const struct rule_set *rules, const struct rule_info *rule)
{
    const struct rule_info *named = rule_named(rules, rule->id);

    return named == rule && rules->rules[named - rules->infos].once != 0;
}

/* Leaves out the issues of the same rule behind this one; returns how many there were, with it. */
static size_t fold_into(struct issues *issues, size_t first)
{
    size_t kept = first + 1;

    for (size_t i = kept; i < issues->count; i++)
        if (issues->items[i].rule != issues->items[first].rule)
            issues->items[kept++] = issues->items[i];
    size_t folded = issues->count - kept;

    issues->count = kept;
    return folded + 1;
}

void fold_habits(const struct check_run *run)
{
    struct issues *issues = run->issues;

    for (size_t i = 0; i < issues->count; i++)
        if (speaks_once(&run->context->rules, issues->items[i].rule))
            tell_count(run, &issues->items[i], issues->every_place ? 1 : fold_into(issues, i));
}
