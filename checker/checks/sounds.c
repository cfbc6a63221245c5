#include "checks/sounds.h"

#include <string.h>

#include "text/letters.h"

/* How a sound is transcribed in other languages than German, and in German. Longer rows stand first. */
static const char *const transcriptions[][2] = {
    { "schtsch", "c" }, { "cz", "c" },  { "ck", "k" },   { "th", "t" },   { "tz", "z" },  { "dt", "t" },
    { "ei", "ai" },     { "ey", "ai" }, { "ay", "ai" },  { "ä", "e" },    { "ae", "e" },  { "oe", "ö" },
    { "ue", "ü" },      { "ß", "s" },   { "shch", "c" }, { "tsch", "c" }, { "tch", "c" }, { "sch", "s" },
    { "dsch", "j" },    { "sh", "s" },  { "zh", "s" },   { "kh", "h" },   { "ch", "c" },  { "ts", "z" },
    { "off", "ov" },    { "ff", "v" },  { "ph", "f" },   { "yj", "i" },   { "iy", "i" },  { "yy", "i" },
    { "ij", "i" },      { "ye", "e" },  { "je", "e" },   { "yu", "u" },   { "ju", "u" },  { "ya", "a" },
    { "ja", "a" },      { "ou", "u" },  { "w", "v" },    { "y", "i" },    { "j", "i" },   { "x", "ks" },
    { "k", "k" },       { "c", "k" },   { "ss", "s" },   { "z", "s" },
};

struct slice sound_of(struct arena *arena, struct slice name)
{
    struct slice rest = lower_case(arena, name);
    char key[MAX_SOUND + 8];
    size_t length = 0;

    while (rest.len > 0 && length < MAX_SOUND) {
        size_t taken = 0;

        for (size_t i = 0; taken == 0 && i < sizeof transcriptions / sizeof *transcriptions; i++) {
            struct slice from = slice_of(transcriptions[i][0]), to = slice_of(transcriptions[i][1]);

            if (!slice_starts(rest, from))
                continue;
            memcpy(key + length, to.at, to.len);
            length += to.len;
            taken = from.len;
        }
        if (taken == 0 && (length == 0 || key[length - 1] != rest.at[0]))
            key[length++] = rest.at[0];
        rest = slice_from(rest, taken > 0 ? taken : 1);
    }
    return arena_copy(arena, (struct slice){ key, length });
}
