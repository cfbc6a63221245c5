#include "page_names.h"

#include <stdlib.h>

/* Longer ones are cut: file systems allow 255 bytes, with the ending. */
#define LONGEST_NAME 120

/* How many bytes at their start all paths share, up to and with a slash. */
static size_t shared_folder(const char *const *paths, size_t count)
{
    size_t shared = strlen(paths[0]);

    for (size_t i = 0; i < count; i++) {
        size_t length = 0;

        while (length < shared && paths[i][length] == paths[0][length])
            length++;
        shared = length;
    }
    while (shared > 0 && paths[0][shared - 1] != '/')
        shared--;
    return shared;
}

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* The path in small letters and figures, all else as single hyphens; the file's ending left out. */
static struct slice plain_name(struct arena *arena, struct slice path)
{
    const char *slash = memrchr(path.at, '/', path.len), *file = slash == NULL ? path.at : slash + 1;
    const char *dot = memrchr(file, '.', (size_t)(path.at + path.len - file));
    const char *end = dot == NULL || dot == file ? path.at + path.len : dot;
    char *name = arena_take(arena, path.len + sizeof "article");
    size_t length = 0;

    for (const char *at = path.at; at < end && length < LONGEST_NAME; at++) {
        char c = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;

        if (is_plain(c))
            name[length++] = c;
        else if (length > 0 && name[length - 1] != '-')
            name[length++] = '-';
    }
    while (length > 0 && name[length - 1] == '-')
        length--;
    return length > 0 ? (struct slice){ name, length } : SLICE("article");
}

static struct slice first_folder(struct slice path)
{
    const char *slash = memchr(path.at, '/', path.len);

    return slash == NULL ? (struct slice){ 0 } : slice_between(path.at, slash);
}

/* By name, then by place. */
static int compare_names(const void *left, const void *right)
{
    const struct page_name *const *a = left, *const *b = right;
    size_t shared = (*a)->name.len < (*b)->name.len ? (*a)->name.len : (*b)->name.len;
    int order = memcmp((*a)->name.at, (*b)->name.at, shared);

    if (order != 0)
        return order;
    if ((*a)->name.len != (*b)->name.len)
        return (*a)->name.len < (*b)->name.len ? -1 : 1;
    return (*a > *b) - (*a < *b);
}

/* A name has no full stop of its own: what is numbered meets no other. */
static void number_equals(struct arena *arena, struct page_name *pages, size_t count)
{
    struct page_name **order = arena_array(arena, count, sizeof(struct page_name *));
    struct slice last = { 0 };
    size_t equals = 1;

    for (size_t i = 0; i < count; i++)
        order[i] = &pages[i];
    qsort(order, count, sizeof(struct page_name *), compare_names);
    for (size_t i = 0; i < count; i++) {
        struct slice name = order[i]->name;

        equals = i > 0 && slice_equal(name, last) ? equals + 1 : 1;
        if (equals > 1)
            order[i]->name = arena_print(arena, "%.*s.%zu", (int)name.len, name.at, equals);
        last = name;
    }
}

struct page_name *name_pages(struct arena *arena, const char *const *paths, size_t count)
{
    struct page_name *pages = arena_array(arena, count, sizeof *pages);
    size_t shared = count > 1 ? shared_folder(paths, count) : 0;

    for (size_t i = 0; i < count; i++) {
        struct slice path = slice_of(paths[i] + shared);
        const char *slash = memrchr(path.at, '/', path.len);

        if (count == 1 && slash != NULL)
            path = slice_from(path, (size_t)(slash + 1 - path.at));
        pages[i] = (struct page_name){ plain_name(arena, path), first_folder(path) };
    }
    number_equals(arena, pages, count);
    return pages;
}
