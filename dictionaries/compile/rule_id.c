/* Ids of rules that are made from German words. */
#include "rules.h"

/* A letter of an id for what stands first in the text; *taken receives its bytes. */
static struct slice ascii(struct slice text, size_t *taken)
{
    static const struct {
        struct slice letter, ascii;
    } others[] = {
        { { "ä", 2 }, { "ae", 2 } }, { { "ö", 2 }, { "oe", 2 } }, { { "ü", 2 }, { "ue", 2 } },
        { { "Ä", 2 }, { "ae", 2 } }, { { "Ö", 2 }, { "oe", 2 } }, { { "Ü", 2 }, { "ue", 2 } },
        { { "ß", 2 }, { "ss", 2 } }, { { " ", 1 }, { "-", 1 } },  { { "(", 1 }, { "", 0 } },
        { { ")", 1 }, { "", 0 } }, /* "stand (fans)": a remark says which sense */
    };
    static const char small[] = "abcdefghijklmnopqrstuvwxyz";

    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        if (slice_starts(text, others[i].letter)) {
            *taken = others[i].letter.len;
            return others[i].ascii;
        }
    *taken = 1;
    return text.at[0] >= 'A' && text.at[0] <= 'Z' ? (struct slice){ small + (text.at[0] - 'A'), 1 }
                                                  : (struct slice){ text.at, 1 };
}

struct slice german_id(struct arena *arena, struct slice family, struct slice text)
{
    struct slice id = family;

    while (text.len > 0) {
        size_t taken;
        struct slice letter = ascii(text, &taken);

        id = arena_join(arena, id, letter);
        text = slice_from(text, taken);
    }
    return id;
}
