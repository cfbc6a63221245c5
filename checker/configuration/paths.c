#include "configuration/paths.h"

#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>

const char *absolute_path(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
    struct slice folder = slash == NULL ? SLICE(".") : slash == path ? SLICE("/") : slice_between(path, slash);
    char real[PATH_MAX];

    if (realpath(arena_copy(arena, folder).at, real) == NULL)
        return NULL;
    return arena_print(arena, "%s%s%s", real, strcmp(real, "/") == 0 ? "" : "/", name).at;
}

static bool fits_a_name(const char *pattern, const char *path)
{
    char name[NAME_MAX + 1];

    while (*path != '\0') {
        size_t length = strcspn(path, "/");

        if (length <= NAME_MAX) {
            memcpy(name, path, length);
            name[length] = '\0';
            if (fnmatch(pattern, name, 0) == 0)
                return true;
        }
        path += length;
        path += strspn(path, "/");
    }
    return false;
}

bool fits_path(const char *pattern, const char *path)
{
    char bare[PATH_MAX];
    size_t length = strlen(pattern);
    int flags = strstr(pattern, "**") == NULL ? FNM_PATHNAME | FNM_LEADING_DIR : FNM_LEADING_DIR;

    while (length > 1 && pattern[length - 1] == '/')
        length--;
    if (length == 0 || length >= sizeof bare)
        return false;
    memcpy(bare, pattern, length);
    bare[length] = '\0';
    if (strchr(bare, '/') == NULL)
        return fits_a_name(bare, path);
    if (slice_starts(slice_of(bare), SLICE("**/")) && fnmatch(bare + 3, path, flags) == 0)
        return true; /* no folder at all is between, too */
    return fnmatch(bare[0] == '/' ? bare + 1 : bare, path, flags) == 0;
}
