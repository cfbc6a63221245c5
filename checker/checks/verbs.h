/* What verbs the tokens of a document may be: for checks that look at clauses. */
#ifndef ROTSTIFT_CHECKS_VERBS_H
#define ROTSTIFT_CHECKS_VERBS_H

#include "checks/checks.h"
#include "lexicon/lexicon.h"

/* A word in lower case that can be nothing but a finite verb (an imperative, "seid", counts for nothing). */
bool is_surely_finite(const struct token *token);

/* A word in lower case, or at a sentence's start, with a reading as a finite verb. */
bool may_be_finite(const struct token *token);

/* A word in lower case that is the finite verb where its clause has no better one: "prüften" may be an adjective, but
 * not before a determiner. */
bool is_likely_finite(const struct document *doc, size_t index);

/* Any reading as a verb, auxiliary or participle; also unknown words in lower case, which may be one. */
bool may_be_verb(const struct token *token);

/* A reading with this lemma ("haben"). */
bool has_lemma(const struct lexicon *lexicon, const struct token *token, const char *lemma);

/* A reading whose lemma stands in a word list. */
bool has_lemma_of(const struct lexicon *lexicon, const struct token *token, enum named_list list);

/* The same for a token of the document. */
bool lemma_in(const struct check_run *run, size_t index, enum named_list list);

/* Every reading as a participle is of a verb in the list: with those that take sein "gekommen", but not "gefallen"
 * (gefallen). */
bool is_participle_of(const struct lexicon *lexicon, const struct token *token, enum named_list list);

/* "gestiegen": a past participle without ending, which may be an infinitive or an adjective as well. */
bool is_past_participle(const struct token *token);

/* "zu stürmen" ends at index, or "abzureißen" stands there. */
bool is_zu_infinitive(const struct document *doc, size_t index);

/* An infinitive without zu that is no participle, adjective, preposition … as well; it may look like a finite plural.
 */
bool is_bare_infinitive(const struct document *doc, size_t index);

/* All its readings are of verbs. */
bool is_nothing_but_verb(const struct token *token);

/* An infinitive with zu stands behind the token in its sentence; in its clause. */
bool zu_infinitive_follows(const struct document *doc, size_t index);
bool zu_infinitive_in_clause(const struct document *doc, size_t index);

/* The numbers (bits of NUMBER_ANY) in which the token is a finite verb of the third person; an infinitive looks like
 * the plural. 0 when it may be anything else than a verb. */
uint32_t third_person_numbers(const struct token *token);

/* The word is the past participle of a verb: "gestiegen". */
bool is_participle_form(const struct lexicon *lexicon, struct slice word);

/* The past participle of the verb with this infinitive; empty where there is none. */
struct slice participle_of_infinitive(const struct lexicon *lexicon, struct slice infinitive);

/* The lemma of a verb with this infinitive or form of the present, or NO_ID. */
uint32_t verb_of(const struct lexicon *lexicon, struct slice word, bool infinitive);

/* The verb that the token and a prefix make together stands in the lexicon. */
bool makes_verb_with(const struct check_run *run, size_t verb, size_t prefix);

#endif
