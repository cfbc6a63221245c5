/* JUnit's XML, which every CI shows: an article is a test suite, an issue a test case. What makes the article fail
 * (--fail-on, --max-penalty) is a failure; other issues pass and are told in the case's output; suppressed ones are
 * skipped. */
#include <stdlib.h>

#include "advice.h"
#include "places.h"
#include "texts.h"
#include "xml_text.h"

struct tally {
    size_t tests, failures, skipped;
};

static bool fails(const struct issue *issue, const struct result *result)
{
    return issue->suppression == SUPPRESSION_NONE && result->fail_on >= 0 && (int)issue->severity >= result->fail_on;
}

static bool is_over_limit(const struct result *result)
{
    return result->max_penalty >= 0 && result->score.penalty_per_1000 > result->max_penalty;
}

/* The penalty is a case of its own where it is limited; an article without any case has one that says so. */
static bool has_own_case(const struct result *result)
{
    return result->max_penalty >= 0 || result->all->count == 0;
}

static void count_cases(struct tally *tally, const struct result *result)
{
    tally->tests += result->all->count + (has_own_case(result) ? 1 : 0);
    tally->failures += is_over_limit(result) ? 1 : 0;
    for (size_t i = 0; i < result->all->count; i++) {
        tally->failures += fails(&result->all->items[i], result) ? 1 : 0;
        tally->skipped += result->all->items[i].suppression != SUPPRESSION_NONE ? 1 : 0;
    }
}

static void open_counted(struct xml_report *xml, const char *element, struct slice name, const struct tally *tally)
{
    xml_open(xml, element);
    xml_attribute(xml, "name", name);
    xml_number(xml, "tests", tally->tests);
    xml_number(xml, "failures", tally->failures);
    if (strcmp(element, "testsuite") == 0) /* Jenkins' schema knows no skipped in testsuites */
        xml_number(xml, "skipped", tally->skipped);
    xml_number(xml, "errors", 0);
}

static void open_case(struct xml_report *xml, const char *name, const struct document *doc)
{
    xml_open(xml, "testcase");
    xml_attribute(xml, "name", slice_of(name));
    xml_attribute(xml, "classname", report_path(doc));
}

/* Element with the message and, where there is a type, that. */
static void write_outcome(struct xml_report *xml, const char *element, struct slice message, const char *type)
{
    xml_open(xml, element);
    xml_attribute(xml, "message", message);
    if (type != NULL)
        xml_attribute(xml, "type", slice_of(type));
    xml_close(xml);
}

static void write_issue(struct xml_report *xml, const struct result *result, const struct issue *issue,
                        const struct report_style *style)
{
    const struct document *doc = result->doc;
    struct origin origin = document_origin(doc, issue->span.start);
    char *advice = advice_text(doc, issue, style->language), name[256], why[64];

    snprintf(name, sizeof name, "%u:%u %.*s", origin.line, origin.column, (int)issue->rule->id.len, issue->rule->id.at);
    open_case(xml, name, doc);
    if (issue->suppression != SUPPRESSION_NONE) {
        snprintf(why, sizeof why, "%s: %s", text_in(style->language, TEXT_SUPPRESSED),
                 suppression_text(style->language, issue->suppression));
        write_outcome(xml, "skipped", slice_of(why), NULL);
    } else if (fails(issue, result)) {
        write_outcome(xml, "failure", advice_slice(advice), severity_name(issue->severity));
    }
    xml_open(xml, "system-out");
    xml_content(xml, advice_slice(advice));
    xml_close(xml);
    xml_close(xml);
    free(advice);
}

static void write_own_case(struct xml_report *xml, const struct result *result, const struct report_style *style)
{
    char message[128];

    open_case(xml, text_in(style->language, result->max_penalty >= 0 ? TEXT_PER_1000 : TEXT_ISSUES), result->doc);
    if (is_over_limit(result)) {
        snprintf(message, sizeof message, "%.1f > %.1f %s", result->score.penalty_per_1000, result->max_penalty,
                 text_in(style->language, TEXT_PER_1000));
        write_outcome(xml, "failure", slice_of(message), "penalty");
    }
    xml_close(xml);
}

static void write_suite(struct xml_report *xml, const struct result *result, const struct report_style *style)
{
    struct tally tally = { 0 };

    count_cases(&tally, result);
    open_counted(xml, "testsuite", report_path(result->doc), &tally);
    for (size_t i = 0; i < result->all->count; i++)
        write_issue(xml, result, &result->all->items[i], style);
    if (has_own_case(result))
        write_own_case(xml, result, style);
    xml_close(xml);
}

int report_junit(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    struct xml_report xml;
    struct tally tally = { 0 };

    for (size_t i = 0; i < count; i++)
        count_cases(&tally, &results[i]);
    xml_begin(&xml, out);
    open_counted(&xml, "testsuites", SLICE("rotstift"), &tally);
    for (size_t i = 0; i < count; i++)
        write_suite(&xml, &results[i], style);
    return xml_end(&xml) != 0 || ferror(out) ? -1 : 0;
}
