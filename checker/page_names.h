/* What the pages of a folder are called, and which system or vendor their articles are from, by the articles' paths. */
#ifndef ROTSTIFT_PAGE_NAMES_H
#define ROTSTIFT_PAGE_NAMES_H

#include "text/arena.h"
#include "text/slice.h"

struct page_name {
    struct slice name;  /* "north-wahl" for north/wahl.txt: a-z, 0-9, "-"; ".2" after it for the second of that name */
    struct slice group; /* "north": the first folder in which the paths differ; empty where there is none */
};

/* Names the pages of all paths; no two are the same, also where letters' case does not count. The names live in the
 * arena. */
struct page_name *name_pages(struct arena *arena, const char *const *paths, size_t count);

#endif
