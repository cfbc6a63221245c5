#include "checks/sounds.h"

#include <string.h>

#include "checks/places.h"
#include "text/letters.h"

enum { MAX_TRANSCRIPTION = 7 /* bytes: "schtsch" */ };

/* What the letters at the start of the text are taken for; *length receives theirs, 0: they stand for themselves. */
static struct slice transcribed(const struct check_run *run, struct slice text, size_t *length)
{
    for (*length = text.len < MAX_TRANSCRIPTION ? text.len : MAX_TRANSCRIPTION; *length > 0; --*length) {
        struct slice sound = table_value(run, TABLE_SOUNDS, (struct slice){ text.at, *length }, 0);

        if (sound.len > 0)
            return sound;
    }
    return (struct slice){ text.at, 0 };
}

struct slice sound_of(const struct check_run *run, struct slice name)
{
    struct slice rest = lower_case(run->issues->arena, name);
    char key[MAX_SOUND + 8];
    size_t length = 0;

    while (rest.len > 0 && length < MAX_SOUND) {
        size_t taken;
        struct slice sound = transcribed(run, rest, &taken);

        if (length + sound.len > sizeof key)
            break;
        memcpy(key + length, sound.at, sound.len);
        length += sound.len;
        if (taken == 0 && (length == 0 || key[length - 1] != rest.at[0]))
            key[length++] = rest.at[0];
        rest = slice_from(rest, taken > 0 ? taken : 1);
    }
    return arena_copy(run->issues->arena, (struct slice){ key, length });
}
