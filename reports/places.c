#include "places.h"

#include <ctype.h>

#include "text/unicode.h"

struct slice report_path(const struct document *doc)
{
    struct slice path = doc->name;

    while (slice_starts(path, SLICE("./")))
        path = slice_from(path, 2);
    return path;
}

/* Where the text of the line begins, as far as it is the document's; not behind the offset. */
static uint32_t line_start(const struct document *doc, uint32_t line, uint32_t offset)
{
    uint32_t start = 0;
    size_t low = 0, high = doc->anchor_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (doc->anchors[middle].origin.line < line)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < doc->anchor_count)
        start = doc->anchors[low].text_start;
    return start < offset ? start : offset;
}

struct place report_place(const struct document *doc, struct span span)
{
    struct place place = document_place(doc, span);

    if (place.end.byte < place.start.byte)
        place.end = place.start;
    return place;
}

static int64_t continuing_bytes(const struct document *doc, uint32_t start, uint32_t end)
{
    struct slice text = text_of(doc, (struct span){ start, end });

    return (int64_t)(text.len - count_code_points(text));
}

uint32_t utf8_column(struct counted_line *line, const struct document *doc, const struct origin *origin,
                     uint32_t offset)
{
    uint32_t start = line_start(doc, origin->line, offset);

    if (line->doc != doc || line->start != start)
        *line = (struct counted_line){ doc, start, start, 0 };
    line->continuing += offset < line->offset ? -continuing_bytes(doc, offset, line->offset)
                                              : continuing_bytes(doc, line->offset, offset);
    line->offset = offset;
    return origin->column + (uint32_t)line->continuing;
}

void print_uri_path(FILE *out, struct slice path)
{
    for (size_t i = 0; i < path.len; i++) {
        unsigned char byte = (unsigned char)path.at[i];

        if (byte < 0x80 && (isalnum(byte) || strchr("-._~/", byte) != NULL) && byte != '\0')
            fputc(byte, out);
        else
            fprintf(out, "%%%02X", (unsigned)byte);
    }
}
