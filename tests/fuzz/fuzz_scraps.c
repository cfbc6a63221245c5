/* Any text through the expressions of dictionaries/tables/scraps.tsv: spans lie inside the text, on the boundaries of
 * characters, and none takes for ever. Needs build/rotstift.lex (or $ROTSTIFT_DATA). */
#include <stdio.h>
#include <stdlib.h>

#include "checks/checks.h"
#include "input/input.h"
#include "text/unicode.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct checks_context context;

static void require_boundary(const struct document *doc, uint32_t offset)
{
    if (offset > doc->text.len || (offset < doc->text.len && !starts_code_point(doc->text.at[offset])))
        abort();
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const char *path = getenv("ROTSTIFT_DATA");
    struct rs_error error;

    (void)argc;
    (void)argv;
    if (checks_open(&context, path == NULL ? "build/rotstift.lex" : path, "de-DE", &error) != 0) {
        fprintf(stderr, "%s: %s\n", error.file, error.message);
        exit(2);
    }
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct rs_error error;
    struct document *doc = read_plain_text(SLICE("fuzz"), (struct slice){ (const char *)bytes, size }, &error);

    if (doc == NULL)
        return 0;
    struct issues issues = { .arena = &doc->arena };

    document_divide(doc, &context.abbreviations);
    check_scraps(&(struct check_run){ .context = &context, .doc = doc, .issues = &issues });
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
