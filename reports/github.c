/* Workflow commands of GitHub Actions: printed in a job's log, they become annotations in the changes of a pull
 * request. Their escapes: docs.github.com, "Workflow commands", and the toolkit's command.ts. */
#include <stdlib.h>

#include "advice.h"
#include "places.h"

static const char *const commands[SEVERITY_COUNT] = {
    [SEVERITY_NEUTRAL] = "notice",
    [SEVERITY_MINOR] = "warning",
    [SEVERITY_MAJOR] = "error",
    [SEVERITY_CRITICAL] = "error",
};

/* Values of properties escape ":" and "," as well. */
static void write_escaped(FILE *out, struct slice text, bool is_property)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.at[i];

        if (byte == '%' || byte == '\r' || byte == '\n' || (is_property && (byte == ':' || byte == ',')))
            fprintf(out, "%%%02X", (unsigned)byte);
        else
            fputc(byte, out);
    }
}

static void write_issue(FILE *out, const struct document *doc, const struct issue *issue, enum language language)
{
    struct place place = report_place(doc, issue->span);
    char *advice = advice_text(doc, issue, language);

    fprintf(out, "::%s title=", commands[issue->severity]);
    write_escaped(out, issue->rule->id, true);
    fputs(",file=", out);
    write_escaped(out, report_path(doc), true);
    fprintf(out, ",line=%u,endLine=%u", place.start.line, place.end.line);
    if (place.start.line == place.end.line) /* columns mean nothing over several lines */
        fprintf(out, ",col=%u,endColumn=%u", place.start.column, place.end.column);
    fputs("::", out);
    write_escaped(out, advice_slice(advice), false);
    fputc('\n', out);
    free(advice);
}

int report_github(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < results[i].issues->count; j++)
            write_issue(out, results[i].doc, &results[i].issues->items[j], style->language);
    return ferror(out) ? -1 : 0;
}
