#include "service/lsp_text.h"

#include <stdio.h>
#include <stdlib.h>

#include "complain.h"
#include "messages/messages.h"
#include "text/unicode.h"

const char *const lsp_encoding_names[LSP_ENCODING_COUNT] = {
    [LSP_UTF_16] = "utf-16",
    [LSP_UTF_8] = "utf-8",
    [LSP_UTF_32] = "utf-32",
};

/* Room for count elements, and as much again. */
static void *grow(void *items, size_t count, size_t *capacity, size_t size)
{
    void *grown;

    if (count <= *capacity)
        return items;
    grown = reallocarray(items, 2 * count, size);
    if (grown == NULL) {
        fprintf(stderr, "rotstift: %s\n", translated("out of memory"));
        exit(STATUS_TROUBLE);
    }
    *capacity = 2 * count;
    return grown;
}

static void add_start(struct lsp_text *text, size_t start)
{
    text->starts = grow(text->starts, text->start_count + 1, &text->start_capacity, sizeof *text->starts);
    text->starts[text->start_count++] = start;
}

/* Forgets the lines that begin at the offset or behind it. */
static void forget_starts(struct lsp_text *text, size_t offset)
{
    while (text->start_count > 0 && text->starts[text->start_count - 1] >= offset)
        text->start_count--;
    if (text->start_count == 0)
        add_start(text, 0);
    text->has_all_starts = false;
}

static struct slice behind(const struct lsp_text *text, size_t offset)
{
    return (struct slice){ text->bytes + offset, text->length - offset };
}

static bool ends_line(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Bytes before the first line break. */
static size_t length_of_line(struct slice rest)
{
    size_t length = 0;

    while (length < rest.len && !ends_line(rest.at[length]))
        length++;
    return length;
}

/* Finds where the line behind the last one known begins; false when there is none. */
static bool find_next_start(struct lsp_text *text)
{
    struct slice rest;
    size_t length;

    if (text->has_all_starts)
        return false;
    rest = behind(text, text->starts[text->start_count - 1]);
    length = length_of_line(rest);
    if (length == rest.len) {
        text->has_all_starts = true;
        return false;
    }
    length += slice_starts(slice_from(rest, length), SLICE("\r\n")) ? 2 : 1;
    add_start(text, text->starts[text->start_count - 1] + length);
    return true;
}

void lsp_text_set(struct lsp_text *text, struct slice bytes)
{
    text->length = 0;
    lsp_text_replace(text, 0, 0, bytes);
}

void lsp_text_replace(struct lsp_text *text, size_t start, size_t end, struct slice bytes)
{
    size_t rest = text->length - end;

    text->bytes = grow(text->bytes, start + bytes.len + rest + 1, &text->capacity, 1);
    memmove(text->bytes + start + bytes.len, text->bytes + end, rest);
    if (bytes.len > 0)
        memcpy(text->bytes + start, bytes.at, bytes.len);
    text->length = start + bytes.len + rest;
    text->cursor.is_set = false;
    forget_starts(text, start);
}

void lsp_text_free(struct lsp_text *text)
{
    free(text->bytes);
    free(text->starts);
    *text = (struct lsp_text){ 0 };
}

struct slice lsp_text_line(struct lsp_text *text, size_t line)
{
    struct slice rest;

    while (line >= text->start_count)
        if (!find_next_start(text))
            return (struct slice){ text->bytes + text->length, 0 };
    rest = behind(text, text->starts[line]);
    return (struct slice){ rest.at, length_of_line(rest) };
}

size_t lsp_text_line_count(struct lsp_text *text)
{
    while (find_next_start(text))
        ;
    return text->start_count;
}

static size_t units_of(int32_t code_point, size_t bytes, enum lsp_encoding encoding)
{
    if (encoding == LSP_UTF_8)
        return bytes;
    return encoding == LSP_UTF_16 && code_point > 0xffff ? 2 : 1;
}

static size_t count_units(struct slice piece, enum lsp_encoding encoding)
{
    size_t units = 0;

    while (piece.len > 0) {
        int32_t code_point;
        size_t bytes = read_code_point(piece, &code_point);

        units += units_of(code_point, bytes, encoding);
        piece = slice_from(piece, bytes);
    }
    return units;
}

size_t lsp_text_offset(struct lsp_text *text, struct lsp_position position, enum lsp_encoding encoding)
{
    struct slice rest = lsp_text_line(text, position.line);
    size_t units = 0, offset = (size_t)(rest.at - text->bytes);

    while (rest.len > 0) {
        int32_t code_point;
        size_t bytes = read_code_point(rest, &code_point);

        units += units_of(code_point, bytes, encoding);
        if (units > position.character)
            break;
        rest = slice_from(rest, bytes);
        offset += bytes;
    }
    return offset;
}

/* The line that holds the offset. */
static size_t line_of(struct lsp_text *text, size_t offset)
{
    size_t low = 0, high;

    while (text->starts[text->start_count - 1] <= offset && find_next_start(text))
        ;
    high = text->start_count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;

        if (text->starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Moves the cursor to the offset, which lies in its line. */
static void move_cursor(struct lsp_text *text, size_t offset)
{
    struct lsp_cursor *cursor = &text->cursor;
    bool is_forward = offset >= cursor->offset;
    size_t start = is_forward ? cursor->offset : offset, end = is_forward ? offset : cursor->offset;
    size_t units = count_units((struct slice){ text->bytes + start, end - start }, cursor->encoding);

    cursor->place.character = is_forward ? cursor->place.character + units : cursor->place.character - units;
    cursor->offset = offset;
}

struct lsp_position lsp_text_position(struct lsp_text *text, size_t offset, enum lsp_encoding encoding)
{
    struct lsp_cursor *cursor = &text->cursor;
    size_t number;

    if (offset > text->length)
        offset = text->length;
    if (offset > 0 && slice_starts(behind(text, offset - 1), SLICE("\r\n")))
        offset--;
    number = line_of(text, offset);
    if (!cursor->is_set || cursor->place.line != number || cursor->encoding != encoding)
        *cursor = (struct lsp_cursor){ text->starts[number], { number, 0 }, encoding, true };
    move_cursor(text, offset);
    return cursor->place;
}
