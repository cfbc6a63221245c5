#include "changes/revision.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "changes/git.h"
#include "input/input.h"
#include "messages/messages.h"

struct revision {
    const char *name;
    git_repository *repository; /* of the last file */
    git_tree *tree;             /* the revision's, there */
};

struct revision *revision_open(const char *name)
{
    struct revision *revision = calloc(1, sizeof *revision);

    if (revision != NULL)
        revision->name = name;
    return revision;
}

static void leave_repository(struct revision *revision)
{
    if (revision->repository == NULL)
        return;
    git.tree_free(revision->tree);
    git.repository_free(revision->repository);
    revision->tree = NULL;
    revision->repository = NULL;
}

void revision_close(struct revision *revision)
{
    if (revision == NULL)
        return;
    leave_repository(revision);
    free(revision);
}

static int refuse(const char *path, const char *what, struct rs_error *error)
{
    const git_error *last = git.error_last();

    return error_set(error, path, 0, "--diff: %s%s%s", translated(what), last == NULL ? "" : ": ",
                     last == NULL ? "" : last->message);
}

static int refuse_unversioned(const char *path, struct rs_error *error)
{
    return error_set(error, path, 0, "--diff: no git repository holds this file");
}

static int read_tree(struct revision *revision, const char *path, struct rs_error *error)
{
    git_object *object = NULL;
    int status = 0;

    if (git.revparse_single(&object, revision->repository, revision->name) != 0 ||
        git.object_peel((git_object **)&revision->tree, object, GIT_OBJECT_TREE) != 0)
        status = error_set(error, path, 0, "--diff: there is no revision \"%s\"", revision->name);
    git.object_free(object);
    return status;
}

/* The repository's folder before the path is cut off; NULL when the path is not in there. */
static const char *path_in(git_repository *repository, const char *path)
{
    const char *folder = git.repository_workdir(repository);
    size_t length = folder == NULL ? 0 : strlen(folder);

    return length > 0 && strncmp(path, folder, length) == 0 ? path + length : NULL;
}

/* Goes to the repository that holds the file, unless it is there already. */
static int enter_repository(struct revision *revision, const char *path, const char *real, struct rs_error *error)
{
    git_buf found = { 0 };

    if (git_load(error) != 0)
        return -1;
    int status = git.repository_discover(&found, real, 0, NULL);

    if (status != 0)
        return status == GIT_ENOTFOUND ? refuse_unversioned(path, error)
                                       : refuse(path, N_("the git repository can't be read"), error);
    if (revision->repository != NULL && strcmp(found.ptr, git.repository_path(revision->repository)) == 0) {
        status = 0;
    } else {
        leave_repository(revision);
        if (git.repository_open(&revision->repository, found.ptr) != 0)
            status = refuse(path, N_("the git repository can't be read"), error);
        else
            status = read_tree(revision, path, error);
        if (status != 0)
            leave_repository(revision);
    }
    git.buf_dispose(&found);
    return status;
}

/* False when memory ran out. */
static bool add_line(struct changed_lines *lines, uint32_t line)
{
    if (lines->count > 0 && lines->ranges[lines->count - 1].last + 1 == line) {
        lines->ranges[lines->count - 1].last = line;
        return true;
    }
    if (lines->ranges == NULL || lines->count == lines->capacity) {
        size_t capacity = lines->capacity == 0 ? 16 : 2 * lines->capacity;
        struct line_range *ranges = reallocarray(lines->ranges, capacity, sizeof *ranges);

        if (ranges == NULL)
            return false;
        lines->ranges = ranges;
        lines->capacity = capacity;
    }
    lines->ranges[lines->count++] = (struct line_range){ line, line };
    return true;
}

static int on_line(const git_diff_delta *delta, const git_diff_hunk *hunk, const git_diff_line *line, void *lines)
{
    (void)delta, (void)hunk;
    if (line->origin != GIT_DIFF_LINE_ADDITION || line->new_lineno <= 0)
        return 0;
    return add_line(lines, (uint32_t)line->new_lineno) ? 0 : -1;
}

/* Compares the revision's file, none when it was not there, with the bytes. */
static int compare(struct revision *revision, const char *path, const char *name, struct slice bytes,
                   struct changed_lines *out, struct rs_error *error)
{
    git_diff_options options;
    git_tree_entry *entry = NULL;
    git_blob *blob = NULL;
    int status = 0;

    git.diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.context_lines = 0;
    options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_IGNORE_WHITESPACE_EOL;
    if (git.tree_entry_bypath(&entry, revision->tree, name) == 0 && git.tree_entry_type(entry) == GIT_OBJECT_BLOB)
        status = git.blob_lookup(&blob, revision->repository, git.tree_entry_id(entry));
    if (status == 0)
        status =
            git.diff_blob_to_buffer(blob, name, bytes.at, bytes.len, name, &options, NULL, NULL, NULL, on_line, out);
    git.blob_free(blob);
    git.tree_entry_free(entry);
    return status == 0 ? 0 : refuse(path, N_("the file can't be compared"), error);
}

int revision_lines(struct revision *revision, const char *path, struct changed_lines *out, struct rs_error *error)
{
    struct slice bytes = { 0 };
    char real[PATH_MAX];
    const char *name;
    int status;

    if (strcmp(path, "-") == 0)
        return error_set(error, path, 0, "--diff: standard input is in no revision");
    if (read_file(path, &bytes, error) != 0)
        return -1;
    if (realpath(path, real) == NULL)
        status = error_set(error, path, 0, "--diff: the file is gone");
    else
        status = enter_repository(revision, path, real, error);
    name = status == 0 ? path_in(revision->repository, real) : NULL;
    if (status == 0)
        status = name == NULL ? refuse_unversioned(path, error) : compare(revision, path, name, bytes, out, error);
    free((void *)(uintptr_t)bytes.at);
    return status;
}

void changed_lines_free(struct changed_lines *lines)
{
    free(lines->ranges);
    *lines = (struct changed_lines){ 0 };
}

static bool touches(const struct changed_lines *lines, uint32_t first, uint32_t last)
{
    for (size_t i = 0; i < lines->count; i++)
        if (lines->ranges[i].first <= last && lines->ranges[i].last >= first)
            return true;
    return false;
}

void keep_changed(const struct changed_lines *lines, const struct document *doc, struct issues *issues)
{
    size_t kept = 0;

    if (doc->notation == NOTATION_PACKED && lines->count > 0)
        return; /* the lines of an archive are none of its parts' */
    for (size_t i = 0; i < issues->count; i++) {
        struct place place = document_place(doc, issues->items[i].span);
        uint32_t last = place.end.line < place.start.line ? place.start.line : place.end.line;

        if (touches(lines, place.start.line, last))
            issues->items[kept++] = issues->items[i];
    }
    issues->count = kept;
}
