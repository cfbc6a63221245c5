#include "passages.h"

#include "escape.h"

#define WORST_COUNT 3
#define LONGEST_PASSAGE 170 /* bytes */

/* A sentence and what is wrong in it. */
struct passage {
    const struct document *doc;
    struct span span;
    size_t article, first_issue; /* numbers from 1, as in the marks' ids */
    struct score score;          /* count and penalty alone */
};

/* Keeps the worst in order; of equals the one that stands first. */
static void consider(struct passage *worst, const struct passage *passage)
{
    size_t place = WORST_COUNT;

    if (passage->score.penalty <= 0)
        return;
    while (place > 0 && worst[place - 1].score.penalty < passage->score.penalty)
        place--;
    if (place == WORST_COUNT)
        return;
    memmove(&worst[place + 1], &worst[place], (WORST_COUNT - 1 - place) * sizeof *worst);
    worst[place] = *passage;
}

/* Issues and sentences are both in order of place: one walk meets all. */
static void search_article(struct passage *worst, const struct result *result, size_t article)
{
    const struct document *doc = result->doc;
    size_t next = 0;

    for (size_t i = 0; i < doc->sentence_count; i++) {
        struct passage passage = { .doc = doc, .span = doc->sentences[i].span, .article = article };

        while (next < result->all->count && result->all->items[next].span.start < passage.span.end) {
            const struct issue *issue = &result->all->items[next++];

            if (issue->suppression != SUPPRESSION_NONE)
                continue;
            if (passage.first_issue == 0)
                passage.first_issue = next;
            passage.score.count[issue->severity]++;
            passage.score.penalty += severity_penalty(issue->severity);
        }
        consider(worst, &passage);
    }
}

static void write_passage(const struct page *page, const struct passage *passage)
{
    struct slice text = text_of(passage->doc, passage->span);
    bool cut = shorten(&text, LONGEST_PASSAGE);
    const char *before = "";

    fprintf(page->out, "<li><a href=\"#m%zu-%zu\" lang=\"de\">", passage->article, passage->first_issue);
    write_text(page->out, text);
    fprintf(page->out, "%s</a> <span>", cut ? " …" : "");
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--) {
        if (passage->score.count[severity] == 0)
            continue;
        fprintf(page->out, "%s%zu %s", before, passage->score.count[severity],
                severity_text(page->language, (enum severity)severity));
        before = " · ";
    }
    fputs("</span></li>\n", page->out);
}

void write_passages(const struct page *page)
{
    struct passage worst[WORST_COUNT] = { 0 };

    for (size_t i = 0; i < page->count; i++)
        search_article(worst, &page->results[i], i + 1);
    if (worst[WORST_COUNT - 1].first_issue == 0) /* so few that the article shows them at once */
        return;
    fprintf(page->out, "<div class=\"passages\"><h3 id=\"passages\">%s</h3>\n<ol aria-labelledby=\"passages\">\n",
            say(page, TEXT_PASSAGES));
    for (size_t i = 0; i < WORST_COUNT; i++)
        write_passage(page, &worst[i]);
    fputs("</ol></div>\n", page->out);
}
