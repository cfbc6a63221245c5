/* A borrowed stretch of UTF-8 text: a pointer and a length, not NUL-terminated. */
#ifndef ROTSTIFT_TEXT_SLICE_H
#define ROTSTIFT_TEXT_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct slice {
    const char *at; /* borrowed bytes, may be NULL when len is 0 */
    size_t len;     /* bytes */
};

/* Byte offsets in a document's text, end exclusive. */
struct span {
    uint32_t start, end;
};

#define SLICE(literal) ((struct slice){ ("" literal), sizeof(literal) - 1 })

static inline struct slice slice_of(const char *text)
{
    return (struct slice){ text, text == NULL ? 0 : strlen(text) };
}

static inline struct slice slice_between(const char *start, const char *end)
{
    return (struct slice){ start, (size_t)(end - start) };
}

/* The first byte says of most slices that they differ, without a call. */
static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.len == b.len && (a.len == 0 || (*a.at == *b.at && memcmp(a.at, b.at, a.len) == 0));
}

/* True when the slice is the text, which ends in NUL: most comparisons end at the first byte. */
static inline bool slice_is(struct slice slice, const char *text)
{
    return slice.len == 0 ? *text == '\0' : *slice.at == *text && slice_equal(slice, slice_of(text));
}

/* Order by bytes, as memcmp's; a slice comes before those that it starts. */
static inline int slice_compare(struct slice a, struct slice b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common == 0 ? 0 : memcmp(a.at, b.at, common);

    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

static inline bool slice_starts(struct slice text, struct slice start)
{
    return text.len >= start.len &&
           (start.len == 0 || (*text.at == *start.at && memcmp(text.at, start.at, start.len) == 0));
}

static inline bool slice_ends(struct slice text, struct slice end)
{
    return text.len >= end.len && (end.len == 0 || (text.at[text.len - 1] == end.at[end.len - 1] &&
                                                    memcmp(text.at + text.len - end.len, end.at, end.len) == 0));
}

/* The text without its first n bytes; n is at most text.len. */
static inline struct slice slice_from(struct slice text, size_t n)
{
    return (struct slice){ text.at + n, text.len - n };
}

/* Takes the next of the parts between marks ("Unfall|Tod") off the text, and the mark behind it; false when nothing is
 * left. A part may be empty. */
static inline bool take_part(struct slice *text, char mark, struct slice *part)
{
    if (text->len == 0)
        return false;
    const char *end = memchr(text->at, mark, text->len);

    *part = end == NULL ? *text : slice_between(text->at, end);
    *text = slice_from(*text, part->len + (end != NULL));
    return true;
}

#endif
