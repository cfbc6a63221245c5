#include "libraries/libmicrohttpd.h"

struct libmicrohttpd libmicrohttpd;

int libmicrohttpd_load(const char *file, struct rs_error *error)
{
    static struct library library = LIBRARY(LIBMICROHTTPD_SONAME);
#define SYMBOL(name) { #name, &libmicrohttpd.name },
    static const struct library_symbol symbols[] = { LIBMICROHTTPD_FUNCTIONS(SYMBOL) };
#undef SYMBOL

    return library_load(&library, symbols, sizeof(symbols) / sizeof(*symbols), file, error);
}
