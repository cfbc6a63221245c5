/* What must hold of the places of a document's text, whatever format it was read from: counted anew from the file's
 * bytes. For unit tests and fuzz targets. */
#ifndef ROTSTIFT_TESTS_EXACT_H
#define ROTSTIFT_TESTS_EXACT_H

#include <stdio.h>
#include <stdlib.h>

#include "text/document.h"
#include "text/unicode.h"

#define must(condition)                                                                                                \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                            \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

/* Moves a place through the bytes of a UTF-8 file to an offset. */
static inline void count_to(struct slice bytes, size_t offset, struct origin *at)
{
    while (at->byte < offset) {
        char byte = bytes.at[at->byte++];

        if (at->byte == 3 && slice_starts(bytes, SLICE("\xef\xbb\xbf"))) {
            at->code_point = 0;
            at->column = 1;
        } else if (starts_code_point(byte)) {
            at->code_point++;
            at->column++;
        }
        if (byte == '\n' || (byte == '\r' && (at->byte == bytes.len || bytes.at[at->byte] != '\n'))) {
            at->line++;
            at->column = 1;
        }
    }
}

static inline void must_be_at(struct origin found, struct origin counted)
{
    must(found.byte == counted.byte && found.code_point == counted.code_point);
    must(found.line == counted.line && found.column == counted.column);
}

/* Each character of the text is where the document says, and where it runs along with the file, stands there. */
static inline void must_be_exact(const struct document *doc, struct slice bytes)
{
    struct origin counted = { .line = 1, .column = 1 };

    for (uint32_t at = 0; at < doc->text.len;) {
        struct origin origin = document_origin(doc, at);
        struct slice rest = slice_from(doc->text, at);
        enum anchor_kind kind;
        int32_t c;
        uint32_t length = (uint32_t)read_code_point(rest, &c);

        document_run(doc, (struct span){ at, at + length }, &kind);
        at += length;
        must(origin.byte <= bytes.len);
        if (rest.at[0] == '\n')
            continue;
        must(origin.byte >= counted.byte);
        count_to(bytes, (size_t)origin.byte, &counted);
        must_be_at(origin, counted);
        must(document_end(doc, at).byte >= origin.byte && document_end(doc, at).byte <= bytes.len);
        if (kind == ANCHOR_STANDS_FOR && length == 1 && rest.at[0] > ' ' && doc->notation == NOTATION_XML)
            must(bytes.at[origin.byte] == '&');
        /* NFC may put another character of the same length in a character's place, but for the first few hundred. */
        if (kind == ANCHOR_RUNS_ALONG && rest.at[0] != ' ' && c < 0x300)
            must(slice_starts(slice_from(bytes, (size_t)origin.byte), (struct slice){ rest.at, length }));
        if (kind == ANCHOR_RUNS_ALONG && rest.at[0] == ' ')
            must(origin.byte < bytes.len && strchr(" \t\r\n\v\f", bytes.at[origin.byte]) != NULL);
    }
    for (size_t i = 0; i < doc->comment_count; i++)
        must(doc->comments[i].offset <= doc->text.len && doc->comments[i].origin.byte < bytes.len);
}

#endif
