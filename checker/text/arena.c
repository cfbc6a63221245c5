#include "text/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "messages/messages.h"

/* A segment of `rotstift filter` fits in the first block, an article in a few. */
#define FIRST_BLOCK ((size_t)8 << 10)
#define LARGEST_BLOCK ((size_t)256 << 10)

struct arena_block {
    struct arena_block *older;
    size_t size, used; /* bytes of room */
    alignas(max_align_t) char room[];
};

static _Noreturn void out_of_memory(void)
{
    fprintf(stderr, "rotstift: %s\n", translated("out of memory"));
    exit(2);
}

static size_t aligned(size_t size)
{
    const size_t mask = alignof(max_align_t) - 1;

    if (size > SIZE_MAX - sizeof(struct arena_block) - mask)
        out_of_memory();
    return size == 0 ? mask + 1 : (size + mask) & ~mask;
}

/* calloc, and no reuse before arena_free: what is taken is zero without being cleared here, and the untouched end of a
 * large array costs no memory. */
static struct arena_block *new_block(size_t size)
{
    struct arena_block *block = calloc(1, sizeof *block + size);

    if (block == NULL)
        out_of_memory();
    block->size = size;
    return block;
}

/* A large piece gets a block of its own, put behind the newest one, which goes on serving small pieces. */
static void *take_large(struct arena *arena, size_t size)
{
    struct arena_block *block = new_block(size);

    block->used = size;
    if (arena->blocks == NULL) {
        arena->blocks = block;
    } else {
        block->older = arena->blocks->older;
        arena->blocks->older = block;
    }
    return block->room;
}

static void add_block(struct arena *arena)
{
    size_t size = arena->blocks == NULL ? FIRST_BLOCK : arena->blocks->size * 2;
    struct arena_block *block = new_block(size < LARGEST_BLOCK ? size : LARGEST_BLOCK);

    block->older = arena->blocks;
    arena->blocks = block;
}

void *arena_take(struct arena *arena, size_t size)
{
    struct arena_block *block = arena->blocks;
    void *piece;

    size = aligned(size);
    if (block == NULL || block->size - block->used < size) {
        if (size > FIRST_BLOCK / 4)
            return take_large(arena, size);
        add_block(arena);
        block = arena->blocks;
    }
    piece = block->room + block->used;
    block->used += size;
    return piece;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t bytes;

    if (__builtin_mul_overflow(count, size, &bytes))
        out_of_memory();
    return arena_take(arena, bytes);
}

struct slice arena_copy(struct arena *arena, struct slice text)
{
    char *copy = arena_take(arena, text.len + 1);

    if (text.len > 0)
        memcpy(copy, text.at, text.len);
    return (struct slice){ copy, text.len };
}

struct slice arena_print(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    int length;
    char *text;

    va_start(arguments, format);
    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        length = 0;
    text = arena_take(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return (struct slice){ text, (size_t)length };
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    size_t room = *capacity < 8 ? 16 : *capacity * 2;
    void *copy;

    if (count < *capacity)
        return items;
    if (*capacity > SIZE_MAX / 2)
        out_of_memory();
    copy = arena_array(arena, room, size);
    if (count > 0)
        memcpy(copy, items, count * size);
    *capacity = room;
    return copy;
}

void arena_free(struct arena *arena)
{
    struct arena_block *block = arena->blocks;

    while (block != NULL) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
    arena->blocks = NULL;
}
