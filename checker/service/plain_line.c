#include "service/plain_line.h"

#include "text/letters.h"

enum { MAX_MEMBERS = 16, MAX_DIGITS = 15 /* any such number is exact as a double */ };

/* What a value is. */
enum value { VALUE_NULL, VALUE_NUMBER, VALUE_STRING };

/* A line on its way: what is left of it. */
struct reader {
    struct slice rest;
    struct arena *arena;
};

static void skip_space(struct reader *reader)
{
    while (reader->rest.len > 0 && (*reader->rest.at == ' ' || *reader->rest.at == '\t' || *reader->rest.at == '\r' ||
                                    *reader->rest.at == '\n'))
        reader->rest = slice_from(reader->rest, 1);
}

/* Takes a sign with the space around it. */
static bool take(struct reader *reader, char sign)
{
    skip_space(reader);
    if (reader->rest.len == 0 || *reader->rest.at != sign)
        return false;
    reader->rest = slice_from(reader->rest, 1);
    skip_space(reader);
    return true;
}

/* The character that an escape stands for; 0 for those of code points. */
static char unescaped(char letter)
{
    static const char letters[] = "\"\\/bfnrt", characters[] = "\"\\/\b\f\n\r\t";
    const char *found = letter == '\0' ? NULL : strchr(letters, letter);

    return found == NULL ? '\0' : characters[found - letters];
}

enum { UNIT_BYTES = 6 /* of a UTF-16 unit: "\\u00e4" */ };

/* The UTF-16 unit escaped at the start of the text; -1: none stands there. */
static int32_t escaped_unit(struct slice text)
{
    int32_t unit = 0;

    if (text.len < UNIT_BYTES || text.at[0] != '\\' || text.at[1] != 'u')
        return -1;
    for (size_t i = 2; i < UNIT_BYTES; i++) {
        char c = text.at[i];

        if (c >= '0' && c <= '9')
            unit = unit << 4 | (c - '0');
        else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
            unit = unit << 4 | ((c | 0x20) - 'a' + 10);
        else
            return -1;
    }
    return unit;
}

/* Bytes of the escape at the start of the text, and the character that it stands for; 0 for one that is wrong: half a
 * surrogate pair, a NUL, an unknown letter. */
static size_t read_escape(struct slice text, int32_t *c)
{
    int32_t unit = escaped_unit(text);

    if (unit < 0) {
        *c = text.len < 2 ? '\0' : unescaped(text.at[1]);
        return *c == '\0' ? 0 : 2;
    }
    *c = unit;
    if (unit < 0xd800 || unit > 0xdfff)
        return unit == 0 ? 0 : UNIT_BYTES;
    int32_t low = escaped_unit(slice_from(text, UNIT_BYTES));

    *c = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    return unit < 0xdc00 && low >= 0xdc00 && low <= 0xdfff ? (size_t)(2 * UNIT_BYTES) : 0;
}

/* Bytes up to the closing quotation mark; false where a code point or an escape is broken or a control character
 * stands. */
static bool string_length(struct slice text, size_t *length, bool *escaped)
{
    size_t at = 0;

    *escaped = false;
    while (at < text.len && text.at[at] != '"') {
        int32_t c = (unsigned char)text.at[at];
        size_t bytes = c < 0x80 ? 1 : read_code_point(slice_from(text, at), &c);

        if (c < ' ')
            return false;
        if (c == '\\') {
            *escaped = true;
            bytes = read_escape(slice_from(text, at), &c);
        }
        if (bytes == 0)
            return false;
        at += bytes;
    }
    *length = at;
    return at < text.len;
}

/* No escape is shorter than the character that it stands for. */
static struct slice without_escapes(struct arena *arena, struct slice text)
{
    char *out = arena_take(arena, text.len + 1);
    size_t length = 0;

    while (text.len > 0) {
        const char *next = memchr(text.at, '\\', text.len);
        size_t plain = next == NULL ? text.len : (size_t)(next - text.at);
        int32_t c;

        memcpy(out + length, text.at, plain);
        length += plain;
        text = slice_from(text, plain);
        if (text.len == 0)
            break;
        text = slice_from(text, read_escape(text, &c));
        length += write_code_point(c, out + length);
    }
    return (struct slice){ out, length };
}

/* Takes a string; *raw is as it is written, *text what it says. */
static bool take_string(struct reader *reader, struct slice *raw, struct slice *text)
{
    struct slice inner;
    size_t length;
    bool escaped;

    if (reader->rest.len == 0 || *reader->rest.at != '"')
        return false;
    inner = slice_from(reader->rest, 1);
    if (!string_length(inner, &length, &escaped))
        return false;
    *raw = (struct slice){ reader->rest.at, length + 2 };
    *text = (struct slice){ inner.at, length };
    if (escaped)
        *text = without_escapes(reader->arena, *text);
    reader->rest = slice_from(reader->rest, raw->len);
    return true;
}

static bool take_number(struct reader *reader, struct slice *raw)
{
    size_t sign = reader->rest.len > 0 && *reader->rest.at == '-', digits = 0;
    struct slice rest = slice_from(reader->rest, sign);

    while (digits < rest.len && rest.at[digits] >= '0' && rest.at[digits] <= '9')
        digits++;
    if (digits == 0 || digits > MAX_DIGITS || (*rest.at == '0' && digits > 1))
        return false;
    *raw = (struct slice){ reader->rest.at, sign + digits };
    reader->rest = slice_from(rest, digits);
    return true;
}

static bool take_value(struct reader *reader, enum value *value, struct slice *raw, struct slice *text)
{
    *text = (struct slice){ 0 };
    if (slice_starts(reader->rest, SLICE("null"))) {
        *value = VALUE_NULL;
        *raw = (struct slice){ reader->rest.at, 4 };
        reader->rest = slice_from(reader->rest, 4);
        return true;
    }
    *value = reader->rest.len > 0 && *reader->rest.at == '"' ? VALUE_STRING : VALUE_NUMBER;
    return *value == VALUE_STRING ? take_string(reader, raw, text) : take_number(reader, raw);
}

/* Keeps the value of a member; false when it is none that the member may have. */
static bool keep(struct segment_line *line, struct slice name, enum value value, struct slice raw, struct slice text,
                 bool *has_target)
{
    if (slice_equal(name, SLICE("id"))) {
        line->id = raw;
        return value != VALUE_NULL;
    }
    if (slice_equal(name, SLICE("target"))) {
        line->target = text;
        *has_target = value == VALUE_STRING;
        return *has_target;
    }
    if (slice_equal(name, SLICE("source")))
        line->source = text;
    if (slice_equal(name, SLICE("doc")))
        line->doc = raw;
    if (slice_equal(name, SLICE("system")))
        line->system = raw;
    return !slice_equal(name, SLICE("text")) && (value != VALUE_NUMBER || !slice_equal(name, SLICE("source")));
}

/* A name that stands twice is an error, in either spelling of a name. */
static bool is_new(struct slice *names, size_t count, struct slice name)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal(names[i], name))
            return false;
    names[count] = name;
    return true;
}

bool read_plain_line(struct slice line, struct arena *arena, struct segment_line *out)
{
    struct reader reader = { line, arena };
    struct slice names[MAX_MEMBERS], raw, name, text;
    bool has_target = false;
    size_t count = 0;
    enum value value;

    *out = (struct segment_line){ 0 };
    if (!take(&reader, '{'))
        return false;
    do {
        if (count == MAX_MEMBERS || !take_string(&reader, &raw, &name) || !is_new(names, count++, name) ||
            name.len + 2 != raw.len || !take(&reader, ':') || !take_value(&reader, &value, &raw, &text) ||
            !keep(out, name, value, raw, text, &has_target))
            return false;
    } while (take(&reader, ','));
    return take(&reader, '}') && reader.rest.len == 0 && out->id.len > 0 && has_target;
}
