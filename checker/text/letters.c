#include "text/letters.h"

#include <utf8proc.h>

int32_t to_lower(int32_t code_point)
{
    if (code_point < 0x80)
        return code_point >= 'A' && code_point <= 'Z' ? code_point - 'A' + 'a' : code_point;
    return utf8proc_tolower(code_point);
}

int32_t to_upper(int32_t code_point)
{
    if (code_point < 0x80)
        return code_point >= 'a' && code_point <= 'z' ? code_point - 'a' + 'A' : code_point;
    return utf8proc_toupper(code_point);
}

int32_t base_letter(int32_t code_point)
{
    utf8proc_int32_t parts[8];
    int last_class = 0;
    utf8proc_ssize_t count =
        code_point < 0x80
            ? 0
            : utf8proc_decompose_char(code_point, parts, sizeof parts / sizeof *parts, UTF8PROC_DECOMPOSE, &last_class);

    return count > 0 && count <= (utf8proc_ssize_t)(sizeof parts / sizeof *parts) ? parts[0] : code_point;
}

size_t write_code_point(int32_t code_point, char out[4])
{
    if (code_point >= 0 && code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    utf8proc_ssize_t length = code_point < 0 ? 0 : utf8proc_encode_char(code_point, (utf8proc_uint8_t *)out);

    return length < 0 ? 0 : (size_t)length;
}

bool is_quote(int32_t code_point)
{
    switch (code_point) {
    case '"':
    case 0xab:   /* « */
    case 0xbb:   /* » */
    case 0x2018: /* ‘ */
    case 0x201a: /* ‚ */
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
    case 0x2039: /* ‹ */
    case 0x203a: /* › */
        return true;
    default:
        return false;
    }
}

int32_t first_code_point(struct slice text)
{
    int32_t code_point;

    read_code_point(text, &code_point);
    return code_point;
}

struct slice with_initial(struct arena *arena, struct slice word, bool upper)
{
    int32_t first;
    size_t bytes = read_code_point(word, &first);
    char letter[4];
    size_t letter_bytes = write_code_point(upper ? to_upper(first) : to_lower(first), letter);
    char *out = arena_take(arena, word.len - bytes + letter_bytes + 1);

    memcpy(out, letter, letter_bytes);
    if (word.len > bytes)
        memcpy(out + letter_bytes, word.at + bytes, word.len - bytes);
    return (struct slice){ out, word.len - bytes + letter_bytes };
}

struct slice with_sharp_s(struct arena *arena, struct slice word)
{
    const char *at = memmem(word.at, word.len, "ss", 2);

    if (at == NULL)
        return word;
    struct slice copy = arena_copy(arena, word);

    memcpy((char *)(uintptr_t)copy.at + (at - word.at), "ß", 2);
    return copy;
}

static bool has_joiner(struct slice word)
{
    int32_t code_point;

    for (size_t at = 0; at < word.len; at += read_code_point(slice_from(word, at), &code_point)) {
        read_code_point(slice_from(word, at), &code_point);
        if (character_of(code_point) == CHARACTER_JOINER)
            return true;
    }
    return false;
}

struct slice without_joiners(struct arena *arena, struct slice word)
{
    if (!has_joiner(word))
        return word;
    char *out = arena_take(arena, word.len + 1);
    size_t length = 0;

    for (size_t at = 0; at < word.len;) {
        int32_t code_point;
        size_t bytes = read_code_point(slice_from(word, at), &code_point);

        if (character_of(code_point) != CHARACTER_JOINER) {
            memcpy(out + length, word.at + at, bytes);
            length += bytes;
        }
        at += bytes;
    }
    return (struct slice){ out, length };
}
