/* Turns of the German that deny without a word for it, and of either language that leave open what is denied. */
#ifndef ROTSTIFT_BILINGUAL_DENIAL_TURNS_H
#define ROTSTIFT_BILINGUAL_DENIAL_TURNS_H

#include "bilingual/negation_words.h"

/* The German token, which renders no word of the English tokens [first, end), may deny by itself: "gegen einen Rückruf
 * entschieden", "anders als erwartet" (denying-words.tsv), "zu schwer, um zu fliegen". */
bool denies_by_turn(const struct negations *n, uint32_t german, uint32_t first, uint32_t end);

/* What the two sentences ask for is the same with a negation and without: "Isn't it better?" – "Ist es besser?"; or one
 * of them asks what the other says: "Was kümmert mich das?" – "I don't care". */
bool is_open_question(const struct negations *n, uint32_t english, uint32_t german);

#endif
