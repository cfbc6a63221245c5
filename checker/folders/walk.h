/* From the operands of the command line to files: folders are walked. */
#ifndef ROTSTIFT_FOLDERS_WALK_H
#define ROTSTIFT_FOLDERS_WALK_H

#include "error.h"
#include "input/input.h"

/* A file to be checked, or what went wrong where one was looked for. */
struct walked {
    const char *path;  /* in the arena, or the operand itself */
    const char *below; /* the part of path behind the folder that was named; the file's name when none was */
    size_t operand;    /* which operand it came from, from 0 */
    bool troubled;
    struct rs_error trouble;
};

struct walk {
    struct arena arena;
    struct walked *files;
    size_t count, capacity;
    const struct format *format; /* --type: only files with its endings; NULL: with any known one */
    bool json;                   /* JSON holds articles: --json-field was given */
};

/* Appends an operand: a file as it is, "-" too; of a folder and those in it, all files with the ending of a format, in
 * the order of their names, byte by byte. Passed over are hidden files and folders, those that .gitignore and .ignore
 * files name, XML of no known kind, JSON unless walk->json, and folders that were entered already. Links are followed;
 * one that leads back to a folder around it is a trouble, and so is a folder that can't be read or that holds no
 * article. */
void walk_operand(struct walk *walk, const char *operand, size_t index);

void walk_free(struct walk *walk);

#endif
