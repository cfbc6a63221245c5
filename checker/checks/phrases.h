/* Whether words that look like one noun phrase are one: its article may be a pronoun, its adjective an adverb or verb,
 * and it may go on behind its noun. */
#ifndef ROTSTIFT_CHECKS_PHRASES_H
#define ROTSTIFT_CHECKS_PHRASES_H

#include "checks/checks.h"
#include "lexicon/noun_phrase.h"

/* "des 20 Jahre alten Mannes", "ein paar Tage", "der Ein- und Ausfuhr": something else belongs to the phrase. */
bool is_uncertain(const struct check_run *run, const struct noun_phrase *phrase);

/* "seine teilweise morbiden Motive", "der nahe gelegenen Orte": an adverb that looks like an adjective. */
bool holds_adverb(const struct document *doc, const struct noun_phrase *phrase);

/* "übertrifft die älterer Schauspieler": a pronoun with a genitive behind it; "das sind keine Rosen", "sind das kleine
 * gelbe Blumen": a pronoun and another phrase. */
bool is_pronoun_before_phrase(const struct document *doc, const struct noun_phrase *phrase);

#endif
