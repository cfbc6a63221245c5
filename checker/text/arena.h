/* Memory that is taken piece by piece and given back all at once: one arena for each document. */
#ifndef ROTSTIFT_TEXT_ARENA_H
#define ROTSTIFT_TEXT_ARENA_H

#include "text/slice.h"

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first; NULL when empty */
};

/* Takes size bytes, zeroed, aligned for any type.
 * Never returns NULL: a checker that has run out of memory can only stop, so it ends the process with a
 * message on standard error and status 2 (input sizes are bounded before an arena is asked). */
void *arena_take(struct arena *arena, size_t size);

/* The same without zeroing: for room that is written before it is read. */
void *arena_room(struct arena *arena, size_t size);

/* Takes an array of count elements of size bytes each, zeroed; the product is checked. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Copies text into the arena and adds a NUL after it (not counted in the slice). */
struct slice arena_copy(struct arena *arena, struct slice text);

/* Copies two texts one behind the other, and adds a NUL as arena_copy() does. */
struct slice arena_join(struct arena *arena, struct slice left, struct slice right);

/* printf into the arena; the result is NUL-terminated. */
struct slice arena_print(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Grows an array held in the arena: returns items when count < *capacity, else a copy of twice the room. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* Gives back all memory; the arena can be used again. */
void arena_free(struct arena *arena);

#endif
