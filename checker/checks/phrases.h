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

/* "teurer", "früher": the token may be a comparative without ending. */
bool may_be_bare_comparative(const struct token *token);

/* "der Universität | Graz": the token is a name with a capital that follows on the one before it; the token behind all
 * of these, index itself where there is none. */
bool is_name_behind(const struct check_run *run, size_t index);
size_t behind_names(const struct check_run *run, size_t index);

/* "Skandinaviens": nothing but the genitive of a name. */
bool is_genitive_name(const struct document *doc, const struct token *token);

/* "seine teilweise morbiden Motive", "der nahe gelegenen Orte": an adverb that looks like an adjective. */
bool holds_adverb(const struct document *doc, const struct noun_phrase *phrase);

/* "ein klasse Spiel", "eine prima Idee": one of its words takes no ending. */
bool holds_undeclined(const struct check_run *run, const struct noun_phrase *phrase);

/* "wenn Ihr neue Freunde sucht", "dies unerwarteter Weise": what looks like determiner or adjective may be none.
 * Comparatives without ending look like others with one. */
bool may_be_undeclined(const struct check_run *run, const struct noun_phrase *phrase);

/* "die letzten fünf Kilo", "die üblichen 20 Gold": measures, and what has no plural. */
bool is_singular_count(const struct check_run *run, size_t index);

/* Reports that the words of a phrase do not agree (check/agreement), with forms that do, in the case of the preposition
 * before them where there is one. */
void report_disagreement(const struct check_run *run, const struct noun_phrase *phrase);

/* ", an die wir": a relative pronoun, and no article of a noun (", der Frauen und Kinder"). */
bool is_relative_pronoun(const struct document *doc, size_t index);

/* "übertrifft die älterer Schauspieler": a pronoun with a genitive behind it; "das sind keine Rosen", "sind das kleine
 * gelbe Blumen": a pronoun and another phrase. */
bool is_pronoun_before_phrase(const struct document *doc, const struct noun_phrase *phrase);

#endif
