/* hunspell, for the few words that the lexicon does not settle. */
#ifndef ROTSTIFT_LIBRARIES_LIBHUNSPELL_H
#define ROTSTIFT_LIBRARIES_LIBHUNSPELL_H

#include <hunspell.h>

#include "libraries/library.h"

#define LIBHUNSPELL_FUNCTIONS(X)                                                                                       \
    X(Hunspell_create)                                                                                                 \
    X(Hunspell_destroy)                                                                                                \
    X(Hunspell_get_dic_encoding)                                                                                       \
    X(Hunspell_spell)

struct libhunspell {
    LIBHUNSPELL_FUNCTIONS(LIBRARY_POINTER)
};
extern struct libhunspell libhunspell; /* all of it once libhunspell_load has succeeded */

/* As library_load. */
int libhunspell_load(const char *file, struct rs_error *error);

#endif
