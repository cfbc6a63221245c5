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

static int write_report(const struct report_target *target, const struct result *results, size_t count,
                        const struct options *options)
{
    char link_base[PATH_MAX + 256] = "";
    struct rs_error error = { 0 }, format_error = { 0 };
    struct report_style style = report_style_of(options, results, count, &format_error);
    struct output output;
    int status;

    style.colour = wants(options->colour, target->path, is_set("NO_COLOR")); /* no-color.org */
    if (wants(options->hyperlinks, target->path, is_dumb_terminal()))
        find_link_base(link_base, sizeof link_base);
    style.link_base = link_base[0] == '\0' ? NULL : link_base;
    if (output_open(&output, target->path, &error) != 0) {
        complain(&error);
        return -1;
    }
    status = target->format->write(output.stream, results, count, &style);
    if (status != 0)
        output.fault = ENOMEM; /* unless the stream itself has failed, which output_close sees first */
    if (output_close(&output, &error) != 0) {
        /* Who closed the pipe that we write to ("| head") has seen enough and needs no message. */
        if (output.fault != EPIPE)
            complain(format_error.message[0] != '\0' ? &format_error : &error);
        return -1;
    }
    return status;
}

int write_reports(const struct options *options, const struct result *results, size_t count, bool with_stream)
{
    int status = 0;

    for (int streams = 0; streams <= (with_stream ? 1 : 0); streams++)
        for (size_t i = 0; i < options->report_count; i++)
            if ((strcmp(options->reports[i].path, "-") == 0) == streams &&
                write_report(&options->reports[i], results, count, options) != 0)
                status = -1;
    return status;
}
