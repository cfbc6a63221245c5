/* `rotstift serve`: LanguageTool's API over HTTP, until it is told to end. */
#include <signal.h>
#include <stdio.h>

#include "messages/messages.h"
#include "service/languagetool.h"

/* Blocks the signals that end the server, in this thread and those that it begins. */
static void block_signals(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, set, NULL);
}

static void tell_address(const struct options *options, unsigned port)
{
    bool is_six = strchr(options->address, ':') != NULL;
    char url[128];

    snprintf(url, sizeof url, "http://%s%s%s:%u/v2/", is_six ? "[" : "", options->address, is_six ? "]" : "", port);
    fprintf(stderr, "rotstift: %s\n", url);
}

enum status run_serve(const struct rs_checker *checker, const struct options *options)
{
    struct languagetool *service;
    struct http_server *server;
    struct rs_error error;
    sigset_t signals;
    int received;

    block_signals(&signals);
    service = languagetool_open(checker, options);
    if (service == NULL)
        return STATUS_TROUBLE;
    server = http_start(&(struct http_settings){ options->address, options->port, options->jobs, options->allow_origin,
                                                 languagetool_answer, service },
                        &error);
    if (server == NULL) {
        complain(&error);
        languagetool_close(service);
        return STATUS_TROUBLE;
    }
    tell_address(options, http_port(server));
    sigwait(&signals, &received);
    http_stop(server);
    languagetool_close(service);
    return STATUS_CLEAN;
}
