/* Sentences taken apart: each main clause by itself, without what is inserted into it. "Das Gericht, das 18 Richter
 * hat, entschied" is read as "Das Gericht entschied", "Wenn es regnet, bleiben die Schulen zu" as "Dann bleiben …". */
#ifndef ROTSTIFT_CHECKS_PLAIN_SENTENCES_H
#define ROTSTIFT_CHECKS_PLAIN_SENTENCES_H

#include "checks/checks.h"

/* Makes a document of those main clauses that do not stand whole at the start of a sentence of run->doc, and reads its
 * clauses. Its tokens are copies, with their spans in the text, so that issues lie where the words stand; everything
 * lies in the arena. False when there are none. */
bool read_plain_sentences(const struct check_run *run, struct arena *arena, struct check_run *out);

#endif
