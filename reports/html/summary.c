#include "summary.h"

#include <math.h>

#include "charts.h"
#include "escape.h"
#include "marks.h"
#include "passages.h"
#include "reports/overview.h"

static bool has_threshold(const struct page *page)
{
    return page->style->fail_on >= 0 || page->style->max_penalty >= 0;
}

static enum text verdict_text(const struct page *page, bool passed)
{
    if (!has_threshold(page))
        return TEXT_UNCHECKED;
    return passed ? TEXT_PASSED : TEXT_FAILED;
}

static const char *verdict_class(const struct page *page, bool passed)
{
    return has_threshold(page) && !passed ? "failed" : "passed";
}

static void write_figure(const struct page *page, double figure, int decimals)
{
    print_figure(page->out, page->language, figure, decimals);
}

/* A ring as one draws it around a mark under an essay: begun a little outside, closed past its start. */
static const char ring[] =
    "<svg class=\"ring\" viewBox=\"0 0 180 110\" aria-hidden=\"true\" focusable=\"false\">"
    "<path d=\"M38 23C62 8 108 3 138 15c30 12 41 38 26 59-16 22-58 32-96 29C31 100 5 81 8 54 11 30 44 12 87 9"
    "c20-1 41 2 55 8\"/></svg>";

static void write_score(const struct page *page, const struct score *score)
{
    fprintf(page->out, "<p class=\"score\">%s<span class=\"hidden\">%s </span><b>", ring, say(page, TEXT_SCORE));
    write_figure(page, score->score, 1);
    fprintf(page->out, "</b> <span class=\"of\">%s</span></p>\n", say(page, TEXT_OUT_OF_100));
}

/* And a tick, as under an essay that is good. */
static const char tick[] = "<svg class=\"tick\" viewBox=\"0 0 32 28\" aria-hidden=\"true\" focusable=\"false\">"
                           "<path d=\"M3 15.5c3.5 1.5 5.5 4.5 7 9.5C14.5 14 21 7 29.5 2.5\"/></svg>";

static size_t count_at_or_over(const struct score *score, int severity)
{
    size_t count = 0;

    for (; severity < SEVERITY_COUNT; severity++)
        count += score->count[severity];
    return count;
}

/* "12 issues at or over severity minor" */
static void write_severity_reason(const struct page *page, const struct score *score)
{
    int threshold = page->style->fail_on;
    size_t count = threshold < 0 ? 0 : count_at_or_over(score, threshold);

    if (count == 0)
        return;
    fputs("<li>", page->out);
    print_issue_count(page->out, page->language, count);
    fprintf(page->out, " %s %s</li>", say(page, TEXT_AT_OR_OVER),
            severity_text(page->language, (enum severity)threshold));
}

/* "120.3 penalty points per 1,000 words (limit 20)" */
static void write_penalty(const struct page *page, const struct score *score)
{
    double limit = page->style->max_penalty;

    fputs("<li>", page->out);
    write_figure(page, score->penalty_per_1000, 1);
    fprintf(page->out, " %s", say(page, TEXT_PER_1000));
    if (limit >= 0) {
        fprintf(page->out, " (%s ", say(page, TEXT_LIMIT));
        write_figure(page, limit, fmod(limit, 1) > 0 ? 1 : 0);
        fputc(')', page->out);
    }
    fputs("</li>", page->out);
}

static void write_size(const struct page *page, const struct tally *tally)
{
    fputs("<li>", page->out);
    print_issue_count(page->out, page->language, tally->issues);
    fputs(" · ", page->out);
    write_figure(page, (double)tally->score.words, 0);
    fprintf(page->out, " %s", say(page, TEXT_WORDS));
    if (tally->suppressed > 0)
        fprintf(page->out, " · %zu %s", tally->suppressed, say(page, TEXT_SUPPRESSED));
    if (page->count > 1) {
        fputs(" · ", page->out);
        write_figure(page, (double)page->count, 0);
        fprintf(page->out, " %s", say(page, TEXT_ARTICLES));
    }
    fputs("</li>", page->out);
}

static void write_passed_count(const struct page *page, const struct tally *tally)
{
    if (page->count < 2 || !has_threshold(page))
        return;
    fprintf(page->out, "<li>%zu/%zu %s %s</li>", tally->passed, page->count, say(page, TEXT_ARTICLES),
            say(page, TEXT_ARTICLES_PASSED));
}

void write_verdict(const struct page *page, const struct tally *tally)
{
    bool passed = tally->passed == page->count;

    fprintf(page->out, "<div class=\"verdict %s\">\n", verdict_class(page, passed));
    write_score(page, &tally->score);
    fprintf(page->out, "<div><p class=\"word\">%s</p>%s\n<ul>", say(page, verdict_text(page, passed)),
            passed && has_threshold(page) ? tick : "");
    write_passed_count(page, tally);
    write_penalty(page, &tally->score);
    write_severity_reason(page, &tally->score);
    write_size(page, tally);
    fputs("</ul></div>\n</div>\n", page->out);
}

static void write_sample(const struct page *page, enum mark_kind kind, enum text sample, enum text meaning)
{
    static const char *const signs[] = {
        [MARK_REPLACE] = "",
        [MARK_DELETE] = "<span class=\"deleatur\"></span>",
        [MARK_INSERT] = "<span class=\"caret\"></span>",
    };

    fprintf(page->out, "<li><mark class=\"%s major\" lang=\"de\">%s</mark>%s <span class=\"meaning\">%s</span></li>\n",
            mark_class(kind), say(page, sample), signs[kind], say(page, meaning));
}

static void write_key(const struct page *page)
{
    fprintf(page->out, "<details class=\"key\"><summary>%s</summary>\n<ul>\n", say(page, TEXT_MARKS));
    write_sample(page, MARK_REPLACE, TEXT_SAMPLE_REPLACE, TEXT_MARK_REPLACE);
    write_sample(page, MARK_DELETE, TEXT_SAMPLE_DELETE, TEXT_MARK_DELETE);
    write_sample(page, MARK_INSERT, TEXT_SAMPLE_INSERT, TEXT_MARK_INSERT);
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--) {
        const char *name = severity_name((enum severity)severity);

        fprintf(page->out, "<li><mark class=\"replace %s\">%s</mark> <span class=\"number %s\">%d</span></li>\n", name,
                severity_text(page->language, (enum severity)severity), name, SEVERITY_COUNT - severity);
    }
    fputs("</ul></details>\n", page->out);
}

void write_summary(const struct page *page, const struct tally *tally)
{
    fprintf(page->out,
            "<section class=\"summary\" aria-labelledby=\"summary\">\n<h2 class=\"hidden\" "
            "id=\"summary\">%s</h2>\n",
            say(page, TEXT_SUMMARY));
    write_hatchings(page->out);
    if (page->count > 0)
        write_verdict(page, tally);
    else
        fprintf(page->out, "<p class=\"none\">%s</p>\n", say(page, TEXT_NOTHING_CHECKED));
    if (tally->issues > 0) {
        write_severity_chart(page->out, page->language, &tally->score);
        write_category_chart(page->out, page->language, &tally->categories);
        write_course(page);
        write_passages(page);
        write_key(page);
    }
    fputs("</section>\n", page->out);
}

void write_result_line(const struct page *page, const struct result *result)
{
    fputs("<p><span class=\"file\">", page->out);
    write_text(page->out, result->doc->name);
    fprintf(page->out, "</span> <b class=\"%s\">%s</b> ", verdict_class(page, result->passed),
            say(page, verdict_text(page, result->passed)));
    write_figure(page, result->score.score, 1);
    fprintf(page->out, " %s · ", say(page, TEXT_OUT_OF_100));
    print_issue_count(page->out, page->language, result->issues->count);
    fputs(" · ", page->out);
    write_figure(page, (double)result->score.words, 0);
    fprintf(page->out, " %s</p>", say(page, TEXT_WORDS));
}

void write_contents(const struct page *page)
{
    fprintf(page->out, "<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">%s</h2>\n<ol>\n",
            say(page, TEXT_CONTENTS));
    for (size_t i = 0; i < page->count; i++) {
        fprintf(page->out, "<li><a href=\"#a%zu\" lang=\"de\">", i + 1);
        write_text(page->out, headline_of(page->results[i].doc));
        fputs("</a>", page->out);
        write_result_line(page, &page->results[i]);
        fputs("</li>\n", page->out);
    }
    fputs("</ol>\n</nav>\n", page->out);
}
