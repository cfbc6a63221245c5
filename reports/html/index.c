#include "index.h"

#include "charts.h"
#include "summary.h"

static size_t issue_count(const struct score *score)
{
    size_t count = 0;

    for (int severity = 0; severity < SEVERITY_COUNT; severity++)
        count += score->count[severity];
    return count;
}

static void write_figures(const struct index *index)
{
    const struct overview_group *all = &index->overview->all;
    const struct page page = {
        .out = index->out, .language = index->language, .style = index->style, .count = all->articles
    };
    const struct tally tally = {
        .score = all->score, .issues = issue_count(&all->score), .passed = all->passed, .categories = all->categories
    };

    fprintf(index->out,
            "<section class=\"summary\" aria-labelledby=\"summary\">\n<h2 class=\"hidden\" id=\"summary\">%s</h2>\n",
            say_on(index, TEXT_SUMMARY));
    write_hatchings(index->out);
    if (all->articles > 0)
        write_verdict(&page, &tally);
    else
        fprintf(index->out, "<p class=\"none\">%s</p>\n", say_on(index, TEXT_NOTHING_CHECKED));
    if (tally.issues > 0) {
        write_severity_chart(index->out, index->language, &all->score);
        write_category_chart(index->out, index->language, &all->categories);
    }
    fputs("</section>\n", index->out);
}

int write_index_page(FILE *out, const struct overview *overview, const struct history *history,
                     const struct report_style *style)
{
    const struct index index = {
        .out = out, .language = style->language, .style = style, .overview = overview, .history = history
    };
    const struct frame frame = {
        .out = out,
        .language = style->language,
        .version = style->version,
        .style = &html_index_css,
        .script = &html_index_js,
        .skip = overview->count > 0 ? "articles" : "summary",
        .skip_text = TEXT_SKIP_TO_TABLE,
    };

    begin_page(&frame);
    fputs("<main>\n", out);
    write_figures(&index);
    if (overview->count > 0) {
        fputs("<div class=\"overview\">\n", out);
        write_distribution(&index);
        write_trend(&index);
        write_comparison(&index);
        write_rules(&index);
        fputs("</div>\n", out);
        write_articles(&index);
    }
    fputs("</main>\n", out);
    end_page(&frame);
    return ferror(out) ? -1 : 0;
}
