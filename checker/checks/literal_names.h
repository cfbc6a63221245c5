/* Names rendered word by word: whether a German word is what a dictionary gives for an English name. */
#ifndef ROTSTIFT_CHECKS_LITERAL_NAMES_H
#define ROTSTIFT_CHECKS_LITERAL_NAMES_H

#include "checks/checks.h"

/* "Smallwood": a word with a capital, neither an acronym nor put together with a hyphen. */
bool may_be_name(const struct token *token);

/* "Koch": a surname that Germans have, maybe in the genitive. */
bool is_german_surname(const struct check_run *run, size_t token);

/* True when the token is a literal rendering of one English word of a name: a translation of the word ("Stone" –
 * "Stein"), of what the name is another spelling of ("Browne" – "Braun"; dictionaries/tables/name-words.tsv), or of its
 * two parts ("Smallwood" – "Kleinholz"). Never when it is the name itself. */
bool renders_name(const struct check_run *run, struct slice english, size_t token);

/* The same for a name of several words with spaces between them ("Stranger Things" – "Fremdere Dinge"), from the token
 * on; articles and "of" may be left out or rendered. A compound may stand for all of it. *last receives the last token.
 */
bool renders_names(const struct check_run *run, struct slice english, size_t token, size_t *last);

/* True when a noun in dictionary form is a literal rendering of an English noun of one or two words, which may be a
 * plural ("Maple Leafs" – "Ahornblatt"). */
bool renders_lemma(const struct check_run *run, struct slice english, struct slice lemma);

/* False when the token can't begin such a rendering, whatever stands around it. */
bool may_render_names(const struct check_run *run, struct slice english, size_t token);

/* True when the row's company stands in the token's segment: "-" for none needed, else alternatives between bars, a
 * topic (dictionaries/words/topic-NAME.txt) in lower case, or a word, also as a part of a compound. */
bool has_company(const struct check_run *run, struct slice company, size_t token);

#endif
