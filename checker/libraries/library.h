/* Shared libraries that are loaded when something is asked of them.
 *
 * With all that they bring along (ICU, the C++ library, TLS) libxml2, libarchive, hunspell and libgit2 take longer to
 * load than a plain article takes to be checked, and few runs need them. Their headers say what their functions take:
 * each is called by its own name in a structure of pointers, which is filled when the library is loaded. */
#ifndef ROTSTIFT_LIBRARIES_LIBRARY_H
#define ROTSTIFT_LIBRARIES_LIBRARY_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "error.h"

struct library {
    const char *soname; /* by which the loader finds it; the Makefile takes it from the library */
    pthread_mutex_t lock;
    atomic_bool loaded;
};

#define LIBRARY(name)                                                                                                  \
    {                                                                                                                  \
        .soname = (name), .lock = PTHREAD_MUTEX_INITIALIZER                                                            \
    }

/* Where the address of a symbol goes. */
struct library_symbol {
    const char *name;
    void *place; /* of a pointer */
};

/* What a list of names, X(name), makes of them in a structure. */
#define LIBRARY_POINTER(name) __typeof__(name) *name;

/* Loads a library and finds its symbols, once; it stays loaded. Safe for threads. file is the one that needs it,
 * for the message; it and error may be NULL. Returns -1 with *error when it is not installed or lacks one of them. */
int library_load(struct library *library, const struct library_symbol *symbols, size_t count, const char *file,
                 struct rs_error *error);

#endif
