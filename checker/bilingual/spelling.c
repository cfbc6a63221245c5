#include "bilingual/spelling.h"

#include "bilingual/bilingual.h"
#include "text/letters.h"

enum { MOST_LETTERS = 32 };

/* Letters that stand for the same sound in transcriptions, the longer before those that begin them. */
static const struct {
    const char *written, *sound;
} sounds[] = {
    { "tsch", "c" }, { "sch", "s" }, { "shch", "c" }, { "sh", "s" }, { "zh", "s" }, { "ch", "c" }, { "kh", "c" },
    { "tz", "s" },   { "ts", "s" },  { "ph", "f" },   { "ou", "u" }, { "oo", "u" }, { "ee", "i" }, { "iy", "i" },
    { "yy", "i" },   { "ij", "i" },  { "ae", "a" },   { "oe", "o" }, { "ue", "u" }, { "th", "t" }, { "q", "c" },
    { "k", "c" },    { "w", "v" },   { "y", "i" },    { "j", "i" },  { "z", "s" },  { "ß", "s" },
};

/* The name without "’s" or "s" at its end. */
static struct slice without_genitive(struct slice name)
{
    struct slice bare = without_english_genitive(name);

    if (bare.len == name.len && slice_ends(name, SLICE("s")))
        bare.len--;
    return bare;
}

static size_t write_sound(struct slice *name, char *sound)
{
    int32_t c;
    size_t length;

    for (size_t i = 0; i < sizeof sounds / sizeof *sounds; i++)
        if (slice_starts(*name, slice_of(sounds[i].written))) {
            *name = slice_from(*name, strlen(sounds[i].written));
            *sound = sounds[i].sound[0];
            return 1;
        }
    length = read_code_point(*name, &c);
    *name = slice_from(*name, length);
    *sound = c > 0 && c < 0x80 ? (char)c : '?';
    return is_letter(c);
}

/* The sounds of a name, doubled ones once. */
static size_t write_sounds(struct slice name, char *out)
{
    char room[MOST_LETTERS * 2];
    struct slice lower = { room, 0 };
    size_t count = 0;

    while (name.len > 0 && lower.len + 4 <= sizeof room) {
        int32_t c;

        name = slice_from(name, read_code_point(name, &c));
        lower.len += write_code_point(to_lower(base_letter(c)), room + lower.len);
    }
    lower = without_genitive(lower);
    while (lower.len > 0 && count < MOST_LETTERS) {
        char sound;

        if (write_sound(&lower, &sound) > 0 && (count == 0 || out[count - 1] != sound))
            out[count++] = sound;
    }
    return count;
}

static unsigned least(unsigned a, unsigned b, unsigned c)
{
    unsigned smaller = a < b ? a : b;

    return smaller < c ? smaller : c;
}

unsigned name_distance(struct slice english, struct slice german)
{
    char left[MOST_LETTERS], right[MOST_LETTERS];
    size_t left_count = write_sounds(english, left), right_count = write_sounds(german, right);
    unsigned row[MOST_LETTERS + 1];

    for (size_t j = 0; j <= right_count; j++)
        row[j] = (unsigned)j;
    for (size_t i = 1; i <= left_count; i++) {
        unsigned diagonal = row[0];

        row[0] = (unsigned)i;
        for (size_t j = 1; j <= right_count; j++) {
            unsigned above = row[j];

            row[j] = least(row[j] + 1, row[j - 1] + 1, diagonal + (left[i - 1] != right[j - 1]));
            diagonal = above;
        }
    }
    return row[right_count];
}

bool is_other_plural(struct slice english, struct slice german)
{
    return slice_ends(english, SLICE("s")) && !slice_ends(german, SLICE("s"));
}
