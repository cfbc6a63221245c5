#include "changes/patch.h"

#include "changes/git.h"

int write_patch(FILE *out, const char *path, struct slice before, struct slice after, struct rs_error *error)
{
    git_diff_options options;
    git_buf text = { 0 };
    git_patch *patch = NULL;
    int status = -1;

    if (git_load(error) != 0)
        return -1;
    git.diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_FORCE_TEXT;
    while (path[0] == '/') /* "a//home": git's prefix has its own */
        path++;
    if (git.patch_from_buffers(&patch, before.at, before.len, path, after.at, after.len, path, &options) != 0 ||
        git.patch_to_buf(&text, patch) != 0)
        error_set(error, path, 0, "no difference can be made: %s",
                  git.error_last() == NULL ? "unknown" : git.error_last()->message);
    else
        status = 0;
    if (text.size > 0)
        fwrite(text.ptr, 1, text.size, out);
    git.buf_dispose(&text);
    git.patch_free(patch);
    return status;
}
