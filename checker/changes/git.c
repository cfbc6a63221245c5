#include "changes/git.h"

struct git git;

int git_load(struct rs_error *error)
{
    static struct library library = LIBRARY(LIBGIT2_SONAME);
#define SYMBOL(name) { "git_" #name, &git.name },
    static const struct library_symbol symbols[] = { GIT_FUNCTIONS(SYMBOL) };
#undef SYMBOL

    if (library_load(&library, symbols, sizeof(symbols) / sizeof(*symbols), NULL, error) != 0)
        return -1;
    git.libgit2_init(); /* counts how often */
    return 0;
}
