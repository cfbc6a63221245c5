/* The Debian dictionaries that the lexicon is made from. */
#ifndef ROTSTIFT_COMPILE_SOURCES_H
#define ROTSTIFT_COMPILE_SOURCES_H

#include "builder.h"

/* Calls visit for each form that a hunspell dictionary makes from its stems and affixes (not for parts that only stand
 * in compounds). base is hunspell's path without ".dic"; texts are UTF-8 whatever SET says.
 * flags: the stem's flags; affix: the flag of the suffix that made this form, 0 for the stem itself; prefix: likewise.
 * Returns -1 with *error when a file is missing or malformed. */
struct stem_form {
    struct slice form, stem, flags;
    char suffix, prefix;
    struct slice stripped, added; /* what the suffix took from the stem and added */
};
typedef void visit_stem_form(void *context, const struct stem_form *form);
int read_hunspell(const char *base, visit_stem_form *visit, void *context, struct rs_error *error);

/* Calls visit for each form, parts of compounds and forbidden words among them, with what it can be (bits of enum
 * part_role, lexicon/compound_parts.h); a form may come several times. */
typedef void visit_part(void *context, struct slice form, unsigned roles);
int read_hunspell_parts(const char *base, visit_part *visit, void *context, struct rs_error *error);

/* Calls visit for each noun with the linking element with which it stands first in a noun of the lexicon ("Rückzugs" in
 * "Rückzugsgebiet"), with PART_LINKED; a part may come several times. */
void each_linked_part(const struct builder *builder, visit_part *visit, void *context);

/* Writes the parts of German compounds as the table that lexicon/compound_parts.h asks. */
int compound_parts_write(const char *base, struct builder *builder, struct rs_error *error);

/* One pair of a Ding entry: the synonyms of one "|" part. */
struct ding_term {
    struct slice text;    /* without {…}, […], (…), <…>, /…/: "in den sauren Apfel beißen" */
    struct slice grammar; /* "m", "f", "n", "pl", "vt", "m,n" …, of the last {…} that holds for it; empty: none */
    struct slice domain;  /* "med.", of the last […] that is a domain; empty: none */
    bool figurative;      /* [übtr.], [fig.] */
    bool proverb;         /* [Sprw.], [prov.] */
};
struct ding_pair {
    const struct ding_term *german;
    size_t german_count;
    const struct ding_term *english;
    size_t english_count;
    size_t part; /* 0: the head pair of the line, 1 …: its further parts (plurals, principal parts, examples) */
    size_t line;
};

/* Reads the Ding dictionary, once for all who visit its pairs. Returns NULL with *error when the file can't be read or
 * a line is malformed. What it returns owns all texts of its pairs. */
struct ding;
struct ding *ding_read(const char *path, struct rs_error *error);
void ding_free(struct ding *ding); /* NULL: nothing is done */

/* The path it was read from; borrowed. */
const char *ding_path(const struct ding *ding);

/* Calls visit for each pair, in the order of the file. */
typedef void visit_ding_pair(void *context, const struct ding_pair *pair);
void ding_visit(const struct ding *ding, visit_ding_pair *visit, void *context);

/* Fills the builder with forms, readings and lemmas of German from the hunspell dictionary, Ding, and
 * words/function-words.tsv; with English words from en_US; frequencies from Ding's German side. */
struct lexicon_sources {
    const char *german; /* hunspell base paths: "/usr/share/hunspell/de_DE_frami" */
    const char *austrian, *swiss, *english;
    const struct ding *ding;
    const char *words; /* the folder dictionaries/words */
};
int build_lexicon(struct builder *builder, const struct lexicon_sources *sources, struct rs_error *error);

/* English words and their stems; a step of build_lexicon. */
int english_read(struct builder *builder, const struct lexicon_sources *sources, struct rs_error *error);

/* A table that is made, not read: rows of a key and a value. */
struct made_table {
    struct slice name;
    struct slice (*rows)[2];
    size_t count;
};

/* Tables of words, NAME.tsv in each of the folders (dictionaries/bilingual/ for the checks that see the English source,
 * dictionaries/tables/ for the others): a key and the values that belong to it, any number of them; and those that
 * were made. */
int pair_lists_read(const char *const folders[], size_t count, const struct made_table made[], size_t made_count,
                    struct builder *builder, struct rs_error *error);

/* Writes the rows of the table "sense-fields" with what they name looked up, once all lemmas are there. Returns -1 with
 * *error: a row of too many senses. */
int sense_rows_write(struct builder *builder, struct rs_error *error);

/* Writes the index of the tables whose keys are letters of words, once the tables are there. */
void letter_rows_write(struct builder *builder);

/* Describes the expressions of the table "scraps". Returns -1 with *error when one is wrong. */
int scraps_write(struct builder *builder, struct rs_error *error);

/* English -> German lemmas from Ding, for generated patterns and bilingual checks; holds nothing of the dictionary's.
 */
struct translations;
struct word_list;
struct translations *translations_read(const struct ding *ding);
void translations_free(struct translations *translations);

/* The single-word German lemmas that Ding gives for an English word or short phrase (lower case, without "to"), each
 * once, the pairs of Ding that hold both counted: most first. Verbs in the infinitive, nouns in the singular. *count
 * receives their number; the array is borrowed and holds until translations_free. */
const struct slice *translations_of(const struct translations *translations, struct slice english, size_t *count);

/* Of the pairs of Ding that hold a German word, the part that holds this English one: 1 if it is nothing else's German.
 */
double translation_share(const struct translations *translations, struct slice english, struct slice german);

/* What Ding says of a German word that it gives alone for some English; 0 for a word that it never gives so. */
enum german_class { GERMAN_NOUN = 1, GERMAN_VERB = 2, GERMAN_OTHER = 4 };
unsigned german_classes(const struct translations *translations, struct slice german);

/* How often the word stands in the phrases on Ding's German side, in any inflection. */
size_t german_frequency(const struct translations *translations, struct slice german);

/* True when the German side of Ding holds a phrase in which all these lemmas (dictionary forms, any inflection) stand
 * within max_gap words of each other; *phrase receives it. */
bool german_phrase_with(const struct translations *translations, const struct slice *stems, size_t count,
                        size_t max_gap, struct slice *phrase);

/* Writes the groups of synonyms that lemmas stand in (thesaurus.c). thesaurus: "/usr/share/mythes/th_de_DE_v2.dat".
 * Returns -1 with *error when it can't be read. */
int synonyms_write(const char *thesaurus, struct builder *builder, struct rs_error *error);

struct ding_reader; /* ding_words.h */

/* Writes the pairs of English and German words that stand for each other in Ding's phrases (learned_pairs.c). */
void learned_pairs_write(const struct ding_reader *reader, const struct ding *ding, struct builder *builder);

/* Writes what Ding's phrases say together, for the English words that are keys of the tables of senses in the folder
 * (said_together.c). */
int said_together_write(const struct ding_reader *reader, const struct ding *ding, const char *tables,
                        struct rs_error *error);

/* Writes the translation sections for the bilingual checks. */
void translations_write(const struct translations *translations, struct builder *builder);

#endif
