#include "libraries/libxml2.h"

struct libxml2 libxml2;

int libxml2_load(const char *file, struct rs_error *error)
{
    static struct library library = LIBRARY(LIBXML2_SONAME);
#define SYMBOL(name) { #name, &libxml2.name },
    static const struct library_symbol symbols[] = { LIBXML2_FUNCTIONS(SYMBOL) };
#undef SYMBOL

    return library_load(&library, symbols, sizeof(symbols) / sizeof(*symbols), file, error);
}
