#include "report.h"

const struct report_format report_formats[] = {
    { "text", ".txt", "for the terminal: place, message, the passage with the error underlined, suggestion",
      report_text },
    { "html", ".html", "the editor's report: the article with red-pencil marks and notes in the margin", report_html },
    { "ndjson", ".ndjson", "one issue a line", report_ndjson },
    { "json", ".json", "all files with scores and issues as one object", report_json },
    { 0 },
};

const struct report_format *report_format_named(struct slice name)
{
    for (const struct report_format *format = report_formats; format->name != NULL; format++)
        if (slice_equal(name, slice_of(format->name)))
            return format;
    return NULL;
}

const struct report_format *report_format_for_file(struct slice path)
{
    for (const struct report_format *format = report_formats; format->name != NULL; format++)
        if (format->ending != NULL && slice_ends(path, slice_of(format->ending)))
            return format;
    return NULL;
}
