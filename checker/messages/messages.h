/* What the program says to people, in their language.
 *
 * In the code messages stand in English; de.po translates them, in the form of GNU gettext and made with its tools. The
 * catalogue is part of the program: libc's gettext would need a German locale to be installed, which the containers of
 * CI seldom have, and --language holds everywhere. */
#ifndef ROTSTIFT_MESSAGES_MESSAGES_H
#define ROTSTIFT_MESSAGES_MESSAGES_H

#include <stddef.h>

#include "issues.h"

/* Marks a text for the catalogue that is translated where it is shown. */
#define N_(text) text

/* The language of all messages from now on; English until it is called. Not safe while other threads run. */
void messages_speak(enum language language);

/* The message in that language; the text itself where the catalogue lacks it. */
const char *translated(const char *english) __attribute__((format_arg(1)));

/* One of two forms, by the number that is spoken of. */
const char *translated_plural(const char *one, const char *many, size_t count)
    __attribute__((format_arg(1), format_arg(2)));

/* strerror in that language. */
const char *reason_of(int number);

#endif
