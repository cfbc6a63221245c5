/* Any text through the expressions of dictionaries/tables/scraps.tsv: spans lie inside the text, on the boundaries of
 * characters, and none takes for ever. */
#include "input/input.h"
#include "opened_checker.h"
#include "text/unicode.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require_boundary(const struct document *doc, uint32_t offset)
{
    if (offset > doc->text.len || (offset < doc->text.len && !starts_code_point(doc->text.at[offset])))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const struct checks_context *context = &opened_checker()->context;
    struct rs_error error;
    struct document *doc = read_plain_text(SLICE("fuzz"), (struct slice){ (const char *)bytes, size }, &error);

    if (doc == NULL)
        return 0;
    struct issues issues = { .arena = &doc->arena };

    document_divide(doc, &context->abbreviations);
    check_scraps(&(struct check_run){ .context = context, .doc = doc, .issues = &issues });
    for (size_t i = 0; i < issues.count; i++) {
        struct span span = issues.items[i].span;

        require_boundary(doc, span.start);
        require_boundary(doc, span.end);
        if (span.start >= span.end)
            abort();
    }
    document_free(doc);
    return 0;
}
