/* The object is written piece by piece, so that ten thousand articles need no more memory than one issue. */
#include "json_issue.h"

/* Writes a value and lets go of it; -1 when it could not be made or written. */
static int write_value(FILE *out, json_t *value)
{
    int status = value == NULL ? -1 : json_dumpf(value, out, JSON_STYLE | JSON_ENCODE_ANY);

    json_decref(value);
    return status;
}

static int write_member(FILE *out, const char *name, json_t *value)
{
    fprintf(out, "\"%s\":", name);
    return write_value(out, value);
}

static json_t *counts_json(const struct score *score)
{
    json_t *object = json_object();

    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--)
        json_object_set_new(object, severity_name((enum severity)severity),
                            json_integer((json_int_t)score->count[severity]));
    return object;
}

/* The members of a file but for its issues, in this order. */
static int write_score(FILE *out, const struct result *result)
{
    const struct score *score = &result->score;
    struct {
        const char *name;
        json_t *value;
    } members[] = {
        { "file", json_text(result->doc->name) },
        { "words", json_integer((json_int_t)score->words) },
        { "penalty", json_figure(score->penalty) },
        { "penalty_per_1000", json_figure(score->penalty_per_1000) },
        { "score", json_figure(score->score) },
        { "passed", json_boolean(result->passed) },
        { "counts", counts_json(score) },
        { "suppressed", json_integer((json_int_t)(result->all->count - result->issues->count)) },
    };
    int status = 0;

    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        if (write_member(out, members[i].name, members[i].value) != 0)
            status = -1;
        fputc(',', out);
    }
    return status;
}

/* As in NDJSON, with its fingerprint. */
static json_t *whole_issue(const struct document *doc, const struct issue *issue, enum language language)
{
    json_t *object = json_marked_issue(doc, issue, language);

    if (json_object_set_new(object, "fingerprint", json_fingerprint(issue)) == 0)
        return object;
    json_decref(object);
    return NULL;
}

static int write_file(FILE *out, const struct result *result, enum language language)
{
    int status;

    fputc('{', out);
    status = write_score(out, result);
    fputs("\"issues\":[", out);
    for (size_t i = 0; i < result->all->count; i++) {
        fputs(i == 0 ? "\n" : ",\n", out);
        if (write_value(out, whole_issue(result->doc, &result->all->items[i], language)) != 0)
            status = -1;
    }
    fputs("]}", out);
    return status;
}

static int write_head(FILE *out, const struct report_style *style)
{
    int status;

    fputc('{', out);
    status = write_member(out, "version", json_text(slice_of(style->version)));
    fputs(",\"files\":[", out);
    return status;
}

int report_json(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    int status = style->part.continues ? 0 : write_head(out, style);

    for (size_t i = 0; i < count; i++) {
        fputs(style->part.documents + i == 0 ? "\n" : ",\n", out);
        if (write_file(out, &results[i], style->language) != 0)
            status = -1;
    }
    fputs(style->part.goes_on ? "" : "]}\n", out);
    return status != 0 || ferror(out) ? -1 : 0;
}
