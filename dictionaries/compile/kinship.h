/* German nouns that mean much the same: in one entry of Ding or one group of the thesaurus, or with English in common.
 */
#ifndef ROTSTIFT_COMPILE_KINSHIP_H
#define ROTSTIFT_COMPILE_KINSHIP_H

#include "sources.h"
#include "text/arena.h"
#include "word_table.h"

/* Numbers, ascending once they are all there. */
struct numbers {
    uint32_t *items;
    size_t count, capacity;
};

struct kinship {
    struct arena arena;
    const struct translations *translations;
    struct word_table nouns;
    struct numbers *groups;  /* beside nouns: the groups of synonyms that they stand in */
    struct numbers *english; /* beside nouns: what they translate, by number in translations */
    size_t noun_capacity;
    struct numbers *members; /* beside the thesaurus's groups: the nouns in them */
    size_t group_count, member_capacity;
    size_t listed_count; /* groups of the thesaurus; those of Ding are numbered on and have no members */
};

/* Reads Ding's entries and the thesaurus (mythes). Returns -1 with *error when one can't be read. */
int kinship_read(struct kinship *kinship, const struct translations *translations, const char *ding,
                 const char *thesaurus, struct rs_error *error);
void kinship_free(struct kinship *kinship);

/* The number of a noun, or NO_WORD. */
uint32_t kinship_noun(const struct kinship *kinship, struct slice noun);

/* Two nouns, both translations of the English word, mean much the same. */
bool are_akin(const struct kinship *kinship, uint32_t a, uint32_t b, struct slice english);

/* All nouns that are akin to one but for what the English word says; in the arena. */
struct numbers kin_of(const struct kinship *kinship, struct arena *arena, uint32_t noun, struct slice english);

/* Adds a number behind the others, unless it is the last one already. */
void numbers_add(struct arena *arena, struct numbers *numbers, uint32_t number);

/* Some number is in both. */
bool numbers_meet(const struct numbers *a, const struct numbers *b);

#endif
