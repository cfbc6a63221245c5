/* A line as a pattern of an ignore file and of the configuration, the next one as a path. */
#include <stdint.h>

#include "configuration/paths.h"
#include "folders/ignore.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct slice text = { (const char *)bytes, size };
    const char *end = size == 0 ? NULL : memchr(text.at, '\n', size);
    struct arena arena = { 0 };
    struct slice pattern, path;

    if (end == NULL || size > 512 || memchr(text.at, '\0', size) != NULL)
        return 0;
    pattern = arena_copy(&arena, slice_between(text.at, end));
    path = arena_copy(&arena, slice_from(text, pattern.len + 1));
    pattern_matches(pattern, path);
    fits_path(pattern.at, path.at);
    arena_free(&arena);
    return 0;
}
