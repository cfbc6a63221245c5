#include "service/plain_line.h"

#include "text/unicode.h"

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

/* Bytes up to the closing quotation mark; false where a code point is broken, or a control character or the escape of a
 * code point stands. */
static bool string_length(struct slice text, size_t *length, size_t *escapes)
{
    size_t at = 0;

    *escapes = 0;
    while (at < text.len && text.at[at] != '"') {
        int32_t c = (unsigned char)text.at[at];
        size_t bytes = c < 0x80 ? 1 : read_code_point(slice_from(text, at), &c);

        if (c < ' ')
            return false;
        if (c == '\\') {
            if (at + 1 >= text.len || unescaped(text.at[at + 1]) == '\0')
                return false;
            ++*escapes;
            bytes = 2;
        }
        at += bytes;
    }
    *length = at;
    return at < text.len;
}

static struct slice without_escapes(struct arena *arena, struct slice text, size_t escapes)
{
    char *out = arena_take(arena, text.len - escapes + 1);
    size_t length = 0;

    for (size_t i = 0; i < text.len; i++)
        out[length++] = text.at[i] == '\\' ? unescaped(text.at[++i]) : text.at[i];
    return (struct slice){ out, length };
}

/* Takes a string; *raw is as it is written, *text what it says. */
static bool take_string(struct reader *reader, struct slice *raw, struct slice *text)
{
    struct slice inner;
    size_t length, escapes;

    if (reader->rest.len == 0 || *reader->rest.at != '"')
        return false;
    inner = slice_from(reader->rest, 1);
    if (!string_length(inner, &length, &escapes))
        return false;
    *raw = (struct slice){ reader->rest.at, length + 2 };
    *text = (struct slice){ inner.at, length };
    if (escapes > 0)
        *text = without_escapes(reader->arena, *text, escapes);
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
