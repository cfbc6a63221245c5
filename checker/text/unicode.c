#include "text/unicode.h"

#include <utf8proc.h>

#define ASCII_END 0x80

size_t read_code_point_beyond_ascii(struct slice text, int32_t *code_point)
{
    utf8proc_ssize_t length = 0;

    *code_point = NO_CODE_POINT;
    if (text.len > 0)
        length = utf8proc_iterate((const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)text.len, code_point);
    return length > 0 ? (size_t)length : text.len > 0;
}

size_t read_last_code_point(struct slice text, int32_t *code_point)
{
    size_t start = text.len;

    *code_point = NO_CODE_POINT;
    if (text.len == 0)
        return 0;
    do
        start--;
    while (start > 0 && text.len - start < 4 && !starts_code_point(text.at[start]));
    if (read_code_point(slice_from(text, start), code_point) == text.len - start)
        return text.len - start;
    *code_point = NO_CODE_POINT;
    return 1;
}

#define L CHARACTER_LETTER
#define D CHARACTER_DIGIT
#define B CHARACTER_SPACE
#define P CHARACTER_PUNCTUATION
#define S CHARACTER_SYMBOL

const uint8_t ascii_characters[ASCII_END] = {
    S, S, S, S, S, S, S, S, S, B, B, B, B, B, S, S, /* 0x00 */
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* 0x10 */
    B, P, P, S, S, S, S, P, P, P, S, S, P, P, P, P, /* 0x20 */
    D, D, D, D, D, D, D, D, D, D, P, P, S, S, S, P, /* 0x30 */
    S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 0x40 */
    L, L, L, L, L, L, L, L, L, L, L, P, S, P, S, P, /* 0x50 */
    S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 0x60 */
    L, L, L, L, L, L, L, L, L, L, L, P, S, P, S, S, /* 0x70 */
};

#undef L
#undef D
#undef B
#undef P
#undef S

static enum character character_in_category(int32_t code_point)
{
    switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        return CHARACTER_LETTER;
    case UTF8PROC_CATEGORY_NO:
        return CHARACTER_NUMERAL;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return CHARACTER_MARK;
    case UTF8PROC_CATEGORY_ND:
        return CHARACTER_DIGIT;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return CHARACTER_SPACE;
    case UTF8PROC_CATEGORY_CF:
        return CHARACTER_JOINER;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
        return CHARACTER_PUNCTUATION;
    default:
        return CHARACTER_SYMBOL;
    }
}

enum character character_beyond_ascii(int32_t code_point)
{
    switch (code_point) {
    case NO_CODE_POINT:
        return CHARACTER_SYMBOL;
    case 0x85: /* next line: of category Cc */
        return CHARACTER_SPACE;
    case 0xa7:   /* § */
    case 0xb6:   /* ¶ */
    case 0x2030: /* ‰ */
        return CHARACTER_SYMBOL;
    default:
        return character_in_category(code_point);
    }
}

bool is_upper(int32_t code_point)
{
    if (code_point < ASCII_END)
        return code_point >= 'A' && code_point <= 'Z';
    return utf8proc_category(code_point) == UTF8PROC_CATEGORY_LU ||
           utf8proc_category(code_point) == UTF8PROC_CATEGORY_LT;
}

bool is_lower(int32_t code_point)
{
    if (code_point < ASCII_END)
        return code_point >= 'a' && code_point <= 'z';
    return utf8proc_category(code_point) == UTF8PROC_CATEGORY_LL;
}

/* The start of the first character that is not in lower case already, or text.len. */
static size_t lower_case_run(struct slice text)
{
    size_t at = 0;

    while (at < text.len) {
        int32_t c;
        size_t length = read_code_point(slice_from(text, at), &c);

        if (c < ASCII_END ? c >= 'A' && c <= 'Z' : utf8proc_tolower(c) != c)
            break;
        at += length;
    }
    return at;
}

struct slice lower_case(struct arena *arena, struct slice text)
{
    size_t at = lower_case_run(text), written = at;
    char *lower;

    if (at == text.len)
        return text;
    /* The longest growth is from two bytes to three: U+023A to U+2C65. */
    lower = arena_take(arena, at + (text.len - at) / 2 * 3 + 4);
    memcpy(lower, text.at, at);
    while (at < text.len) {
        int32_t c;
        size_t length = read_code_point(slice_from(text, at), &c);

        if (c < 0)
            lower[written++] = text.at[at];
        else if (c < ASCII_END)
            lower[written++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        else
            written += (size_t)utf8proc_encode_char(utf8proc_tolower(c), (utf8proc_uint8_t *)lower + written);
        at += length;
    }
    return (struct slice){ lower, written };
}

size_t count_code_points(struct slice text)
{
    const uint64_t ones = 0x0101010101010101u;
    size_t count = text.len, i = 0;

    for (uint64_t word; i + sizeof(word) <= text.len; i += sizeof(word)) {
        memcpy(&word, text.at + i, sizeof(word));
        count -= (word >> 7 & ~word >> 6 & ones) * ones >> 56; /* bytes of the form 10xxxxxx continue a code point */
    }
    for (; i < text.len; i++)
        count -= !starts_code_point(text.at[i]);
    return count;
}

size_t count_utf16_units(struct slice text)
{
    size_t count = count_code_points(text);

    for (size_t i = 0; i < text.len; i++)
        count += (unsigned char)text.at[i] >= 0xf0; /* four bytes: a surrogate pair */
    return count;
}

struct slice trim(struct slice text)
{
    int32_t c;
    size_t length;

    while ((length = read_code_point(text, &c)) > 0 && is_space(c))
        text = slice_from(text, length);
    while ((length = read_last_code_point(text, &c)) > 0 && is_space(c))
        text.len -= length;
    return text;
}

struct slice without_brackets(struct slice text)
{
    const char *open = text.len == 0 ? NULL : memchr(text.at + 1, '(', text.len - 1);

    return trim(open == NULL ? text : slice_between(text.at, open));
}
