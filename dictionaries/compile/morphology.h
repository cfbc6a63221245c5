/* What the parts of the lexicon compiler share: the words that the dictionaries name, and how readings are made.
 *
 * vocabulary.c collects; nouns.c, names.c, verbs.c, adjectives.c and function_words.c turn what was collected into
 * readings in the builder. */
#ifndef ROTSTIFT_COMPILE_MORPHOLOGY_H
#define ROTSTIFT_COMPILE_MORPHOLOGY_H

#include "sources.h"
#include "text/arena.h"
#include "word_table.h"

enum { MAX_FORM = 512 /* bytes of a form that is made */ };

/* What Ding or hunspell says of a word, as bits. */
enum word_fact {
    FACT_ADJECTIVE = 1 << 0, /* Ding {adj} */
    FACT_ADVERB = 1 << 1,    /* Ding {adv} */
    FACT_VERB = 1 << 2,      /* Ding {v}, {vt}, {vi}, {vr}: an infinitive */
    FACT_INTERJECTION = 1 << 3,
    FACT_CAPITAL = 1 << 4,    /* stands within a German phrase with a capital: "die Grünen wählen" */
    FACT_PARTICIPLE = 1 << 5, /* verbs.c made it as a participle */
    FACT_STEM = 1 << 6,       /* a stem of hunspell, or derived from one (-ung, -in, -chen, -lich, -bar) */
    FACT_DONE = 1 << 7,       /* has its readings from a file of dictionaries/words/ */
};

struct word_facts {
    uint32_t facts;
    struct slice flags; /* of hunspell, of all stems with this spelling */
};

enum { MAX_PLURALS = 4 };

/* A noun as Ding has it. */
struct noun {
    struct slice lemma;
    uint32_t genders;  /* GENDER_… */
    uint32_t votes[3]; /* how often Ding says masculine, feminine, neuter */
    struct slice plurals[MAX_PLURALS];
    size_t plural_count;
    bool plural_head; /* an entry of its own in the plural: "Medien {pl}" */
    bool own;         /* never declined as an adjective: "Weise" */
    bool settled;     /* noun-genders.tsv gives the genders */
    bool either;      /* and compounds have them too: "der Nasenspray", "das Nasenspray" */
    bool name;        /* [geogr.] */
};

/* A form of haben, können …, from function-words.tsv: verbs with a prefix before them follow it (vorhaben). */
struct auxiliary_form {
    struct slice form, lemma;
    uint32_t features;
};

struct morphology {
    struct builder *builder;
    const struct lexicon_sources *sources;
    struct arena arena;

    size_t spelled_count; /* forms of the builder with lower ids are hunspell's */

    struct word_table words;  /* stems of hunspell and words of Ding */
    struct word_facts *facts; /* beside words */
    size_t fact_capacity;

    struct word_table auxiliaries; /* infinitives of haben, sein, werden and the modal verbs */
    struct auxiliary_form *auxiliary_forms;
    size_t auxiliary_form_count, auxiliary_form_capacity;

    struct word_table adjectival_nouns; /* "Verletzte", "Grüne": what nominalise made */

    struct word_table nouns; /* by lemma */
    struct noun *noun_items; /* beside nouns */
    size_t noun_capacity;
};

/* ---- vocabulary.c ---- */

/* Reads hunspell and Ding into the tables; all of hunspell's forms are in the builder then. */
int vocabulary_read(struct morphology *m, struct rs_error *error);

/* Facts about a word, 0 when nothing is known; adds facts. */
uint32_t facts_of(const struct morphology *m, struct slice word);
struct slice flags_of(const struct morphology *m, struct slice word);
void add_fact(struct morphology *m, struct slice word, uint32_t fact);

/* True when hunspell makes this form. */
bool is_spelled(const struct morphology *m, struct slice form);
bool has_flag(struct slice flags, char flag);
const struct noun *noun_named(const struct morphology *m, struct slice lemma); /* or NULL */
struct noun *noun_at(struct morphology *m, struct slice lemma);                /* added when new */

/* ---- inflect.c: helpers over spelling ---- */

/* a + b + c in the arena. */
struct slice join(struct morphology *m, struct slice a, struct slice b, struct slice c);

/* The word with its first letter in the other case; the word itself when nothing changes. */
struct slice capitalise(struct morphology *m, struct slice word);
struct slice uncapitalise(struct morphology *m, struct slice word);
bool is_capitalised(struct slice word);
bool is_word(struct slice text); /* letters, with hyphens or apostrophes between them */

/* The word without its last n bytes. */
static inline struct slice without(struct slice word, size_t n)
{
    return (struct slice){ word.at, word.len > n ? word.len - n : 0 };
}

/* ä, ö, ü (and äu) of the word's last umlaut turned back: "Häus" -> "Haus"; false when it has none. */
bool remove_umlaut(struct morphology *m, struct slice word, struct slice *out);

/* The last a, o, u (or au) with its umlaut: "Haus" -> "Häus"; false when there is none. */
bool add_umlaut(struct morphology *m, struct slice word, struct slice *out);

/* Adds the reading of stem + ending. */
void add_reading(struct morphology *m, struct slice stem, struct slice ending, struct slice lemma, uint32_t features);
bool has_reading(const struct morphology *m, struct slice form);
void add_lemma_flag(struct morphology *m, struct slice lemma, uint8_t flag);

/* All inflected forms of an adjective's stem ("gut", "schneller", "größt"): base holds the part of speech, degree. */
void decline(struct morphology *m, struct slice stem, struct slice lemma, uint32_t base);

/* Masculine and plural forms only: "Beamter", beside "Beamte", which has all. */
void decline_man(struct morphology *m, struct slice stem, struct slice lemma, uint32_t base);

/* Readings of an adjective's stem as a noun ("Verletzte", "Grünen"), where the dictionaries show it as one. */
void nominalise(struct morphology *m, struct slice stem, uint32_t degree);

/* "Berliner", "Aachener": an adjective that is the same before every noun. */
void add_place_adjective(struct morphology *m, struct slice word);

/* ---- the parts ---- */

int add_function_words(struct morphology *m, struct rs_error *error);
int add_verbs(struct morphology *m, struct rs_error *error);
int add_adjectives(struct morphology *m, struct rs_error *error);
int add_nouns(struct morphology *m, struct rs_error *error);
int add_other_words(struct morphology *m, struct rs_error *error); /* adverbs, interjections, numerals */
int mark_lemmas(struct morphology *m, struct rs_error *error);     /* dative verbs … from words/ */

#endif
