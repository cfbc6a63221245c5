/* Any text through division, analysis and all checks with the real rule data: spans stay inside the text, on the
 * boundaries of characters, in order. */
#include "input/input.h"
#include "opened_checker.h"
#include "text/unicode.h"

static void require(bool holds, const char *what)
{
    if (!holds) {
        fprintf(stderr, "broken: %s\n", what);
        abort();
    }
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

    checks_run(&opened_checker()->context, doc, &issues);
    look_at(doc, &issues);
    document_free(doc);
    return 0;
}
