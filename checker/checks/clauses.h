/* Clauses read as a whole: the finite verb, the verb that says what happens, and the phrases around them with the cases
 * they may stand in. For checks that say "no phrase of this clause can be its subject", or its object. */
#ifndef ROTSTIFT_CHECKS_CLAUSES_H
#define ROTSTIFT_CHECKS_CLAUSES_H

#include "checks/clause_phrases.h"

enum clause_order {
    CLAUSE_VERB_SECOND, /* a main clause that opens its sentence */
    CLAUSE_VERB_LAST,   /* behind a subordinator or relative pronoun */
};

enum { MAX_CLAUSE_PHRASES = 16 };

struct clause {
    size_t first, end; /* tokens between two marks, or up to und and another verb; end exclusive */
    enum clause_order order;
    size_t opener; /* VERB_LAST: the subordinator or relative pronoun; it is none of the phrases */
    bool relative;
    size_t finite;      /* its finite verb */
    size_t verb;        /* the participle or infinitive that goes with an auxiliary, else the finite verb */
    bool passive;       /* werden or sein with a participle */
    bool before_finite; /* VERB_SECOND: exactly one phrase or adverb stands before the finite verb */
    size_t count;
    struct clause_phrase phrases[MAX_CLAUSE_PHRASES];
};

/* What may be a genitive stands right behind another phrase: "die Frau des Trainers", "die Beschwerden der Anwohner".
 */
static inline bool is_genitive_attribute(const struct clause *clause, size_t index)
{
    const struct clause_phrase *phrase = &clause->phrases[index];

    return index > 0 && (phrase->cases & CASE_GEN) != 0 && !phrase->pronoun &&
           clause->phrases[index - 1].end == phrase->first;
}

/* Reads the clause that begins at a token: the first of a sentence, or one behind a comma. False where anything in it
 * is not understood: unknown words in lower case, two finite verbs, infinitives with zu, quotations, and und between
 * other things than two phrases. */
bool read_clause(const struct check_run *run, size_t first, struct clause *out);

/* The clause of run->clauses that holds the token; NULL where it was not read. */
const struct clause *clause_at(const struct check_run *run, size_t index);

/* Reads all clauses of the document into the arena, in their order; those that can't be read are left out. */
const struct clause *read_clauses(const struct check_run *run, struct arena *arena, size_t *count);

/* The numbers in which the finite verb is a third person. */
uint32_t finite_numbers(const struct token *token);

/* True when the verb of the clause, with its separated prefix if it has one, stands in a list of dictionaries/words/ in
 * each of its readings as a verb. */
bool clause_verb_in(const struct check_run *run, const struct clause *clause, enum named_list list);

/* Behind und at an index what looks like a plural may be an infinitive that the clause's finite verb has: "will A
 * kaufen und | verkaufen", "hilft kochen und | waschen". */
bool may_have_infinitive(const struct check_run *run, const struct clause *clause, size_t index);

/* The clause ends its sentence, and not only where it was cut off for checks of main clauses alone. */
bool is_last_clause(const struct check_run *run, const struct clause *clause);

/* ", dass …", ", wie …": the clause behind the mark may be an object of the clause before. */
bool clause_follows(const struct check_run *run, size_t mark);

#endif
