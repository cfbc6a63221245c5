/* The weakest links: between words of a passage that have no other. */
#ifndef ROTSTIFT_BILINGUAL_AKIN_H
#define ROTSTIFT_BILINGUAL_AKIN_H

#include "bilingual/links.h"

/* Appends links (LINK_AKIN) of the passage's English words that have none to its German words that have none, as far as
 * a translation of the one is a synonym or relative of the other. linked: beside the passage's German tokens, those
 * that have a link. */
void link_akin(struct bilingual *bilingual, const struct document *doc, const struct passage *passage,
               const bool *linked, struct link_row *links);

#endif
