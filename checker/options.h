/* The command line. */
#ifndef ROTSTIFT_OPTIONS_H
#define ROTSTIFT_OPTIONS_H

#include <stdio.h>

#include "error.h"
#include "input/input.h"
#include "issues.h"
#include "reports/report.h"
#include "values.h"

enum command {
    COMMAND_CHECK,
    COMMAND_REPORT,
    COMMAND_FILTER,
    COMMAND_SERVE,
    COMMAND_LSP,
    COMMAND_CONFIG,
    COMMAND_COMPLETION,
    COMMAND_LIST_RULES,
    COMMAND_EXPLAIN,
    COMMAND_HELP,
    COMMAND_VERSION,
    COMMAND_COUNT
};

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

/* One report to write. */
struct report_target {
    const char *path; /* "-": standard output */
    const struct report_format *format;
};

#define MAX_REPORTS 16
#define MAX_SOURCES 256

struct options {
    enum command command;
    struct rs_options check;            /* how to check */
    enum language language;             /* of reports; the same as in check */
    const struct report_format *format; /* --format, or NULL */
    const struct format *input_format;  /* --type, or NULL */
    const char *json_fields;            /* --json-field, or NULL */
    struct report_target reports[MAX_REPORTS];
    size_t report_count; /* at least 1 for COMMAND_CHECK, and for COMMAND_REPORT without a folder */
    int fail_on;         /* enum severity, or FAIL_ON_NONE */
    bool fail_on_given;
    bool confidence_given;
    const char *config; /* the configuration file to use instead of those found; or NULL */
    bool no_config;
    double max_penalty; /* per 1,000 words, or NO_MAX_PENALTY */
    enum when colour, hyperlinks;
    const char *glossary;                  /* a file, or NULL */
    const char *baseline, *write_baseline; /* files, or NULL */
    bool show_suppressed, report_unused;
    const char *revision; /* --diff: look only at lines that have changed since; or NULL */
    bool fix, dry_run;
    const char *folder;               /* of COMMAND_REPORT: where its pages go, or NULL: it writes reports alone */
    const char *history, *group_by;   /* of COMMAND_REPORT: a file and a field, or NULL */
    bool pdf;                         /* of COMMAND_REPORT */
    const char *rule;                 /* of COMMAND_EXPLAIN */
    const char *sources[MAX_SOURCES]; /* one for each file, or a single folder */
    size_t source_count;
    unsigned jobs;                      /* threads, at least 1 */
    const char *address, *allow_origin; /* of COMMAND_SERVE: where to listen, and whose pages may ask (NULL: none) */
    unsigned port;                      /* of COMMAND_SERVE */
    char *const *files;                 /* borrowed from argv */
    size_t file_count;
};

/* Reads the command line. argv's order may change (operands move to its end).
 * Returns -1 with *error, which says what to write instead where that can be guessed. */
int options_parse(struct options *options, int argc, char **argv, struct rs_error *error);

/* Prints --help from the same table that options_parse reads by. */
void options_help(FILE *out);

/* An option as people see it. */
struct option_shown {
    const char *name;     /* without "--" */
    char letter;          /* 0: none */
    const char *argument; /* NULL: none */
    const char *help;
};

/* Call visit for each option, and for the name of each command. */
void options_each(void (*visit)(void *user, const struct option_shown *option), void *user);
void commands_each(void (*visit)(void *user, const char *name), void *user);

#endif
