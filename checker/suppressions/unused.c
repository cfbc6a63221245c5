#include "suppressions/unused.h"

#include "complain.h"
#include "fingerprint.h"

void complain_of_unused_comments(const struct document *doc, const struct suppressing_comments *comments)
{
    struct rs_error error;

    for (size_t i = 0; i < comments->count; i++) {
        const struct suppressing_comment *comment = &comments->items[i];

        if (comment->used || !comment_suppresses(comment))
            continue;
        error_set(&error, doc->name.at, comment->line, "unused: this comment suppresses nothing");
        complain(&error);
    }
}

void complain_of_unused_baseline(const struct baseline *baseline, const struct result *results, size_t count)
{
    char digits[FINGERPRINT_DIGITS + 1];
    struct rs_error error;

    for (size_t i = 0; i < baseline->count; i++) {
        const struct known_finding *known = &baseline->findings[i];
        const char *rule = json_string_value(json_object_get(known->json, "rule"));

        if (known->found || !known_file_is_in(known, results, count))
            continue;
        fingerprint_text(known->fingerprint, digits);
        error_set(&error, baseline->path, 0, "unused: finding %s%s%s in %.*s is no longer there", digits,
                  rule == NULL ? "" : ", ", rule == NULL ? "" : rule, (int)known->file.len, known->file.at);
        complain(&error);
    }
}
