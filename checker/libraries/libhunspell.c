#include "libraries/libhunspell.h"

struct libhunspell libhunspell;

int libhunspell_load(const char *file, struct rs_error *error)
{
    static struct library library = LIBRARY(LIBHUNSPELL_SONAME);
#define SYMBOL(name) { #name, &libhunspell.name },
    static const struct library_symbol symbols[] = { LIBHUNSPELL_FUNCTIONS(SYMBOL) };
#undef SYMBOL

    return library_load(&library, symbols, sizeof(symbols) / sizeof(*symbols), file, error);
}
