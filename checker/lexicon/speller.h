/* hunspell, asked only for words that the lexicon does not settle: loaded on the first question, its answers kept. */
#ifndef ROTSTIFT_LEXICON_SPELLER_H
#define ROTSTIFT_LEXICON_SPELLER_H

#include "error.h"
#include "lexicon/lexicon.h"
#include "text/slice.h"

struct speller;

/* Prepares the dictionary of a variant ("de-DE", "de-AT", "de-CH"); nothing is loaded yet.
 * Returns NULL with *error when the dictionary is not installed (the message names the package). */
struct speller *speller_new(const char *variant, struct rs_error *error);
void speller_free(struct speller *speller);

/* True when hunspell takes the word for right, or without speller (NULL). It is not asked about words that the lexicon
 * knows, nor, in German of Germany, about words that its compound parts settle. Safe to call from several threads. */
bool speller_accepts(struct speller *speller, const struct lexicon *lexicon, struct slice word);

#endif
