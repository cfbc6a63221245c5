/* The words that negate, in both languages: those that say so, and those that only carry a negation. */
#ifndef ROTSTIFT_BILINGUAL_NEGATION_WORDS_H
#define ROTSTIFT_BILINGUAL_NEGATION_WORDS_H

#include "bilingual/checks.h"

/* The lists of dictionaries/words/ and the affixes, looked up once. */
struct negations {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct list_record *weak_english, *weak_german;
    struct affixes english_prefixes, english_suffixes, german_prefixes, german_suffixes; /* of negative-affixes.tsv */
};

struct negations negations_of(const struct check_run *run);

typedef bool negation_test(const struct negations *n, uint32_t token);

negation_test is_english_negation; /* "not", "never", "don't" */
negation_test is_weak_english;     /* "fail", "hardly", "unhappy": a German negation may stand for it */
negation_test is_german_negation;  /* "nicht", "keiner"; an English one that was left as it is */
negation_test is_weak_german;      /* "verbieten", "kaum", "arbeitslos" */

/* The English word makes a negation before it none: "not only", "no doubt". */
bool is_negation_exception(const struct negations *n, uint32_t token);

/* How many tokens of [first, end) the test holds for. */
uint32_t count_negations(const struct negations *n, negation_test *test, uint32_t first, uint32_t end);

#endif
