/* Rotstift, the program: read the command line, open the checker, run the command, return the status. */
#include <signal.h>
#include <stdio.h>

#include "output.h"
#include "run.h"

static const struct {
    run_command *run;
    bool needs_checker; /* else it is called with NULL */
} commands[COMMAND_COUNT] = {
    [COMMAND_CHECK] = { run_check, true },
    [COMMAND_REPORT] = { run_report, true },
    [COMMAND_FILTER] = { run_filter, true },
    [COMMAND_SERVE] = { run_serve, true },
    [COMMAND_COMPLETION] = { run_completion, false },
    [COMMAND_CONFIG] = { run_config, true },
    [COMMAND_LIST_RULES] = { run_list_rules, true },
    [COMMAND_EXPLAIN] = { run_explain, true },
    [COMMAND_HELP] = { run_help, false },
    [COMMAND_VERSION] = { run_version, false },
    [COMMAND_LSP] = { run_lsp, true },
};

static int trouble(const struct rs_error *error)
{
    complain(error);
    return STATUS_TROUBLE;
}

int main(int argc, char **argv)
{
    struct options options;
    struct rs_checker *checker = NULL;
    struct rs_error error;
    int status;

    signal(SIGPIPE, SIG_IGN); /* a reader who goes away, or a size limit, is a write error, seen where it happens */
    signal(SIGXFSZ, SIG_IGN);
    output_heed_signals();
    if (options_parse(&options, argc, argv, &error) != 0)
        return trouble(&error);
    if (commands[options.command].needs_checker) {
        checker = rs_checker_open(&options.check, &error);
        if (checker == NULL)
            return trouble(&error);
        if (rs_checker_notice(checker) != NULL)
            fprintf(stderr, "rotstift: %s\n", rs_checker_notice(checker));
    }
    status = (int)commands[options.command].run(checker, &options);
    rs_checker_close(checker);
    return status;
}
