/* Noun phrases with more between their words than adjectives: "der seit März wegen Rissen gesperrten Brücke", "ein
 * maskierter, etwa 20 Jahre alter Mann", "nach langen, zähen und immer wieder unterbrochenen Gesprächen". */
#ifndef ROTSTIFT_CHECKS_LONG_PHRASES_H
#define ROTSTIFT_CHECKS_LONG_PHRASES_H

#include "checks/checks.h"

enum { MAX_LONG_PHRASE = 8 };

struct long_phrase {
    size_t parts[MAX_LONG_PHRASE]; /* tokens: a determiner where it has one, adjectives, the noun */
    size_t count;
    bool has_determiner;
    bool enclosed; /* more than commas and und stands between them: "der seit März gesperrten Brücke" */
};

/* The phrase whose determiner or first adjective stands at the token. False when nothing but adjectives stands between
 * determiner and noun, or anything that is not understood; without determiner there are two adjectives at least. */
bool long_phrase_at(const struct check_run *run, size_t index, struct long_phrase *out);

/* The run with a document of one sentence: that of the phrase, without what stands between its words. *first is where
 * the phrase begins there. No clauses are read in it, and no marks are set. */
struct check_run *without_gaps(const struct check_run *run, const struct long_phrase *phrase, size_t *first);

#endif
