/* Any bytes as the Ding dictionary: terms are never empty, and refused lines are named. */
#include "dictionaries/compile/sources.h"
#include "fuzz_folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_terms(const struct ding_term *terms, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (terms[i].text.len == 0)
            abort();
}

static void visit(void *context, const struct ding_pair *pair)
{
    size_t *line = context;

    if (pair->line < *line)
        abort();
    *line = pair->line;
    check_terms(pair->german, pair->german_count);
    check_terms(pair->english, pair->english_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct rs_error error;
    size_t line = 0;

    if (read_ding(write_fuzz_file("ding", (struct slice){ (const char *)bytes, size }), visit, &line, &error) != 0 &&
        error.line == 0)
        abort();
    return 0;
}
