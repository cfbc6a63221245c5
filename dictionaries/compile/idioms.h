/* What an English idiom is made of, so that its literal German can be written down as a pattern. */
#ifndef ROTSTIFT_COMPILE_IDIOMS_H
#define ROTSTIFT_COMPILE_IDIOMS_H

#include "rules.h"

enum { MAX_CHUNKS = 5, MAX_CHUNK_WORDS = 3 };

/* A row of words/literal-words.tsv. */
enum literal_role {
    ROLE_ARTICLE,
    ROLE_QUANTIFIER,
    ROLE_PREPOSITION,
    ROLE_PARTICLE,
    ROLE_GENITIVE,
    ROLE_VERB,
    ROLE_JOIN,
    ROLE_SKIP,
    ROLE_LOST
};
struct literal_word {
    struct slice english;
    enum literal_role role;
    struct slice german;   /* alternatives between bars */
    struct slice prefixes; /* likewise: separable prefixes that it gives to a verb */
};

struct literal_words {
    struct arena *arena;
    GROWING(struct literal_word, items);
};

/* Reads folder/literal-words.tsv; texts live in words->arena. Returns -1 with *error. */
int literal_words_read(const char *folder, struct literal_words *words, struct rs_error *error);

/* NULL for a content word. */
const struct literal_word *literal_word_of(const struct literal_words *words, struct slice english);

/* A row of words/idioms-dropped.tsv: two German words of an idiom that people write with their plain meaning. */
struct dropped_pair {
    struct slice idiom; /* the rule's id, without its family */
    struct slice words[2];
};

struct dropped_pairs {
    struct arena *arena;
    GROWING(struct dropped_pair, items);
};

int dropped_pairs_read(const char *folder, struct dropped_pairs *pairs, struct rs_error *error);

/* What speaks against asking for two German words side by side: German itself, in the phrases of Ding, and the pairs
 * that authors have dropped. Each pair that is left out is named in log (may be NULL), with the reason. */
struct pair_filter {
    const struct translations *translations;
    const struct dropped_pairs *dropped;
    FILE *log;
};

/* The product of two words' frequencies in Ding's phrases at which they meet by chance. */
enum { TOO_COMMON = 30000 };

/* Whether the pair is German as it stands, or the rule's own right German. compound: as parts of one word; too_common:
 * the product of the words' frequencies in Ding's phrases at which they meet by chance, 0: a third word is asked for.
 */
bool is_german_pair(const struct pair_filter *filter, const struct rule_source *rule, struct slice left,
                    struct slice right, bool compound, double too_common);

/* Those of the words (between bars) that German never puts beside the noun, in the phrases of Ding. */
struct slice words_apart(const struct pair_filter *filter, struct arena *arena, struct slice words, struct slice noun);

/* Names a pattern of the rule that was made, where log is not NULL. */
void log_made(FILE *log, const struct rule_source *rule, struct slice text);

/* Adds a pattern that was made to a rule and logs it. The pointer holds until the next one is added. */
struct pattern_source *add_made_pattern(struct arena *arena, struct rule_source *rule, struct slice text,
                                        enum rule_order order, FILE *log);

/* A verb, or a noun phrase with the preposition before it. */
struct chunk {
    bool verb;
    bool article;
    const struct literal_word *before;   /* preposition or join, NULL: none */
    const struct literal_word *light;    /* the light verb, NULL: words[0] is the verb */
    struct slice words[MAX_CHUNK_WORDS]; /* a noun phrase's modifiers, then its head */
    size_t word_count;
};

struct idiom_shape {
    struct chunk chunks[MAX_CHUNKS];
    size_t chunk_count;
    size_t content_count;                /* content words in all chunks */
    bool lost;                           /* it has a word that says something and is not asked for */
    const struct literal_word *particle; /* that turns the verb: "kick … down", NULL: none */
};

/* Divides an idiom as it stands in a dictionary: at most one verb, which comes first, then noun phrases.
 * Returns false for what is built otherwise (whole sentences, inflected light verbs). */
bool idiom_divide(struct slice english, const struct literal_words *words, const struct word_list *function_words,
                  const struct translations *translations, struct idiom_shape *out);

/* German words, as many as may be tried. */
enum { MAX_GERMAN = 64 };
struct german_words {
    struct slice words[MAX_GERMAN];
    double shares[MAX_GERMAN]; /* how much each is the German of this English word: translation_share */
    size_t count;
};

/* The translations of a word as it stands in the idiom, then of the word that it is a form of; the commonest first. */
void idiom_translate(const struct translations *translations, struct slice word, struct german_words *out);

#endif
