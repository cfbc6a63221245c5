#include "text/misread.h"

#include <utf8proc.h>

#include "text/letters.h"

/* Code points of the bytes 0x80 to 0x9f; 0: the byte is no character. The other bytes are their own code points. */
static const uint16_t windows_1252[] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

int32_t windows_1252_character(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;
}

int windows_1252_byte(int32_t character)
{
    if (character >= 0 && character <= 0xff)
        return (int)character;
    for (int byte = 0x80; byte < 0xa0; byte++)
        if (windows_1252[byte - 0x80] == character)
            return byte;
    return -1;
}

/* How many bytes a character of UTF-8 has that starts with this one; 0 when none starts so. */
static size_t length_from(int byte)
{
    if (byte >= 0xc2 && byte <= 0xdf)
        return 2;
    if (byte >= 0xe0 && byte <= 0xef)
        return 3;
    return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/* "Spaß“" and "„Ä“" are right, though the bytes of ß and “ in Windows-1252 are a character of UTF-8 together. So those
 * count that a text in a European language may hold: with Ã and Â the letters and signs of Western Europe; with Ä and Å
 * other Latin letters, where what follows the first is no mark of German text; quotation marks, dashes, the euro; emoji
 * and ligatures. */
static bool is_plausible(int32_t meant, int second)
{
    bool is_mark = character_of(windows_1252_character((unsigned char)second)) == CHARACTER_PUNCTUATION ||
                   second == 0xa0; /* a no-break space */

    if (meant >= 0x80 && meant < 0x100)
        return true;
    if (meant >= 0x100 && meant < 0x180)
        return !is_mark;
    return (meant >= 0x2000 && meant < 0x2800) || meant >= 0xf000;
}

/* One character of UTF-8 that was read as several. Returns their bytes in the text, 0 when there is none. */
static size_t read_one(struct slice text, int32_t *meant)
{
    unsigned char bytes[4] = { 0 };
    int32_t c;
    size_t at = read_code_point(text, &c), needed = at == 0 ? 0 : length_from(windows_1252_byte(c));

    if (needed == 0 || c > 0xff) /* all that can begin one are letters of Latin-1 */
        return 0;
    bytes[0] = (unsigned char)c;
    for (size_t i = 1; i < needed; i++) {
        size_t length = read_code_point(slice_from(text, at), &c);
        int byte = length == 0 ? -1 : windows_1252_byte(c);

        if (byte < 0x80 || byte > 0xbf)
            return 0;
        bytes[i] = (unsigned char)byte;
        at += length;
    }
    if (utf8proc_iterate(bytes, (utf8proc_ssize_t)needed, meant) != (utf8proc_ssize_t)needed)
        return 0;
    return is_plausible(*meant, bytes[1]) ? at : 0;
}

/* Some bytes have no character in Windows-1252 and are dropped: “ and ” lose their last, emoji any. */
static size_t read_maimed(struct slice text, struct slice *meant)
{
    static const struct {
        struct slice seen, meant;
    } maimed[] = {
        { { "\xc3\xa2\xe2\x82\xac", 5 }, { "\xe2\x80\x9d", 3 } }, /* â€ for ” */
        { { "\xc3\xb0\xc5\xb8", 4 }, { "", 0 } },                 /* ðŸ for an emoji */
    };

    for (size_t i = 0; i < sizeof(maimed) / sizeof(*maimed); i++)
        if (slice_starts(text, maimed[i].seen)) {
            *meant = maimed[i].meant;
            return maimed[i].seen.len;
        }
    return 0;
}

/* The run of misread characters at the start; out has room for text.len bytes (what is meant is shorter). */
static size_t read_run(struct slice text, char *out, size_t *out_length)
{
    size_t at = 0;

    *out_length = 0;
    while (at < text.len) {
        struct slice meant = { 0 };
        int32_t c = 0;
        size_t length = read_one(slice_from(text, at), &c);

        if (length > 0) {
            *out_length += write_code_point(c, out + *out_length);
        } else if ((length = read_maimed(slice_from(text, at), &meant)) > 0) {
            memcpy(out + *out_length, meant.at, meant.len);
            *out_length += meant.len;
        } else {
            break;
        }
        at += length;
    }
    return at;
}

size_t read_misread(struct arena *arena, struct slice text, struct slice *meant)
{
    enum { MAX_RUN = 256, MAX_TIMES = 4 };
    char run[MAX_RUN], again[MAX_RUN];
    size_t length, total = read_run((struct slice){ text.at, text.len < MAX_RUN ? text.len : MAX_RUN }, run, &length);

    if (total == 0)
        return 0;
    for (int times = 1; times < MAX_TIMES; times++) { /* misread more than once: the whole run is, or none of it */
        size_t shorter;

        if (length == 0 || read_run((struct slice){ run, length }, again, &shorter) != length)
            break;
        memcpy(run, again, shorter);
        length = shorter;
    }
    *meant = arena_copy(arena, (struct slice){ run, length });
    return total;
}
