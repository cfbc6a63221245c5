/* libgit2, loaded when something is asked of it (libraries/library.h). */
#ifndef ROTSTIFT_CHANGES_GIT_H
#define ROTSTIFT_CHANGES_GIT_H

#include <git2.h>

#include "libraries/library.h"

#define GIT_FUNCTIONS(X)                                                                                               \
    X(blob_free)                                                                                                       \
    X(blob_lookup)                                                                                                     \
    X(buf_dispose)                                                                                                     \
    X(diff_blob_to_buffer)                                                                                             \
    X(diff_options_init)                                                                                               \
    X(error_last)                                                                                                      \
    X(libgit2_init)                                                                                                    \
    X(object_free)                                                                                                     \
    X(object_peel)                                                                                                     \
    X(patch_free)                                                                                                      \
    X(patch_from_buffers)                                                                                              \
    X(patch_to_buf)                                                                                                    \
    X(repository_discover)                                                                                             \
    X(repository_free)                                                                                                 \
    X(repository_open)                                                                                                 \
    X(repository_path)                                                                                                 \
    X(repository_workdir)                                                                                              \
    X(revparse_single)                                                                                                 \
    X(tree_entry_bypath)                                                                                               \
    X(tree_entry_free)                                                                                                 \
    X(tree_entry_id)                                                                                                   \
    X(tree_entry_type)                                                                                                 \
    X(tree_free)

/* Each function by its name without "git_"; all of them once git_load has succeeded. */
struct git {
#define GIT_POINTER(name) __typeof__(git_##name) *name;
    GIT_FUNCTIONS(GIT_POINTER)
#undef GIT_POINTER
};
extern struct git git;

/* As library_load. */
int git_load(struct rs_error *error);

#endif
