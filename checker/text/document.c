#include "text/document.h"

#include <stdlib.h>

#include "text/division.h"
#include "text/unicode.h"

/* The last anchor at or before the offset; NULL when there is none. */
static const struct anchor *anchor_before(const struct document *doc, uint32_t offset)
{
    size_t low = 0, high = doc->anchor_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (doc->anchors[middle].text_start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? NULL : &doc->anchors[low - 1];
}

struct origin document_origin(const struct document *doc, uint32_t offset)
{
    static const struct anchor start = { .origin = { .line = 1, .column = 1 } };
    const struct anchor *anchor;
    struct origin origin;
    uint32_t steps;

    if (offset > doc->text.len)
        offset = (uint32_t)doc->text.len;
    anchor = anchor_before(doc, offset);
    if (anchor == NULL)
        anchor = &start;
    steps = (uint32_t)count_code_points(text_of(doc, (struct span){ anchor->text_start, offset }));
    origin = anchor->origin;
    origin.code_point += steps;
    origin.column += steps;
    origin.byte += anchor->bytes_per_char == 0 ? offset - anchor->text_start : (uint64_t)steps * anchor->bytes_per_char;
    return origin;
}

static void count_words(struct document *doc)
{
    doc->word_count = 0;
    for (size_t i = 0; i < doc->token_count; i++)
        doc->word_count += doc->tokens[i].kind == TOKEN_WORD || doc->tokens[i].kind == TOKEN_NUMBER;
}

void document_divide(struct document *doc, const struct abbreviations *abbreviations)
{
    find_tokens(doc, abbreviations);
    mark_quotations(doc);
    find_sentences(doc, abbreviations);
    number_clauses(doc);
    count_words(doc);
}
