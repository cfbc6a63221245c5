/* Whether words that look like one noun phrase are one: its article may be a pronoun, its adjective an adverb or verb,
 * and it may go on behind its noun. */
#ifndef ROTSTIFT_CHECKS_PHRASES_H
#define ROTSTIFT_CHECKS_PHRASES_H

#include "checks/checks.h"
#include "lexicon/noun_phrase.h"

/* "ein paar Tage", "die beiden Häuser", "Van der Meer": the determiner may be none, or belong to something else. */
bool is_uncertain_place(const struct check_run *run, const struct noun_phrase *phrase);

/* "des Euro", "der Ein- und Ausfuhr", "die Trump Regierung": the noun may be another one, or have other forms. */
bool is_uncertain_noun(const struct check_run *run, const struct noun_phrase *phrase);

/* Either of these, or a loan, whose gender may be any. */
bool is_uncertain(const struct check_run *run, const struct noun_phrase *phrase);

/* "Skandinaviens": nothing but the genitive of a name. */
bool is_genitive_name(const struct document *doc, const struct token *token);

/* "seine teilweise morbiden Motive", "der nahe gelegenen Orte": an adverb that looks like an adjective. */
bool holds_adverb(const struct document *doc, const struct noun_phrase *phrase);

/* ", an die wir": a relative pronoun, and no article of a noun (", der Frauen und Kinder"). */
bool is_relative_pronoun(const struct document *doc, size_t index);

/* "übertrifft die älterer Schauspieler": a pronoun with a genitive behind it; "das sind keine Rosen", "sind das kleine
 * gelbe Blumen": a pronoun and another phrase. */
bool is_pronoun_before_phrase(const struct document *doc, const struct noun_phrase *phrase);

#endif
