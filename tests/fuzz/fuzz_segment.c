/* Any bytes as a line of `rotstift filter`: the answer is one line of JSON. */
#include <jansson.h>

#include "opened_checker.h"
#include "service/segment.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char *answer = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&answer, &length);
    json_t *parsed;
    struct docs_seen *seen = docs_seen_new();
    const struct segment_check check = { .checker = opened_checker() };
    struct waiting_segment waiting;

    answer_segment(&check, (struct slice){ (const char *)bytes, size }, 1, out, &waiting);
    if (waiting.doc != NULL)
        answer_waiting(&check, &waiting, seen, out);
    docs_seen_free(seen);
    fclose(out);
    parsed = json_loadb(answer, length, JSON_DECODE_INT_AS_REAL, NULL);
    if (parsed == NULL || memchr(answer, '\n', length) != answer + length - 1)
        abort();
    json_decref(parsed);
    free(answer);
    return 0;
}
