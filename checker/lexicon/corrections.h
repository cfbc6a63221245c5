/* Corrections of a misspelt word: the forms of the lexicon that are one letter away. */
#ifndef ROTSTIFT_LEXICON_CORRECTIONS_H
#define ROTSTIFT_LEXICON_CORRECTIONS_H

#include "lexicon/lexicon.h"

/* Up to max forms that come from the word by one letter more, one less, another one, or two neighbours swapped; those
 * with the same first letter first, of them the most frequent (in the Ding dictionary's German). Borrowed from the
 * lexicon. Returns their number. hunspell's own suggestions take milliseconds for each word, this takes microseconds.
 */
size_t corrections_of(const struct lexicon *lexicon, struct slice word, struct slice *out, size_t max);

#endif
