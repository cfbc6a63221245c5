/* Any bytes, read as Markdown. */
#include "fuzz_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct input input = { .name = SLICE("fuzz"), .bytes = { (const char *)data, size } };
    struct rs_error error;

    check_document(read_markdown(&input, &error), input.bytes);
    return 0;
}
