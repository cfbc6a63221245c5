#include "suppressions/baseline.h"

#include <errno.h>
#include <stdlib.h>

#include "fingerprint.h"
#include "input/input.h"
#include "output.h"
#include "reports/json_issue.h"

static struct slice string_of(const json_t *value)
{
    return value == NULL ? (struct slice){ 0 } : (struct slice){ json_string_value(value), json_string_length(value) };
}

static bool is_optional_string(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);

    return value == NULL || json_is_string(value);
}

static int read_finding(struct known_finding *out, const json_t *object, const char *path, size_t number,
                        struct rs_error *error)
{
    static const char *const names[] = { "rule", "text", "reason" };
    const json_t *file = json_object_get(object, "file");

    if (!json_is_string(json_object_get(object, "fingerprint")) ||
        !fingerprint_read(string_of(json_object_get(object, "fingerprint")), &out->fingerprint))
        return error_set(error, path, 0, "finding %zu: \"fingerprint\" must be %d hexadecimal digits", number,
                         FINGERPRINT_DIGITS);
    if (!json_is_string(file) || json_string_length(file) == 0)
        return error_set(error, path, 0, "finding %zu: \"file\" must be the name of a file", number);
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (!is_optional_string(object, names[i]))
            return error_set(error, path, 0, "finding %zu: \"%s\" must be a string", number, names[i]);
    out->file = string_of(file);
    out->reason = string_of(json_object_get(object, "reason"));
    out->json = object;
    return 0;
}

static int compare(const void *left, const void *right)
{
    const struct known_finding *a = left, *b = right;

    return (a->fingerprint > b->fingerprint) - (a->fingerprint < b->fingerprint);
}

static int read_findings(struct baseline *baseline, struct rs_error *error)
{
    const json_t *version = json_object_get(baseline->json, "rotstift-baseline");
    const json_t *list = json_object_get(baseline->json, "findings");

    if (!json_is_integer(version) || !json_is_array(list))
        return error_set(error, baseline->path, 0,
                         "is no baseline: {\"rotstift-baseline\": 1, \"findings\": […]}; --write-baseline makes one");
    if (json_integer_value(version) != 1)
        return error_set(error, baseline->path, 0, "is a baseline of version %lld; this program reads version 1",
                         (long long)json_integer_value(version));
    baseline->findings = calloc(json_array_size(list) + 1, sizeof(*baseline->findings));
    if (baseline->findings == NULL)
        return error_set(error, baseline->path, 0, "out of memory");
    for (size_t i = 0; i < json_array_size(list); i++, baseline->count++)
        if (read_finding(&baseline->findings[i], json_array_get(list, i), baseline->path, i + 1, error) != 0)
            return -1;
    qsort(baseline->findings, baseline->count, sizeof(*baseline->findings), compare);
    return 0;
}

int baseline_parse(struct baseline *baseline, const char *path, struct slice bytes, struct rs_error *error)
{
    json_error_t fault;
    int status = -1;

    *baseline = (struct baseline){ .path = path };
    baseline->json = json_loadb(bytes.at == NULL ? "" : bytes.at, bytes.len, JSON_REJECT_DUPLICATES, &fault);
    if (baseline->json == NULL)
        error_set(error, path, fault.line > 0 ? (size_t)fault.line : 0, "is no JSON: %s", fault.text);
    else
        status = read_findings(baseline, error);
    if (status != 0)
        baseline_free(baseline);
    return status;
}

int baseline_read(struct baseline *baseline, const char *path, struct rs_error *error)
{
    struct slice bytes = { 0 };
    int status;

    if (read_file(path, &bytes, error) != 0)
        return -1;
    status = baseline_parse(baseline, path, bytes, error);
    free((void *)(uintptr_t)bytes.at);
    return status;
}

void baseline_free(struct baseline *baseline)
{
    json_decref(baseline->json);
    free(baseline->findings);
    *baseline = (struct baseline){ 0 };
}

/* The same file, though one run named it from another folder: the shorter path is the end of the longer one. */
static bool same_file(struct slice a, struct slice b)
{
    while (slice_starts(a, SLICE("./")))
        a = slice_from(a, 2);
    while (slice_starts(b, SLICE("./")))
        b = slice_from(b, 2);
    if (a.len < b.len) {
        struct slice longer = b;

        b = a;
        a = longer;
    }
    return slice_ends(a, b) && (a.len == b.len || a.at[a.len - b.len - 1] == '/');
}

static struct known_finding *first_known(const struct baseline *baseline, uint64_t fingerprint)
{
    size_t low = 0, high = baseline->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (baseline->findings[middle].fingerprint < fingerprint)
            low = middle + 1;
        else
            high = middle;
    }
    return &baseline->findings[low];
}

static void apply_to(struct baseline *baseline, const struct document *doc, struct issue *issue)
{
    struct known_finding *end = baseline->findings + baseline->count;

    for (struct known_finding *known = first_known(baseline, issue->fingerprint);
         known < end && known->fingerprint == issue->fingerprint; known++) {
        if (!same_file(known->file, doc->name))
            continue;
        known->found = true;
        if (issue->suppression != SUPPRESSION_NONE)
            continue;
        issue->suppression = SUPPRESSION_BASELINE;
        issue->reason = known->reason;
    }
}

void baseline_apply(struct baseline *baseline, const struct document *doc, struct issues *issues)
{
    for (size_t i = 0; i < issues->count; i++)
        apply_to(baseline, doc, &issues->items[i]);
}

bool known_file_is_in(const struct known_finding *known, const struct result *results, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (same_file(known->file, results[i].doc->name))
            return true;
    return false;
}

static json_t *finding_json(const struct document *doc, const struct issue *issue)
{
    struct slice name = doc->name;
    json_t *object = json_object();
    int status;

    while (slice_starts(name, SLICE("./")))
        name = slice_from(name, 2);
    status = json_object_set_new(object, "fingerprint", json_fingerprint(issue)) |
             json_object_set_new(object, "file", json_text(name)) |
             json_object_set_new(object, "rule", json_text(issue->rule->id)) |
             json_object_set_new(object, "text", json_text(text_of(doc, issue->span)));
    if (issue->reason.len > 0)
        status |= json_object_set_new(object, "reason", json_text(issue->reason));
    if (status == 0)
        return object;
    json_decref(object);
    return NULL;
}

/* One finding a line, so that a version control system shows what came and went. */
static int write_finding(FILE *out, const json_t *finding, bool *is_first)
{
    fputs(*is_first ? "\n" : ",\n", out);
    *is_first = false;
    return finding == NULL ? -1 : json_dumpf(finding, out, 0);
}

static int write_findings(FILE *out, const struct result *results, size_t count, const struct baseline *old)
{
    bool is_first = true;
    int status = 0;

    fputs("{\"rotstift-baseline\": 1, \"findings\": [", out);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < results[i].all->count; j++) {
            const struct issue *issue = &results[i].all->items[j];
            json_t *finding;

            if (issue->suppression != SUPPRESSION_NONE && issue->suppression != SUPPRESSION_BASELINE)
                continue;
            finding = finding_json(results[i].doc, issue);
            status |= write_finding(out, finding, &is_first);
            json_decref(finding);
        }
    }
    for (size_t i = 0; old != NULL && i < old->count; i++)
        if (!old->findings[i].found && !known_file_is_in(&old->findings[i], results, count))
            status |= write_finding(out, old->findings[i].json, &is_first);
    fputs("\n]}\n", out);
    return status;
}

int baseline_write(const char *path, const struct result *results, size_t count, const struct baseline *old,
                   struct rs_error *error)
{
    struct output output;

    if (output_open(&output, path, error) != 0)
        return -1;
    if (write_findings(output.stream, results, count, old) != 0)
        output.fault = ENOMEM; /* what was written ends in the middle */
    return output_close(&output, error);
}
