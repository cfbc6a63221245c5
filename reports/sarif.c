/* SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0): one run, with the rules that were met, and every issue with its
 * fingerprint, fixes, baseline state and suppressions. */
#include <ctype.h>
#include <stdlib.h>

#include "advice.h"
#include "json_list.h"
#include "places.h"
#include "texts.h"

static const char *const levels[SEVERITY_COUNT] = {
    [SEVERITY_NEUTRAL] = "note",
    [SEVERITY_MINOR] = "warning",
    [SEVERITY_MAJOR] = "error",
    [SEVERITY_CRITICAL] = "error",
};

/* The rules that were met, each once, in order of their ids; results name them by index. */
struct met_rules {
    const struct rule_info **items;
    size_t count;
};

static int compare_rules(const void *left, const void *right)
{
    struct slice a = (*(const struct rule_info *const *)left)->id, b = (*(const struct rule_info *const *)right)->id;
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared == 0 ? 0 : memcmp(a.at, b.at, shared);

    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* Keeps each rule once. */
static void drop_twins(struct met_rules *rules)
{
    size_t kept = 0;

    if (rules->count > 1)
        qsort(rules->items, rules->count, sizeof(*rules->items), compare_rules);
    for (size_t i = 0; i < rules->count; i++)
        if (kept == 0 || compare_rules(&rules->items[kept - 1], &rules->items[i]) != 0)
            rules->items[kept++] = rules->items[i];
    rules->count = kept;
}

/* items is to be freed, NULL when memory ran out. */
static struct met_rules find_rules(const struct result *results, size_t count)
{
    struct met_rules rules = { 0 };
    size_t room = 1;

    for (size_t i = 0; i < count; i++)
        room += results[i].all->count;
    rules.items = calloc(room, sizeof(*rules.items));
    for (size_t i = 0; rules.items != NULL && i < count; i++)
        for (size_t j = 0; j < results[i].all->count; j++)
            rules.items[rules.count++] = results[i].all->items[j].rule;
    drop_twins(&rules);
    return rules;
}

static int index_of(const struct met_rules *rules, const struct rule_info *rule)
{
    const struct rule_info **found =
        bsearch(&rule, rules->items, rules->count, sizeof(const struct rule_info *), compare_rules);

    return found == NULL ? -1 : (int)(found - rules->items);
}

static json_t *message(struct slice text)
{
    return json_pack("{s:o}", "text", json_text(text));
}

/* What the rule is about, in one paragraph: why, and the English behind it. */
static json_t *help(const struct rule_info *rule, enum language language)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    json_t *object;

    if (out == NULL)
        return NULL;
    fwrite(rule->why[language].at, 1, rule->why[language].len, out);
    if (rule->english.len > 0)
        fprintf(out, " %s: %s%.*s%s.", text_in(language, TEXT_ENGLISH), text_in(language, TEXT_OPENING_QUOTE),
                (int)rule->english.len, rule->english.at, text_in(language, TEXT_CLOSING_QUOTE));
    object = fclose(out) == 0 ? message(slice_of(text)) : NULL;
    free(text);
    return object;
}

/* "CheckHeadlineStop" for "check/headline-stop": one word, as SARIF wants the name that people see. */
static json_t *friendly_name(struct slice id)
{
    char name[256];
    size_t length = 0;
    bool starts_word = true;

    for (size_t i = 0; i < id.len && length < sizeof name; i++) {
        unsigned char byte = (unsigned char)id.at[i];

        if (isalnum(byte))
            name[length++] = (char)(starts_word ? toupper(byte) : byte);
        starts_word = !isalnum(byte);
    }
    return json_text((struct slice){ name, length });
}

static json_t *rule_json(const struct rule_info *rule, enum language language)
{
    return json_pack("{s:o, s:o, s:o, s:o, s:o, s:{s:s}, s:{s:o, s:o, s:[o]}}", "id", json_text(rule->id), "name",
                     friendly_name(rule->id), "shortDescription", message(category_text(language, rule->category)),
                     "fullDescription", message(rule->why[language]), "help", help(rule, language),
                     "defaultConfiguration", "level", levels[rule->severity], "properties", "category",
                     json_text(rule->category), "confidence", json_figure((double)rule->confidence), "tags",
                     json_text(rule->category));
}

/* The end is exclusive, as SARIF's endColumn is. */
static json_t *region(const struct document *doc, struct span span)
{
    struct place place = report_place(doc, span);

    return json_pack("{s:i, s:i, s:i, s:i}", "startLine", (int)place.start.line, "startColumn", (int)place.start.column,
                     "endLine", (int)place.end.line, "endColumn", (int)place.end.column);
}

static json_t *artifact(const struct document *doc)
{
    char *uri = NULL;
    size_t length;
    FILE *out = open_memstream(&uri, &length);
    json_t *object = NULL;

    if (out == NULL)
        return NULL;
    if (slice_starts(doc->name, SLICE("/")))
        fputs("file://", out);
    print_uri_path(out, report_path(doc));
    if (fclose(out) == 0)
        object = json_pack("{s:s}", "uri", uri);
    free(uri);
    return object;
}

static json_t *location(const struct document *doc, const struct issue *issue)
{
    json_t *place = region(doc, issue->span);

    json_object_set_new(place, "snippet", message(text_of(doc, issue->span)));
    return json_pack("{s:{s:o, s:o}}", "physicalLocation", "artifactLocation", artifact(doc), "region", place);
}

static json_t *fix(const struct document *doc, const struct issue *issue, json_t *text)
{
    return json_pack("{s:[{s:o, s:[{s:o, s:{s:o}}]}]}", "artifactChanges", "artifactLocation", artifact(doc),
                     "replacements", "deletedRegion", region(doc, issue->span), "insertedContent", "text", text);
}

static json_t *fixes(const struct document *doc, const struct issue *issue)
{
    json_t *list = json_array(), *text;

    for (size_t i = 0; i < issue->suggestion_count; i++)
        if ((text = json_correction(doc, issue, i)) != NULL)
            json_array_append_new(list, fix(doc, issue, text));
    return list;
}

/* Given for every result, empty where there is none: SARIF takes a list that is missing for "not known" (3.27.23). */
static json_t *suppressions(const struct issue *issue)
{
    json_t *list = json_array(), *one;

    if (issue->suppression == SUPPRESSION_NONE)
        return list;
    one = json_pack("{s:s, s:s}", "kind", issue->suppression == SUPPRESSION_COMMENT ? "inSource" : "external", "status",
                    "accepted");
    if (issue->reason.len > 0)
        json_object_set_new(one, "justification", json_text(issue->reason));
    json_array_append_new(list, one);
    return list;
}

static json_t *result_json(const struct document *doc, const struct issue *issue, const struct met_rules *rules,
                           const struct report_style *style)
{
    char *advice = advice_text(doc, issue, style->language);
    json_t *object = json_pack(
        "{s:o, s:i, s:s, s:o, s:[o], s:{s:o}, s:o, s:o, s:{s:s, s:o}}", "ruleId", json_text(issue->rule->id),
        "ruleIndex", index_of(rules, issue->rule), "level", levels[issue->severity], "message",
        message(advice_slice(advice)), "locations", location(doc, issue), "partialFingerprints", "rotstift/v1",
        json_fingerprint(issue), "fixes", fixes(doc, issue), "suppressions", suppressions(issue), "properties",
        "severity", severity_name(issue->severity), "confidence", json_figure((double)issue->confidence));

    if (style->has_baseline)
        json_object_set_new(object, "baselineState",
                            json_string(issue->suppression == SUPPRESSION_BASELINE ? "unchanged" : "new"));
    free(advice);
    return object;
}

static int write_rules(FILE *out, const struct met_rules *rules, enum language language)
{
    struct json_list list = { .out = out };

    for (size_t i = 0; i < rules->count; i++)
        json_list_add(&list, rule_json(rules->items[i], language));
    return list.status;
}

static int write_results(FILE *out, const struct result *results, size_t count, const struct met_rules *rules,
                         const struct report_style *style)
{
    struct json_list list = { .out = out };

    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < results[i].all->count; j++)
            json_list_add(&list, result_json(results[i].doc, &results[i].all->items[j], rules, style));
    return list.status;
}

int report_sarif(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    struct met_rules rules = find_rules(results, count);
    int status;

    if (rules.items == NULL)
        return -1;
    fprintf(out,
            "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[\n"
            "{\"tool\":{\"driver\":{\"name\":\"Rotstift\",\"version\":\"%s\",\"semanticVersion\":\"%s\",\"rules\":[",
            style->version, style->version);
    status = write_rules(out, &rules, style->language);
    fprintf(out, "]}},\"language\":\"%s\",\"columnKind\":\"unicodeCodePoints\",\"results\":[",
            style->language == LANGUAGE_DE ? "de-DE" : "en-US");
    status |= write_results(out, results, count, &rules, style);
    fputs("]}]}\n", out);
    free(rules.items);
    return status != 0 || ferror(out) ? -1 : 0;
}
