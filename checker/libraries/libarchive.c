#include "libraries/libarchive.h"

struct libarchive libarchive;

int libarchive_load(const char *file, struct rs_error *error)
{
    static struct library library = LIBRARY(LIBARCHIVE_SONAME);
#define SYMBOL(name) { #name, &libarchive.name },
    static const struct library_symbol symbols[] = { LIBARCHIVE_FUNCTIONS(SYMBOL) };
#undef SYMBOL

    return library_load(&library, symbols, sizeof(symbols) / sizeof(*symbols), file, error);
}
