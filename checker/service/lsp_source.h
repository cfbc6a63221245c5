/* The English beside a document that is open in an editor. */
#ifndef ROTSTIFT_SERVICE_LSP_SOURCE_H
#define ROTSTIFT_SERVICE_LSP_SOURCE_H

#include <stdbool.h>

/* The English file for the document, by --source: the file itself, or that in the folder whose path below it the
 * document's path ends in, the longest of them (for "/w/de/politik/a.txt" and "/w/en" that is "/w/en/politik/a.txt").
 * Malloced, or NULL: there is none, or it is the document itself. */
char *source_beside(const char *source, const char *path);

/* True when the document is the English itself: the file, or one in the folder. */
bool is_source(const char *source, const char *path);

#endif
