/* What one rule marks in a translation that has its English beside it, when all checks run. */
#ifndef ROTSTIFT_TESTS_SOURCED_H
#define ROTSTIFT_TESTS_SOURCED_H

#include <stdio.h>

#include "real_data.h"

#include "input/input.h"
#include "rules/rules.h"

/* The marked words, with a bar behind each mark. */
static inline void assert_marked_beside(const char *rule, const char *english, const char *german, const char *expected)
{
    struct rs_error error;
    struct document *doc = read_segment_text(SLICE("sentence"), slice_of(german), &error);
    struct issues issues = { 0 };
    char found[400] = "";

    assert_non_null(doc);
    for (size_t i = 0; i < doc->segment_count; i++)
        doc->segments[i].source = slice_of(english);
    checks_run(&context, doc, &issues);
    for (size_t i = 0; i < issues.count; i++) {
        struct slice marked = text_of(doc, issues.items[i].span);
        size_t used = strlen(found);

        if (slice_equal(issues.items[i].rule->id, slice_of(rule)))
            snprintf(found + used, sizeof(found) - used, "%.*s|", (int)marked.len, marked.at);
    }
    assert_string_equal(found, expected);
    document_free(doc);
}

#endif
