/* Any bytes, read as plain text and as a segment. */
#include "fuzz_document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct slice bytes = { (const char *)data, size };
    struct rs_error error;

    check_document(read_plain_text(SLICE("fuzz"), bytes, &error), bytes);
    if (!slice_starts(bytes, SLICE("\xef\xbb\xbf"))) /* a mark of a file, but a character of a segment */
        check_document(read_segment_text(SLICE("fuzz"), bytes, &error), bytes);
    return 0;
}
