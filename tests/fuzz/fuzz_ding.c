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

    struct ding *ding = ding_read(write_fuzz_file("ding", (struct slice){ (const char *)bytes, size }), &error);

    if (ding == NULL) {
        if (error.line == 0)
            abort();
        return 0;
    }
    ding_visit(ding, visit, &line);
    ding_free(ding);
    return 0;
}
