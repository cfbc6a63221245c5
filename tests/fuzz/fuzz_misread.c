/* Any bytes as text that may have been misread: what is meant is shorter than what was read, and it is UTF-8 again. */
#include <stdint.h>
#include <stdlib.h>

#include <utf8proc.h>

#include "text/misread.h"
#include "text/unicode.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require_characters(struct slice text)
{
    int32_t c;

    for (size_t at = 0; at < text.len;) {
        utf8proc_ssize_t length =
            utf8proc_iterate((const utf8proc_uint8_t *)text.at + at, (utf8proc_ssize_t)(text.len - at), &c);

        if (length <= 0)
            abort();
        at += (size_t)length;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena = { 0 };
    char *copy = malloc(size + 1); /* of the exact size, so that reading past it is seen */

    if (copy == NULL)
        return 0;
    memcpy(copy, bytes, size);
    for (size_t at = 0; at < size; at++) {
        struct slice meant = { 0 };
        size_t read = read_misread(&arena, (struct slice){ copy + at, size - at }, &meant);

        if (read > size - at || (read > 0 && meant.len >= read))
            abort();
        require_characters(meant);
    }
    free(copy);
    arena_free(&arena);
    return 0;
}
