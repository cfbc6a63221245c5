#include "folders/ignore.h"

#include <fnmatch.h>
#include <limits.h>
#include <stdio.h>

#define MAX_PATTERN 1024

/* White space at the end of a pattern does not count, unless a backslash stands before it. */
static struct slice trimmed(struct slice line)
{
    while (line.len > 0 && strchr(" \t\r\n", line.at[line.len - 1]) != NULL &&
           !(line.len > 1 && line.at[line.len - 2] == '\\'))
        line.len--;
    return line;
}

static void read_patterns(struct ignores *ignores, const char *folder, const char *name, struct arena *arena)
{
    char path[PATH_MAX], line[MAX_PATTERN];
    FILE *file;

    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path || (file = fopen(path, "re")) == NULL)
        return;
    while (fgets(line, sizeof line, file) != NULL) {
        struct slice pattern = trimmed(slice_of(line));

        if (pattern.len == 0 || *pattern.at == '#')
            continue;
        ignores->patterns =
            arena_grow(arena, ignores->patterns, ignores->count, &ignores->capacity, sizeof *ignores->patterns);
        ignores->patterns[ignores->count++] = arena_copy(arena, pattern);
    }
    fclose(file);
}

void ignores_read(struct ignores *ignores, const struct ignores *outer, const char *folder, struct arena *arena)
{
    *ignores = (struct ignores){ .outer = outer, .folder_length = strlen(folder) };
    read_patterns(ignores, folder, ".gitignore", arena);
    read_patterns(ignores, folder, ".ignore", arena); /* which has the last word */
}

/* The first name of a path, up to its slash. */
static struct slice first_name(struct slice path)
{
    const char *slash = path.len == 0 ? NULL : memchr(path.at, '/', path.len);

    return slash == NULL ? path : slice_between(path.at, slash);
}

static struct slice behind_first(struct slice path)
{
    size_t length = first_name(path).len;

    return slice_from(path, length < path.len ? length + 1 : length);
}

static bool name_matches(struct slice pattern, struct slice name)
{
    char pattern_text[MAX_PATTERN], name_text[NAME_MAX + 1];

    if (pattern.len >= sizeof pattern_text || name.len >= sizeof name_text)
        return false;
    memcpy(pattern_text, pattern.at, pattern.len);
    pattern_text[pattern.len] = '\0';
    memcpy(name_text, name.at, name.len);
    name_text[name.len] = '\0';
    return fnmatch(pattern_text, name_text, 0) == 0;
}

/* Name by name; "**" stands for any number of names. Where names behind it do not match, it takes one more: only the
 * last "**" need be gone back to. */
static bool path_matches(struct slice pattern, struct slice path)
{
    struct slice pattern_again = { NULL, 0 }, path_again = path;

    for (;;) {
        struct slice name = first_name(pattern);

        if (slice_equal(name, SLICE("**"))) {
            pattern = pattern_again = behind_first(pattern);
            path_again = path;
            if (pattern.len == 0)
                return path.len > 0;
        } else if (pattern.len == 0 && path.len == 0) {
            return true;
        } else if (pattern.len > 0 && path.len > 0 && name_matches(name, first_name(path))) {
            pattern = behind_first(pattern);
            path = behind_first(path);
        } else if (pattern_again.at != NULL && path_again.len > 0) {
            pattern = pattern_again;
            path = path_again = behind_first(path_again);
        } else {
            return false;
        }
    }
}

bool pattern_matches(struct slice pattern, struct slice path)
{
    const char *slash = memrchr(path.at, '/', path.len);

    if (memchr(pattern.at, '/', pattern.len) != NULL)
        return path_matches(*pattern.at == '/' ? slice_from(pattern, 1) : pattern, path);
    return name_matches(pattern, slash == NULL ? path : slice_from(path, (size_t)(slash - path.at) + 1));
}

bool is_ignored(const struct ignores *ignores, const char *path, bool is_folder)
{
    for (; ignores != NULL; ignores = ignores->outer) {
        struct slice below = slice_of(path + ignores->folder_length);

        while (below.len > 0 && *below.at == '/')
            below = slice_from(below, 1);
        for (size_t i = ignores->count; i > 0; i--) {
            struct slice pattern = ignores->patterns[i - 1];
            bool negated = *pattern.at == '!';

            pattern = slice_from(pattern, negated);
            if (pattern.len > 1 && pattern.at[pattern.len - 1] == '/') {
                if (!is_folder)
                    continue;
                pattern.len--;
            }
            if (pattern.len > 0 && pattern_matches(pattern, below))
                return !negated;
        }
    }
    return false;
}
