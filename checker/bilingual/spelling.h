/* How alike two names are that two languages spell in their own ways. */
#ifndef ROTSTIFT_BILINGUAL_SPELLING_H
#define ROTSTIFT_BILINGUAL_SPELLING_H

#include "text/slice.h"

/* The letters to change, add or drop between an English and a German spelling of a name, after what the two languages
 * transcribe differently is made alike (sh and sch, v and w, y and i and j) and a genitive s is left out. 0: the same
 * name. Names longer than 32 letters are compared as far as that. */
unsigned name_distance(struct slice english, struct slice german);

/* "Chetniks" – "Tschetniken": the English word has a plural that the German one makes in another way. */
bool is_other_plural(struct slice english, struct slice german);

#endif
