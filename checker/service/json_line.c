#include "service/json_line.h"

#include <math.h>
#include <stdio.h>

enum { LONGEST_ESCAPE = 6 /* "\u001F" */ };

static char *make_room(struct json_line *line, size_t more)
{
    if (line->capacity - line->length < more) {
        size_t capacity = 2 * line->capacity + more + 512;
        char *bytes = arena_room(line->arena, capacity);

        if (line->length > 0)
            memcpy(bytes, line->bytes, line->length);
        line->bytes = bytes;
        line->capacity = capacity;
    }
    return line->bytes + line->length;
}

void json_add(struct json_line *line, struct slice bytes)
{
    if (bytes.len == 0)
        return;
    memcpy(make_room(line, bytes.len), bytes.at, bytes.len);
    line->length += bytes.len;
}

static bool is_escaped(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\';
}

/* A byte that a JSON string can't hold as it is; by its letter where it has one. */
static size_t escape(unsigned char c, char *out)
{
    static const char letters[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt";
    const char *at = c == '\0' ? NULL : strchr(letters, c);

    if (at == NULL)
        return (size_t)snprintf(out, LONGEST_ESCAPE + 1, "\\u%04X", c);
    out[0] = '\\';
    out[1] = names[at - letters];
    return 2;
}

void json_add_text(struct json_line *line, struct slice text)
{
    char *start = make_room(line, LONGEST_ESCAPE * text.len + LONGEST_ESCAPE + 1), *out = start;

    *out++ = '"';
    for (size_t i = 0; i < text.len; i++)
        if (is_escaped((unsigned char)text.at[i]))
            out += escape((unsigned char)text.at[i], out);
        else
            *out++ = text.at[i];
    *out++ = '"';
    line->length += (size_t)(out - start);
}

void json_add_integer(struct json_line *line, uint64_t number)
{
    char digits[24];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    json_add(line, (struct slice){ digits + at, sizeof digits - at });
}

void json_add_real(struct json_line *line, double number)
{
    char digits[32];
    double hundredths = round(100 * number);

    /* Nearly all are hundredths between none and one: of a confidence six digits are asked for, and there are no more.
     */
    if (hundredths > 0 && hundredths < 100 && fabs(100 * number - hundredths) < 1e-5) {
        unsigned whole = (unsigned)hundredths;
        size_t length = whole % 10 == 0 ? 3 : 4;

        memcpy(digits, "0.", 2);
        digits[2] = (char)('0' + whole / 10);
        digits[3] = (char)('0' + whole % 10);
        json_add(line, (struct slice){ digits, length });
        return;
    }
    snprintf(digits, sizeof digits, "%.6g", number);
    json_add(line, slice_of(digits));
    if (strpbrk(digits, ".en") == NULL)
        json_add(line, SLICE(".0"));
}
