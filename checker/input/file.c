#include "input/input.h"
#include "messages/messages.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ((size_t)64 << 10)

static int open_file(const char *path, struct rs_error *error)
{
    struct stat status;
    int file = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

    if (file < 0)
        return error_set(error, path, 0, "can't be read: %s", reason_of(errno));
    if (fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) {
        if (file != STDIN_FILENO)
            close(file);
        return error_set(error, path, 0, "is a directory; name the files in it");
    }
    return file;
}

/* Makes room for another chunk in a buffer of *room bytes. Returns false when memory ran out. */
static bool extend(char **buffer, size_t *room, size_t used)
{
    size_t larger = *room == 0 ? CHUNK : *room * 2;
    char *extended;

    if (*room - used > 0)
        return true;
    extended = realloc(*buffer, larger);
    if (extended == NULL)
        return false;
    *buffer = extended;
    *room = larger;
    return true;
}

/* Reads to the end, or to one byte over the limit. Sizes are not asked for: pipes and /proc have none. */
static int read_all(int file, const char *path, struct slice *bytes, struct rs_error *error)
{
    char *buffer = NULL;
    size_t room = 0, used = 0;
    ssize_t count;

    do {
        if (!extend(&buffer, &room, used)) {
            free(buffer);
            return error_set(error, path, 0, "out of memory");
        }
        count = read(file, buffer + used, room - used);
        if (count > 0)
            used += (size_t)count;
    } while ((count > 0 && used <= MAX_INPUT_BYTES) || (count < 0 && errno == EINTR));
    if (count >= 0 && used <= MAX_INPUT_BYTES) {
        *bytes = (struct slice){ buffer, used };
        return 0;
    }
    if (count < 0)
        error_set(error, path, 0, "can't be read: %s", reason_of(errno));
    else
        error_set(error, path, 0, "larger than %u MiB; split it", MAX_INPUT_BYTES >> 20);
    free(buffer);
    return -1;
}

int read_file(const char *path, struct slice *bytes, struct rs_error *error)
{
    int status, file = open_file(path, error);

    if (file < 0)
        return -1;
    status = read_all(file, path, bytes, error);
    if (file != STDIN_FILENO)
        close(file);
    return status;
}

bool is_large_file(const char *path)
{
    struct stat status;

    return strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
           status.st_size > (off_t)MAX_INPUT_BYTES;
}

int map_file(const char *path, struct slice *bytes, struct rs_error *error)
{
    int file = open_file(path, error);
    struct stat status;
    void *mapped = MAP_FAILED;

    if (file < 0)
        return -1;
    if (fstat(file, &status) == 0)
        mapped = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    if (mapped == MAP_FAILED)
        return error_set(error, path, 0, "can't be read: %s", reason_of(errno));
    *bytes = (struct slice){ mapped, (size_t)status.st_size };
    return 0;
}

void unmap_file(struct slice bytes)
{
    munmap((void *)(uintptr_t)bytes.at, bytes.len);
}

void forget_pages(struct slice bytes)
{
    madvise((void *)(uintptr_t)bytes.at, bytes.len, MADV_DONTNEED);
}
