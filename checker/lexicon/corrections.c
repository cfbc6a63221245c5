#include "lexicon/corrections.h"

#include "text/unicode.h"

enum { LONGEST = 60 /* bytes; longer words are compounds, which one letter seldom mends */, MOST = 8 };

/* The letters German words are written with; each is one code point. */
static const char *const letters[] = {
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o",
    "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "ä", "ö", "ü", "ß",
};

struct search {
    const struct lexicon *lexicon;
    struct slice word;
    uint32_t found[MOST]; /* forms, the most frequent first */
    size_t count;
};

static uint16_t frequency(const struct search *search, uint32_t form)
{
    return search->lexicon->forms[form].frequency;
}

/* First letters are seldom mistyped. */
static bool has_same_start(const struct search *search, uint32_t form)
{
    return lexicon_text(search->lexicon, search->lexicon->forms[form].text).at[0] == search->word.at[0];
}

static bool is_better(const struct search *search, uint32_t form, uint32_t other)
{
    bool start = has_same_start(search, form), other_start = has_same_start(search, other);

    return start != other_start ? start : frequency(search, form) > frequency(search, other);
}

static void keep(struct search *search, uint32_t form)
{
    size_t at = 0;

    for (size_t i = 0; i < search->count; i++)
        if (search->found[i] == form)
            return;
    while (at < search->count && !is_better(search, form, search->found[at]))
        at++;
    if (at == MOST)
        return;
    if (search->count < MOST)
        search->count++;
    for (size_t i = search->count - 1; i > at; i--)
        search->found[i] = search->found[i - 1];
    search->found[at] = form;
}

/* Looks up the word with the bytes from start to end replaced. */
static void try_replacing(struct search *search, size_t start, size_t end, struct slice with)
{
    char text[LONGEST + 8];
    size_t length = start + with.len + (search->word.len - end);

    memcpy(text, search->word.at, start);
    memcpy(text + start, with.at, with.len);
    memcpy(text + start + with.len, search->word.at + end, search->word.len - end);
    uint32_t form = lexicon_form(search->lexicon, (struct slice){ text, length });

    if (form != NO_ID)
        keep(search, form);
}

static void try_swapping(struct search *search, size_t start, size_t end)
{
    int32_t next;
    size_t after = read_code_point(slice_from(search->word, end), &next);
    char swapped[8];

    if (after == 0)
        return;
    memcpy(swapped, search->word.at + end, after);
    memcpy(swapped + after, search->word.at + start, end - start);
    try_replacing(search, start, end + after, (struct slice){ swapped, after + end - start });
}

static void try_at(struct search *search, size_t start, size_t end)
{
    for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++) {
        try_replacing(search, start, start, slice_of(letters[i]));
        if (end > start)
            try_replacing(search, start, end, slice_of(letters[i]));
    }
    if (end == start)
        return;
    try_replacing(search, start, end, (struct slice){ "", 0 });
    try_swapping(search, start, end);
}

size_t corrections_of(const struct lexicon *lexicon, struct slice word, struct slice *out, size_t max)
{
    struct search search = { .lexicon = lexicon, .word = word };
    size_t count = 0;

    if (word.len > LONGEST)
        return 0;
    for (size_t start = 0; start < word.len;) {
        int32_t code_point;
        size_t end = start + read_code_point(slice_from(word, start), &code_point);

        if (end - start <= 4)
            try_at(&search, start, end);
        start = end;
    }
    try_at(&search, word.len, word.len);
    for (; count < search.count && count < max; count++)
        out[count] = lexicon_text(lexicon, lexicon->forms[search.found[count]].text);
    return count;
}
