/* Words before a noun that look like its determiner, and stand for themselves. */
#ifndef ROTSTIFT_CHECKS_LONE_WORDS_H
#define ROTSTIFT_CHECKS_LONE_WORDS_H

#include "checks/checks.h"
#include "lexicon/noun_phrase.h"

/* "dass der andere Recht hat", "das verschafft einem Achtung", "so ist das Reklame": the phrase, whose words agree in
 * no case, is none. */
bool is_two_phrases(const struct check_run *run, const struct noun_phrase *phrase);

/* "von klein auf begabter", "von Grund auf neuer": what looks like the preposition before an adjective closes an
 * adverbial that von opened. */
bool closes_adverbial(const struct check_run *run, size_t preposition);

/* "ein schwieriger, viele Bereiche | umfassender Vertrag": the noun is the object of an attribute of another one. */
bool is_object_of_attribute(const struct check_run *run, size_t noun);

/* "die eine", "dieses eine": behind another determiner the word counts, and is no article of what follows. */
bool is_the_one(const struct check_run *run, size_t index);

/* "das Wort Gottesdienst", "des Menschen Leben": a word that is spoken of, a genitive before its noun. */
bool is_said_of_noun(const struct check_run *run, size_t first);

#endif
