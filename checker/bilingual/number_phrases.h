/* What number_phrases.c, number_codes.c and time_phrases.c share: the numbers of a pair of sentences. */
#ifndef ROTSTIFT_BILINGUAL_NUMBER_PHRASES_H
#define ROTSTIFT_BILINGUAL_NUMBER_PHRASES_H

#include "bilingual/checks.h"
#include "bilingual/number_words.h"

/* A pair of sentences with what either counts. */
struct number_pair {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    struct numerals english_numerals, german_numerals;
    struct quantity_row english, german;
    uint32_t english_first, english_end, german_first, german_end;
};

/* The word in lower case; empty outside the sentence. */
struct slice english_word_at(const struct number_pair *p, uint32_t token);
struct slice german_word_at(const struct number_pair *p, uint32_t token);

/* The number that a word or figure is by itself: "two", "2", "zwei", "zwanzig"; 0: none. */
double english_number_at(const struct number_pair *p, uint32_t token);
double german_number_at(const struct number_pair *p, uint32_t token);

/* The two are equal, as far as figures go. */
bool is_value(double a, double b);

/* A quantity of the row has the value. */
bool row_has_value(const struct quantity_row *row, double value);

/* Marks German tokens, last inclusive; the message names the English ones. */
void mark_number(const struct number_pair *p, const char *rule, uint32_t first, uint32_t last, uint32_t english_first,
                 uint32_t english_last);

/* "a quarter to eight" – "Viertel nach acht", "every two weeks" – "zweimal pro Woche" (time_phrases.c). */
void compare_time_phrases(const struct number_pair *p);

/* "5-2" – "5:3", "two of the three" – "einen der drei", Australian dollars – US-Dollar, "the A7" – "die A5"
 * (number_codes.c). */
void compare_only_scores(const struct number_pair *p);
void compare_parts(const struct number_pair *p);
void compare_dollars(const struct number_pair *p);
void compare_codes(const struct number_pair *p);

#endif
