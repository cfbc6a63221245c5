#include "messages/messages.h"
#include "report.h"

const struct report_format report_formats[] = {
    { "text", ".txt", N_("for the terminal: place, message, the passage with the error underlined, suggestion"), true,
      false, report_text },
    { "gcc", NULL, N_("one issue a line, as compilers write: file:line:column: warning: message [rule]"), true, false,
      report_gcc },
    { "html", ".html", N_("the editor's report: the article with red-pencil marks and notes in the margin"), false,
      true, report_html },
    { "pdf", ".pdf", N_("the same, printed by Chromium"), false, true, report_pdf },
    { "markdown", ".md", N_("a summary for a pull request's comment"), false, false, report_markdown },
    { "ndjson", ".ndjson", N_("one issue a line"), true, false, report_ndjson },
    { "sarif", ".sarif .sarif.json", N_("SARIF 2.1.0, for code scanning"), false, false, report_sarif },
    { "checkstyle", "checkstyle.xml", N_("Checkstyle's XML"), false, false, report_checkstyle },
    { "junit", ".xml", N_("JUnit's XML: an article is a suite, an issue a case"), false, false, report_junit },
    { "github", NULL, N_("annotations of GitHub Actions"), true, false, report_github },
    { "gitlab", "gl-code-quality-report.json", N_("GitLab's code quality report"), true, false, report_gitlab },
    { "rdjson", ".rdjson", N_("reviewdog's diagnostics"), true, false, report_rdjson },
    { "json", ".json", N_("all files with scores and issues as one object"), true, false, report_json },
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
