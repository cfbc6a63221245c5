#include "input/decode.h"

#include <utf8proc.h>

#include "input/input.h"
#include "messages/messages.h"
#include "text/misread.h"
#include "text/unicode.h"

size_t line_break_length(struct slice text)
{
    if (text.len == 0 || (*text.at != '\n' && *text.at != '\r'))
        return 0;
    return text.len > 1 && text.at[0] == '\r' && text.at[1] == '\n' ? 2 : 1;
}

/* True when one of eight bytes is the byte that mask repeats (https://graphics.stanford.edu/~seander/bithacks.html). */
static inline bool holds_byte(uint64_t bytes, uint64_t mask)
{
    uint64_t rest = bytes ^ mask;

    return ((rest - 0x0101010101010101u) & ~rest & 0x8080808080808080u) != 0;
}

size_t line_length(struct slice text)
{
    const uint64_t line_feeds = 0x0a0a0a0a0a0a0a0au, returns = 0x0d0d0d0d0d0d0d0du;
    size_t length = 0;

    for (uint64_t bytes; length + sizeof bytes <= text.len; length += sizeof bytes) {
        memcpy(&bytes, text.at + length, sizeof bytes);
        if (holds_byte(bytes, line_feeds) || holds_byte(bytes, returns))
            break;
    }
    while (length < text.len && text.at[length] != '\n' && text.at[length] != '\r')
        length++;
    return length;
}

static size_t line_of(struct slice bytes, size_t offset)
{
    size_t line = 1;

    for (size_t at = 0; at < offset;) {
        size_t length = line_break_length(slice_from(bytes, at));

        line += length > 0 && at + length <= offset;
        at += length > 0 ? length : 1;
    }
    return line;
}

static int refuse_byte(const struct document *doc, struct slice bytes, size_t offset, const char *reason,
                       struct rs_error *error)
{
    return error_set(error, doc->name.at, line_of(bytes, offset), "byte 0x%02X at offset %zu: %s",
                     (unsigned)(unsigned char)bytes.at[offset], offset, translated(reason));
}

/* The offset of the first byte that is not UTF-8, or bytes.len. */
static size_t first_broken(struct slice bytes)
{
    size_t at = 0;

    while (at < bytes.len) {
        int32_t c;
        size_t length = read_code_point(slice_from(bytes, at), &c);

        if (c < 0)
            break;
        at += length;
    }
    return at;
}

/* A file of UTF-8 with a few broken bytes is not Windows-1252: what is whole in it outnumbers what is broken. */
static bool is_mostly_utf8(struct slice bytes)
{
    size_t whole = 0, broken = 0;

    for (size_t at = 0; at < bytes.len;) {
        int32_t c;
        size_t length = read_code_point(slice_from(bytes, at), &c);

        whole += length > 1;
        broken += c < 0;
        at += length;
    }
    return whole > broken;
}

/* German has two bytes over 0x7f in a hundred; text in Cyrillic or Greek letters or of another code page is full of
 * them. A few words prove nothing. */
static bool looks_foreign(struct slice bytes)
{
    size_t high = 0;

    for (size_t i = 0; i < bytes.len; i++)
        high += (unsigned char)bytes.at[i] >= 0x80;
    return high > 16 && high > bytes.len / 4;
}

static int check_windows_1252(const struct document *doc, struct slice bytes, size_t broken, struct rs_error *error)
{
    static const char neither[] =
        N_("neither UTF-8 nor Windows-1252; convert it to UTF-8, for example: iconv -f ENCODING -t UTF-8");

    if (is_mostly_utf8(bytes))
        return refuse_byte(doc, bytes, broken, N_("invalid UTF-8; repair or replace the character there"), error);
    if (looks_foreign(bytes))
        return refuse_byte(doc, bytes, broken, neither, error);
    for (size_t i = 0; i < bytes.len; i++)
        if (windows_1252_character((unsigned char)bytes.at[i]) == 0)
            return refuse_byte(doc, bytes, i, neither, error);
    return 0;
}

/* Tabs, line and page breaks are text, and so is the vertical tab, Word's line break inside a paragraph. */
static bool is_binary(unsigned char byte)
{
    return (byte < ' ' && !(byte >= '\t' && byte <= '\r')) || byte == 0x7f;
}

static int check_controls(const struct document *doc, struct slice bytes, struct rs_error *error)
{
    for (size_t i = 0; i < bytes.len; i++)
        if (is_binary((unsigned char)bytes.at[i]))
            return refuse_byte(doc, bytes, i, N_("a control character, so this is binary data or broken text"), error);
    return 0;
}

static int check_utf16(const struct document *doc, struct slice bytes, struct rs_error *error)
{
    if (!slice_starts(bytes, SLICE("\xff\xfe")) && !slice_starts(bytes, SLICE("\xfe\xff")))
        return 0;
    return error_set(error, doc->name.at, 1,
                     "UTF-16 is not read; convert it to UTF-8, for example: iconv -f UTF-16 -t UTF-8");
}

static int check_size(const struct document *doc, struct slice bytes, struct rs_error *error)
{
    if (bytes.len <= MAX_INPUT_BYTES)
        return 0;
    return error_set(error, doc->name.at, 0, "larger than %u MiB; split it", MAX_INPUT_BYTES >> 20);
}

static struct slice convert_windows_1252(struct arena *arena, struct slice bytes)
{
    size_t length = 0;
    char *text, *end;

    for (size_t i = 0; i < bytes.len; i++)
        length += (unsigned char)bytes.at[i] < 0x80 ? 1 : 3;
    text = end = arena_take(arena, length + 1);
    for (size_t i = 0; i < bytes.len; i++)
        end += utf8proc_encode_char(windows_1252_character((unsigned char)bytes.at[i]), (utf8proc_uint8_t *)end);
    return slice_between(text, end);
}

static void begin(struct document *doc, struct slice text, enum encoding encoding, size_t start, struct decoded *out)
{
    doc->encoding = encoding == ENCODING_UTF_8 ? SLICE("UTF-8") : SLICE("windows-1252");
    *out = (struct decoded){ text, encoding, { .byte = start, .line = 1, .column = 1 } };
}

int decode_file(struct document *doc, struct slice bytes, struct decoded *out, struct rs_error *error)
{
    const struct slice mark = SLICE("\xef\xbb\xbf");
    size_t start = slice_starts(bytes, mark) ? mark.len : 0, broken;

    if (bytes.len == 0)
        bytes = SLICE("");
    if (check_size(doc, bytes, error) != 0 || check_utf16(doc, bytes, error) != 0 ||
        check_controls(doc, bytes, error) != 0)
        return -1;
    broken = first_broken(bytes);
    if (broken == bytes.len) {
        begin(doc, slice_from(bytes, start), ENCODING_UTF_8, start, out);
        return 0;
    }
    if (start > 0)
        return refuse_byte(doc, bytes, broken, N_("invalid UTF-8 after a byte order mark of UTF-8"), error);
    if (check_windows_1252(doc, bytes, broken, error) != 0)
        return -1;
    begin(doc, convert_windows_1252(&doc->arena, bytes), ENCODING_WINDOWS_1252, 0, out);
    return 0;
}

int decode_large(struct document *doc, struct slice bytes, struct decoded *out, struct rs_error *error)
{
    const struct slice mark = SLICE("\xef\xbb\xbf");
    size_t start = slice_starts(bytes, mark) ? mark.len : 0, broken;

    if (check_utf16(doc, bytes, error) != 0 || check_controls(doc, bytes, error) != 0)
        return -1;
    broken = first_broken(bytes);
    if (broken < bytes.len)
        return refuse_byte(doc, bytes, broken, N_("invalid UTF-8; a file this large must be in UTF-8"), error);
    begin(doc, slice_from(bytes, start), ENCODING_UTF_8, start, out);
    return 0;
}

int decode_utf8(struct document *doc, struct slice text, struct decoded *out, struct rs_error *error)
{
    size_t broken, nul;

    if (text.len == 0)
        text = SLICE("");
    if (check_size(doc, text, error) != 0)
        return -1;
    broken = first_broken(text);
    if (broken < text.len)
        return refuse_byte(doc, text, broken, N_("invalid UTF-8"), error);
    nul = strnlen(text.at, text.len);
    if (nul < text.len)
        return refuse_byte(doc, text, nul, N_("binary data"), error);
    begin(doc, text, ENCODING_UTF_8, 0, out);
    return 0;
}

static void advance_in_line(enum encoding encoding, struct slice piece, struct origin *at)
{
    uint32_t count = (uint32_t)count_code_points(piece);

    at->byte += encoding == ENCODING_WINDOWS_1252 ? count : piece.len;
    at->code_point += count;
    at->column += count;
}

void advance(enum encoding encoding, struct slice piece, struct origin *at)
{
    while (piece.len > 0) {
        size_t length = line_length(piece), line_break = line_break_length(slice_from(piece, length));

        advance_in_line(encoding, (struct slice){ piece.at, length + line_break }, at);
        piece = slice_from(piece, length + line_break);
        if (line_break > 0) {
            at->line++;
            at->column = 1;
        }
    }
}
