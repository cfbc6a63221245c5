/* Reviewdog's diagnostic format: github.com/reviewdog/reviewdog, proto/rdf/reviewdog.proto. Its columns are bytes of
 * UTF-8. */
#include <stdlib.h>

#include "advice.h"
#include "json_list.h"
#include "places.h"

static const char *const severities[SEVERITY_COUNT] = {
    [SEVERITY_NEUTRAL] = "INFO",
    [SEVERITY_MINOR] = "WARNING",
    [SEVERITY_MAJOR] = "ERROR",
    [SEVERITY_CRITICAL] = "ERROR",
};

static json_t *position(struct counted_line *line, const struct document *doc, const struct origin *origin,
                        uint32_t offset)
{
    return json_pack("{s:i, s:i}", "line", (int)origin->line, "column", (int)utf8_column(line, doc, origin, offset));
}

static json_t *range(struct counted_line *line, const struct document *doc, struct span span)
{
    struct place place = report_place(doc, span);
    json_t *start = position(line, doc, &place.start, span.start);

    return json_pack("{s:o, s:o}", "start", start, "end", position(line, doc, &place.end, span.end));
}

static json_t *suggestions(json_t *place, const struct document *doc, const struct issue *issue)
{
    json_t *list = json_array(), *text;

    for (size_t i = 0; i < issue->suggestion_count; i++)
        if ((text = json_correction(doc, issue, i)) != NULL)
            json_array_append_new(list, json_pack("{s:O, s:o}", "range", place, "text", text));
    return list;
}

static json_t *diagnostic(struct counted_line *line, const struct document *doc, const struct issue *issue,
                          enum language language)
{
    char *advice = advice_text(doc, issue, language);
    json_t *place = range(line, doc, issue->span);
    json_t *object =
        json_pack("{s:o, s:{s:o, s:O}, s:s, s:{s:o}, s:o}", "message", json_text(advice_slice(advice)), "location",
                  "path", json_text(report_path(doc)), "range", place, "severity", severities[issue->severity], "code",
                  "value", json_text(issue->rule->id), "suggestions", suggestions(place, doc, issue));

    json_decref(place);
    free(advice);
    return object;
}

int report_rdjson(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    struct json_list list = { .out = out, .count = style->part.issues };
    struct counted_line line = { 0 };

    fputs(style->part.continues ? "" : "{\"source\":{\"name\":\"rotstift\"},\"diagnostics\":[", out);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < results[i].issues->count; j++)
            json_list_add(&list, diagnostic(&line, results[i].doc, &results[i].issues->items[j], style->language));
    fputs(style->part.goes_on ? "" : "]}\n", out);
    return list.status != 0 || ferror(out) ? -1 : 0;
}
