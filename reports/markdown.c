/* A summary in Markdown, for a comment on a pull request: short enough for it, and inert. */
#include <stdlib.h>

#include "overview.h"
#include "report.h"
#include "texts.h"
#include "unseen.h"

/* GitHub takes 65,536 characters: with the longest rows this stays below. */
#define MOST_FILES 60
#define MOST_ISSUES 60
#define LONGEST_CELL 160 /* bytes of an article's text */

/* ---- text that means nothing to Markdown, HTML, or a forge that looks for names and numbers ---- */

/* Markdown takes a backslash before any ASCII mark; "<" and "&" are references, for HTML in between. "@name" and "#1"
 * would call people and issues: a reference to a word joiner breaks them up. */
static void write_plain(FILE *out, struct slice text)
{
    static const char marks[] = "\\`*_{}[]>|~$-+=!";

    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];

        if (c == '<')
            fputs("&lt;", out);
        else if (c == '&')
            fputs("&amp;", out);
        else if (c == '@' || c == '#')
            fprintf(out, "%c&#8288;", c);
        else if (c == '\n' || c == '\t')
            fputc(' ', out);
        else
            fprintf(out, memchr(marks, c, sizeof marks - 1) != NULL ? "\\%c" : "%c", c);
    }
}

/* Addresses would become links: their colon is written as a reference. */
static void write_safely(FILE *out, struct slice text)
{
    for (struct shown shown; show_next(&text, &shown);) {
        const char *address;

        if (shown.plain.len == 0) {
            fprintf(out, "&lt;%s>", shown.name);
            continue;
        }
        while ((address = memmem(shown.plain.at, shown.plain.len, "://", 3)) != NULL) {
            write_plain(out, slice_between(shown.plain.at, address));
            fputs("&#58;//", out);
            shown.plain = slice_from(shown.plain, (size_t)(address + 3 - shown.plain.at));
        }
        write_plain(out, shown.plain);
    }
}

static void write_cell(FILE *out, struct slice text)
{
    bool cut = shorten(&text, LONGEST_CELL);

    write_safely(out, text);
    if (cut)
        fputs(" …", out);
}

/* ---- the table of files ---- */

struct summary {
    FILE *out;
    enum language language;
    const struct report_style *style;
    const struct result **files; /* the worst first */
    size_t count;
};

static const char *say(const struct summary *summary, enum text text)
{
    return text_in(summary->language, text);
}

static void write_number(const struct summary *summary, double figure, int decimals)
{
    print_figure(summary->out, summary->language, figure, decimals);
    fputs(" | ", summary->out);
}

static void write_file(const struct summary *summary, const struct result *result)
{
    fprintf(summary->out, "| %s ", result->passed ? "✅" : "❌");
    write_cell(summary->out, result->doc->name);
    fputs(" | ", summary->out);
    write_number(summary, result->score.score, 1);
    write_number(summary, result->score.penalty_per_1000, 1);
    write_number(summary, (double)result->score.words, 0);
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--)
        write_number(summary, (double)result->score.count[severity], 0);
    fputc('\n', summary->out);
}

static void write_more(const struct summary *summary, size_t count)
{
    fprintf(summary->out, "\n%s ", say(summary, TEXT_AND_MORE));
    print_figure(summary->out, summary->language, (double)count, 0);
    fputc('\n', summary->out);
}

static void write_files(const struct summary *summary)
{
    fprintf(summary->out, "\n| %s | %s | %s | %s |", say(summary, TEXT_ARTICLE), say(summary, TEXT_SCORE),
            say(summary, TEXT_PENALTY), say(summary, TEXT_WORD_COUNT));
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--)
        fprintf(summary->out, " %s |", severity_text(summary->language, (enum severity)severity));
    fputs("\n| --- |", summary->out);
    for (int column = 0; column < 3 + SEVERITY_COUNT; column++)
        fputs(" ---: |", summary->out);
    fputc('\n', summary->out);
    for (size_t i = 0; i < summary->count && i < MOST_FILES; i++)
        write_file(summary, summary->files[i]);
    if (summary->count > MOST_FILES)
        write_more(summary, summary->count - MOST_FILES);
}

/* ---- the gravest issues ---- */

static void write_issue(const struct summary *summary, const struct document *doc, const struct issue *issue)
{
    struct origin origin = document_origin(doc, issue->span.start);
    FILE *out = summary->out;

    fprintf(out, "- **%s** ", severity_text(summary->language, issue->severity));
    write_cell(out, doc->name);
    fprintf(out, ":%u: ", origin.line);
    write_cell(out, text_of(doc, issue->span));
    for (size_t i = 0; i < issue->suggestion_count && i < 2; i++) {
        fputs(i == 0 ? " → *" : " / *", out);
        if (issue->suggestions[i].len == 0)
            fputs(say(summary, TEXT_DELETE), out);
        else
            write_cell(out, issue->suggestions[i]);
        fputc('*', out);
    }
    fputs("  \n  ", out);
    write_cell(out, issue->message[summary->language]);
    fputs(" (", out);
    write_safely(out, issue->rule->id);
    fputs(")\n", out);
}

/* Those of one severity, as many as are left. */
static size_t write_issues_of(const struct summary *summary, enum severity severity, size_t left)
{
    for (size_t i = 0; i < summary->count; i++) {
        const struct issues *issues = summary->files[i]->issues;

        for (size_t j = 0; j < issues->count && left > 0; j++) {
            if (issues->items[j].severity != severity)
                continue;
            write_issue(summary, summary->files[i]->doc, &issues->items[j]);
            left--;
        }
    }
    return left;
}

static void write_issues(const struct summary *summary, size_t count)
{
    size_t left = MOST_ISSUES;

    if (count == 0)
        return;
    fprintf(summary->out, "\n<details><summary>%s</summary>\n\n", say(summary, TEXT_GRAVEST));
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--)
        left = write_issues_of(summary, (enum severity)severity, left);
    if (count > MOST_ISSUES)
        write_more(summary, count - MOST_ISSUES);
    fputs("\n</details>\n", summary->out);
}

/* ---- the whole ---- */

static void write_head(const struct summary *summary, const struct score *sum, size_t issues, size_t passed)
{
    FILE *out = summary->out;

    fprintf(out, "### %s: ", say(summary, TEXT_REPORT));
    if (summary->style->fail_on >= 0 || summary->style->max_penalty >= 0)
        fprintf(out, "%s %s\n\n", passed == summary->count ? "✅" : "❌",
                say(summary, passed == summary->count ? TEXT_PASSED : TEXT_FAILED));
    else
        fprintf(out, "%s\n\n", say(summary, TEXT_UNCHECKED));
    fprintf(out, "%s **", say(summary, TEXT_SCORE));
    print_figure(out, summary->language, sum->score, 1);
    fprintf(out, "** %s · ", say(summary, TEXT_OUT_OF_100));
    print_figure(out, summary->language, sum->penalty_per_1000, 1);
    fprintf(out, " %s · ", say(summary, TEXT_PER_1000));
    print_issue_count(out, summary->language, issues);
    fputs(" · ", out);
    print_figure(out, summary->language, (double)sum->words, 0);
    fprintf(out, " %s · %zu/%zu %s %s\n", say(summary, TEXT_WORDS), passed, summary->count, say(summary, TEXT_ARTICLES),
            say(summary, TEXT_ARTICLES_PASSED));
}

/* The worst first; of equals the one that was named first. */
static int compare_files(const void *left, const void *right)
{
    const struct result *const *a = left, *const *b = right;

    if ((*a)->score.score < (*b)->score.score)
        return -1;
    if ((*a)->score.score > (*b)->score.score)
        return 1;
    return (*a > *b) - (*a < *b);
}

int report_markdown(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    struct summary summary = { .out = out, .language = style->language, .style = style, .count = count };
    struct score sum = { 0 };
    size_t issues = 0, passed = 0;

    summary.files = calloc(count + 1, sizeof(const struct result *));
    if (summary.files == NULL)
        return -1;
    for (size_t i = 0; i < count; i++) {
        summary.files[i] = &results[i];
        add_score(&sum, &results[i].score);
        issues += results[i].issues->count;
        passed += results[i].passed;
    }
    qsort(summary.files, count, sizeof(const struct result *), compare_files);
    write_head(&summary, &sum, issues, passed);
    if (count > 0)
        write_files(&summary);
    write_issues(&summary, issues);
    free(summary.files);
    return ferror(out) ? -1 : 0;
}
