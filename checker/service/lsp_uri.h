/* URIs by which editors name documents. */
#ifndef ROTSTIFT_SERVICE_LSP_URI_H
#define ROTSTIFT_SERVICE_LSP_URI_H

#include <stdbool.h>

/* The path of a file on this computer: "/artikel/über uns.md" of "file:///artikel/%C3%BCber%20uns.md"; malloced, or
 * NULL for any other URI ("untitled:Untitled-1", a file of another host). */
char *path_of_uri(const char *uri);

#endif
