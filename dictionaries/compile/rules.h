/* Rule files: from XML to compiled records. */
#ifndef ROTSTIFT_COMPILE_RULES_H
#define ROTSTIFT_COMPILE_RULES_H

#include <stdio.h>

#include "builder.h"
#include "issues.h"
#include "rules/format.h"
#include "sources.h"
#include "text/arena.h"

struct pattern_source {
    struct slice text;
    enum rule_order order;
    size_t line;
    double confidence;  /* 0: the rule's own */
    bool unconditional; /* <near> need not hold (a name in a compound that only the name makes) */
    bool women;         /* a noun for a man means the woman too ({Reiter}: Reiterin) */
    bool whole;         /* a noun means no compound that no dictionary has ({Kanzlerin}: not Schatzkanzlerin) */
};

struct condition_source {
    struct pattern_source pattern;
    enum condition_scope scope;
    bool negative;
    bool exact;     /* its words say all that they mean: {Reiter} is no Reiterin */
    uint8_t least;  /* words that must match; 0 is one */
    uint32_t group; /* near conditions of one group are alternatives */
};

/* A sentence of a rule: text without markup, and what of it must be marked (bytes; empty for a good one). */
struct sentence_source {
    struct slice text;
    struct slice source; /* the English beside it, for the checks that need it; else empty */
    struct span mark;
    size_t line;
};

#define GROWING(type, name)                                                                                            \
    type *name;                                                                                                        \
    size_t name##_count, name##_capacity

/* The place of one more item of such an array. */
#define ADD(arena, list, name)                                                                                         \
    ((list)->name =                                                                                                    \
         arena_grow(arena, (list)->name, (list)->name##_count, &(list)->name##_capacity, sizeof(*(list)->name)),       \
     &(list)->name[(list)->name##_count++])

struct rule_source {
    struct slice file;
    size_t line;
    struct slice id, category, english, why[LANGUAGE_COUNT];
    enum severity severity;
    double confidence;
    enum rule_marks marks;
    bool once;                /* marked at its first place in a document only */
    bool builtin;             /* <check>: no patterns */
    struct slice wrong, with; /* <sense> with company: wrong German and English words between bars; else empty */
    struct slice kind;        /* <name>: of what; else empty */
    bool sure;                /* <name>: wrong everywhere */
    bool titled;              /* a name that stands behind what it is ("die Band Herz") */
    bool generate;            /* <idiom>, <name>: make patterns from the English */
    bool literal_good;        /* <idiom literal="good">: recorded, never matched */
    GROWING(struct pattern_source, patterns);
    GROWING(struct condition_source, conditions);
    GROWING(struct slice, suggestions);
    GROWING(struct sentence_source, bad);
    GROWING(struct sentence_source, good);
};

struct rule_sources {
    struct arena arena; /* owns all below */
    GROWING(struct rule_source, rules);
};

/* Where rules stand: folders of rule files, of tables of names, terms and idioms, and the schema (a RELAX NG file). */
struct rule_places {
    const char *rules, *names, *terms, *idioms, *schema;
};

/* Reads all *.xml files of the rules in order of their names, each checked against the schema, and the tables.
 * Returns -1 with *error: file, line and reason; nothing is kept then. */
int rules_read(const struct rule_places *places, struct rule_sources *out, struct rs_error *error);
void rules_free(struct rule_sources *rules);

/* Word lists by name, read from NAME.txt in the folder; the arrays live in the arena. */
struct word_list {
    struct slice name;
    struct slice *words; /* sorted by bytes */
    size_t count;
};
struct word_lists {
    GROWING(struct word_list, lists);
};
int lists_read(const char *folder, struct arena *arena, struct word_lists *out, struct rs_error *error);
const struct word_list *list_named(const struct word_lists *lists, struct slice name); /* or NULL */
bool list_has(const struct word_list *list, struct slice word);                        /* NULL: false */
void lists_write(const struct word_lists *lists, struct builder *builder);

/* Adds to each idiom (idioms.c), name (names.c) and sense with English company (senses.c) the patterns that are made
 * from its English words through Ding; filter says which pairs of words are left out, and its log names what was made.
 */
struct literal_words;
struct pair_filter;
void idioms_generate(struct rule_sources *rules, const struct word_lists *lists,
                     const struct literal_words *small_words, const struct pair_filter *filter);
/* The table "idioms": for each idiom whose literal German is wrong, a word of its English with the rule's id; not for
 * those that are also said with their plain meaning (words/plain-idioms.txt). */
struct made_table idioms_index(struct rule_sources *rules, const struct word_lists *lists);
void names_generate(struct rule_sources *rules, const struct word_lists *lists, const struct pair_filter *filter);
/* The table "names": for each name of a firm, team, product or paper the first of its words, without an article and in
 * lower case, with the rule's id. */
struct made_table names_index(struct rule_sources *rules);
void senses_generate(struct rule_sources *rules, const struct word_lists *lists, const struct pair_filter *filter);

/* Places where grammar ties a noun or adjective to what shows its sense: the attributes "subject-of", "object-of", "of"
 * ... of <sense>. */
bool is_sense_relation(struct slice name);

/* Adds to a rule the patterns of one of them. words: what the wrong word is tied to, between bars; wrong: an item of
 * the pattern language. */
void relation_write(struct arena *arena, struct rule_source *rule, struct slice name, struct slice words,
                    struct slice wrong);

/* Of the terms that are marked without company, none may be a word that Ding has. Returns -1 with *error: the row. */
int terms_check(const struct rule_sources *rules, const struct translations *translations, struct rs_error *error);

/* Gives a rule the reason of a wrong sense, from its English and the right German. */
void explain_sense(struct arena *arena, struct rule_source *rule, struct slice right);

/* "government/verlaengern-fuer": ids are ASCII. family ends with its slash. */
struct slice german_id(struct arena *arena, struct slice family, struct slice text);

/* Adds the wrong senses of the rows of noun-places.tsv. Returns -1 with *error. */
int noun_places_generate(struct rule_sources *rules, const char *folder, const struct pair_filter *filter,
                         struct rs_error *error);

/* Adds the wrong senses that follow from what words ask of the nouns beside them (homonyms.tsv and selection.tsv of
 * the folder dictionaries/words). Returns -1 with *error. */
int selection_generate(struct rule_sources *rules, const char *folder, const struct pair_filter *filter,
                       struct rs_error *error);

/* The inflected forms of adjectives and participles, between bars: "hohe|hoher|hohes|…". */
struct slice attributive_forms(struct arena *arena, struct slice adjectives);

/* Adds the wrong senses that follow from the words that others stand with: of verbs and adjectives from their nouns, of
 * adverbs from the word behind them, of quantities from what is counted (verb-objects.tsv, verb-subjects.tsv,
 * adjective-nouns.tsv, adverb-company.tsv and quantity-nouns.tsv of the folder). Returns -1 with *error. */
int noun_company_generate(struct rule_sources *rules, const char *folder, const struct word_lists *lists,
                          const struct pair_filter *filter, struct rs_error *error);

/* Adds the wrong senses that follow from the fields of words that their nouns belong to (noun-fields.tsv of the
 * folder). Returns -1 with *error. */
int fields_generate(struct rule_sources *rules, const char *folder, const struct word_lists *lists, FILE *log,
                    struct rs_error *error);

/* The table "noun-senses" from the files of the folder: a German noun and one of another sense of its English.
 * Returns -1 with *error. */
int noun_senses_table(const char *folder, struct arena *arena, struct made_table *out, struct rs_error *error);

/* A word with the preposition of its English counterpart. */
enum government_class { GOVERNMENT_VERB, GOVERNMENT_ADJECTIVE, GOVERNMENT_NOUN };
struct government {
    enum government_class class;
    struct slice word;         /* in the dictionary form */
    struct slice item;         /* what matches it, in the pattern language */
    struct slice wrong, right; /* prepositions between bars; of the right ones, what is in parentheses is advice */
    struct slice object;       /* what follows the preposition, its last item the noun */
};

/* Adds to a rule with its English the patterns, conditions and reasons of a wrong preposition. It is marked where it
 * stands right behind the word (at most its subject or object between), or before a verb or adjective at the end; not
 * where the right preposition is there as well. */
void government_write(struct arena *arena, struct rule_source *rule, const struct government *government);

/* Adds a rule for each verb and adjective that governs a preposition in Ding, with the literal rendering of the one
 * that its English governs (words/government-prepositions.tsv), but those of words/government-dropped.tsv. folder is
 * dictionaries/words, ding the dictionary's path. What was made and left out is named in the filter's log. Returns -1
 * with *error. */
struct pair_filter;
int government_generate(struct rule_sources *rules, const char *folder, const struct ding *ding,
                        const struct word_lists *lists, const struct pair_filter *filter, struct rs_error *error);

/* Compiles rules, word lists and triggers into the builder's sections. Every malformed pattern is told to complain, so
 * that an author sees all of them at once; returns how many there were (nothing is written then). */
typedef void complain_function(const struct rs_error *error);
size_t rules_compile(const struct rule_sources *rules, const struct word_lists *lists, struct builder *builder,
                     complain_function *complain);

/* A word that no dictionary knows, whose forms are made from those of its last part. */
struct guess {
    struct slice lemma;
    uint32_t head; /* lemma of the last part */
    size_t prefix; /* bytes before it */
    bool noun;
    uint32_t next; /* guess with the same head, or NO_ID */
};

/* A test on its way into a struct test_record (checker/rules/format.h). */
struct pattern_test {
    uint8_t kind, group, negated;
    uint32_t value;       /* lemma id, class, list */
    struct text_ref text; /* the form or lemma as written */
};

/* The growing records that patterns are compiled into. */
struct rule_records {
    struct arena *arena;
    struct builder *builder;
    const struct word_lists *lists;
    GROWING(struct item_record, items);
    GROWING(struct pattern_test, tests);
    GROWING(struct guess, guesses);
};

/* ---- guess.c ---- */

/* Gives a lemma that is in no dictionary its likely forms; those made from its last part come with guess_finish, when
 * all patterns are compiled. */
void guess_forms(struct rule_records *records, struct slice lemma, uint32_t id);
void guess_finish(struct rule_records *records);

/* "Trajektorie" is in the dictionaries without its plural: nouns on -e have one on -n. */
void guess_plural(struct builder *builder, struct slice lemma);

/* ---- pattern.c ---- */

/* Compiles one pattern: appends its items and tests; *anchor receives the index (within the pattern) of the item to
 * start looking from, or UINT16_MAX when no item names a word. order="clause" moves floating verbs to the end.
 * Returns -1 with *error. */
int pattern_compile(struct rule_records *records, const struct pattern_source *pattern, struct slice file,
                    uint32_t *first_item, uint32_t *item_count, uint16_t *anchor, struct rs_error *error);

/* The items but the anchor that must match and whose alternatives are words, the rarest first; how many they are. */
size_t pattern_partners(const struct rule_records *records, uint32_t first_item, uint32_t item_count, uint16_t anchor,
                        uint16_t partners[MAX_PARTNERS]);

#endif
