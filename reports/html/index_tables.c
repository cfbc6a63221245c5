#include "index.h"

#include "escape.h"

static void begin_table(const struct index *index, const char *name, enum text heading, const char *kind)
{
    fprintf(
        index->out,
        "<section class=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">%s</h2>\n<div class=\"scroll\" "
        "tabindex=\"0\" role=\"group\" aria-labelledby=\"%s-title\"><table class=\"figures\" id=\"%s\">\n<thead><tr>",
        kind, name, name, say_on(index, heading), name, name);
}

static void write_column(const struct index *index, const char *heading)
{
    fprintf(index->out, "<th scope=\"col\">%s</th>", heading);
}

static void write_columns(const struct index *index, const enum text *columns, size_t count)
{
    for (size_t i = 0; i < count; i++)
        write_column(index, say_on(index, columns[i]));
}

static void end_head(const struct index *index)
{
    fputs("</tr></thead>\n<tbody>\n", index->out);
}

static void end_table(const struct index *index)
{
    fputs("</tbody>\n</table></div>\n</section>\n", index->out);
}

static void write_number(const struct index *index, double figure, int decimals)
{
    fputs("<td>", index->out);
    print_figure(index->out, index->language, figure, decimals);
    fputs("</td>", index->out);
}

static void write_category(const struct index *index, struct slice category)
{
    fputs("<td class=\"name\">", index->out);
    if (category.len > 0)
        write_text(index->out, category_text(index->language, category));
    fputs("</td>", index->out);
}

/* ---- comparison ---- */

static void write_group(const struct index *index, const struct overview_group *group)
{
    fputs("<tr><th scope=\"row\">", index->out);
    if (group->name.len > 0)
        write_text(index->out, group->name);
    else
        fputs("–", index->out);
    fputs("</th>", index->out);
    write_number(index, (double)group->articles, 0);
    write_number(index, (double)group->passed, 0);
    write_number(index, (double)group->score.words, 0);
    write_number(index, group->score.score, 1);
    fputs("<td class=\"drawn\">", index->out);
    write_spread(index, group->spread);
    fputs("</td>", index->out);
    write_number(index, group->score.penalty_per_1000, 1);
    fputs("<td class=\"drawn\">", index->out);
    write_group_trend(index, group->name);
    fputs("</td>", index->out);
    write_category(index, group->categories.count > 0 ? group->categories.items[0].name : (struct slice){ 0 });
    fputs("</tr>\n", index->out);
}

void write_comparison(const struct index *index)
{
    static const enum text columns[] = { TEXT_GROUP, TEXT_ARTICLE_COUNT, TEXT_PASSED_COUNT, TEXT_WORD_COUNT,
                                         TEXT_SCORE, TEXT_SPREAD,        TEXT_PENALTY };
    const struct overview *overview = index->overview;

    if (!has_groups(overview))
        return;
    begin_table(index, "comparison", TEXT_COMPARISON, "wide");
    write_columns(index, columns, sizeof columns / sizeof *columns);
    write_column(index, say_on(index, TEXT_COURSE_OF_RUNS));
    write_column(index, say_on(index, TEXT_FREQUENT_CATEGORY));
    end_head(index);
    for (size_t i = 0; i < overview->group_count; i++)
        write_group(index, overview->best_first[i]);
    end_table(index);
}

/* ---- rules ---- */

#define MOST_RULES 10

void write_rules(const struct index *index)
{
    static const enum text columns[] = { TEXT_RULE, TEXT_COUNT_OF_ISSUES, TEXT_ARTICLE_COUNT };
    const struct overview *overview = index->overview;

    if (overview->rule_count == 0)
        return;
    begin_table(index, "rules", TEXT_RULES, "rules");
    write_columns(index, columns, sizeof columns / sizeof *columns);
    end_head(index);
    for (size_t i = 0; i < overview->rule_count && i < MOST_RULES; i++) {
        const struct overview_rule *rule = &overview->rules[i];

        fputs("<tr><th scope=\"row\"><code>", index->out);
        write_text(index->out, rule->rule->id);
        fputs("</code> <small>", index->out);
        write_text(index->out, rule->rule->why[index->language]);
        fputs("</small></th>", index->out);
        write_number(index, (double)rule->count, 0);
        write_number(index, (double)rule->articles, 0);
        fputs("</tr>\n", index->out);
    }
    end_table(index);
}

/* ---- articles ---- */

/* With scripts, the browser lays out no more than a page of them; the style sheet hides the rest from the start. */
#define FIRST_ROWS 100

static void write_article_row(const struct index *index, const struct overview_article *article)
{
    FILE *out = index->out;

    fputs("<tr><th scope=\"row\"><a href=\"", out);
    write_attribute(out, article->page);
    fputs("\" lang=\"de\">", out);
    write_text(out, article->headline);
    fputs("</a> <small>", out);
    write_text(out, article->name);
    fprintf(out, "</small></th><td>%s", article->passed ? "" : "✗ ");
    print_figure(out, index->language, article->score.score, 1);
    fputs("</td>", out);
    write_number(index, (double)article->score.words, 0);
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--)
        write_number(index, (double)article->score.count[severity], 0);
    write_category(index, article->worst_category);
    if (has_groups(index->overview)) {
        fputs("<td class=\"name\">", out);
        write_text(out, index->overview->groups[article->group].name);
        fputs("</td>", out);
    }
    fputs("</tr>\n", out);
}

static void begin_choice(const struct index *index, const char *name, enum text label, enum text all)
{
    fprintf(index->out, "<select name=\"%s\" aria-label=\"%s\"><option value=\"\">%s</option>", name,
            say_on(index, label), say_on(index, all));
}

static void write_article_tools(const struct index *index)
{
    FILE *out = index->out;

    fprintf(out,
            "<form class=\"tools\" id=\"tools\" aria-label=\"%s\" hidden><input type=\"search\" name=\"search\" "
            "placeholder=\"%s\" aria-label=\"%s\" autocomplete=\"off\">",
            say_on(index, TEXT_FIND_ARTICLE), say_on(index, TEXT_FIND_ARTICLE), say_on(index, TEXT_FIND_ARTICLE));
    begin_choice(index, "verdict", TEXT_VERDICT, TEXT_ANY_VERDICT);
    fprintf(out, "<option value=\"failed\">%s</option><option value=\"passed\">%s</option></select>",
            say_on(index, TEXT_FAILED), say_on(index, TEXT_PASSED));
    if (has_groups(index->overview)) {
        begin_choice(index, "group", TEXT_GROUP, TEXT_ANY_GROUP);
        for (size_t i = 0; i < index->overview->group_count; i++) {
            fputs("<option>", out);
            write_attribute(out, index->overview->groups[i].name);
            fputs("</option>", out);
        }
        fputs("</select>", out);
    }
    fprintf(out,
            "<output data-text=\"%s\" data-none=\"%s\"></output><span class=\"steps\"><button type=\"button\" "
            "data-step=\"-1\" aria-label=\"%s\">←</button><button type=\"button\" data-step=\"1\" "
            "aria-label=\"%s\">→</button>"
            "</span></form>\n",
            say_on(index, TEXT_ROWS_OF), say_on(index, TEXT_NO_ARTICLE), say_on(index, TEXT_PREVIOUS_PAGE),
            say_on(index, TEXT_NEXT_PAGE));
}

static void write_article_columns(const struct index *index)
{
    write_column(index, say_on(index, TEXT_ARTICLE));
    fprintf(index->out, "<th scope=\"col\" aria-sort=\"ascending\">%s</th>", say_on(index, TEXT_SCORE));
    write_column(index, say_on(index, TEXT_WORD_COUNT));
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--)
        write_column(index, severity_text(index->language, (enum severity)severity));
    write_column(index, say_on(index, TEXT_WORST_CATEGORY));
    if (has_groups(index->overview))
        write_column(index, say_on(index, TEXT_GROUP));
}

/* The worst first. */
void write_articles(const struct index *index)
{
    const struct overview *overview = index->overview;

    fprintf(index->out,
            "<section class=\"articles\" aria-labelledby=\"articles-title\">\n<h2 id=\"articles-title\">%s</h2>\n",
            say_on(index, TEXT_ALL_ARTICLES));
    write_article_tools(index);
    fprintf(index->out,
            "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"articles-title\">"
            "<table class=\"figures\" id=\"articles\">\n<caption>%s</caption>\n<thead><tr>",
            say_on(index, TEXT_FAILED_SIGN));
    write_article_columns(index);
    end_head(index);
    for (size_t i = 0; i < overview->count; i++) {
        if (i == FIRST_ROWS)
            fputs("</tbody>\n<tbody class=\"rest\">\n", index->out);
        write_article_row(index, overview->worst_first[i]);
    }
    end_table(index);
}
