/* Finds the heads of compound nouns: they decide gender and inflection. */
#include "nouns.h"
#include "text/unicode.h"
#include "word_file.h"

enum {
    MIN_HEAD = 3,  /* bytes of a head; "Ei" and "Öl" are found in too many words */
    MIN_FRONT = 2, /* bytes before it */
};

uint32_t genders_named(struct slice names)
{
    struct slice name;
    uint32_t genders = 0;

    while (next_word(&names, ' ', &name))
        genders |= slice_equal(name, SLICE("m"))   ? GENDER_M
                   : slice_equal(name, SLICE("f")) ? GENDER_F
                   : slice_equal(name, SLICE("n")) ? GENDER_N
                                                   : 0u;
    return genders;
}

static int read_suffix(void *context, const struct word_row *row, struct rs_error *error)
{
    struct noun_sources *sources = context;
    struct arena *arena = sources->suffixes.arena;
    size_t before = sources->suffixes.count;
    uint32_t gender = genders_named(row->columns[1]), index = word_add(&sources->suffixes, row->columns[0]);

    if (gender == 0 || sources->suffixes.count == before)
        return error_set(error, row->path, row->line,
                         gender == 0 ? "the gender must be m, f or n" : "this ending stands here twice");
    sources->suffix_items =
        arena_grow(arena, sources->suffix_items, before, &sources->suffix_capacity, sizeof(*sources->suffix_items));
    sources->suffix_items[index] = (struct noun_suffix){
        .ending = sources->suffixes.words[index],
        .plural = arena_copy(arena, row->columns[2]),
        .genitive = arena_copy(arena, row->columns[3]),
        .gender = gender,
        .guessed = slice_equal(row->columns[4], SLICE("guessed")),
    };
    return 0;
}

static int read_weak_noun(void *context, const struct word_row *row, struct rs_error *error)
{
    struct noun_sources *sources = context;
    size_t before = sources->weak.count;
    uint32_t index = word_add(&sources->weak, row->columns[0]);

    if (sources->weak.count == before)
        return error_set(error, row->path, row->line, "%.*s stands here twice", (int)row->columns[0].len,
                         row->columns[0].at);
    sources->weak_forms = arena_grow(sources->weak.arena, sources->weak_forms, before, &sources->weak_capacity,
                                     sizeof(*sources->weak_forms));
    for (size_t i = 0; i < 3; i++)
        sources->weak_forms[index][i] = arena_copy(sources->weak.arena, row->columns[i + 1]);
    return 0;
}

static void index_plurals(struct morphology *m, struct noun_sources *sources)
{
    for (uint32_t i = 0; i < m->nouns.count; i++)
        for (size_t j = 0; j < m->noun_items[i].plural_count; j++) {
            size_t before = sources->plurals.count;
            uint32_t index = word_add(&sources->plurals, m->noun_items[i].plurals[j]);

            if (sources->plurals.count == before)
                continue; /* the plural of two nouns: of the first */
            sources->plural_nouns = arena_grow(&m->arena, sources->plural_nouns, before, &sources->plural_capacity,
                                               sizeof(*sources->plural_nouns));
            sources->plural_nouns[index] = i;
        }
}

int noun_sources_read(struct morphology *m, struct noun_sources *out, struct rs_error *error)
{
    *out = (struct noun_sources){ 0 };
    out->suffixes.arena = out->weak.arena = out->plurals.arena = &m->arena;
    if (read_word_file(m->sources->words, "noun-suffixes.tsv", 4, 5, read_suffix, out, error) != 0 ||
        read_word_file(m->sources->words, "weak-nouns.tsv", 4, 4, read_weak_noun, out, error) != 0)
        return -1;
    index_plurals(m, out);
    return 0;
}

const struct noun_suffix *find_suffix(const struct noun_sources *sources, struct slice word)
{
    for (size_t len = word.len > MIN_FRONT ? word.len - MIN_FRONT : 0; len > 0; len--) {
        uint32_t index = word_find(&sources->suffixes, slice_from(word, word.len - len));

        if (index != NO_WORD)
            return &sources->suffix_items[index];
    }
    return NULL;
}

static bool is_word_part(struct morphology *m, struct slice part)
{
    return part.len >= MIN_HEAD && (is_spelled(m, part) || is_spelled(m, uncapitalise(m, part)) ||
                                    is_spelled(m, capitalise(m, part)) || noun_named(m, capitalise(m, part)) != NULL);
}

/* What may stand before a head: a word, with or without a linking element, or a verb's stem. */
static bool is_front(struct morphology *m, struct slice front)
{
    static const char *const links[] = { "s", "es", "n", "en", "er", "e", "ens" };
    struct slice bare = front.len > 1 && front.at[front.len - 1] == '-' ? without(front, 1) : front;

    if (bare.len != front.len || is_word_part(m, front))
        return true;
    for (size_t i = 0; i < sizeof(links) / sizeof(*links); i++)
        if (slice_ends(front, slice_of(links[i])) && is_word_part(m, without(front, strlen(links[i]))))
            return true;
    return is_word_part(m, join(m, front, SLICE("e"), (struct slice){ 0 })) ||
           is_word_part(m, join(m, front, SLICE("en"), (struct slice){ 0 }));
}

static uint32_t votes_of(const struct noun *noun)
{
    return noun->votes[0] + noun->votes[1] + noun->votes[2];
}

/* "Gesellschaft" has no shaft and "Erosion" no ion: an ending that tells the gender must agree with the head. Short
 * heads ("Amt", "Tor") count when Ding speaks of them often. */
static bool is_likely_head(const struct noun_suffix *suffix, struct slice front, const struct noun *noun)
{
    enum { SHORT = 3, OFTEN = 4 };

    if (suffix != NULL && !suffix->guessed && (noun->genders & suffix->gender) == 0)
        return false;
    return noun->lemma.len > SHORT || (votes_of(noun) >= OFTEN && front.len > SHORT);
}

static bool try_head(struct morphology *m, const struct noun_sources *sources, struct slice suffix,
                     struct noun_head *head)
{
    struct slice noun = capitalise(m, suffix);
    uint32_t plural = word_find(&sources->plurals, noun);

    head->noun = noun_named(m, noun);
    head->plural = head->noun == NULL || head->noun->genders == 0;
    if (!head->plural)
        return true;
    head->noun = plural == NO_WORD ? NULL : &m->noun_items[sources->plural_nouns[plural]];
    return head->noun != NULL;
}

/* "Gehaltskonto" is Gehalts + Konto, not Gehalt + Skonto: of both the one that Ding speaks of more. */
static struct noun_head without_linking_s(struct morphology *m, const struct noun_sources *sources, struct slice word,
                                          struct noun_head head)
{
    struct noun_head shorter = { .front = { word.at, head.front.len + 1 }, .certain = true };
    struct slice rest = slice_from(word, shorter.front.len);

    if (word.at[head.front.len] != 's' || rest.len < MIN_HEAD || !starts_code_point(rest.at[0]) ||
        !try_head(m, sources, rest, &shorter) || votes_of(shorter.noun) <= votes_of(head.noun))
        return head;
    return shorter;
}

struct noun_head find_head(struct morphology *m, const struct noun_sources *sources, struct slice word)
{
    const struct noun_suffix *suffix = find_suffix(sources, word);
    struct noun_head unsure = { 0 };

    for (size_t at = MIN_FRONT; at + MIN_HEAD <= word.len; at++) {
        struct noun_head head = { .front = { word.at, at } };

        if (!starts_code_point(word.at[at]) || !try_head(m, sources, slice_from(word, at), &head) ||
            !is_likely_head(suffix, head.front, head.noun))
            continue;
        head.certain = is_front(m, head.front);
        if (head.certain)
            return without_linking_s(m, sources, word, head);
        /* "Alligator" has no gate: a short head behind no word says nothing. */
        if (unsure.noun == NULL && word.len - at > 4 && at > 2)
            unsure = head;
    }
    return unsure;
}
