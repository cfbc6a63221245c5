/* English terms of two words ("refresh rate") with what they become word by word ("Erfrischungsrate"). */
#ifndef ROTSTIFT_COMPILE_LITERAL_TERMS_H
#define ROTSTIFT_COMPILE_LITERAL_TERMS_H

#include "idioms.h"

struct term_sources {
    const struct rule_sources *rules; /* of terms/DESK.tsv: their English and their right German */
    const char *tables;               /* the folder with english-terms.tsv */
    const struct translations *translations;
    const struct word_list *good; /* compounds that are German though no dictionary has them */
    struct builder *builder;
    FILE *log; /* may be NULL */
};

enum { TERM_TABLES = 3 };

/* Makes three tables, whose texts live in the arena. "literal-terms": the lemmas of a compound's two parts with a space
 * between them ("Erfrischung Rate"), and the English term. "literal-phrases": a noun ("Parlament"), an adjective
 * ("gehängt") and, as the next value, the term. "term-german": the term, and what it is in German, a row for each.
 * Returns -1 with *error. */
int literal_terms_make(const struct term_sources *sources, struct arena *arena, struct made_table out[TERM_TABLES],
                       struct rs_error *error);

#endif
