#include "data_path.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The Makefile says where `make install` puts it. */
#ifndef INSTALLED_DATA
#define INSTALLED_DATA "/usr/local/share/rotstift/" DATA_FILE_NAME
#endif

static int copy_path(const char *from, char *path, size_t size, struct rs_error *error)
{
    if ((size_t)snprintf(path, size, "%s", from) >= size)
        return error_set(error, from, 0, "path too long");
    return 0;
}

/* The folder of the running program, empty when the system does not tell. */
static void program_folder(char *folder, size_t size)
{
    ssize_t length = readlink("/proc/self/exe", folder, size - 1);
    char *slash;

    folder[length < 0 ? 0 : length] = '\0';
    slash = strrchr(folder, '/');
    if (slash != NULL)
        *slash = '\0';
}

static bool is_data_in(const char *folder, const char *below, char *path, size_t size)
{
    int length = snprintf(path, size, "%s%s", folder, below);

    return length > 0 && (size_t)length < size && access(path, R_OK) == 0;
}

int find_data(const char *given, char *path, size_t size, struct rs_error *error)
{
    const char *environment = getenv("ROTSTIFT_DATA");
    char folder[PATH_MAX];

    if (given != NULL)
        return copy_path(given, path, size, error);
    if (environment != NULL && environment[0] != '\0')
        return copy_path(environment, path, size, error);
    program_folder(folder, sizeof folder);
    if (folder[0] != '\0' && (is_data_in(folder, "/" DATA_FILE_NAME, path, size) ||
                              is_data_in(folder, "/../share/rotstift/" DATA_FILE_NAME, path, size)))
        return 0;
    if (is_data_in(INSTALLED_DATA, "", path, size))
        return 0;
    return error_set(
        error, INSTALLED_DATA, 0,
        "the compiled rule data is missing; make it with \"make\" in Rotstift's source folder and install it "
        "with \"make install\", or name it with --data FILE or $ROTSTIFT_DATA");
}
