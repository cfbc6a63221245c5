#include "service/lsp_source.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool is_same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

bool is_source(const char *source, const char *path)
{
    char folder[PATH_MAX], file[PATH_MAX];
    size_t length;

    if (realpath(source, folder) == NULL || realpath(path, file) == NULL)
        return false;
    length = strlen(folder);
    return strncmp(folder, file, length) == 0 && (file[length] == '\0' || file[length] == '/');
}

/* The path, if it is that of another file than the document. */
static char *other_file(const char *candidate, const char *path)
{
    struct stat status, own;

    if (stat(candidate, &status) != 0 || !S_ISREG(status.st_mode) ||
        (stat(path, &own) == 0 && is_same_file(&status, &own)))
        return NULL;
    return strdup(candidate);
}

char *source_beside(const char *source, const char *path)
{
    char candidate[PATH_MAX], *found = NULL;
    struct stat status;

    if (stat(source, &status) != 0 || !S_ISDIR(status.st_mode))
        return other_file(source, path);
    for (const char *below = strchr(path, '/'); found == NULL && below != NULL; below = strchr(below + 1, '/'))
        if ((size_t)snprintf(candidate, sizeof candidate, "%s%s", source, below) < sizeof candidate)
            found = other_file(candidate, path);
    return found;
}
