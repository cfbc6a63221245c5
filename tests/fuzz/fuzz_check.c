/* Any text through division, analysis and all checks with the real rule data: spans stay inside the text, on the
 * boundaries of characters, in order. Needs build/rotstift.lex (or $ROTSTIFT_DATA). */
#include <stdio.h>
#include <stdlib.h>

#include "checks/checks.h"
#include "input/input.h"
#include "text/unicode.h"

static struct checks_context context;

static void require(bool holds, const char *what)
{
    if (!holds) {
        fprintf(stderr, "broken: %s\n", what);
        abort();
    }
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

static void look_at(const struct document *doc, const struct issues *issues)
{
    for (size_t i = 0; i < issues->count; i++) {
        struct span span = issues->items[i].span;

        require(span.start <= span.end && span.end <= doc->text.len, "an issue lies inside the text");
        require(span.start == doc->text.len || starts_code_point(doc->text.at[span.start]),
                "a span starts a character");
        require(span.end == doc->text.len || starts_code_point(doc->text.at[span.end]), "a span ends a character");
        require(i == 0 || issues->items[i - 1].span.start <= span.start, "issues are in order");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct rs_error error;
    struct document *doc = read_plain_text(SLICE("fuzz"), (struct slice){ (const char *)bytes, size }, &error);

    if (doc == NULL)
        return 0;
    struct issues issues = { .arena = &doc->arena };

    checks_run(&context, doc, &issues);
    look_at(doc, &issues);
    document_free(doc);
    return 0;
}
