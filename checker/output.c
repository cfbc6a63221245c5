#include "output.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "complain.h"
#include "messages/messages.h"

/* The temporary files that are being written; one more than there is room for is left behind by a signal. */
#define MOST_NOTED 64
static _Atomic(char *) noted[MOST_NOTED];

static void note(char *temporary)
{
    char *nothing = NULL;

    for (size_t i = 0; i < MOST_NOTED && !atomic_compare_exchange_strong(&noted[i], &nothing, temporary); i++)
        nothing = NULL;
}

static void forget(char *temporary)
{
    for (size_t i = 0; i < MOST_NOTED; i++) {
        char *same = temporary;

        if (atomic_compare_exchange_strong(&noted[i], &same, NULL))
            return;
    }
}

/* Does only what a signal handler may. */
static void end_by(int number)
{
    for (size_t i = 0; i < MOST_NOTED; i++) {
        char *temporary = atomic_load(&noted[i]);

        if (temporary != NULL)
            unlink(temporary);
    }
    signal(number, SIG_DFL);
    raise(number);
}

void output_heed_signals(void)
{
    static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (signal(numbers[i], end_by) == SIG_IGN) /* nohup */
            signal(numbers[i], SIG_IGN);
}

static int refuse(struct output *output, int fault, struct rs_error *error)
{
    const char *path = strcmp(output->path, "-") == 0 ? translated("standard output") : output->path;

    output->fault = fault;
    return error_set(error, path, 0, "can't be written: %s", reason_of(fault));
}

/* The file's own path behind symbolic links, so that a link stays one; path itself where there is no file yet. */
static char *real_place(const char *path)
{
    char *real = realpath(path, NULL);

    return real == NULL && errno == ENOENT ? strdup(path) : real;
}

static char *temporary_name(const char *place)
{
    const char *slash = strrchr(place, '/');
    int folder = slash == NULL ? 0 : (int)(slash - place + 1);
    char *name;

    return asprintf(&name, "%.*s.rotstift-XXXXXX", folder, place) < 0 ? NULL : name;
}

/* The permissions of the file that is replaced, or those that a new file gets (there is no other way to read the
 * umask than to set it). */
static mode_t wanted_mode(const char *place)
{
    struct stat found;
    mode_t mask;

    if (stat(place, &found) == 0)
        return found.st_mode & 07777;
    mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static int open_in_place(struct output *output, struct rs_error *error)
{
    output->stream = fopen(output->path, "w");
    return output->stream == NULL ? refuse(output, errno, error) : 0;
}

static int open_beside(struct output *output, struct rs_error *error)
{
    int descriptor = -1;

    output->place = real_place(output->path);
    output->temporary = output->place == NULL ? NULL : temporary_name(output->place);
    if (output->temporary != NULL && (access(output->place, W_OK) == 0 || errno == ENOENT)) {
        note(output->temporary); /* before there is a file: a signal may come as soon as there is one */
        descriptor = mkstemp(output->temporary);
    }
    if (descriptor >= 0 && fchmod(descriptor, wanted_mode(output->place)) == 0)
        output->stream = fdopen(descriptor, "w");
    if (output->stream != NULL)
        return 0;
    refuse(output, errno, error);
    if (descriptor >= 0) {
        close(descriptor);
        unlink(output->temporary);
    }
    if (output->temporary != NULL)
        forget(output->temporary);
    free(output->temporary);
    free(output->place);
    return -1;
}

int output_open(struct output *output, const char *path, struct rs_error *error)
{
    struct stat found;

    *output = (struct output){ .path = path };
    if (strcmp(path, "-") == 0) {
        output->stream = stdout;
        return 0;
    }
    if (stat(path, &found) != 0 || S_ISREG(found.st_mode))
        return open_beside(output, error);
    return open_in_place(output, error);
}

/* Everything written so far reaches the disk; a pipe or terminal knows no fsync, which is no fault.
 * Returns 0 or an errno. */
static int flush(FILE *stream)
{
    if (fflush(stream) != 0)
        return errno;
    /* The stream has noted that it failed, but not why: the next byte tells. What it is written to is lost anyhow. */
    if (ferror(stream))
        return write(fileno(stream), "\n", 1) < 0 ? errno : EIO;
    if (fsync(fileno(stream)) != 0 && errno != EINVAL && errno != ENOTSUP && errno != EROFS)
        return errno;
    return 0;
}

int output_close(struct output *output, struct rs_error *error)
{
    int fault = flush(output->stream);

    if (fault == 0)
        fault = output->fault;
    if (output->stream != stdout && fclose(output->stream) != 0 && fault == 0)
        fault = errno;
    if (output->temporary != NULL && fault == 0 && rename(output->temporary, output->place) != 0)
        fault = errno;
    if (output->temporary != NULL && fault != 0)
        unlink(output->temporary);
    if (output->temporary != NULL)
        forget(output->temporary);
    free(output->temporary);
    free(output->place);
    return fault == 0 ? 0 : refuse(output, fault, error);
}

int output_finish(struct output *output)
{
    struct rs_error error;

    if (output_close(output, &error) == 0)
        return 0;
    if (output->fault != EPIPE)
        complain(&error);
    return -1;
}
