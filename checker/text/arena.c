#include "text/arena.h"

#include <pthread.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "messages/messages.h"

/* Blocks double from the smallest size to the largest; a segment of `rotstift filter` fits in the first, an article in
 * a few. Each thread keeps some that were given back: the next document is there in a moment, and asking the system for
 * memory, clearing all of it and giving it back would cost more than to read a short segment. */
#define SMALLEST_BLOCK ((size_t)8 << 10)
#define LARGEST_BLOCK ((size_t)256 << 10)
enum { BLOCK_SIZES = 6, KEPT_BLOCKS = 4 /* of each size */ };
#if defined(__has_feature) /* clang, of which older versions do not define the macro of gcc */
#if __has_feature(address_sanitizer)
#define SEES_ADDRESSES
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define SEES_ADDRESSES
#endif
#ifdef SEES_ADDRESSES
enum { KEEPS_BLOCKS = false }; /* so that it sees what is used after it was given back */
#else
enum { KEEPS_BLOCKS = true };
#endif
_Static_assert(SMALLEST_BLOCK << (BLOCK_SIZES - 1) == LARGEST_BLOCK, "sizes double");

struct arena_block {
    struct arena_block *older;
    size_t size, used; /* bytes of room */
    alignas(max_align_t) char room[];
};

struct kept_blocks {
    struct arena_block *blocks[BLOCK_SIZES];
    unsigned count[BLOCK_SIZES];
};

static pthread_key_t kept_key;
static pthread_once_t kept_once = PTHREAD_ONCE_INIT;
static _Thread_local struct kept_blocks *kept_here; /* what kept_key holds, without a call */

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

static void free_blocks(struct arena_block *block)
{
    while (block != NULL) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
}

static void free_kept(void *argument)
{
    struct kept_blocks *kept = argument;

    for (size_t i = 0; i < BLOCK_SIZES; i++)
        free_blocks(kept->blocks[i]);
    free(kept);
    kept_here = NULL;
}

static void make_key(void)
{
    if (pthread_key_create(&kept_key, free_kept) != 0)
        out_of_memory();
}

/* The blocks that this thread keeps. */
static struct kept_blocks *kept_blocks(void)
{
    if (kept_here == NULL) {
        pthread_once(&kept_once, make_key);
        kept_here = calloc(1, sizeof *kept_here);
        if (kept_here == NULL || pthread_setspecific(kept_key, kept_here) != 0)
            out_of_memory();
    }
    return kept_here;
}

/* Which of the sizes holds so many bytes. */
static size_t size_class(size_t size)
{
    size_t class = 0;

    while (SMALLEST_BLOCK << class < size)
        class ++;
    return class;
}

static struct arena_block *new_block(size_t class)
{
    struct kept_blocks *kept = kept_blocks();
    struct arena_block *block = kept->blocks[class];

    if (block != NULL) {
        kept->blocks[class] = block->older;
        kept->count[class]--;
    } else {
        block = malloc(sizeof *block + (SMALLEST_BLOCK << class));
        if (block == NULL)
            out_of_memory();
        block->size = SMALLEST_BLOCK << class;
    }
    block->used = 0;
    return block;
}

static void give_back(struct arena_block *block)
{
    struct kept_blocks *kept = kept_blocks();
    size_t class = size_class(block->size);

    if (KEEPS_BLOCKS && block->size <= LARGEST_BLOCK && kept->count[class] < KEPT_BLOCKS) {
        block->older = kept->blocks[class];
        kept->blocks[class] = block;
        kept->count[class]++;
    } else {
        free(block);
    }
}

/* A large piece gets a block of its own, put behind the newest one, which goes on serving small pieces. calloc: the
 * untouched end of a large array costs no memory. */
static void *take_large(struct arena *arena, size_t size)
{
    struct arena_block *block = calloc(1, sizeof *block + size);

    if (block == NULL)
        out_of_memory();
    block->size = block->used = size;
    if (arena->blocks == NULL) {
        arena->blocks = block;
    } else {
        block->older = arena->blocks->older;
        arena->blocks->older = block;
    }
    return block->room;
}

/* A new block with room for the size, twice as large as the newest. */
static void add_block(struct arena *arena, size_t size)
{
    size_t class = arena->blocks == NULL ? 0 : size_class(arena->blocks->size) + 1, needed = size_class(size);

    class = class < needed ? needed : class;
    struct arena_block *block = new_block(class < BLOCK_SIZES ? class : BLOCK_SIZES - 1);

    block->older = arena->blocks;
    arena->blocks = block;
}

/* Takes a piece; *cleared tells whether it is zero already. */
static void *take(struct arena *arena, size_t size, bool *cleared)
{
    struct arena_block *block = arena->blocks;
    void *piece;

    *cleared = false;
    if (block == NULL || block->size - block->used < size) {
        *cleared = size > LARGEST_BLOCK / 4;
        if (*cleared)
            return take_large(arena, size);
        add_block(arena, size);
        block = arena->blocks;
    }
    piece = block->room + block->used;
    block->used += size;
    return piece;
}

void *arena_room(struct arena *arena, size_t size)
{
    bool cleared;

    return take(arena, aligned(size), &cleared);
}

void *arena_take(struct arena *arena, size_t size)
{
    bool cleared;
    void *piece;

    size = aligned(size);
    piece = take(arena, size, &cleared);
    return cleared ? piece : memset(piece, 0, size);
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
    char *copy = arena_room(arena, text.len + 1);

    if (text.len > 0)
        memcpy(copy, text.at, text.len);
    copy[text.len] = '\0';
    return (struct slice){ copy, text.len };
}

struct slice arena_join(struct arena *arena, struct slice left, struct slice right)
{
    char *copy = arena_room(arena, left.len + right.len + 1);

    if (left.len > 0)
        memcpy(copy, left.at, left.len);
    if (right.len > 0)
        memcpy(copy + left.len, right.at, right.len);
    copy[left.len + right.len] = '\0';
    return (struct slice){ copy, left.len + right.len };
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
        give_back(block);
        block = older;
    }
    arena->blocks = NULL;
}
