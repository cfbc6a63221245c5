/* GitLab's code quality report: docs.gitlab.com, "Code Quality report format". With type and categories, which GitLab
 * does without, it is one of Code Climate as well: github.com/codeclimate/platform, spec/analyzers/SPEC.md. */
#include <stdlib.h>

#include "advice.h"
#include "fingerprint.h"
#include "json_list.h"
#include "lexicon/hash.h"
#include "places.h"

static const char *const severities[SEVERITY_COUNT] = {
    [SEVERITY_NEUTRAL] = "info",
    [SEVERITY_MINOR] = "minor",
    [SEVERITY_MAJOR] = "major",
    [SEVERITY_CRITICAL] = "critical",
};

/* The nearest of Code Climate's categories: what says something else than the source is a bug. */
static const char *code_climate_category(struct slice category)
{
    if (slice_starts(category, SLICE("accuracy/")))
        return "Bug Risk";
    return slice_starts(category, SLICE("terminology/")) ? "Clarity" : "Style";
}

/* Unique in the whole report, where two articles may share a passage: the path's hash, then the fingerprint. */
static json_t *unique_fingerprint(const struct document *doc, const struct issue *issue)
{
    struct slice path = report_path(doc);
    char digits[2][FINGERPRINT_DIGITS + 1];

    fingerprint_text(hash_bytes(HASH_START, path.at, path.len), digits[0]);
    fingerprint_text(issue->fingerprint, digits[1]);
    return json_pack("s+", digits[0], digits[1]);
}

static json_t *issue_json(const struct document *doc, const struct issue *issue, enum language language)
{
    struct place place = report_place(doc, issue->span);
    char *advice = advice_text(doc, issue, language);
    json_t *object =
        json_pack("{s:s, s:[s], s:o, s:o, s:o, s:s, s:{s:o, s:{s:i, s:i}}}", "type", "issue", "categories",
                  code_climate_category(issue->rule->category), "description", json_text(advice_slice(advice)),
                  "check_name", json_text(issue->rule->id), "fingerprint", unique_fingerprint(doc, issue), "severity",
                  severities[issue->severity], "location", "path", json_text(report_path(doc)), "lines", "begin",
                  (int)place.start.line, "end", (int)place.end.line);

    free(advice);
    return object;
}

int report_gitlab(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    struct json_list list = { .out = out, .count = style->part.issues };

    fputs(style->part.continues ? "" : "[", out);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < results[i].issues->count; j++)
            json_list_add(&list, issue_json(results[i].doc, &results[i].issues->items[j], style->language));
    fputs(style->part.goes_on ? "" : "]\n", out);
    return list.status != 0 || ferror(out) ? -1 : 0;
}
