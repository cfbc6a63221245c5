#include "json_issue.h"

static int write_issue(FILE *out, const struct document *doc, const struct issue *issue, enum language language)
{
    json_t *object = json_marked_issue(doc, issue, language);
    int status = -1;

    if (object != NULL && json_dumpf(object, out, JSON_STYLE) == 0 && fputc('\n', out) != EOF)
        status = 0;
    json_decref(object);
    return status;
}

int report_ndjson(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    for (size_t i = 0; i < count; i++) {
        const struct issues *issues = shown_issues(&results[i], style);

        for (size_t j = 0; j < issues->count; j++)
            if (write_issue(out, results[i].doc, &issues->items[j], style->language) != 0)
                return -1;
    }
    return ferror(out) ? -1 : 0;
}
