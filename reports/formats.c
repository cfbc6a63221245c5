#include "report.h"

const struct report_format report_formats[] = {
    { "text", ".txt", "for the terminal: place, message, the passage with the error underlined, suggestion",
      report_text },
    { "gcc", NULL, "one issue a line, as compilers write: file:line:column: warning: message [rule]", report_gcc },
    { "html", ".html", "the editor's report: the article with red-pencil marks and notes in the margin", report_html },
    { "pdf", ".pdf", "the same, printed by Chromium", report_pdf },
    { "markdown", ".md", "a summary for a pull request's comment", report_markdown },
    { "ndjson", ".ndjson", "one issue a line", report_ndjson },
    { "sarif", ".sarif .sarif.json", "SARIF 2.1.0, for code scanning", report_sarif },
    { "checkstyle", "checkstyle.xml", "Checkstyle's XML", report_checkstyle },
    { "junit", ".xml", "JUnit's XML: an article is a suite, an issue a case", report_junit },
    { "github", NULL, "annotations of GitHub Actions", report_github },
    { "gitlab", "gl-code-quality-report.json", "GitLab's code quality report", report_gitlab },
    { "rdjson", ".rdjson", "reviewdog's diagnostics", report_rdjson },
    { "json", ".json", "all files with scores and issues as one object", report_json },
    { 0 },
};

const struct report_format *report_format_named(struct slice name)
{
    for (const struct report_format *format = report_formats; format->name != NULL; format++)
        if (slice_equal(name, slice_of(format->name)))
            return format;
    return NULL;
}

static bool has_ending(struct slice path, const char *endings)
{
    while (*endings != '\0') {
        const char *end = strchrnul(endings, ' ');

        if (slice_ends(path, slice_between(endings, end)))
            return true;
        endings = end + strspn(end, " ");
    }
    return false;
}

const struct report_format *report_format_for_file(struct slice path)
{
    for (const struct report_format *format = report_formats; format->name != NULL; format++)
        if (format->endings != NULL && has_ending(path, format->endings))
            return format;
    return NULL;
}
