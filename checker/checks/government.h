/* Which cases the preposition before a phrase governs. */
#ifndef ROTSTIFT_CHECKS_GOVERNMENT_H
#define ROTSTIFT_CHECKS_GOVERNMENT_H

#include "checks/checks.h"
#include "lexicon/noun_phrase.h"

/* The cases of a preposition; 0 for one that has an article in it ("im"). */
uint32_t cases_of_preposition(const struct token *token);

/* "nach", "aus": behind a noun they may be postpositions or prefixes ("meiner Meinung nach den Plan ändern"); at the
 * start of a sentence and behind a verb or adverb they are not. */
bool is_preposition_here(const struct check_run *run, size_t index);

/* "entsprechende", "erschienenen", "unterstützte": what is a participle by its shape, or an adjective of that shape. */
bool looks_like_participle(const struct check_run *run, size_t index);

/* "der Region | Asturien", "den Sender | ABC": right behind the noun stands its name, and nothing else with a capital.
 */
bool names_its_noun(const struct check_run *run, size_t noun);

/* "des Hauses wegen", "die den Plan während des Baus": what stands behind the noun belongs to another phrase, so that
 * it ends with it. "im die Stadt umgebenden Wald" goes on. */
bool ends_phrase(const struct check_run *run, size_t noun);

/* The cases that the preposition right before a phrase governs; 0 when there is none that does. */
uint32_t governed_cases(const struct check_run *run, const struct noun_phrase *phrase);

/* The case that a word asks for behind a preposition, by preposition-cases.tsv: CASE_DAT behind "warnen vor", CASE_ACC
 * behind "Mangel an"; 0: none is known. Verbs stand there in their infinitive. */
uint32_t case_asked_by(const struct check_run *run, struct slice word, struct slice preposition);

#endif
