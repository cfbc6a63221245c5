/* Any bytes as the comments of an article that suppress issues. */
#include "input/input.h"
#include "opened_checker.h"
#include "suppressions/comments.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const struct rule_set *rules = &opened_checker()->context.rules;
    struct input input = { .name = SLICE("fuzz.md"), .bytes = { (const char *)bytes, size } };
    struct document *doc = read_document(&input, format_named(SLICE("markdown")), NULL);
    struct suppressing_comments comments = { 0 };
    struct issues issues;
    struct rs_error error;

    if (doc == NULL)
        return 0;
    issues = (struct issues){ .arena = &doc->arena };
    for (uint32_t i = 0; i + 1 < doc->text.len && i < 8; i++)
        issues_add(&issues, rule_info_at(rules, i), (struct span){ i, i + 1 });
    comments_read(&comments, doc, rules, &error);
    comments_apply(&comments, doc, &issues);
    document_free(doc);
    return 0;
}
