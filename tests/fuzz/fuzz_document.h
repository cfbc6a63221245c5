/* What must hold of every document that was read from any bytes, and divided. */
#ifndef ROTSTIFT_TESTS_FUZZ_DOCUMENT_H
#define ROTSTIFT_TESTS_FUZZ_DOCUMENT_H

#include "../unit/exact.h"
#include "input/input.h"
#include "text/abbreviations.h"

#define LONGEST_TOKEN 4096 /* well over MAX_TOKEN_BYTES and a URL's limit */

static const struct slice words[] = { { "Dr", 2 }, { "Mrd", 3 }, { "bzw", 3 } };
static const struct slice starters[] = { { "Der", 3 }, { "Die", 3 }, { "Er", 2 } };
static const struct abbreviations lists = { .items = words, .count = 3, .starters = starters, .starter_count = 3 };

static void check_boundary(const struct document *doc, uint32_t offset)
{
    must(offset <= doc->text.len);
    must(offset == doc->text.len || starts_code_point(doc->text.at[offset]));
}

static void check_span(const struct document *doc, struct span span)
{
    check_boundary(doc, span.start);
    check_boundary(doc, span.end);
    must(span.start <= span.end);
}

/* The text is UTF-8, and its places in the file never go back. */
static void check_text(const struct document *doc, size_t size)
{
    struct origin last = { .line = 1, .column = 1 };

    for (size_t at = 0; at < doc->text.len;) {
        struct origin origin = document_origin(doc, (uint32_t)at);
        int32_t c;

        must(origin.byte >= last.byte && origin.code_point >= last.code_point && origin.line >= last.line);
        must(origin.line > last.line || origin.column >= last.column);
        must(origin.code_point <= origin.byte && origin.column >= 1);
        last = origin;
        at += read_code_point(slice_from(doc->text, at), &c);
        must(c != NO_CODE_POINT);
    }
    must(document_origin(doc, (uint32_t)doc->text.len).byte <= size);
    must(document_origin(doc, (uint32_t)doc->text.len).byte >= last.byte);
    for (size_t i = 1; i < doc->anchor_count; i++)
        must(doc->anchors[i - 1].text_start < doc->anchors[i].text_start ||
             (doc->anchors[i - 1].text_start == doc->anchors[i].text_start &&
              doc->anchors[i - 1].kind == ANCHOR_RUNS_ALONG));
}

static void check_segments(const struct document *doc)
{
    uint32_t text = 0, token = 0, sentence = 0;

    for (size_t i = 0; i < doc->segment_count; i++) {
        const struct segment *segment = &doc->segments[i];

        check_span(doc, segment->span);
        must(segment->span.start >= text && segment->first_token == token && segment->first_sentence == sentence);
        must((segment->sentence_count == 0) == (segment->token_count == 0));
        text = segment->span.end;
        token += segment->token_count;
        sentence += segment->sentence_count;
    }
    must(token == doc->token_count && sentence == doc->sentence_count);
}

static void check_sentences(const struct document *doc)
{
    uint32_t token = 0;

    for (size_t i = 0; i < doc->sentence_count; i++) {
        const struct sentence *sentence = &doc->sentences[i];

        must(sentence->token_count > 0 && sentence->first_token == token && sentence->segment < doc->segment_count);
        token += sentence->token_count;
        must(sentence->span.start == doc->tokens[sentence->first_token].span.start);
        must(sentence->span.end == doc->tokens[token - 1].span.end);
        must(sentence->span.end <= doc->segments[sentence->segment].span.end);
    }
    must(token == doc->token_count);
}

static void check_tokens(const struct document *doc)
{
    for (size_t i = 0; i < doc->token_count; i++) {
        const struct token *token = &doc->tokens[i];

        check_span(doc, token->span);
        must(token->span.start < token->span.end && token->span.end - token->span.start <= LONGEST_TOKEN);
        must(token->kind <= TOKEN_SYMBOL && token->sentence < doc->sentence_count);
        must((token->flags & TOKEN_OPENING) == 0 || (token->flags & TOKEN_CLOSING) == 0);
        if (i == 0)
            continue;
        must(token[-1].span.end <= token->span.start);
        must(token[-1].sentence == token->sentence || token[-1].sentence + 1 == token->sentence);
        must(token[-1].clause == token->clause || token[-1].clause + 1 == token->clause);
    }
    must(doc->word_count <= doc->token_count);
}

/* Checks the document, if there is one, and frees it. Places are counted anew in files of UTF-8. */
static void check_document(struct document *doc, struct slice bytes)
{
    if (doc == NULL)
        return;
    if (slice_equal(doc->encoding, SLICE("UTF-8")) && doc->notation != NOTATION_PACKED)
        must_be_exact(doc, bytes);
    document_divide(doc, &lists);
    if (doc->notation != NOTATION_PACKED)
        check_text(doc, bytes.len);
    check_segments(doc);
    check_sentences(doc);
    check_tokens(doc);
    document_free(doc);
}

#endif
