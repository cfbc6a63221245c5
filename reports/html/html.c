/* The editor's report: one self-contained page. */
#include "html.h"

#include "article.h"
#include "frame.h"
#include "summary.h"
#include "tools.h"

static int write_main(const struct page *page, const struct tally *tally)
{
    int status = 0;

    fputs("<main>\n", page->out);
    write_summary(page, tally);
    if (page->count > 1)
        write_contents(page);
    if (tally->issues + tally->suppressed > 0)
        write_tools(page, tally);
    for (size_t i = 0; i < page->count; i++)
        if (write_article(page, i + 1) != 0)
            status = -1;
    fputs("</main>\n", page->out);
    return status;
}

int write_article_page(FILE *out, const struct result *results, size_t count, const struct report_style *style,
                       const char *back)
{
    const struct page page = {
        .out = out, .language = style->language, .style = style, .results = results, .count = count
    };
    const struct frame frame = {
        .out = out,
        .language = style->language,
        .version = style->version,
        .style = &html_article_css,
        .script = &html_article_js,
        .subject = count == 1 ? results[0].doc->name : (struct slice){ 0 },
        .skip = count > 0 ? "a1" : "summary",
        .skip_text = TEXT_SKIP,
        .back = back,
    };
    struct tally tally = { 0 };
    int status;

    tally_results(&tally, &page);
    begin_page(&frame);
    status = write_main(&page, &tally);
    write_dialogs(&page);
    end_page(&frame);
    tally_free(&tally);
    return status != 0 || ferror(out) ? -1 : 0;
}

int report_html(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    return write_article_page(out, results, count, style, NULL);
}
