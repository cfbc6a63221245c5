/* Marks the full stop at the end of a headline: the first, short, single sentence of an article. */
#include "checks/checks.h"

enum { MIN_SEGMENTS = 3 /* a text of fewer paragraphs has no headline for sure */, MAX_WORDS = 16 };

/* A format that knows headings says which segment is one; and the first of many strings is none. */
static bool may_be_headline(const struct document *doc, const struct segment *segment)
{
    return segment->kind == SEGMENT_HEADING || doc->notation == NOTATION_PLAIN || doc->notation == NOTATION_PACKED;
}

void check_headline(const struct check_run *run)
{
    const struct document *doc = run->doc;

    if (doc->segment_count < MIN_SEGMENTS)
        return;
    const struct segment *first = &doc->segments[0];

    if (!may_be_headline(doc, first) || first->sentence_count != 1 || first->token_count < 4 ||
        first->token_count > MAX_WORDS)
        return;
    const struct token *last = &doc->tokens[first->first_token + first->token_count - 1];

    if (!slice_equal(token_text(doc, last), SLICE(".")))
        return;
    const struct token *word = last - 1;
    struct issue *issue = report(run, "check/headline-stop", (struct span){ word->span.start, last->span.end });

    if (issue != NULL)
        issue_suggest(run->issues, issue, token_text(doc, word));
}
