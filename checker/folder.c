/* The report as a folder of pages: index.html leads to articles/NAME.html. */
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "input/field.h"
#include "input/input.h"
#include "messages/messages.h"
#include "output.h"
#include "page_names.h"
#include "reporting.h"
#include "reports/history.h"
#include "reports/html/html.h"
#include "reports/html/index.h"
#include "reports/pdf.h"
#include "run.h"

/* A report under way. */
struct folder {
    const struct options *options;
    struct report_style style; /* of the index */
    struct arena arena;
    const char **paths;            /* of all files */
    const struct page_name *pages; /* one for each */
    struct overview overview;
    struct history history;
    bool has_history, no_printer;
    bool passed, troubled;
};

static void trouble(struct folder *folder, const struct rs_error *error)
{
    complain(error);
    folder->troubled = true;
}

/* ---- the folder ---- */

static int make_folder(const char *path, struct rs_error *error)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST)
        return 0;
    return error_set(error, path, 0, "can't be made: %s", reason_of(errno));
}

static const char *path_in(struct folder *folder, const char *name, const char *ending)
{
    return arena_print(&folder->arena, "%s/%s%s", folder->options->folder, name, ending).at;
}

/* An index.html that Rotstift has not made is somebody's work: it is not written over. */
static int refuse_foreign(const char *path, struct rs_error *error)
{
    static const char sign[] = "name=\"generator\" content=\"Rotstift ";
    char head[4096];
    FILE *file = fopen(path, "r");
    size_t length;

    if (file == NULL)
        return 0;
    length = fread(head, 1, sizeof head, file);
    fclose(file);
    if (memmem(head, length, sign, strlen(sign)) != NULL)
        return 0;
    return error_set(error, path, 0, "is there already and is no report; choose another folder");
}

/* "a/b/c": the folders on the way to it are made as well. */
static int make_folders(struct folder *folder, struct rs_error *error)
{
    const char *path = folder->options->folder;

    for (const char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/'))
        if (make_folder(arena_print(&folder->arena, "%.*s", (int)(slash - path), path).at, error) != 0)
            return -1;
    if (make_folder(path, error) != 0 || refuse_foreign(path_in(folder, "index", ".html"), error) != 0)
        return -1;
    return make_folder(path_in(folder, "articles", ""), error);
}

/* ---- pages ---- */

static int write_content(const struct folder *folder, const struct result *result, FILE *out)
{
    if (result != NULL) {
        struct report_style style = report_style_of(folder->options, result, 1, NULL);

        return write_article_page(out, result, 1, &style, "../index.html");
    }
    return write_index_page(out, &folder->overview, folder->has_history ? &folder->history : NULL, &folder->style);
}

/* Where there is no printer, that is said once. */
static void print_too(struct folder *folder, const char *name, const char *html)
{
    struct rs_error error, print_error;
    struct output output;
    int status;

    if (folder->no_printer)
        return;
    if (output_open(&output, path_in(folder, name, ".pdf"), &error) != 0) {
        trouble(folder, &error);
        return;
    }
    status = print_page(html, output.stream, &print_error);
    if (status != 0)
        output.fault = EIO;
    folder->no_printer = status == NO_PRINTER;
    if (output_close(&output, &error) != 0)
        trouble(folder, status != 0 ? &print_error : &error);
}

/* Writes a page, and prints it where that is asked for. */
static int write_page(struct folder *folder, const char *name, const struct result *result)
{
    const char *path = path_in(folder, name, ".html");
    struct rs_error error;
    struct output output;

    if (output_open(&output, path, &error) != 0) {
        trouble(folder, &error);
        return -1;
    }
    if (write_content(folder, result, output.stream) != 0)
        output.fault = ENOMEM; /* unless the stream itself has failed, which output_close sees first */
    if (output_close(&output, &error) != 0) {
        trouble(folder, &error);
        return -1;
    }
    if (folder->options->pdf)
        print_too(folder, name, path);
    return 0;
}

/* The system or vendor that an article is from. */
static struct slice group_of(struct folder *folder, size_t file)
{
    struct slice bytes = { 0 }, group = { 0 };

    if (folder->options->group_by == NULL)
        return folder->pages[file].group;
    if (strcmp(folder->paths[file], "-") != 0 && read_file(folder->paths[file], &bytes, NULL) == 0)
        group = field_in(&folder->arena, bytes, folder->options->group_by);
    free((void *)(uintptr_t)bytes.at);
    return group;
}

static void take_batch(struct folder *folder, const struct batch *batch)
{
    folder->passed = folder->passed && batch->passed;
    folder->troubled = folder->troubled || batch->troubled;
    for (size_t i = 0; i < batch->result_count; i++) {
        const struct result *result = &batch->results[i];
        const struct page_name *page = &folder->pages[batch->files[i]];
        struct slice name = arena_print(&folder->arena, "articles/%.*s", (int)page->name.len, page->name.at);
        struct slice address = arena_print(&folder->arena, "%s.html", name.at);

        if (folder->overview.count == 0)
            folder->style = report_style_of(folder->options, result, 1, NULL);
        share_thresholds(&folder->style, result);
        if (write_page(folder, name.at, result) == 0)
            overview_add(&folder->overview, result, address, group_of(folder, batch->files[i]));
    }
}

/* ---- history ---- */

/* SOURCE_DATE_EPOCH: the same articles give the same bytes, at whatever time (reproducible-builds.org). */
static time_t now(void)
{
    const char *given = getenv("SOURCE_DATE_EPOCH");
    char *end;
    long long seconds = given == NULL ? -1 : strtoll(given, &end, 10);

    return seconds < 0 || *end != '\0' || end == given ? time(NULL) : (time_t)seconds;
}

static void read_history(struct folder *folder)
{
    struct rs_error error;

    if (folder->options->history == NULL)
        return;
    folder->has_history = history_read(&folder->history, folder->options->history, &error) == 0;
    if (!folder->has_history)
        trouble(folder, &error);
}

static void write_history(struct folder *folder)
{
    struct rs_error error;
    struct output output;

    if (!folder->has_history)
        return;
    if (output_open(&output, folder->options->history, &error) != 0) {
        trouble(folder, &error);
        return;
    }
    if (history_write(&folder->history, output.stream) != 0)
        output.fault = ENOMEM;
    if (output_close(&output, &error) != 0)
        trouble(folder, &error);
}

static void finish(struct folder *folder)
{
    overview_finish(&folder->overview);
    if (folder->has_history && history_add(&folder->history, &folder->overview, now()) != 0)
        folder->has_history = false;
    if (write_page(folder, "index", NULL) == 0)
        write_history(folder);
}

/* ---- the run ---- */

/* The pages of an earlier run are no articles, where the folder lies in one that is walked. */
static void leave_out_own(struct folder *folder, struct walk *walk)
{
    char *own = realpath(folder->options->folder, NULL), *path;
    size_t kept = 0;

    for (size_t i = 0; i < walk->count; i++) {
        path = own == NULL ? NULL : realpath(walk->files[i].path, NULL);
        if (path == NULL || strncmp(path, own, strlen(own)) != 0 || path[strlen(own)] != '/')
            walk->files[kept++] = walk->files[i];
        free(path);
    }
    walk->count = kept;
    free(own);
}

static void name_all_pages(struct folder *folder, const struct walk *walk)
{
    folder->paths = arena_array(&folder->arena, walk->count + 1, sizeof(const char *));
    for (size_t i = 0; i < walk->count; i++)
        folder->paths[i] = walk->files[i].path;
    folder->pages = name_pages(&folder->arena, folder->paths, walk->count);
}

/* Other reports of the same run need all articles at once. */
static size_t batch_size(const struct options *options, size_t count)
{
    size_t size = (size_t)options->jobs * BATCH_FILES;

    return options->report_count > 0 || size > count ? count : size;
}

static int check_all_files(struct folder *folder, struct checking *checking)
{
    const struct options *options = folder->options;
    size_t count = checking->walk.count, size = batch_size(options, count);

    for (size_t first = 0; first < count; first += size) {
        size_t rest = count - first;
        struct batch batch;

        if (check_batch(&batch, checking, first, rest < size ? rest : size) != 0)
            return -1;
        take_batch(folder, &batch);
        if (options->report_count > 0 && write_reports(options, batch.results, batch.result_count) != 0)
            folder->troubled = true;
        free_batch(&batch);
    }
    return 0;
}

static enum status fill_folder(struct folder *folder, struct checking *checking)
{
    struct rs_error error;

    if (make_folders(folder, &error) != 0) {
        complain(&error);
        return STATUS_TROUBLE;
    }
    leave_out_own(folder, &checking->walk);
    name_all_pages(folder, &checking->walk);
    read_history(folder);
    if (check_all_files(folder, checking) != 0)
        return STATUS_TROUBLE;
    finish(folder);
    return folder->troubled ? STATUS_TROUBLE : folder->passed ? STATUS_CLEAN : STATUS_ISSUES;
}

enum status run_report(const struct rs_checker *checker, const struct options *options)
{
    struct folder folder = { .options = options, .passed = true };
    struct checking checking;
    enum status status;

    if (options->folder == NULL)
        return run_check(checker, options);
    if (checking_open(&checking, checker, options) != 0)
        return STATUS_TROUBLE;
    folder.style = report_style_of(options, NULL, 0, NULL);
    status = fill_folder(&folder, &checking);
    history_free(&folder.history);
    arena_free(&folder.overview.arena);
    arena_free(&folder.arena);
    checking_close(&checking);
    return status;
}
