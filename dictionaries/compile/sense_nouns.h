/* The German nouns of one English word, as words/homonyms.tsv, noun-fields.tsv and noun-senses.tsv write them:
 * "Kalb:animals|Wade:body|!Ziel:finance". */
#ifndef ROTSTIFT_COMPILE_SENSE_NOUNS_H
#define ROTSTIFT_COMPILE_SENSE_NOUNS_H

#include "word_file.h"

/* A noun, and what stands behind its colon ("animals+food"). fixed: "!" stands before it, it is never in another's
 * place; by_document: "~" stands before it, only a whole document shows that it is. */
struct sense_noun {
    struct slice noun, kinds;
    bool fixed, by_document;
};

/* The nouns of the row's second column, at most so many; they borrow its text. Returns -1 with *error. */
int read_sense_nouns(const struct word_row *row, size_t most, struct sense_noun *nouns, size_t *count,
                     struct rs_error *error);

#endif
