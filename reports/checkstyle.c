/* Checkstyle's XML, which Jenkins, SonarQube and many editors read. */
#include <stdlib.h>

#include "advice.h"
#include "places.h"
#include "xml_text.h"

static const char *const severities[SEVERITY_COUNT] = {
    [SEVERITY_NEUTRAL] = "info",
    [SEVERITY_MINOR] = "warning",
    [SEVERITY_MAJOR] = "error",
    [SEVERITY_CRITICAL] = "error",
};

static void write_issue(struct xml_report *xml, const struct document *doc, const struct issue *issue,
                        enum language language)
{
    struct origin origin = document_origin(doc, issue->span.start);
    char *advice = advice_text(doc, issue, language), source[256];

    snprintf(source, sizeof source, "rotstift.%.*s", (int)issue->rule->id.len, issue->rule->id.at);
    xml_open(xml, "error");
    xml_number(xml, "line", origin.line);
    xml_number(xml, "column", origin.column);
    xml_attribute(xml, "severity", slice_of(severities[issue->severity]));
    xml_attribute(xml, "message", advice_slice(advice));
    xml_attribute(xml, "source", slice_of(source));
    xml_close(xml);
    free(advice);
}

int report_checkstyle(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    struct xml_report xml;

    xml_begin(&xml, out);
    xml_open(&xml, "checkstyle");
    xml_attribute(&xml, "version", SLICE("4.3"));
    for (size_t i = 0; i < count; i++) {
        xml_open(&xml, "file");
        xml_attribute(&xml, "name", report_path(results[i].doc));
        for (size_t j = 0; j < results[i].issues->count; j++)
            write_issue(&xml, results[i].doc, &results[i].issues->items[j], style->language);
        xml_close(&xml);
    }
    return xml_end(&xml) != 0 || ferror(out) ? -1 : 0;
}
