/* For parsers that read files of a folder: a folder of the target's own, made once, with the input as its file. */
#ifndef ROTSTIFT_FUZZ_FOLDER_H
#define ROTSTIFT_FUZZ_FOLDER_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "text/slice.h"

static char fuzz_folder[64];

static void remove_fuzz_folder(void)
{
    char command[128];

    snprintf(command, sizeof command, "rm -r '%s'", fuzz_folder);
    if (system(command) != 0)
        perror(fuzz_folder);
}

static void open_fuzz_folder(void)
{
    if (fuzz_folder[0] != '\0')
        return;
    snprintf(fuzz_folder, sizeof fuzz_folder, "/tmp/rotstift-fuzz.XXXXXX");
    if (mkdtemp(fuzz_folder) == NULL) {
        perror(fuzz_folder);
        abort();
    }
    atexit(remove_fuzz_folder);
}

/* Writes the bytes as NAME in the folder; returns its path, which holds until the next call. */
static const char *write_fuzz_file(const char *name, struct slice bytes)
{
    static char path[128];

    open_fuzz_folder();
    snprintf(path, sizeof path, "%s/%s", fuzz_folder, name);
    FILE *file = fopen(path, "wb");

    if (file == NULL || fwrite(bytes.at, 1, bytes.len, file) != bytes.len || fclose(file) != 0) {
        perror(path);
        abort();
    }
    return path;
}

#endif
