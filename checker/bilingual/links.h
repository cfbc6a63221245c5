/* Links between the words of two texts: how bilingual.c finds which German words may translate an English one, by the
 * index of german_index.h. */
#ifndef ROTSTIFT_BILINGUAL_LINKS_H
#define ROTSTIFT_BILINGUAL_LINKS_H

#include "bilingual/bilingual.h"

struct german_index; /* german_index.h */

/* A row of links that grows in an arena. */
struct link_row {
    struct arena *arena;
    struct link *items;
    size_t count, capacity;
};

static inline void append_link(struct link_row *links, struct link link)
{
    links->items = arena_grow(links->arena, links->items, links->count, &links->capacity, sizeof *links->items);
    links->items[links->count++] = link;
}

/* Appends the links of the English token to the tokens in the index. A key that more than most tokens share is passed
 * over when rare is asked for, else linked to the first of them. */
enum { MOST_ALIKE = 24 };
void find_links(const struct bilingual *bilingual, const struct german_index *index, uint32_t english, bool rare,
                struct link_row *links);

/* Sorts the links from the first on, those of one English token, by their German ones. */
void sort_links(struct link_row *links, size_t first);

/* Gives each English token the German one that fits it best among the links [first, end), and the other way round, one
 * to one. */
void choose_best_links(struct bilingual *bilingual, const struct document *doc, struct arena *scratch, size_t first,
                       size_t end);

#endif
