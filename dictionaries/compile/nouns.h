/* What is known of a noun before its forms are made. */
#ifndef ROTSTIFT_COMPILE_NOUNS_H
#define ROTSTIFT_COMPILE_NOUNS_H

#include "morphology.h"

/* Endings of the genitive singular of masculine and neuter nouns. */
enum genitive {
    GENITIVE_S = 1 << 0,    /* Vaters */
    GENITIVE_ES = 1 << 1,   /* Hauses */
    GENITIVE_SES = 1 << 2,  /* Zeugnisses */
    GENITIVE_BARE = 1 << 3, /* Realismus */
    GENITIVE_WEAK = 1 << 4, /* Studenten */
};

struct declension {
    struct slice lemma;
    uint32_t genders;
    struct slice plurals[MAX_PLURALS];
    size_t plural_count;
    uint32_t genitives;          /* enum genitive */
    struct slice weak, genitive; /* the oblique singular of a weak noun ("Namen"), its genitive ("Namens") */
    bool guessed;
    bool person;
    bool name;
};

/* A word of dictionaries/words/noun-suffixes.tsv. */
struct noun_suffix {
    struct slice ending, plural, genitive;
    uint32_t gender;
    bool guessed;
};

struct noun_sources {
    struct word_table suffixes;
    struct noun_suffix *suffix_items; /* beside suffixes */
    size_t suffix_capacity;
    struct word_table weak;        /* lemmas of weak-nouns.tsv */
    struct slice (*weak_forms)[3]; /* oblique, genitive, plural */
    size_t weak_capacity;
    struct word_table plurals; /* plural forms of Ding */
    uint32_t *plural_nouns;    /* beside plurals: index of the noun */
    size_t plural_capacity;
};

/* "m", "f n" … as GENDER_ bits; 0 when none is named. */
uint32_t genders_named(struct slice names);

int noun_sources_read(struct morphology *m, struct noun_sources *out, struct rs_error *error);

/* The head of a compound: the longest noun of Ding at its end. */
struct noun_head {
    const struct noun *noun; /* NULL: none found */
    struct slice front;      /* what stands before it */
    bool plural;             /* the word ends in a plural of the noun */
    bool certain;            /* what stands before it is a word too */
};
struct noun_head find_head(struct morphology *m, const struct noun_sources *sources, struct slice word);

/* The suffix of the table that fits, the longest one, or NULL. */
const struct noun_suffix *find_suffix(const struct noun_sources *sources, struct slice word);

/* Completes what is known of a noun (genders set) by hunspell's flags, its head, its ending. */
void complete_declension(struct morphology *m, const struct noun_sources *sources, struct declension *declension);

/* Adds the readings of the plural, or all. */
void add_plurals(struct morphology *m, const struct declension *declension);
void add_declension(struct morphology *m, const struct declension *declension);

#endif
