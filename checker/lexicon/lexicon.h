/* The German lexicon: forms, their readings, lemmas; English words. Mapped read-only, shared by all threads. */
#ifndef ROTSTIFT_LEXICON_LEXICON_H
#define ROTSTIFT_LEXICON_LEXICON_H

#include "error.h"
#include "lexicon/format.h"
#include "lexicon/named_lists.h"
#include "text/document.h"

/* A reading says what a form can be: "Modelle" = Modell, noun, neuter, plural, nominative/genitive/accusative.
 * Features are sets: a reading holds for each gender, number, case, person it names. */
enum feature {
    POS_MASK = 0x1f, /* one enum pos */

    GENDER_M = 1 << 5,
    GENDER_F = 1 << 6,
    GENDER_N = 1 << 7,
    GENDER_ANY = GENDER_M | GENDER_F | GENDER_N,

    NUMBER_SG = 1 << 8,
    NUMBER_PL = 1 << 9,
    NUMBER_ANY = NUMBER_SG | NUMBER_PL,

    CASE_NOM = 1 << 10,
    CASE_GEN = 1 << 11,
    CASE_DAT = 1 << 12,
    CASE_ACC = 1 << 13,
    CASE_ANY = CASE_NOM | CASE_GEN | CASE_DAT | CASE_ACC,

    PERSON_1 = 1 << 14,
    PERSON_2 = 1 << 15,
    PERSON_3 = 1 << 16,

    /* verbs: one enum verb_form */
    VERB_SHIFT = 17,
    VERB_MASK = 0xf << VERB_SHIFT,

    /* adjectives: degree; declension the ending fits (after which kind of determiner) */
    DEGREE_COMPARATIVE = 1 << 21,
    DEGREE_SUPERLATIVE = 1 << 22,
    DECLENSION_STRONG = 1 << 23, /* no determiner, or one without ending: "gutes Haus" */
    DECLENSION_WEAK = 1 << 24,   /* after der, dieser, jeder: "das gute Haus" */
    DECLENSION_MIXED = 1 << 25,  /* after ein, kein, mein: "ein gutes Haus" */
    DECLENSION_ANY = DECLENSION_STRONG | DECLENSION_WEAK | DECLENSION_MIXED,
    UNINFLECTED = 1 << 26, /* predicative or adverbial form: "gut", "schneller" */

    FEATURE_GUESSED = 1 << 27,               /* from the shape of the word, not from a dictionary */
    FEATURE_DETERMINER_DEFINITE = 1 << 28,   /* der, dieser, jeder, …: adjectives after it are weak */
    FEATURE_DETERMINER_INDEFINITE = 1 << 29, /* ein, kein, mein, …: mixed */
    FEATURE_ADJECTIVAL_NOUN = 1 << 30,       /* Beamter, Abgeordnete: declined as an adjective */
};

enum pos {
    POS_NONE,
    POS_NOUN,
    POS_NAME,      /* proper name */
    POS_VERB,      /* full verb */
    POS_AUXILIARY, /* haben, sein, werden, and the modal verbs */
    POS_ADJECTIVE, /* also participles used as adjectives; lemma of those: the infinitive */
    POS_ADVERB,
    POS_DETERMINER,  /* articles and words declined like them */
    POS_PRONOUN,     /* personal, reflexive, indefinite standing alone */
    POS_RELATIVE,    /* der, welcher … as relative pronoun; was, wer, wo as interrogative */
    POS_PREPOSITION, /* case bits: what it governs; with an article in it (im, zur): NUMBER and GENDER bits too */
    POS_CONJUNCTION, /* coordinating */
    POS_SUBORDINATOR,
    POS_PARTICLE, /* nicht, zu, verb prefixes standing alone */
    POS_NUMERAL,
    POS_ABBREVIATION,
    POS_INTERJECTION,
    POS_PREFIX, /* a separable verb prefix standing alone: ab, an, auf */
};

enum verb_form {
    VERB_NONE,
    VERB_PRESENT, /* indicative */
    VERB_PAST,
    VERB_SUBJUNCTIVE1,
    VERB_SUBJUNCTIVE2,
    VERB_IMPERATIVE,
    VERB_INFINITIVE,
    VERB_ZU_INFINITIVE, /* abzureißen */
    VERB_PARTICIPLE1,
    VERB_PARTICIPLE2,
};

struct reading {
    uint32_t lemma;    /* index in lexicon.lemmas */
    uint32_t features; /* enum feature */
};

enum lemma_flag {
    LEMMA_WEAK_NOUN = 1 << 0,   /* Student, Name: -(e)n but in the nominative singular */
    LEMMA_DATIVE_VERB = 1 << 1, /* helfen, empfehlen (person in the dative) */
    LEMMA_PLURAL_ONLY = 1 << 2,
    LEMMA_PERSON = 1 << 3,    /* denotes a person (has an -in form, or listed) */
    LEMMA_RULE_ONLY = 1 << 4, /* known from rule data alone, not from a dictionary */
};

struct lexicon {
    const char *strings;
    size_t string_bytes;
    const struct form_record *forms;
    size_t form_count;
    const table_slot *form_table;
    size_t form_slots;
    const struct reading *readings;
    size_t reading_count;
    const struct lemma_record *lemmas;
    size_t lemma_count;
    const table_slot *lemma_table;
    size_t lemma_slots;
    const struct lemma_form *lemma_forms;
    size_t lemma_form_count;
    const struct english_record *english;
    size_t english_count;
    const table_slot *english_table;
    size_t english_slots;
    const struct list_record *lists;
    size_t list_count;
    const struct text_ref *list_words;
    size_t list_word_count;
    const uint32_t *english_stems;
    size_t english_stem_count;
    const struct translation_record *translations;
    size_t translation_count;
    const table_slot *translation_table;
    size_t translation_slots;
    const struct translation_word *translation_words;
    size_t translation_word_count;
    const struct learned_pair *learned_pairs;
    size_t learned_pair_count;
    const uint32_t *learned_places;
    size_t learned_place_count;
    const struct synonym_record *synonyms;
    size_t synonym_count;
    const uint32_t *synonym_places;
    size_t synonym_place_count;
    const struct list_record *pair_lists;
    size_t pair_list_count;
    const struct pair_record *pairs;
    size_t pair_count;
    const struct listed_word *listed_words;
    size_t listed_word_count;
    const struct listing_record *listings;
    size_t listing_count;
    const struct list_record *named_lists[NAMED_LIST_COUNT]; /* NULL: not compiled in */
    const struct list_record *named_tables[NAMED_TABLE_COUNT];
    uint32_t list_numbers[NAMED_LIST_COUNT]; /* in listings; one that no word has: not compiled in */
    uint32_t table_numbers[NAMED_TABLE_COUNT];
    const table_slot *listed;
    size_t listed_slots;
    const uint64_t *listed_filter; /* most words that are asked about stand in no list: a look at one bit says so */
    size_t listed_filter_words;
    const struct sense_row *sense_rows; /* beside the pairs of the table "sense-fields" */
    size_t sense_row_count;
    const struct sense_record *senses;
    const struct sense_word *sense_words;
    const struct sense_item *sense_items;
    const struct scrap_record *scraps;
    size_t scrap_count;
    const struct letter_row *letter_rows;
    size_t letter_row_count;
    const uint64_t *letter_filter; /* most letters of words begin no row: a look at one bit says so */
    size_t letter_filter_words;
    const uint32_t *parts; /* of compounds: lexicon/compound_parts.h */
    size_t part_slots;
    const uint64_t *said_together; /* keys of lexicon/said_together.h, ascending */
    size_t said_together_count;
    const void *map; /* the whole file */
    size_t map_size;
};

/* Maps the compiled data. Returns -1 with *error when it is missing, of another version, or damaged. */
int lexicon_open(const char *path, struct lexicon *out, struct rs_error *error);
void lexicon_close(struct lexicon *lexicon);

/* The records of a section, each of size bytes; *count receives their number. Used by rules/ for its own sections. */
const void *lexicon_records(const struct lexicon *lexicon, enum section_id id, size_t size, size_t *count);

/* Finds a form by its exact spelling; its index, or NO_ID. */
uint32_t lexicon_form(const struct lexicon *lexicon, struct slice text);

/* How often Ding's German has the word in this spelling, at most 65535; 0 when it is not known. */
uint16_t word_frequency(const struct lexicon *lexicon, struct slice word);

/* True when a dictionary has the form (or NO_ID: false). One that stands in the lexicon for the sake of a rule that
 * marks it is no known word. */
bool is_known_form(const struct lexicon *lexicon, uint32_t form);

/* The same for a spelling. */
bool is_dictionary_word(const struct lexicon *lexicon, struct slice text);

/* Finds a lemma by its exact spelling; its index, or NO_ID. */
uint32_t lexicon_lemma(const struct lexicon *lexicon, struct slice text);

/* The texts behind ids; borrowed from the mapping. */
static inline struct slice lexicon_text(const struct lexicon *lexicon, struct text_ref ref)
{
    return (struct slice){ lexicon->strings + ref.at, ref.len };
}

static inline struct slice lemma_text(const struct lexicon *lexicon, uint32_t lemma)
{
    return lexicon_text(lexicon, lexicon->lemmas[lemma].text);
}

/* True when the word (any case) is an English one (en_US). */
bool is_english_word(const struct lexicon *lexicon, struct slice word);

/* True when en_US has the word in lower case, so that it is not only a name. */
bool is_common_english(const struct lexicon *lexicon, struct slice word);

/* The English word (any case), with the words that it can be a form of; NULL when en_US does not know it. */
const struct english_record *english_word(const struct lexicon *lexicon, struct slice word);
struct slice english_stem(const struct lexicon *lexicon, const struct english_record *word, uint32_t index);

/* The German words that Ding gives for an English word or pair of words in its dictionary form (lower case):
 * record->count of them from translation_words + record->first on, the commonest first. NULL: none. */
const struct translation_record *translation_of(const struct lexicon *lexicon, struct slice english);

/* The same for a word that the English one can be a form of. */
static inline const struct translation_record *stem_translation(const struct lexicon *lexicon,
                                                                const struct english_record *word, uint32_t index)
{
    uint32_t place = lexicon->english[lexicon->english_stems[word->first_stem + index]].translation;

    return place == 0 ? NULL : &lexicon->translations[place - 1];
}

/* The same for an English word in lower case or, where Ding lacks it, for a word it can be a form of ("rejected":
 * reject). */
const struct translation_record *translation_of_form(const struct lexicon *lexicon, struct slice english);

/* The German lemmas that stand for an English word (by its index in lexicon.english) in Ding's phrases, the surest
 * first: *count pairs from the pointer on. */
const struct learned_pair *learned_pairs_of(const struct lexicon *lexicon, uint32_t english, size_t *count);

/* The groups of the thesaurus that a lemma stands in, ascending: *count records from the pointer on. */
const struct synonym_record *synonyms_of(const struct lexicon *lexicon, uint32_t lemma, size_t *count);

/* A table of dictionaries/bilingual/ or dictionaries/tables/ by name, NULL when there is none; the values of a key in
 * it, in the order of the file: *count of them from the pointer on. */
const struct list_record *lexicon_pairs(const struct lexicon *lexicon, struct slice name);
const struct pair_record *pairs_of(const struct lexicon *lexicon, const struct list_record *list, struct slice key,
                                   size_t *count);

/* A word list by name, or NULL; whether it holds a word (exact; false also without a list). */
const struct list_record *lexicon_list(const struct lexicon *lexicon, struct slice name);
bool list_holds(const struct lexicon *lexicon, const struct list_record *list, struct slice word);

/* All that a word is listed in, or NULL. */
const struct listed_word *lexicon_listed(const struct lexicon *lexicon, struct slice word);

/* The lists and tables that the program knows by number (lexicon/named_lists.h); NULL: not compiled in. */
static inline const struct list_record *named_list(const struct lexicon *lexicon, enum named_list list)
{
    return lexicon->named_lists[list];
}

static inline const struct list_record *named_table(const struct lexicon *lexicon, enum named_table table)
{
    return lexicon->named_tables[table];
}

/* How many numbers listings have, and one more that no word has. */
static inline size_t listing_numbers(const struct lexicon *lexicon)
{
    return lexicon->list_count + 2 * lexicon->pair_list_count + 1;
}

/* The number of a table of the lexicon in listings, of its keys and of the first words of those of several words. */
static inline uint32_t table_number(const struct lexicon *lexicon, const struct list_record *table)
{
    return (uint32_t)(lexicon->list_count + (size_t)(table - lexicon->pair_lists));
}

static inline uint32_t first_word_number(const struct lexicon *lexicon, const struct list_record *table)
{
    return table_number(lexicon, table) + (uint32_t)lexicon->pair_list_count;
}

/* The number of a list of the lexicon in listings. */
static inline uint32_t list_number(const struct lexicon *lexicon, const struct list_record *list)
{
    return (uint32_t)(list - lexicon->lists);
}

static inline bool in_word_list(const struct lexicon *lexicon, enum named_list list, struct slice word)
{
    return list_holds(lexicon, lexicon->named_lists[list], word);
}

/* The same for an adjective that has an ending: "französische" where the list has "französisch". */
bool inflected_in_list(const struct lexicon *lexicon, enum named_list list, struct slice word);

/* The form of a lemma that fits the features best (same part of speech, verb form, number, case, person …):
 * its text, or an empty slice when there is none. */
struct slice lemma_inflected(const struct lexicon *lexicon, uint32_t lemma, uint32_t features);

/* True when a dictionary gives a plural form of the lemma. */
bool lemma_has_plural(const struct lexicon *lexicon, uint32_t lemma);

/* True when a form of that spelling has a reading with the part of speech. */
bool form_is(const struct lexicon *lexicon, struct slice word, enum pos pos);

static inline enum pos pos_of(uint32_t features)
{
    return (enum pos)(features & POS_MASK);
}

static inline enum verb_form verb_form_of(uint32_t features)
{
    return (enum verb_form)((features & VERB_MASK) >> VERB_SHIFT);
}

#endif
