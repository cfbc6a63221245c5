/* A word type as the only word of a document: for questions that are put to tokens and asked of the word alone. */
#ifndef ROTSTIFT_LEXICON_LONE_WORD_H
#define ROTSTIFT_LEXICON_LONE_WORD_H

#include "lexicon/compound.h"
#include "lexicon/word_types.h"

struct lone_word {
    struct document doc;
    struct segment segment;
    struct sentence sentence;
    struct token token;
    struct compound_part parts[MAX_PARTS]; /* a document may change its parts */
};

/* The pointers of *out are into itself. */
void make_lone_word(const struct word_type *type, struct lone_word *out);

#endif
