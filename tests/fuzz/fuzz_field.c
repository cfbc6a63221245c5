/* Any bytes as an article with fields: never a value that is not there, never a crash. */
#include <stdint.h>
#include <stdlib.h>

#include "input/field.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena = { 0 };
    struct slice text = { (const char *)bytes, size };

    if (field_in(&arena, text, "system").len > 0 && memmem(bytes, size, "system", 6) == NULL &&
        memchr(bytes, '\\', size) == NULL && memchr(bytes, '&', size) == NULL && memchr(bytes, 0, size) == NULL)
        abort();
    field_in(&arena, text, "article.system");
    arena_free(&arena);
    return 0;
}
