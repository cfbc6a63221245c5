/* The phrases of a clause, with the cases and numbers they may stand in: what clauses.h reads clauses from. */
#ifndef ROTSTIFT_CHECKS_CLAUSE_PHRASES_H
#define ROTSTIFT_CHECKS_CLAUSE_PHRASES_H

#include "checks/checks.h"
#include "lexicon/noun_phrase.h"

struct clause_phrase {
    size_t first, end; /* tokens, end exclusive; without its preposition */
    size_t head;       /* its noun or pronoun */
    uint32_t cases;    /* bits of CASE_ANY that it can stand in */
    uint32_t numbers;  /* bits of NUMBER_ANY; where it may be a nominative, as that */
    bool prepositional;
    bool adverbial; /* a span of time, a measure, behind als or wie: no subject or object for sure */
    bool pronoun;
    bool name;       /* a name or a word that is not known: may be anything */
    bool counted;    /* behind a number */
    bool determined; /* it has a determiner */
    bool several;    /* two phrases with und */
    bool plural;     /* of several, which are more than one thing: both with a determiner, or one a plural */
};

/* Subject or object, as far as its form tells. */
static inline bool is_argument(const struct clause_phrase *phrase)
{
    return !phrase->prepositional && !phrase->adverbial;
}

/* "gut", "weit": a reading as an adjective without ending, which may be an adverb. */
bool has_bare_adjective(const struct token *token);

/* Reads the phrase that begins at a token, without a preposition; false when there is none. */
bool read_clause_phrase(const struct check_run *run, size_t index, struct clause_phrase *out);

/* Behind adverbs from index on an adjective and its noun, "sehr kleine Teile": true, with their phrase. */
bool noun_phrase_behind_adverbs(const struct check_run *run, size_t index, struct noun_phrase *out);

/* A number in digits or letters that counts something; no year, no ordinal. */
bool is_counting_number(const struct check_run *run, size_t index);

/* "nur" of "mit nur 24 Jahren" */
bool is_adverb_before_number(const struct check_run *run, size_t index);

/* "die Niederlande", "die Vereinigten Staaten": an article and a name that is a plural. *end is behind it. */
bool plural_name_at(const struct check_run *run, size_t index, size_t *end);

/* A noun that says when or how much: "drei Jahre", "zehn Euro". */
bool is_adverbial_noun(const struct check_run *run, size_t noun);

#endif
