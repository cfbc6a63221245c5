#include "folders/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folders/ignore.h"
#include "messages/messages.h"

#define MAX_FOLDERS 128    /* inside one another */
#define SNIFFED_BYTES 4096 /* the root element of XML stands in them */

/* A folder by what the system knows it as, whatever its name. */
struct identity {
    dev_t device;
    ino_t number;
};

/* The folders on the way from the one that was named, and all that were entered. */
struct tour {
    struct walk *walk;
    const char *operand;
    size_t operand_index;
    struct identity around[MAX_FOLDERS];
    size_t depth;
    struct identity *entered;
    size_t entered_count, entered_capacity;
    char path[PATH_MAX];     /* as it is shown */
    char absolute[PATH_MAX]; /* as ignore files see it */
};

static struct walked *append(struct walk *walk, const char *path, const char *below, size_t operand)
{
    walk->files = arena_grow(&walk->arena, walk->files, walk->count, &walk->capacity, sizeof *walk->files);
    walk->files[walk->count] = (struct walked){ .path = path, .below = below, .operand = operand };
    return &walk->files[walk->count++];
}

/* The path of the tour, kept. */
static struct walked *append_here(struct tour *tour)
{
    const char *path = arena_copy(&tour->walk->arena, slice_of(tour->path)).at;
    const char *below = path + strlen(tour->operand);

    while (*below == '/')
        below++;
    return append(tour->walk, path, below, tour->operand_index);
}

static void refuse_here(struct tour *tour, const char *reason)
{
    struct walked *place = append_here(tour);

    place->troubled = true;
    error_set(&place->trouble, place->path, 0, "%s", translated(reason));
}

/* True for XML whose root element a format knows. */
static bool is_known_xml(const char *path)
{
    char start[SNIFFED_BYTES];
    struct input input = { .name = SLICE("") };
    const struct format *format;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    ssize_t length = file < 0 ? -1 : read(file, start, sizeof start);

    if (file >= 0)
        close(file);
    if (length < 0)
        return true; /* the one who reads it will say why not */
    input.bytes = (struct slice){ start, (size_t)length };
    format = format_of(&input);
    return format != &formats[0] && strcmp(format->name, "xml") != 0;
}

/* True when a file of this name is one to be checked. */
static bool is_article(const struct walk *walk, const char *path, const char *name)
{
    const struct format *format = format_by_ending(slice_of(name));

    if (format == NULL)
        return walk->format == NULL && slice_ends(slice_of(name), SLICE(".xml")) && is_known_xml(path);
    if (walk->format != NULL)
        return format == walk->format;
    return walk->json || strcmp(format->name, "json") != 0;
}

static bool same(const struct identity *a, const struct identity *b)
{
    return a->device == b->device && a->number == b->number;
}

static bool was_entered(const struct tour *tour, const struct identity *folder)
{
    for (size_t i = 0; i < tour->entered_count; i++)
        if (same(&tour->entered[i], folder))
            return true;
    return false;
}

static bool is_around(const struct tour *tour, const struct identity *folder)
{
    for (size_t i = 0; i < tour->depth; i++)
        if (same(&tour->around[i], folder))
            return true;
    return false;
}

static int not_hidden(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* Appends a name to a path; false when it gets too long. */
static bool extend(char *path, const char *name)
{
    size_t length = strlen(path);
    const char *slash = length > 0 && path[length - 1] == '/' ? "" : "/";

    return snprintf(path + length, PATH_MAX - length, "%s%s", slash, name) < (int)(PATH_MAX - length);
}

static void walk_folder(struct tour *tour, const struct identity *folder, const struct ignores *outer);

/* What stands in a folder, at the tour's path. */
static void walk_entry(struct tour *tour, const char *name, const struct ignores *ignores)
{
    struct stat status;

    if (stat(tour->path, &status) != 0) {
        if (format_by_ending(slice_of(name)) != NULL || errno == ELOOP)
            refuse_here(tour, errno == ELOOP ? N_("a loop of links") : reason_of(errno));
        return;
    }
    if (is_ignored(ignores, tour->absolute, S_ISDIR(status.st_mode)))
        return;
    if (S_ISDIR(status.st_mode))
        walk_folder(tour, &(struct identity){ status.st_dev, status.st_ino }, ignores);
    else if (S_ISREG(status.st_mode) && is_article(tour->walk, tour->path, name))
        append_here(tour);
}

static void walk_names(struct tour *tour, struct dirent **names, int count, const struct ignores *ignores)
{
    size_t shown = strlen(tour->path), absolute = strlen(tour->absolute);

    for (int i = 0; i < count; i++) {
        if (extend(tour->path, names[i]->d_name) && extend(tour->absolute, names[i]->d_name))
            walk_entry(tour, names[i]->d_name, ignores);
        else
            refuse_here(tour, N_("the path is too long"));
        tour->path[shown] = tour->absolute[absolute] = '\0';
        free(names[i]);
    }
}

static void walk_folder(struct tour *tour, const struct identity *folder, const struct ignores *outer)
{
    struct ignores ignores;
    struct dirent **names = NULL;
    int count;

    if (is_around(tour, folder)) {
        refuse_here(tour, N_("a loop of links: it leads back to a folder that it lies in"));
        return;
    }
    if (was_entered(tour, folder))
        return;
    if (tour->depth == MAX_FOLDERS) {
        refuse_here(tour, N_("folders are nested too deep"));
        return;
    }
    count = scandir(tour->path, &names, not_hidden, by_bytes);
    if (count < 0) {
        refuse_here(tour, reason_of(errno));
        return;
    }
    tour->entered = arena_grow(&tour->walk->arena, tour->entered, tour->entered_count, &tour->entered_capacity,
                               sizeof *tour->entered);
    tour->entered[tour->entered_count++] = *folder;
    tour->around[tour->depth++] = *folder;
    ignores_read(&ignores, outer, tour->absolute, &tour->walk->arena);
    walk_names(tour, names, count, &ignores);
    tour->depth--;
    free(names);
}

/* Where the repository begins that a folder is part of: the bytes of its path; 0 when it is in none. */
static size_t repository_length(const char *folder)
{
    char path[PATH_MAX + 8];

    for (size_t length = strlen(folder); length > 0; length--) {
        if (folder[length] != '\0' && folder[length] != '/')
            continue;
        snprintf(path, sizeof path, "%.*s/.git", (int)length, folder);
        if (access(path, F_OK) == 0)
            return length;
    }
    return 0;
}

/* Reads the ignore files of the folders around the one that was named, from its repository's first. */
static const struct ignores *outer_ignores(const char *folder, struct arena *arena)
{
    size_t length = repository_length(folder);
    const struct ignores *outer = NULL;
    char path[PATH_MAX];

    for (; length > 0 && folder[length] != '\0'; length += 1 + strcspn(folder + length + 1, "/")) {
        struct ignores *ignores = arena_take(arena, sizeof *ignores);

        snprintf(path, sizeof path, "%.*s", (int)length, folder);
        ignores_read(ignores, outer, path, arena);
        outer = ignores;
    }
    return outer;
}

static void walk_tree(struct walk *walk, const char *operand, size_t index, const struct stat *status)
{
    struct tour *tour = calloc(1, sizeof *tour);
    struct identity folder = { status->st_dev, status->st_ino };
    size_t before = walk->count;

    if (tour == NULL || realpath(operand, tour->absolute) == NULL || strlen(operand) >= sizeof tour->path) {
        struct walked *place = append(walk, operand, operand, index);

        place->troubled = true;
        error_set(&place->trouble, operand, 0, "can't be read: %s", reason_of(errno));
        free(tour);
        return;
    }
    tour->walk = walk;
    tour->operand = operand;
    tour->operand_index = index;
    memcpy(tour->path, operand, strlen(operand) + 1);
    walk_folder(tour, &folder, outer_ignores(tour->absolute, &walk->arena));
    if (walk->count == before)
        refuse_here(tour, N_("holds no article: no file with the ending of a known type, see rotstift --help"));
    free(tour);
}

void walk_operand(struct walk *walk, const char *operand, size_t index)
{
    const char *slash = strrchr(operand, '/');
    struct stat status;

    if (strcmp(operand, "-") != 0 && stat(operand, &status) == 0 && S_ISDIR(status.st_mode))
        walk_tree(walk, operand, index, &status);
    else
        append(walk, operand, slash == NULL ? operand : slash + 1, index);
}

void walk_free(struct walk *walk)
{
    arena_free(&walk->arena);
}
