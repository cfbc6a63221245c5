/* The editor's report: one self-contained page. */
#include "article.h"
#include "assets.h"
#include "escape.h"
#include "summary.h"
#include "tools.h"

static const char *const language_codes[LANGUAGE_COUNT] = { [LANGUAGE_DE] = "de", [LANGUAGE_EN] = "en" };

const char *language_code(enum language language)
{
    return language_codes[language];
}

/* "Korrekturbericht: artikel.txt" */
static void write_title(const struct page *page)
{
    fputs(say(page, TEXT_REPORT), page->out);
    if (page->count == 1) {
        fputs(": ", page->out);
        write_attribute(page->out, page->results[0].doc->name);
    }
}

/* Nothing is loaded from anywhere, and only this style sheet and this script count, whatever an article holds. The
 * pencil lines are images inside the style sheet, hence data:. */
static void write_policy(const struct page *page)
{
    fprintf(page->out,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'; "
            "script-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'\">\n",
            html_style_css_sha256, html_script_js_sha256);
}

static void write_head(const struct page *page)
{
    fprintf(page->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
            language_code(page->language));
    write_policy(page);
    fputs("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
          "<meta name=\"robots\" content=\"noindex\">\n<meta name=\"generator\" content=\"Rotstift ",
          page->out);
    write_attribute(page->out, slice_of(page->style->version));
    fputs("\">\n<title>", page->out);
    write_title(page);
    fputs("</title>\n<style>", page->out);
    fwrite(html_style_css, 1, html_style_css_len, page->out);
    fputs("</style>\n</head>\n", page->out);
}

static void write_masthead(const struct page *page)
{
    fprintf(page->out,
            "<body>\n<a class=\"skip\" href=\"#%s\">%s</a>\n<header class=\"masthead\">\n<p class=\"brand\" "
            "lang=\"de\">Rotstift</p>\n<h1>",
            page->count > 0 ? "a1" : "summary", say(page, TEXT_SKIP));
    fputs(say(page, TEXT_REPORT), page->out);
    if (page->count == 1) {
        fputs("<span class=\"hidden\">:</span> <span class=\"file\">", page->out);
        write_text(page->out, page->results[0].doc->name);
        fputs("</span>", page->out);
    }
    fputs("</h1>\n</header>\n", page->out);
}

static int write_main(const struct page *page, const struct tally *tally)
{
    int status = 0;

    fputs("<main>\n", page->out);
    write_summary(page, tally);
    if (page->count > 1)
        write_contents(page);
    if (tally->issues > 0)
        write_tools(page, tally);
    for (size_t i = 0; i < page->count; i++)
        if (write_article(page, i + 1) != 0)
            status = -1;
    fputs("</main>\n", page->out);
    return status;
}

static void write_foot(const struct page *page)
{
    fprintf(page->out, "<footer><p>%s ", say(page, TEXT_MADE_BY));
    write_text(page->out, slice_of(page->style->version));
    fputs("</p></footer>\n", page->out);
    write_help(page);
    fputs("<script>", page->out);
    fwrite(html_script_js, 1, html_script_js_len, page->out);
    fputs("</script>\n</body>\n</html>\n", page->out);
}

int report_html(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    const struct page page = {
        .out = out, .language = style->language, .style = style, .results = results, .count = count
    };
    struct tally tally = { 0 };
    int status;

    tally_results(&tally, &page);
    write_head(&page);
    write_masthead(&page);
    status = write_main(&page, &tally);
    write_foot(&page);
    tally_free(&tally);
    return status != 0 || ferror(out) ? -1 : 0;
}
