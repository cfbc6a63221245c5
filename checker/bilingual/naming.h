/* What the files of the check of names in their places share. The way of the data: name_places.c goes through the pairs
 * of sentences; swapped_names.c, other_names.c and other_places.c look for a name that stands where another one
 * belongs; they ask naming.c. */
#ifndef ROTSTIFT_BILINGUAL_NAMING_H
#define ROTSTIFT_BILINGUAL_NAMING_H

#include "bilingual/checks.h"

/* A pair of sentences: tokens, ends exclusive. */
struct naming {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    const struct list_record *places, *demonyms, *acronyms, *prepositions; /* tables of dictionaries/bilingual/ */
    uint32_t english_first, english_end, german_first, german_end;
};

static inline const struct token *english_at(const struct naming *n, uint32_t token)
{
    return &n->bilingual->english->tokens[token];
}

static inline const struct token *german_at(const struct naming *n, uint32_t token)
{
    return &n->run->doc->tokens[token];
}

/* ---- naming.c ---- */

/* Marks the span and suggests the right name, where that is not empty. */
void mark_name(const struct naming *n, const char *rule, struct span span, struct slice right);

/* The row of the place that the English word names, maybe in the genitive: its German name, then how the words for it
 * begin in English and in German; NULL: none. */
const struct pair_record *english_place(const struct naming *n, uint32_t english);

/* The row whose German name the word is, maybe in the genitive; NULL: none. */
const struct pair_record *german_place(const struct naming *n, uint32_t german);

/* The preposition before a name, a title or article left out; in lower case, empty: none. first: of the sentence in
 * that document. */
struct slice preposition_before(const struct naming *n, const struct document *doc, uint32_t token, uint32_t first);

/* "Zyklizität", "Katholisierung": a word that no dictionary knows was translated, as its ending shows. */
bool ends_as_noun(const struct lexicon *lexicon, struct slice word);

/* Both have none, or Ding's renderings of the English one hold the German one. */
bool same_preposition(const struct naming *n, struct slice english, struct slice german);

/* ---- swapped_names.c ---- */

/* Marks two groups of names, both alone in the sentence, that have the same slots on both sides, each that of the
 * other. */
void check_swapped_names(const struct naming *n);

/* ---- other_names.c ---- */

/* Marks a first or last name that is another one beside the same other half. */
void check_other_halves(const struct naming *n);

/* Marks the only name of the German that is not in the English where the only name of the English that has nothing in
 * the German should stand. */
void check_only_stranger(const struct naming *n);

/* Marks an abbreviation that is another one's German. */
void check_acronyms(const struct naming *n);

/* ---- other_places.c ---- */

/* Marks a country or city that nothing calls for where one is lost. */
void check_other_places(const struct naming *n);

/* Marks "slowenische Wähler" for "Slovak voters": one adjective is lost, and one stands there that nothing calls for.
 */
void check_demonyms(const struct naming *n);

#endif
