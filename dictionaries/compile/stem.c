#include "stem.h"

#include <utf8proc.h>

#include "text/unicode.h"

enum { LONGEST_STEP = 5 }; /* bytes that one character may take */

static int32_t without_umlaut(int32_t c)
{
    switch (c) {
    case 0xe4:
        return 'a';
    case 0xf6:
        return 'o';
    case 0xfc:
        return 'u';
    default:
        return c;
    }
}

size_t fold(struct slice word, char *out, size_t room)
{
    size_t len = 0;

    while (word.len > 0 && len + LONGEST_STEP < room) {
        int32_t c;
        size_t length = read_code_point(word, &c);

        word = slice_from(word, length);
        c = utf8proc_tolower(c);
        if (c == 0xdf) {
            memcpy(out + len, "ss", 2);
            len += 2;
        } else if (c >= 0) {
            len += (size_t)utf8proc_encode_char(without_umlaut(c), (utf8proc_uint8_t *)out + len);
        }
    }
    return len;
}

bool cut_ending(const char *stem, size_t *len, const char *const *endings, size_t count, size_t least)
{
    for (size_t i = 0; i < count; i++) {
        size_t ending = strlen(endings[i]);

        if (*len >= ending + least && memcmp(stem + *len - ending, endings[i], ending) == 0) {
            *len -= ending;
            return true;
        }
    }
    return false;
}
