/* Which linking elements the nouns of the lexicon take: read from its compounds. One that is rare beside others is left
 * out ("Sportsfreund" beside all the words with "Sport-"). */
#include "lexicon/compound_parts.h"
#include "rules.h"
#include "sources.h"
#include "text/letters.h"
#include "word_table.h"

enum { MIN_PART = 3, MIN_HEAD = 4, LONGEST = 100 /* bytes */ };

/* A noun in its dictionary form. */
static bool is_noun(const struct builder *builder, struct slice word)
{
    uint32_t form = builder_find_form(builder, word);
    struct reading reading;

    for (size_t i = 0; form != NO_ID && builder_reading_at(builder, form, i, &reading); i++)
        if (pos_of(reading.features) == POS_NOUN && slice_equal(builder_lemma_text(builder, reading.lemma), word))
            return true;
    return false;
}

/* "-gebiet" as "Gebiet", which German texts use. */
static bool is_head(const struct builder *builder, struct slice rest)
{
    char buffer[LONGEST + 4];
    int32_t first;
    size_t bytes = read_code_point(rest, &first);
    size_t length = write_code_point(to_upper(first), buffer);

    memcpy(buffer + length, rest.at + bytes, rest.len - bytes);
    struct slice noun = { buffer, length + rest.len - bytes };

    return builder_frequency(builder, noun) > 0 && is_noun(builder, noun);
}

/* The noun of "Rückzug", "Rückzugs", "Schul": with a linking element, or without its e. Empty when there is none. */
static struct slice noun_of(const struct builder *builder, struct slice piece, char *buffer)
{
    static const char *const links[] = { "", "s", "n", "en", "es", "er", "e" };

    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        struct slice noun = { piece.at, piece.len - strlen(links[i]) };

        if (slice_ends(piece, slice_of(links[i])) && noun.len >= MIN_PART && is_noun(builder, noun))
            return noun;
    }
    memcpy(buffer, piece.at, piece.len);
    buffer[piece.len] = 'e';
    struct slice noun = { buffer, piece.len + 1 };

    return is_noun(builder, noun) ? noun : (struct slice){ 0 };
}

/* How often a noun stands first, and how often with this link. */
struct link {
    uint32_t noun, count;
};

struct link_counts {
    struct arena *arena;
    struct word_table pieces, nouns;
    GROWING(struct link, links); /* beside pieces */
    GROWING(uint32_t, totals);   /* beside nouns */
};

static void count_link(struct link_counts *counts, struct slice piece, struct slice noun)
{
    uint32_t number = word_add(&counts->pieces, piece), of = word_add(&counts->nouns, noun);

    if (number == counts->links_count)
        *ADD(counts->arena, counts, links) = (struct link){ of, 0 };
    if (of == counts->totals_count)
        *ADD(counts->arena, counts, totals) = 0;
    counts->links[number].count++;
    counts->totals[of]++;
}

static void count_links_of(const struct builder *builder, struct slice word, struct link_counts *counts)
{
    char buffer[LONGEST + 1];

    for (size_t at = MIN_PART; at + MIN_HEAD <= word.len; at++) {
        struct slice piece = { word.at, at };

        if (!starts_code_point(word.at[at]) || !is_head(builder, slice_from(word, at)))
            continue;
        struct slice noun = noun_of(builder, piece, buffer);

        if (noun.len > 0)
            count_link(counts, piece, noun);
    }
}

void each_linked_part(const struct builder *builder, visit_part *visit, void *context)
{
    enum { RARE = 20 /* once in so many compounds */ };
    struct arena arena = { 0 };
    struct link_counts counts = { .arena = &arena, .pieces.arena = &arena, .nouns.arena = &arena };

    for (uint32_t form = 0; form < builder_form_count(builder); form++) {
        struct slice word = builder_form_text(builder, form);

        if (word.len <= LONGEST && memchr(word.at, '-', word.len) == NULL && is_noun(builder, word))
            count_links_of(builder, word, &counts);
    }
    for (uint32_t i = 0; i < counts.pieces.count; i++)
        if (counts.links[i].count * RARE >= counts.totals[counts.links[i].noun])
            visit(context, counts.pieces.words[i], PART_LINKED);
    arena_free(&arena);
}
