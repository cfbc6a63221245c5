/* Any bytes, read as XML of the news trade. */
#include "fuzz_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct input input = { .name = SLICE("fuzz"), .bytes = { (const char *)data, size } };
    struct rs_error error;

    check_document(read_feed(&input, &error), input.bytes);
    check_document(read_nitf(&input, &error), input.bytes);
    check_document(read_newsml(&input, &error), input.bytes);
    return 0;
}
