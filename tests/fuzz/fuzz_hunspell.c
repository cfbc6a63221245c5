/* Any bytes as a hunspell dictionary: the affixes before the first form feed, the words behind it. */
#include "dictionaries/compile/sources.h"
#include "fuzz_folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void visit_form(void *context, const struct stem_form *form)
{
    (void)context;
    if (form->form.len == 0 || form->stem.len == 0)
        abort();
}

static void visit_compound_part(void *context, struct slice form, unsigned roles)
{
    (void)context;
    (void)roles;
    if (form.len == 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const char *start = (const char *)bytes, *end = start + size;
    const char *middle = size == 0 ? NULL : memchr(start, '\f', size);
    struct rs_error error;
    char base[128];

    if (middle == NULL)
        return 0;
    write_fuzz_file("words.aff", slice_between(start, middle));
    write_fuzz_file("words.dic", slice_between(middle + 1, end));
    snprintf(base, sizeof base, "%s/words", fuzz_folder);
    read_hunspell(base, visit_form, NULL, &error);
    read_hunspell_parts(base, visit_compound_part, NULL, &error);
    return 0;
}
