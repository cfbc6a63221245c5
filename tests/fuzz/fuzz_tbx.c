/* Any bytes as a glossary in TBX. */
#include <stdint.h>

#include "glossary/rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena = { 0 };
    struct glossary_rows rows = { .arena = &arena };
    struct rs_error error = { 0 };

    if (read_glossary_tbx(&rows, SLICE("fuzz"), (struct slice){ (const char *)bytes, size }, &error) != 0 &&
        error.message[0] == '\0')
        __builtin_trap();
    for (size_t i = 0; i < rows.count; i++)
        if (rows.items[i].source.len == 0)
            __builtin_trap();
    arena_free(&arena);
    return 0;
}
