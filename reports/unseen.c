#include "unseen.h"

#include <stdio.h>

#include "text/unicode.h"

/* Default-ignorable and format characters (Unicode 15, DerivedCoreProperties.txt) and control codes, in order. */
static const struct {
    int32_t first, last;
    const char *name; /* NULL: by number */
} unseen[] = {
    { 0x0000, 0x0008, NULL },   { 0x000b, 0x001f, NULL },   { 0x007f, 0x009f, NULL },   { 0x00ad, 0x00ad, "SHY" },
    { 0x034f, 0x034f, "CGJ" },  { 0x061c, 0x061c, "ALM" },  { 0x115f, 0x1160, NULL },   { 0x17b4, 0x17b5, NULL },
    { 0x180b, 0x180f, NULL },   { 0x200b, 0x200b, "ZWSP" }, { 0x200c, 0x200c, "ZWNJ" }, { 0x200d, 0x200d, "ZWJ" },
    { 0x200e, 0x200e, "LRM" },  { 0x200f, 0x200f, "RLM" },  { 0x2028, 0x2028, "LS" },   { 0x2029, 0x2029, "PS" },
    { 0x202a, 0x202a, "LRE" },  { 0x202b, 0x202b, "RLE" },  { 0x202c, 0x202c, "PDF" },  { 0x202d, 0x202d, "LRO" },
    { 0x202e, 0x202e, "RLO" },  { 0x2060, 0x2060, "WJ" },   { 0x2061, 0x2065, NULL },   { 0x2066, 0x2066, "LRI" },
    { 0x2067, 0x2067, "RLI" },  { 0x2068, 0x2068, "FSI" },  { 0x2069, 0x2069, "PDI" },  { 0x206a, 0x206f, NULL },
    { 0x3164, 0x3164, NULL },   { 0xfeff, 0xfeff, "BOM" },  { 0xffa0, 0xffa0, NULL },   { 0xfff0, 0xfffb, NULL },
    { 0x1bca0, 0x1bca3, NULL }, { 0x1d173, 0x1d17a, NULL }, { 0xe0000, 0xe0fff, NULL },
};

#define ZERO_WIDTH_JOINER 0x200d
#define EMOJI_STYLE 0xfe0f

static bool is_emoji(int32_t c)
{
    return c == EMOJI_STYLE || (c >= 0x2600 && c <= 0x27bf) || (c >= 0x1f000 && c <= 0x1faff);
}

/* The joiner in "woman + joiner + laptop" is part of what one sees. */
static bool joins_emoji(int32_t before, struct slice after)
{
    int32_t next;

    read_code_point(after, &next);
    return is_emoji(before) && is_emoji(next);
}

static bool is_unseen(int32_t c, char name[12])
{
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen && unseen[i].first <= c; i++) {
        if (c > unseen[i].last)
            continue;
        if (unseen[i].name != NULL)
            snprintf(name, 12, "%s", unseen[i].name);
        else
            snprintf(name, 12, "U+%04X", (unsigned)c);
        return true;
    }
    return false;
}

bool show_next(struct slice *rest, struct shown *shown)
{
    struct slice text = *rest;
    size_t length = 0, step;
    int32_t c = NO_CODE_POINT, before;
    bool stopped = false;

    while (length < text.len && !stopped) {
        before = c;
        step = read_code_point(slice_from(text, length), &c);
        if (c == ZERO_WIDTH_JOINER && joins_emoji(before, slice_from(text, length + step)))
            c = EMOJI_STYLE;
        else
            stopped = c == NO_CODE_POINT || is_unseen(c, shown->name);
        if (!stopped)
            length += step;
    }
    if (length > 0) {
        shown->plain = (struct slice){ text.at, length };
        *rest = slice_from(text, length);
        return true;
    }
    if (text.len == 0)
        return false;
    shown->plain = c == NO_CODE_POINT ? SLICE("\xef\xbf\xbd") : (struct slice){ 0 };
    shown->code_point = c;
    *rest = slice_from(text, step);
    return true;
}
