/* Where a German modal verb stands for another English word than the one that it is compared with, or says the same in
 * another way. */
#ifndef ROTSTIFT_BILINGUAL_MODAL_TURNS_H
#define ROTSTIFT_BILINGUAL_MODAL_TURNS_H

#include "bilingual/checks.h"

/* A sentence pair: tokens, ends exclusive. */
struct sentence_pair {
    uint32_t english_first, english_end, german_first, german_end;
};

/* english: the first of the words of the English modal verb. "können" renders the "can" of another clause (words of
 * modal-renderings.tsv), is restricted ("kann nur durch eine Wahl" for "must be by an election"), or asks ("Wie sollen
 * wir …?" for "How can we …?"). */
bool is_modal_excused(const struct check_run *run, const struct sentence_pair *pair, uint32_t german, uint32_t english,
                      uint32_t words);

#endif
