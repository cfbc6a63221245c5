#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "messages/messages.h"

#define ELLIPSIS "…"

/* Ends a message that did not fit with "…", never inside a character of UTF-8. */
static void shorten(char *text, size_t size)
{
    size_t end = size - sizeof ELLIPSIS;

    while (end > 0 && ((unsigned char)text[end] & 0xc0) == 0x80)
        end--;
    memcpy(text + end, ELLIPSIS, sizeof ELLIPSIS);
}

int error_set(struct rs_error *error, const char *file, size_t line, const char *format, ...)
{
    va_list arguments;
    int length;

    if (error == NULL)
        return -1;
    memset(error, 0, sizeof *error);
    va_start(arguments, format);
    length = vsnprintf(error->message, sizeof error->message, translated(format), arguments);
    va_end(arguments);
    if (length >= (int)sizeof error->message)
        shorten(error->message, sizeof error->message);
    error->line = line;
    if (file != NULL && snprintf(error->file, sizeof error->file, "%s", file) >= (int)sizeof error->file)
        shorten(error->file, sizeof error->file);
    return -1;
}
