#include "folders/written.h"

#include <sys/stat.h>

struct written {
    const char *path;
    struct stat status;
};

/* Notes a file that is there already; a new one, or a device, is no article. */
static void note(struct written *files, size_t *count, const char *path)
{
    struct stat status;

    if (path != NULL && strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISREG(status.st_mode))
        files[(*count)++] = (struct written){ path, status };
}

static const struct written *find(const struct written *files, size_t count, const char *path)
{
    struct stat status;

    if (stat(path, &status) != 0)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (files[i].status.st_ino == status.st_ino && files[i].status.st_dev == status.st_dev)
            return &files[i];
    return NULL;
}

static size_t written_paths(const struct options *options, const char **paths)
{
    size_t count = 0;

    for (size_t i = 0; i < options->report_count; i++)
        paths[count++] = options->reports[i].path;
    if (options->write_baseline != NULL)
        paths[count++] = options->write_baseline;
    if (options->history != NULL)
        paths[count++] = options->history;
    return count;
}

static bool is_file_or_new(const char *path)
{
    struct stat status;

    return strcmp(path, "-") != 0 && (stat(path, &status) != 0 || S_ISREG(status.st_mode));
}

/* Of two reports in one file only the second would be left. */
static int refuse_twice(const char **paths, size_t count, struct rs_error *error)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (strcmp(paths[i], paths[j]) == 0 && is_file_or_new(paths[i]))
                return error_set(error, paths[i], 0, "would be written twice; give each thing to write its own name");
    return 0;
}

/* A baseline is often read and written again. */
static bool is_renewed(const struct options *options)
{
    struct written baseline;
    size_t count = 0;

    note(&baseline, &count, options->write_baseline);
    return count > 0 && find(&baseline, 1, options->baseline) != NULL;
}

static int refuse_read(const struct written *files, size_t count, const struct options *options, struct rs_error *error)
{
    const char *read[MAX_SOURCES + 3] = { options->glossary, options->config };
    size_t read_count = 2;

    if (options->baseline != NULL && !is_renewed(options))
        read[read_count++] = options->baseline;
    for (size_t i = 0; i < options->source_count; i++)
        read[read_count++] = options->sources[i];
    for (size_t i = 0; i < read_count; i++)
        if (read[i] != NULL && find(files, count, read[i]) != NULL)
            return error_set(error, read[i], 0,
                             "is read by this run and would be written over; choose another name for what is written");
    return 0;
}

int leave_out_written(struct walk *walk, const struct options *options, struct rs_error *error)
{
    const char *paths[MAX_REPORTS + 2];
    struct written files[MAX_REPORTS + 2];
    size_t path_count = written_paths(options, paths), count = 0, kept = 0;

    for (size_t i = 0; i < path_count; i++)
        note(files, &count, paths[i]);
    if (refuse_twice(paths, path_count, error) != 0 || refuse_read(files, count, options, error) != 0)
        return -1;
    for (size_t i = 0; count > 0 && i < walk->count; i++) {
        const struct walked *file = &walk->files[i];
        const struct written *own = find(files, count, file->path);

        if (own != NULL && strcmp(file->path, options->files[file->operand]) == 0)
            return error_set(error, own->path, 0,
                             "is an article of this run and would be written over; choose another "
                             "name for what is written");
        if (own == NULL)
            walk->files[kept++] = *file;
    }
    if (count > 0)
        walk->count = kept;
    return 0;
}
