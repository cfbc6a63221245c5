/* Single letters and marks: their case, and which marks quote. */
#ifndef ROTSTIFT_TEXT_LETTERS_H
#define ROTSTIFT_TEXT_LETTERS_H

#include "text/unicode.h"

int32_t to_lower(int32_t code_point);
int32_t to_upper(int32_t code_point);

/* The letter without its marks: "z" of "ż". */
int32_t base_letter(int32_t code_point);

/* Writes the code point as UTF-8 into out and returns the number of bytes. */
size_t write_code_point(int32_t code_point, char out[4]);

/* „ “ ” ‚ ‘ » « › ‹ " : an apostrophe is none. */
bool is_quote(int32_t code_point);

/* The first code point of a text, NO_CODE_POINT when it is empty. */
int32_t first_code_point(struct slice text);

/* The word with its first letter in upper (or lower) case, in the arena. */
struct slice with_initial(struct arena *arena, struct slice word, bool upper);

/* The word without soft hyphens and other invisible joiners; the word itself when it has none. */
struct slice without_joiners(struct arena *arena, struct slice word);

/* The word with ß for its first ss, in the arena; the word itself when it has none. */
struct slice with_sharp_s(struct arena *arena, struct slice word);

#endif
