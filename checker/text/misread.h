/* Text that was written as UTF-8 and read as something else: "ZÃ¼rich", "â€žHausâ€œ". */
#ifndef ROTSTIFT_TEXT_MISREAD_H
#define ROTSTIFT_TEXT_MISREAD_H

#include "text/arena.h"

/* Reads the misread characters that the text starts with: UTF-8 whose bytes were each taken for a character of
 * Windows-1252 (or Latin-1), once or several times over ("ÃƒÂ¼").
 * Returns how many bytes they take, 0 when the text starts with none; *meant receives what was meant, in the arena. */
size_t read_misread(struct arena *arena, struct slice text, struct slice *meant);

/* The byte that stands for a character in Windows-1252; the control characters 0x80 to 0x9f, which Latin-1 leaves,
 * stand for themselves. -1: it has none. */
int windows_1252_byte(int32_t character);

/* The character of a byte in Windows-1252; 0: it has none. */
int32_t windows_1252_character(unsigned char byte);

#endif
