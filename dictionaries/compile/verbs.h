/* Paradigms of verbs: all forms of an infinitive. */
#ifndef ROTSTIFT_COMPILE_VERBS_H
#define ROTSTIFT_COMPILE_VERBS_H

#include "morphology.h"

enum { MAX_VERB_FORMS = 96 };

struct verb_form_text {
    struct slice text;
    uint32_t features; /* verb form, number, persons; without part of speech */
    bool ge;           /* a participle with the ge that falls away after an inseparable prefix */
};

struct paradigm {
    struct verb_form_text forms[MAX_VERB_FORMS];
    size_t count;
    size_t separable; /* bytes of the separable prefix */
    enum pos pos;
};

/* Principal parts of strong verbs, prefixes, and the forms of auxiliaries, read from dictionaries/words/. */
struct verb_sources {
    struct word_table strong; /* infinitives */
    struct slice (*parts)[8]; /* beside strong: the columns of strong-verbs.tsv */
    size_t part_capacity;
    struct word_table separable, inseparable;
};

int verb_sources_read(struct morphology *m, struct verb_sources *out, struct rs_error *error);

/* True for a word that a dictionary has as an infinitive. */
bool is_known_verb(const struct morphology *m, const struct verb_sources *sources, struct slice infinitive);

void verb_paradigm(struct morphology *m, const struct verb_sources *sources, struct slice infinitive,
                   struct paradigm *out);

#endif
