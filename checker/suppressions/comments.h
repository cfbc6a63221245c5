/* Comments in an article that suppress issues:
 *
 *     <!-- rotstift-disable idiom, check/register: quoted as it was said -->
 *     <!-- rotstift-enable idiom -->
 *     <!-- rotstift-disable-line -->
 *     <!-- rotstift-disable-next-line spelling -->
 *     <!-- rotstift-disable-file typography -->
 *
 * Without rules, all are meant. What stands behind ":" or "--" is the reason. */
#ifndef ROTSTIFT_SUPPRESSIONS_COMMENTS_H
#define ROTSTIFT_SUPPRESSIONS_COMMENTS_H

#include "rules/rules.h"

struct suppressing_comment {
    uint8_t kind;               /* enum in comments.c */
    struct slice rules, reason; /* borrowed from the document */
    uint32_t offset;            /* of the text behind it */
    uint32_t line;              /* of the file, where it begins */
    uint32_t means_line;        /* the line that is meant, where only one is */
    bool used;                  /* it has suppressed an issue */
};

struct suppressing_comments {
    struct suppressing_comment *items; /* in the document's arena, in their order */
    size_t count, capacity;
    size_t names; /* of rules, in all of them; a comment itself counts as one */
};

/* Finds them in the document. What is not understood (an unknown word behind "rotstift-", an unknown rule) is left out;
 * then the function returns -1 with *error for the first of these, naming file and line. */
int comments_read(struct suppressing_comments *comments, struct document *doc, const struct rule_set *rules,
                  struct rs_error *error);

/* Suppresses the issues that they mean, but for those that are suppressed already. */
void comments_apply(struct suppressing_comments *comments, const struct document *doc, struct issues *issues);

/* False for one that enables again. */
bool comment_suppresses(const struct suppressing_comment *comment);

#endif
