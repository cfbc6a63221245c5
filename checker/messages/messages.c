#include "messages/messages.h"

#include <endian.h>
#include <errno.h>
#include <string.h>

#include "messages/catalogue.h"

static enum language spoken = LANGUAGE_EN;

void messages_speak(enum language language)
{
    spoken = language;
}

/* ---- the catalogue: gettext's manual, "The Format of GNU MO Files" ---- */

enum { COUNT = 8, ORIGINALS = 12, TRANSLATIONS = 16, PAIR = 8 }; /* places, in bytes; a pair: length and place */

static uint32_t number_at(size_t place)
{
    uint32_t number;

    memcpy(&number, messages_de + place, sizeof number);
    return le32toh(number);
}

static const char *text_at(uint32_t table, size_t index)
{
    return (const char *)messages_de + number_at(number_at(table) + PAIR * index + 4);
}

/* The originals stand in order of their bytes. Where there are two forms, the second stands behind the first one's
 * NUL, so that the first is what is looked for. NULL: not there. */
static const char *look_up(const char *english)
{
    size_t low = 0, high = number_at(COUNT);

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(text_at(ORIGINALS, middle), english);

        if (order == 0)
            return text_at(TRANSLATIONS, middle);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const char *translated(const char *english)
{
    const char *german = spoken == LANGUAGE_DE && *english != '\0' ? look_up(english) : NULL;

    return german == NULL ? english : german;
}

/* German and English have the same two forms for the same numbers. */
const char *translated_plural(const char *one, const char *many, size_t count)
{
    const char *german = spoken == LANGUAGE_DE ? look_up(one) : NULL;

    if (german == NULL)
        return count == 1 ? one : many;
    return count == 1 ? german : german + strlen(german) + 1;
}

/* ---- what the system says ---- */

/* libc's own translations come with its locales, which need not be there. */
static const struct {
    int number;
    const char *english;
} reasons[] = {
    { ENOENT, N_("No such file or directory") },
    { EACCES, N_("Permission denied") },
    { EPERM, N_("Operation not permitted") },
    { EISDIR, N_("Is a directory") },
    { ENOTDIR, N_("Not a directory") },
    { ELOOP, N_("Too many levels of symbolic links") },
    { ENAMETOOLONG, N_("File name too long") },
    { ENOSPC, N_("No space left on device") },
    { EDQUOT, N_("Disk quota exceeded") },
    { EFBIG, N_("File too large") },
    { EROFS, N_("Read-only file system") },
    { EIO, N_("Input/output error") },
    { EMFILE, N_("Too many open files") },
    { ENOMEM, N_("Cannot allocate memory") },
    { ENXIO, N_("No such device or address") },
    { EBADF, N_("Bad file descriptor") },
    { EEXIST, N_("File exists") },
    { ETXTBSY, N_("Text file busy") },
    { EPIPE, N_("Broken pipe") },
    { EINVAL, N_("Invalid argument") },
};

const char *reason_of(int number)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].number == number)
            return translated(reasons[i].english);
    return strerror(number);
}
