#include "reporting.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "complain.h"
#include "output.h"

/* Colours and links where they were asked for, or where a person looks on. */
static bool wants(enum when when, const char *path, bool unwanted)
{
    if (when != WHEN_AUTO)
        return when == WHEN_ALWAYS;
    return strcmp(path, "-") == 0 && isatty(STDOUT_FILENO) && !unwanted;
}

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);

    return value != NULL && value[0] != '\0';
}

static bool is_dumb_terminal(void)
{
    const char *terminal = getenv("TERM");

    return terminal == NULL || strcmp(terminal, "dumb") == 0;
}

/* Where relative names start from in links: "file://host/folder". Empty where it can't be told. */
static void find_link_base(char base[], size_t size)
{
    char host[256] = "", *folder = getcwd(NULL, 0);

    gethostname(host, sizeof host - 1);
    if (folder == NULL || snprintf(base, size, "%s%s", host, folder) >= (int)size)
        base[0] = '\0';
    free(folder);
}

struct report_style report_style_of(const struct options *options, const struct result *results, size_t count,
                                    struct rs_error *error)
{
    struct report_style style = {
        .language = options->language,
        .show_suppressed = options->show_suppressed,
        .has_baseline = options->baseline != NULL,
        .version = RS_VERSION,
        .max_penalty = count > 0 ? results[0].max_penalty : options->max_penalty,
        .fail_on = count > 0 ? results[0].fail_on : options->fail_on,
        .error = error,
    };

    for (size_t i = 1; i < count; i++)
        share_thresholds(&style, &results[i]);
    return style;
}

void share_thresholds(struct report_style *style, const struct result *result)
{
    if (result->fail_on != style->fail_on)
        style->fail_on = FAIL_ON_NONE;
    if (result->max_penalty < style->max_penalty || result->max_penalty > style->max_penalty)
        style->max_penalty = NO_MAX_PENALTY;
}

/* Writes the results, in the style that they and the report's place ask for; where that fails, the output knows. */
static void write_results(struct open_report *report, const struct report_target *target, const struct reports *reports,
                          const struct result *results, size_t count)
{
    const struct options *options = reports->options;
    struct report_style style = report_style_of(options, results, count, &report->format_error);
    char link_base[PATH_MAX + 256] = "";

    style.part = reports->part;
    style.colour = wants(options->colour, target->path, is_set("NO_COLOR")); /* no-color.org */
    if (wants(options->hyperlinks, target->path, is_dumb_terminal()))
        find_link_base(link_base, sizeof link_base);
    style.link_base = link_base[0] == '\0' ? NULL : link_base;
    if (target->format->write(report->output.stream, results, count, &style) != 0)
        report->output.fault = ENOMEM; /* unless the stream itself has failed, which output_close sees first */
}

static void open_report(struct reports *reports, struct open_report *report, const char *path)
{
    struct rs_error error;

    if (report->state != REPORT_NOT_OPENED)
        return;
    report->state = REPORT_OPEN;
    if (output_open(&report->output, path, &error) == 0)
        return;
    complain(&error);
    report->state = REPORT_CLOSED;
    reports->status = -1;
}

static void close_report(struct reports *reports, struct open_report *report)
{
    struct rs_error error;

    report->state = REPORT_CLOSED;
    if (output_close(&report->output, &error) == 0)
        return;
    reports->status = -1;
    /* Who closed the pipe that we write to ("| head") has seen enough and needs no message. */
    if (report->output.fault != EPIPE)
        complain(report->format_error.message[0] != '\0' ? &report->format_error : &error);
}

static void add_to(struct reports *reports, size_t index, const struct result *results, size_t count)
{
    const struct report_target *target = &reports->options->reports[index];
    struct open_report *report = &reports->items[index];

    open_report(reports, report, target->path);
    if (report->state != REPORT_OPEN)
        return;
    write_results(report, target, reports, results, count);
    if (!reports->part.goes_on || report->output.fault != 0 || ferror(report->output.stream))
        close_report(reports, report);
}

void reports_begin(struct reports *reports, const struct options *options, bool with_stream)
{
    *reports = (struct reports){ .options = options, .with_stream = with_stream };
}

void reports_add(struct reports *reports, const struct result *results, size_t count, bool is_last)
{
    const struct options *options = reports->options;

    reports->part.goes_on = !is_last;
    for (int streams = 0; streams <= (reports->with_stream ? 1 : 0); streams++)
        for (size_t i = 0; i < options->report_count; i++)
            if ((strcmp(options->reports[i].path, "-") == 0) == streams)
                add_to(reports, i, results, count);
    reports->part.continues = true;
    reports->part.documents += count;
    for (size_t i = 0; i < count; i++)
        reports->part.issues += results[i].issues->count;
}

bool reports_in_parts(const struct options *options)
{
    for (size_t i = 0; i < options->report_count; i++)
        if (!options->reports[i].format->in_parts)
            return false;
    return true;
}

bool reports_whole_text(const struct options *options)
{
    for (size_t i = 0; i < options->report_count; i++)
        if (options->reports[i].format->whole_text)
            return true;
    return options->folder != NULL;
}

int write_reports(const struct options *options, const struct result *results, size_t count)
{
    struct reports reports;

    reports_begin(&reports, options, true);
    reports_add(&reports, results, count, true);
    return reports.status;
}
