/* Any bytes as a table of words with what belongs to them. */
#include "dictionaries/compile/sources.h"
#include "fuzz_folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct builder *builder = builder_new();
    struct rs_error error;

    write_fuzz_file("table.tsv", (struct slice){ (const char *)bytes, size });
    const char *const folders[] = { fuzz_folder };

    if (pair_lists_read(folders, 1, NULL, 0, builder, &error) != 0 && error.line == 0)
        abort();
    builder_free(builder);
    return 0;
}
