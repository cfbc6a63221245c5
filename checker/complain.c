#include "complain.h"

#include <stdio.h>

static void print_visible(const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;

        putc(byte < 0x20 || byte == 0x7f ? '?' : byte, stderr);
    }
}

void complain(const struct rs_error *error)
{
    fputs("rotstift: ", stderr);
    if (error->file[0] != '\0') {
        print_visible(error->file);
        if (error->line > 0)
            fprintf(stderr, ":%zu", error->line);
        fputs(": ", stderr);
    }
    print_visible(error->message);
    putc('\n', stderr);
}
