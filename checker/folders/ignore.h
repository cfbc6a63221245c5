/* Ignore files: .gitignore and .ignore, with the patterns of gitignore(5). */
#ifndef ROTSTIFT_FOLDERS_IGNORE_H
#define ROTSTIFT_FOLDERS_IGNORE_H

#include "text/arena.h"

/* What the ignore files of one folder say; those of the folders around it say it where these are silent. */
struct ignores {
    const struct ignores *outer; /* of the folder around it; NULL: none */
    size_t folder_length;        /* bytes of the folder's path, which the paths in question begin with */
    struct slice *patterns;      /* as written, without white space at their ends, in their order */
    size_t count, capacity;
};

/* Reads the ignore files of a folder, where it has any; one that can't be read says nothing. All that *ignores points
 * to lies in the arena. */
void ignores_read(struct ignores *ignores, const struct ignores *outer, const char *folder, struct arena *arena);

/* True when the path, of something in the folder or below it, is to be passed over. Its folders were asked about
 * before. */
bool is_ignored(const struct ignores *ignores, const char *path, bool is_folder);

/* True when the path, relative to the pattern's folder, is one that the pattern names: without "!" and the slash at
 * its end. */
bool pattern_matches(struct slice pattern, struct slice path);

#endif
