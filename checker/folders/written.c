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

int leave_out_written(struct walk *walk, const struct options *options, struct rs_error *error)
{
    struct written files[MAX_REPORTS + 2];
    size_t count = 0, kept = 0;

    for (size_t i = 0; i < options->report_count; i++)
        note(files, &count, options->reports[i].path);
    note(files, &count, options->write_baseline);
    note(files, &count, options->history);
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
