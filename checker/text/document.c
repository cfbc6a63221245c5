#include "text/document.h"

#include <stdlib.h>

#include "text/division.h"
#include "text/unicode.h"

static const struct anchor file_start = { .origin = { .line = 1, .column = 1 } };

/* How many anchors lie at or before the offset. */
static size_t anchors_up_to(const struct document *doc, uint32_t offset)
{
    size_t low = 0, high = doc->anchor_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (doc->anchors[middle].text_start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct anchor *anchor_at(const struct document *doc, size_t count)
{
    return count == 0 ? &file_start : &doc->anchors[count - 1];
}

/* The place that the anchor leads to from the offset: in what stands for something, all is at its start. */
static struct origin follow(const struct document *doc, const struct anchor *anchor, uint32_t offset)
{
    struct origin origin = anchor->origin;
    uint32_t steps;

    if (anchor->kind != ANCHOR_RUNS_ALONG)
        return origin;
    steps = (uint32_t)count_code_points(text_of(doc, (struct span){ anchor->text_start, offset }));
    origin.code_point += steps;
    origin.column += steps;
    origin.byte += anchor->bytes_per_char == 0 ? offset - anchor->text_start : (uint64_t)steps * anchor->bytes_per_char;
    return origin;
}

struct origin document_origin(const struct document *doc, uint32_t offset)
{
    if (offset > doc->text.len)
        offset = (uint32_t)doc->text.len;
    return follow(doc, anchor_at(doc, anchors_up_to(doc, offset)), offset);
}

struct origin document_end(const struct document *doc, uint32_t offset)
{
    size_t before;
    const struct anchor *anchor;

    if (offset > doc->text.len)
        offset = (uint32_t)doc->text.len;
    before = offset == 0 ? 0 : anchors_up_to(doc, offset - 1);
    if (before == 0)
        return document_origin(doc, offset);
    anchor = anchor_at(doc, before);
    return anchor->kind == ANCHOR_RUNS_ALONG ? follow(doc, anchor, offset) : doc->anchors[before].origin;
}

struct place document_place(const struct document *doc, struct span span)
{
    size_t first = anchors_up_to(doc, span.start);
    struct place place = { document_origin(doc, span.start), document_end(doc, span.end),
                           anchor_at(doc, first)->kind != ANCHOR_REPLACES };

    for (size_t i = first; place.unbroken && i < doc->anchor_count && doc->anchors[i].text_start < span.end; i++)
        place.unbroken = doc->anchors[i].kind != ANCHOR_REPLACES &&
                         document_end(doc, doc->anchors[i].text_start).byte == doc->anchors[i].origin.byte;
    return place;
}

uint32_t document_run(const struct document *doc, struct span span, enum anchor_kind *kind)
{
    size_t count = anchors_up_to(doc, span.start);

    *kind = (enum anchor_kind)anchor_at(doc, count)->kind;
    return count < doc->anchor_count && doc->anchors[count].text_start < span.end ? doc->anchors[count].text_start
                                                                                  : span.end;
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

void document_forget_analysis(struct document *doc)
{
    if (doc->english != NULL)
        document_forget_analysis(doc->english);
    arena_free(&doc->analysis);
    doc->tokens = NULL;
    doc->types = NULL;
    doc->parts = NULL;
    doc->bilingual = NULL;
    doc->token_count = doc->part_count = doc->part_capacity = 0;
    for (size_t i = 0; i < doc->segment_count; i++)
        doc->segments[i].first_token = doc->segments[i].token_count = 0;
    for (size_t i = 0; i < doc->sentence_count; i++)
        doc->sentences[i].first_token = doc->sentences[i].token_count = 0;
}

size_t token_behind(const struct document *doc, uint32_t offset)
{
    size_t low = 0, high = doc->token_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (doc->tokens[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
