#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

/* alphasort without the locale. */
static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

int read_folder(const char *folder, const char *ending, visit_file *visit, void *context, struct rs_error *error)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, by_bytes), status = 0;

    if (count < 0)
        return error_set(error, folder, 0, "the folder can't be read: %s", strerror(errno));
    for (int i = 0; i < count; i++) {
        if (status == 0 && slice_ends(slice_of(entries[i]->d_name), slice_of(ending)))
            status = visit(context, folder, entries[i]->d_name, error);
        free(entries[i]);
    }
    free(entries);
    return status;
}
