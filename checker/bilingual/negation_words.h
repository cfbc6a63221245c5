/* The words that negate, in both languages: those that say so, and those that only carry a negation. */
#ifndef ROTSTIFT_BILINGUAL_NEGATION_WORDS_H
#define ROTSTIFT_BILINGUAL_NEGATION_WORDS_H

#include "bilingual/checks.h"

/* The lists of dictionaries/words/ and the affixes, looked up once. */
struct negations {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct list_record *weak_english, *weak_german, *pairs;
    struct affixes english_prefixes, english_suffixes, german_prefixes, german_suffixes; /* of negative-affixes.tsv */
};

struct negations negations_of(const struct check_run *run);

typedef bool negation_test(const struct negations *n, uint32_t token);

negation_test is_english_negation; /* "not", "never", "don't" */
negation_test is_weak_english;     /* "fail", "hardly", "unhappy": a German negation may stand for it */
negation_test is_german_negation;  /* "nicht", "keiner"; an English one that was left as it is */
negation_test is_weak_german;      /* "verbieten", "kaum", "arbeitslos" */

/* A row of negative-pairs.tsv puts the German word beside the English one: "without" – "ohne". */
bool are_negative_pair(const struct negations *n, uint32_t english, uint32_t german);

/* The German word renders an English one that says as much by itself: "ohne" beside "without", "bestritt" for "denied",
 * "verlor" for "lost"; it does not stand for the English negation. negated: the English word that is negated, or NO_ID.
 * The English is that of the tokens [first, end). */
bool answers_another(const struct negations *n, uint32_t german, uint32_t negated, uint32_t first, uint32_t end);

/* "unhappy", "irregular": its prefix denies it, so that "not unhappy" is happy enough. */
negation_test is_denied_by_prefix;

/* The English word makes a negation before it none: "not only", "no doubt". */
bool is_negation_exception(const struct negations *n, uint32_t token);

/* How many tokens of [first, end) the test holds for. */
uint32_t count_negations(const struct negations *n, negation_test *test, uint32_t first, uint32_t end);

/* What the English token denies has German of its own for its denial, in the German tokens [first, end): "do not leave"
 * – "bleiben", or the opposite, which renders no word of the English: "not aged well" – "schlecht gealtert". */
bool is_denial_said_otherwise(const struct negations *n, uint32_t token, uint32_t english_end, uint32_t first,
                              uint32_t end);

#endif
