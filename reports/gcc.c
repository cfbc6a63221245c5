/* As compilers write: one line for each issue, which editors and problem matchers understand. */
#include <stdlib.h>

#include "advice.h"
#include "unseen.h"

static const char *const levels[SEVERITY_COUNT] = {
    [SEVERITY_NEUTRAL] = "note",
    [SEVERITY_MINOR] = "warning",
    [SEVERITY_MAJOR] = "error",
    [SEVERITY_CRITICAL] = "error",
};

static void write_name(FILE *out, struct slice name)
{
    for (struct shown shown; show_next(&name, &shown);) {
        if (shown.plain.len == 0)
            fprintf(out, "<%s>", shown.name);
        else
            fwrite(shown.plain.at, 1, shown.plain.len, out);
    }
}

static void write_issue(FILE *out, const struct document *doc, const struct issue *issue, enum language language)
{
    struct origin origin = document_origin(doc, issue->span.start);
    char *advice = advice_text(doc, issue, language);
    struct slice rule = issue->rule->id;

    write_name(out, doc->name);
    fprintf(out, ":%u:%u: %s: %s [%.*s]", origin.line, origin.column, levels[issue->severity],
            advice == NULL ? "" : advice, (int)rule.len, rule.at);
    if (issue->suppression != SUPPRESSION_NONE)
        fprintf(out, " (%s)", suppression_name(issue->suppression));
    fputc('\n', out);
    free(advice);
}

int report_gcc(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    for (size_t i = 0; i < count; i++) {
        const struct issues *issues = shown_issues(&results[i], style);

        for (size_t j = 0; j < issues->count; j++)
            write_issue(out, results[i].doc, &issues->items[j], style->language);
    }
    return ferror(out) ? -1 : 0;
}
