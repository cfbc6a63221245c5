/* Words without what inflection changes, so that their forms and compounds can be found. */
#ifndef ROTSTIFT_COMPILE_STEM_H
#define ROTSTIFT_COMPILE_STEM_H

#include "text/slice.h"

/* The word in lower case without umlauts, ß as ss, as far as there is room; returns its bytes. */
size_t fold(struct slice word, char *out, size_t room);

/* Cuts the first ending of the list that fits off a folded word, where it leaves the least bytes of a stem. */
bool cut_ending(const char *stem, size_t *len, const char *const *endings, size_t count, size_t least);

#endif
