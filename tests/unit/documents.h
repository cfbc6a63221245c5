/* Documents of any format, compared as a reader would see them: a segment a line, its kind before it. */
#ifndef ROTSTIFT_TESTS_DOCUMENTS_H
#define ROTSTIFT_TESTS_DOCUMENTS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "exact.h"
#include "input/input.h"

/* Reads the bytes; fails when they are refused, or when a place in them is not exact. */
static inline struct document *read_good(read_format *read, struct slice bytes, const char *fields)
{
    struct input input = { .name = SLICE("a"), .bytes = bytes, .fields = fields };
    struct rs_error error = { .message = "" };
    struct document *doc = read(&input, &error);

    assert_string_equal(error.message, "");
    assert_non_null(doc);
    if (doc->notation != NOTATION_PACKED && slice_equal(doc->encoding, SLICE("UTF-8")))
        must_be_exact(doc, bytes);
    return doc;
}

/* "p Ein Absatz.\nh Titel <- Title\n": kind (paragraph, heading, list item, cell, caption), text, source. An object is
 * shown as ¤. */
static inline void assert_segments(const struct document *doc, const char *expected)
{
    char shown[8192] = "", *end = shown;

    for (size_t i = 0; i < doc->segment_count; i++) {
        struct slice text = text_of(doc, doc->segments[i].span), source = doc->segments[i].source;

        end += sprintf(end, "%c ", "phlcf"[doc->segments[i].kind]);
        for (; text.len > 0; text = slice_from(text, 1)) {
            bool object = slice_starts(text, SLICE(OBJECT_CHARACTER));

            end += object ? sprintf(end, "¤") : sprintf(end, "%c", *text.at);
            text = slice_from(text, object ? 2 : 0);
        }
        if (source.len > 0)
            end += sprintf(end, " <- %.*s", (int)source.len, source.at);
        end += sprintf(end, "\n");
    }
    assert_string_equal(shown, expected);
}

static inline void assert_read(read_format *read, const char *bytes, const char *expected)
{
    struct document *doc = read_good(read, slice_of(bytes), NULL);

    assert_segments(doc, expected);
    document_free(doc);
}

/* Fails unless the bytes are refused, with the line and a message that holds the part. */
static inline void assert_refused(read_format *read, struct slice bytes, size_t line, const char *part)
{
    struct input input = { .name = SLICE("a"), .bytes = bytes };
    struct rs_error error = { .message = "" };

    assert_null(read(&input, &error));
    if (strstr(error.message, part) == NULL)
        assert_string_equal(error.message, part);
    assert_int_equal(error.line, line);
    assert_string_equal(error.file, "a");
}

/* Fails unless the text's first place that reads so covers exactly these bytes of the file. */
static inline void assert_covers(const struct document *doc, const char *text, struct slice bytes, const char *covered,
                                 bool unbroken)
{
    const char *at = memmem(doc->text.at, doc->text.len, text, strlen(text));
    struct place place;

    assert_non_null(at);
    place = document_place(
        doc, (struct span){ (uint32_t)(at - doc->text.at), (uint32_t)(at - doc->text.at + (long)strlen(text)) });
    assert_int_equal(place.end.byte - place.start.byte, strlen(covered));
    assert_memory_equal(bytes.at + place.start.byte, covered, strlen(covered));
    assert_int_equal(place.unbroken, unbroken);
}

#endif
