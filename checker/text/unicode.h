/* Code points of UTF-8 text: thin helpers over utf8proc with short ways for ASCII. */
#ifndef ROTSTIFT_TEXT_UNICODE_H
#define ROTSTIFT_TEXT_UNICODE_H

#include "text/arena.h"

#define NO_CODE_POINT (-1) /* what a byte that is not UTF-8 is read as; also: past the end of the text */

/* What kind of character a code point is, as far as dividing a text needs to know. */
enum character {
    CHARACTER_LETTER,  /* L*, Nl (Roman numerals) */
    CHARACTER_MARK,    /* M*: belongs to the letter before it */
    CHARACTER_DIGIT,   /* Nd */
    CHARACTER_NUMERAL, /* No: ½, and the raised figure in m² */
    CHARACTER_SPACE,   /* Z*, tab, line and page breaks, next line */
    CHARACTER_JOINER,  /* invisible: soft hyphen, zero-width space, byte order mark */
    CHARACTER_PUNCTUATION,
    CHARACTER_SYMBOL, /* S*, % § & # @ * and all else */
};

/* The characters of ASCII, and those of all other code points (NO_CODE_POINT is a symbol). */
extern const uint8_t ascii_characters[0x80];
enum character character_beyond_ascii(int32_t code_point);

static inline enum character character_of(int32_t code_point)
{
    return code_point >= 0 && code_point < 0x80 ? (enum character)ascii_characters[code_point]
                                                : character_beyond_ascii(code_point);
}

size_t read_code_point_beyond_ascii(struct slice text, int32_t *code_point);

/* Reads the first code point of a text; returns how many bytes it takes.
 * An empty text gives 0 bytes, a broken one 1 byte, both with NO_CODE_POINT. */
static inline size_t read_code_point(struct slice text, int32_t *code_point)
{
    if (text.len == 0 || (unsigned char)*text.at >= 0x80)
        return read_code_point_beyond_ascii(text, code_point);
    *code_point = *text.at;
    return 1;
}

/* The same for the end of a text. */
size_t read_last_code_point(struct slice text, int32_t *code_point);

static inline bool is_letter(int32_t code_point)
{
    return character_of(code_point) == CHARACTER_LETTER;
}

static inline bool is_digit(int32_t code_point)
{
    return character_of(code_point) == CHARACTER_DIGIT;
}

static inline bool is_space(int32_t code_point)
{
    return character_of(code_point) == CHARACTER_SPACE;
}

bool is_upper(int32_t code_point);
bool is_lower(int32_t code_point);

/* The text in lower case: the text itself when nothing in it changes, else a copy in the arena (NUL-terminated). */
struct slice lower_case(struct arena *arena, struct slice text);

/* How many code points the text holds; a byte that is not UTF-8 may be counted or not. */
size_t count_code_points(struct slice text);

/* How many units the text takes in UTF-16, as Java, JavaScript and editors count. */
size_t count_utf16_units(struct slice text);

/* True for a byte at which a code point starts. */
static inline bool starts_code_point(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

/* The text without white space at its ends. */
struct slice trim(struct slice text);

/* A name or word without the remark in brackets behind it: "Dollar" of "Dollar (Währung)". */
struct slice without_brackets(struct slice text);

#endif
