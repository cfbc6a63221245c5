/* Scraps of markup, templates, tokenizers and programs, by the expressions of dictionaries/tables/scraps.tsv. */
#ifndef ROTSTIFT_CHECKS_SCRAPS_H
#define ROTSTIFT_CHECKS_SCRAPS_H

#include "error.h"
#include "lexicon/lexicon.h"

struct scraps;

/* The expressions of the data file. Returns NULL with *error when there are none. Borrows from the lexicon. */
struct scraps *scraps_open(const struct lexicon *lexicon, struct rs_error *error);
void scraps_close(struct scraps *scraps);

#endif
