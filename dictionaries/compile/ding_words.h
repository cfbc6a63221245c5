/* The words of Ding's texts, by number: the English ones as the words that they can be forms of, the German ones as the
 * lemmas of their forms. */
#ifndef ROTSTIFT_COMPILE_DING_WORDS_H
#define ROTSTIFT_COMPILE_DING_WORDS_H

#include "numbers.h"
#include "rules.h"

enum {
    DING_MOST_WORDS = 20, /* of a text: longer ones say little of their words */
    DING_MOST_LEMMAS = 4, /* that a German form is taken for */
};

struct ding_words {
    uint32_t items[DING_MOST_WORDS * DING_MOST_LEMMAS];
    size_t count, read; /* read: words that were read, whatever they can be forms of */
};

struct ding_reader {
    struct arena arena;
    struct builder *builder;
    const struct word_list *closed; /* English words of grammar: left out */
    struct numbers *stems;          /* beside English words */
};

/* Notes the stems of the builder's English words: after the last of them was added. closed is kept, not copied. */
void ding_reader_open(struct ding_reader *reader, struct builder *builder, const struct word_list *closed);
void ding_reader_close(struct ding_reader *reader);

/* Adds the words of a text that are in the lexicon, each once: numbers of English words (text in lower case), of
 * German lemmas; words of grammar are left out. */
void ding_add_english(const struct ding_reader *reader, struct ding_words *words, struct slice text);
void ding_add_german(const struct ding_reader *reader, struct ding_words *words, struct slice text);

#endif
