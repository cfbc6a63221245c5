#include "pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "messages/messages.h"
#include "report.h"

/* What Chromium and its kin are called. */
static const char *const browsers[] = { "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", NULL };

#define LONGEST_WAIT 600 /* seconds */

/* ---- a folder for the browser's profile and its output ---- */

static char *make_room(void)
{
    const char *temporary = getenv("TMPDIR");
    char *path;

    if (asprintf(&path, "%s/rotstift-XXXXXX", temporary == NULL || temporary[0] == '\0' ? "/tmp" : temporary) < 0)
        return NULL;
    if (mkdtemp(path) != NULL)
        return path;
    free(path);
    return NULL;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)status, (void)type, (void)place;
    remove(path);
    return 0;
}

static void remove_room(char *room)
{
    if (room != NULL)
        nftw(room, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    free(room);
}

/* ---- the browser ---- */

/* "file:///…" for a path: what is special in an address is written as %20. NULL when there is no such file. */
static char *address_of(const char *path)
{
    static const char plain[] = "/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    char *real = realpath(path, NULL), *address = NULL, *end;

    if (real != NULL)
        address = malloc(sizeof "file://" + 3 * strlen(real));
    if (address != NULL) {
        end = stpcpy(address, "file://");
        for (const char *at = real; *at != '\0'; at++)
            end += sprintf(end, strchr(plain, *at) != NULL ? "%c" : "%%%02X", (unsigned char)*at);
    }
    free(real);
    return address;
}

/* Starts the first browser that there is. Returns 0 or an errno. */
static int start(pid_t *process, char **arguments)
{
    const char *chosen = getenv("CHROMIUM");
    const char *const named[] = { chosen, NULL };
    const char *const *names = chosen != NULL && chosen[0] != '\0' ? named : browsers;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int fault = ENOENT;

    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    for (int stream = 0; stream <= 2; stream++)
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == 0 ? O_RDONLY : O_WRONLY, 0);
    /* A group of its own: its helpers can be stopped with it. */
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    for (; *names != NULL && fault == ENOENT; names++) {
        arguments[0] = (char *)(uintptr_t)*names;
        fault = posix_spawnp(process, *names, &actions, &attributes, arguments, environ);
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return fault;
}

/* Waits for the browser; true when it ended well. */
static bool ends_well(pid_t process)
{
    const struct timespec pause = { .tv_nsec = 20 * 1000 * 1000 };
    time_t latest = time(NULL) + LONGEST_WAIT;
    int status = 0;
    pid_t ended;

    while ((ended = waitpid(process, &status, WNOHANG)) == 0 || (ended < 0 && errno == EINTR)) {
        if (time(NULL) > latest) {
            kill(-process, SIGKILL);
            waitpid(process, &status, 0);
            return false;
        }
        nanosleep(&pause, NULL);
    }
    return ended == process && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static int run_browser(const char *profile, const char *output, const char *address, struct rs_error *error)
{
    char *arguments[] = {
        NULL,
        (char *)(uintptr_t) "--headless",
        (char *)(uintptr_t) "--disable-gpu",
        (char *)(uintptr_t) "--no-first-run",
        (char *)(uintptr_t) "--disable-extensions",
        (char *)(uintptr_t) "--disable-background-networking",
        (char *)(uintptr_t) "--disable-component-update",
        (char *)(uintptr_t) "--disable-sync",
        (char *)(uintptr_t) "--proxy-server=127.0.0.1:9", /* whatever it would fetch, it gets nothing */
        (char *)(uintptr_t) "--no-pdf-header-footer",
        (char *)(uintptr_t) "--generate-pdf-document-outline",
        (char *)(uintptr_t)profile,
        (char *)(uintptr_t)output,
        (char *)(uintptr_t)address,
        NULL,
        NULL,
    };
    pid_t process = 0;
    int fault;

    /* Chromium's sandbox does not work for root, as whom CI runs; the page holds no script but its own. */
    if (geteuid() == 0)
        arguments[sizeof arguments / sizeof *arguments - 2] = (char *)(uintptr_t) "--no-sandbox";
    fault = start(&process, arguments);
    if (fault == ENOENT) {
        error_set(error, NULL, 0,
                  "PDF needs Chromium, which is not installed; install the package chromium, or name the program in "
                  "$CHROMIUM");
        return NO_PRINTER;
    }
    if (fault != 0)
        return error_set(error, NULL, 0, "Chromium can't be started: %s", reason_of(fault));
    return ends_well(process) ? 0 : error_set(error, NULL, 0, "PDF: Chromium failed to print the page");
}

/* ---- from file to file ---- */

static int copy(FILE *from, FILE *to)
{
    char bytes[1 << 16];
    size_t length, total = 0;

    while ((length = fread(bytes, 1, sizeof bytes, from)) > 0) {
        if (total == 0 && (length < 5 || memcmp(bytes, "%PDF-", 5) != 0))
            return -1;
        total += fwrite(bytes, 1, length, to);
    }
    return ferror(from) || ferror(to) || total == 0 ? -1 : 0;
}

int print_page(const char *html, FILE *out, struct rs_error *error)
{
    char *room = make_room(), *address = address_of(html), *profile = NULL, *output = NULL;
    int status = -1;
    FILE *pdf;

    if (room == NULL || address == NULL || asprintf(&profile, "--user-data-dir=%s/profile", room) < 0 ||
        asprintf(&output, "--print-to-pdf=%s/page.pdf", room) < 0) {
        error_set(error, NULL, 0, "PDF: no temporary folder can be made: %s", reason_of(errno));
        goto done;
    }
    status = run_browser(profile, output, address, error);
    if (status != 0)
        goto done;
    pdf = fopen(strchr(output, '=') + 1, "r");
    if (pdf == NULL || copy(pdf, out) != 0)
        status = error_set(error, html, 0, "Chromium printed no PDF");
    if (pdf != NULL)
        fclose(pdf);
done:
    free(output);
    free(profile);
    free(address);
    remove_room(room);
    return status;
}

/* Writes a report as a temporary page and prints it. */
int report_pdf(FILE *out, const struct result *results, size_t count, const struct report_style *style)
{
    struct rs_error error;
    char *room = make_room(), *page = NULL;
    FILE *html = NULL;
    int status = -1;

    error_set(&error, NULL, 0, "PDF: no temporary file can be written");
    if (room != NULL && asprintf(&page, "%s/report.html", room) >= 0)
        html = fopen(page, "w");
    if (html != NULL && report_html(html, results, count, style) == 0)
        status = 0;
    if (html != NULL && fclose(html) != 0)
        status = -1;
    if (status == 0)
        status = print_page(page, out, &error);
    if (status != 0 && style->error != NULL)
        *style->error = error;
    free(page);
    remove_room(room);
    return status == 0 ? 0 : -1;
}
