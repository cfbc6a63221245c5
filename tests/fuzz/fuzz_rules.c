/* Any bytes as a file of rules and, for the same input, as a table of names and of terms: all are read or refused with
 * file, line and reason. */
#include "dictionaries/compile/rules.h"
#include "fuzz_folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void read_as(const char *name, struct slice bytes)
{
    struct rule_sources rules = { 0 };
    struct rs_error error;
    const char *path = write_fuzz_file(name, bytes);
    const struct rule_places places = { fuzz_folder, fuzz_folder, fuzz_folder, fuzz_folder, "dictionaries/rules.rng" };

    if (rules_read(&places, &rules, &error) == 0)
        rules_free(&rules);
    else if (error.message[0] == '\0')
        abort();
    unlink(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const struct slice text = { (const char *)bytes, size };

    read_as("rules.xml", text);
    read_as("band.tsv", text);
    return 0;
}
