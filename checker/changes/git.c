#include "changes/git.h"

#include <dlfcn.h>
#include <stdbool.h>

struct git git;

int git_load(struct rs_error *error)
{
    static const char library[] = "libgit2.so." LIBGIT2_SOVERSION;

    if (git.libgit2_init != NULL)
        return 0;
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    struct git found;
    bool whole = handle != NULL;
#define GIT_FIND(name) whole = whole && (*(void **)&found.name = dlsym(handle, "git_" #name)) != NULL;
    GIT_FUNCTIONS(GIT_FIND)
#undef GIT_FIND
    if (!whole)
        return error_set(error, NULL, 0, "%s can't be loaded; install the package libgit2-%s", library,
                         LIBGIT2_SOVERSION);
    git = found;
    git.libgit2_init();
    return 0;
}
