/* What one rule marks in a text, alone or with its English beside it, when all checks run. */
#ifndef ROTSTIFT_TESTS_MARKED_H
#define ROTSTIFT_TESTS_MARKED_H

#include <stdio.h>

#include "real_data.h"

#include "input/input.h"
#include "rules/rules.h"

/* The marked words, with a bar behind each mark. english: NULL for a text without source. */
static inline void assert_marked_beside(const char *rule, const char *english, const char *text, const char *expected)
{
    struct rs_error error;
    struct document *doc = read_segment_text(SLICE("sentence"), slice_of(text), &error);
    struct issues issues = { 0 };
    char found[400] = "";

    assert_non_null(doc);
    for (size_t i = 0; english != NULL && i < doc->segment_count; i++)
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

static inline void assert_marked(const char *rule, const char *text, const char *expected)
{
    assert_marked_beside(rule, NULL, text, expected);
}

#endif
