/* The weakest links: between words of a passage that have no other. */
#ifndef ROTSTIFT_BILINGUAL_AKIN_H
#define ROTSTIFT_BILINGUAL_AKIN_H

#include "bilingual/links.h"

/* Links (LINK_AKIN) the passage's English words that no German one fits best to its German words without a link, as far
 * as a translation of the one is a synonym or relative of the other. To be called when the best links of the others are
 * chosen. */
void link_akin(struct bilingual *bilingual, const struct document *doc, const struct passage *passage,
               struct link_row *links);

#endif
