/* Paths and the patterns of them. */
#ifndef ROTSTIFT_CONFIGURATION_PATHS_H
#define ROTSTIFT_CONFIGURATION_PATHS_H

#include "text/arena.h"

/* The path from the root, without links in its folders; "-" is "-" in the current folder. A file need not exist, its
 * folder must: NULL otherwise, with errno. In the arena. */
const char *absolute_path(struct arena *arena, const char *path);

/* True when a pattern means the path, which is given from the pattern's folder on. As in .gitignore: a pattern without
 * "/" fits a name anywhere in the path; one with "/" fits from the folder on; "**" goes over folders; what is
 * below a folder that fits, fits. */
bool fits_path(const char *pattern, const char *path);

#endif
