#include "service/lsp_uri.h"

#include <stdlib.h>
#include <string.h>

static int digit_value(char digit)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = digit == '\0' ? NULL : strchr(digits, digit >= 'A' && digit <= 'F' ? digit + ('a' - 'A') : digit);

    return at == NULL ? -1 : (int)(at - digits);
}

/* The byte that stands at *at, which moves behind it; -1 for an escape that is none, or that is of NUL. */
static int take_byte(const char **at)
{
    int high, low;

    if (**at != '%')
        return (unsigned char)*(*at)++;
    high = digit_value((*at)[1]);
    low = high < 0 ? -1 : digit_value((*at)[2]);
    *at += 3;
    return low < 0 || high + low == 0 ? -1 : 16 * high + low;
}

/* What stands behind "file:" and the host, where that is this one: from the first slash of the path on. */
static const char *path_in(const char *uri)
{
    static const char scheme[] = "file:", host[] = "localhost";

    if (strncasecmp(uri, scheme, sizeof scheme - 1) != 0)
        return NULL;
    uri += sizeof scheme - 1;
    if (strncmp(uri, "//", 2) == 0) {
        uri += 2;
        if (strncasecmp(uri, host, sizeof host - 1) == 0)
            uri += sizeof host - 1;
    }
    return *uri == '/' ? uri : NULL;
}

char *path_of_uri(const char *uri)
{
    const char *at = path_in(uri);
    char *path = at == NULL ? NULL : malloc(strlen(at) + 1), *end = path;

    if (path == NULL)
        return NULL;
    while (*at != '\0') {
        int byte = take_byte(&at);

        if (byte < 0) {
            free(path);
            return NULL;
        }
        *end++ = (char)byte;
    }
    *end = '\0';
    return path;
}
