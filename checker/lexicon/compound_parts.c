#include "lexicon/compound_parts.h"

#include "text/letters.h"

enum {
    LONGEST = 100, /* bytes; hunspell gives up beyond */
    SHORTEST = 2,  /* bytes: COMPOUNDMIN of the dictionary are two letters */
};

static bool is_part(const struct lexicon *lexicon, struct slice part, unsigned place)
{
    for (unsigned bit = 0; bit < PART_BITS; bit++) {
        uint64_t hash = part_hash(part, place, bit);

        if ((lexicon->parts[filter_word(hash, lexicon->part_words)] & filter_bit(hash)) == 0)
            return false;
    }
    return true;
}

/* The word in lower case; false when it is too long. */
static bool lowered(struct slice word, char *out, size_t *length)
{
    *length = 0;
    for (size_t at = 0; at < word.len;) {
        int32_t c;
        size_t bytes = read_code_point(slice_from(word, at), &c);

        if (*length + 4 > LONGEST)
            return false;
        *length += write_code_point(to_lower(c), out + *length);
        at += bytes;
    }
    return true;
}

/* From each place where parts can end, the places where one more part can. */
bool may_be_compound(const struct lexicon *lexicon, struct slice word)
{
    char text[LONGEST];
    bool ends[LONGEST + 1] = { true };
    size_t length;

    if (lexicon->part_words == 0 || !lowered(word, text, &length))
        return true;
    for (size_t from = 0; from + SHORTEST <= length; from++) {
        if (!ends[from])
            continue;
        if (from > 0 && is_part(lexicon, (struct slice){ text + from, length - from }, COMPOUND_END))
            return true;
        for (size_t to = from + SHORTEST; to + SHORTEST <= length; to++)
            ends[to] = ends[to] || is_part(lexicon, (struct slice){ text + from, to - from },
                                           from == 0 ? COMPOUND_BEGIN : COMPOUND_MIDDLE);
    }
    return false;
}
