/* A line of `rotstift filter` that is read without jansson says what jansson says of it. */
#include <jansson.h>
#include <stdint.h>
#include <stdlib.h>

#include "service/plain_line.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void must_say(const json_t *record, const char *name, struct slice text)
{
    const json_t *value = json_object_get(record, name);

    if (json_is_string(value)
            ? !slice_equal((struct slice){ json_string_value(value), json_string_length(value) }, text)
            : text.len != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena = { 0 };
    struct segment_line line;

    if (read_plain_line((struct slice){ (const char *)bytes, size }, &arena, &line)) {
        json_t *record = json_loadb((const char *)bytes, size, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, NULL);

        if (record == NULL || json_object_get(record, "id") == NULL || json_object_get(record, "text") != NULL)
            abort();
        must_say(record, "target", line.target);
        must_say(record, "source", line.source);
        json_decref(record);
    }
    arena_free(&arena);
    return 0;
}
