/* The compiled data file: what dictionaries/compile/ writes and the program maps read-only.
 *
 * A header, a table of sections, then the sections: arrays of the fixed-size records below. Records name each other by
 * index, texts by offset into the strings, so that the file can be mapped anywhere. Byte order and record sizes are the
 * machine's own: the file is made on the machine (or architecture) that reads it; the header's checks refuse any other.
 */
#ifndef ROTSTIFT_LEXICON_FORMAT_H
#define ROTSTIFT_LEXICON_FORMAT_H

#include <stdint.h>

#define DATA_MAGIC 0x54535452u /* "RTST" read on a little-endian machine */
#define DATA_VERSION 23u

enum section_id {
    SECTION_STRINGS,       /* bytes */
    SECTION_FORMS,         /* struct form_record */
    SECTION_FORM_TABLE,    /* table_slot */
    SECTION_READINGS,      /* struct reading */
    SECTION_LEMMAS,        /* struct lemma_record */
    SECTION_LEMMA_TABLE,   /* table_slot */
    SECTION_LEMMA_FORMS,   /* struct lemma_form */
    SECTION_ENGLISH,       /* struct english_record: English words in lower case */
    SECTION_ENGLISH_TABLE, /* table_slot */
    SECTION_RULES,         /* struct rule_record (rules/format.h); the sections from here on belong to rules/ */
    SECTION_RULE_TABLE,    /* table_slot: rules by id */
    SECTION_PATTERNS,
    SECTION_ITEMS,
    SECTION_TESTS,
    SECTION_CONDITIONS,
    SECTION_TRIGGERS, /* uint32_t: indexes of patterns */
    SECTION_TRIGGER_GROUPS,
    SECTION_TRIGGER_TABLE,
    SECTION_PARTNERS,
    SECTION_SUGGESTIONS,
    SECTION_LISTS,        /* struct list_record: word lists of dictionaries/words/ */
    SECTION_LIST_WORDS,   /* struct text_ref, sorted within a list */
    SECTION_TRANSLATIONS, /* struct translation_record: English to German (Ding) */
    SECTION_TRANSLATION_TABLE,
    SECTION_TRANSLATION_WORDS, /* struct translation_word */
    SECTION_ENGLISH_STEMS,     /* uint32_t: indexes in SECTION_ENGLISH */
    SECTION_PAIR_LISTS,        /* struct list_record: tables of dictionaries/bilingual/ */
    SECTION_PAIRS,             /* struct pair_record, sorted by key within a table */
    SECTION_COMPOUND_PARTS,    /* uint32_t: slots of lexicon/compound_parts.h; a power of two of them, or none */
    SECTION_LISTED_WORDS,      /* struct listed_word: the words of all lists and keys of all tables, each once */
    SECTION_LISTINGS,          /* struct listing_record */
    SECTION_LISTED_FILTER,     /* uint64_t: a bit for each hash in SECTION_LISTED; a power of two of words */
    SECTION_LISTED,            /* table_slot: lists and tables by name, listed words (lexicon/hash.h, enum listing) */
    SECTION_LEARNED_PAIRS,     /* struct learned_pair, ascending by English word, the surest first */
    SECTION_SYNONYMS,          /* struct synonym_record, ascending by lemma and group */
    SECTION_LEARNED_PLACES,    /* uint32_t: where the learned pairs of NUMBERS_A_PLACE English words begin */
    SECTION_SYNONYM_PLACES,    /* the same for the synonyms of lemmas */
    SECTION_SAID_TOGETHER,     /* uint64_t: keys of lexicon/said_together.h, ascending */
    SECTION_SENSE_ROWS,        /* struct sense_row: one for each pair of the table "sense-fields", in their order */
    SECTION_SENSES,            /* struct sense_record */
    SECTION_SENSE_WORDS,       /* struct sense_word, those of a row side by side */
    SECTION_SENSE_ITEMS,       /* struct sense_item */
    SECTION_LETTER_ROWS,       /* struct letter_row, ascending by letters and pair */
    SECTION_LETTER_FILTER,     /* uint64_t: a bit for each letter_bit() of these rows */
    SECTION_SCRAPS,            /* struct scrap_record: one for each row of the table "scraps" */
    SECTION_COUNT
};

struct section_record {
    uint64_t offset; /* bytes from the start of the file, a multiple of 16 */
    uint64_t size;   /* bytes */
};

struct data_header {
    uint32_t magic, version;
    uint32_t section_count, record_check; /* record_check: a hash over the record sizes */
    uint64_t file_size;
    uint64_t checksum; /* FNV-1a over all that follows the header */
    struct section_record sections[SECTION_COUNT];
};

/* In records that ascend by a number, where those of each so many numbers begin, and last where all end. */
enum { NUMBERS_A_PLACE = 16 };

/* A slot of a hash table: the record that may be a text's (index + 1, 0: empty) in the low SLOT_RECORD_BITS, and a part
 * of the text's hash above, which spares most looks at other records. */
typedef uint32_t table_slot;
enum { SLOT_RECORD_BITS = 22 }; /* four million records; the German forms are 1.3 million */
#define SLOT_RECORD(slot) ((slot) & (((table_slot)1 << SLOT_RECORD_BITS) - 1))

struct text_ref {
    uint32_t at, len; /* bytes in SECTION_STRINGS */
};

struct form_record {
    struct text_ref text;   /* exact spelling with case */
    uint32_t first_reading; /* in SECTION_READINGS */
    uint16_t reading_count; /* 0: spelled right, but nothing more is known */
    uint16_t frequency;     /* how often it stands in the German side of the Ding dictionary, at most 65535 */
};

struct lemma_record {
    struct text_ref text;
    uint32_t first_form; /* in SECTION_LEMMA_FORMS */
    uint16_t form_count;
    uint8_t separable; /* bytes of the separable prefix ("ab" in abreißen: 2), 0: none */
    uint8_t flags;     /* enum lemma_flag */
};

/* One inflected form of a lemma, for suggestions that reuse an inflection. */
struct lemma_form {
    uint32_t form;     /* index in SECTION_FORMS */
    uint32_t features; /* enum feature */
};

/* An English form and the words that it can be a form of: "left" is left and leave. */
struct english_record {
    struct text_ref text; /* lower case */
    uint32_t first_stem;  /* in SECTION_ENGLISH_STEMS */
    uint16_t stem_count;
    uint8_t common;       /* 1: en_US has it in lower case, it is not only a name */
    uint8_t pairs;        /* enum english_pair */
    uint32_t translation; /* index + 1 in SECTION_TRANSLATIONS; 0: Ding does not have it by itself */
};

/* Where a word stands in the pairs of words that Ding translates ("rule out"). */
enum english_pair { ENGLISH_PAIR_FIRST = 1 << 0, ENGLISH_PAIR_SECOND = 1 << 1 };

/* A key and one of its values, in a table of dictionaries/bilingual/. */
struct pair_record {
    struct text_ref key, value;
};

/* A row of a table whose keys are letters of words, and its first letters (lexicon/letter_rows.h). */
struct letter_row {
    uint32_t letters;
    uint32_t pair; /* the first of the key, in SECTION_PAIRS */
};

/* An expression of scraps.tsv: where it may match (checks/scraps.c). */
enum { NO_BYTE_NEEDED = -1 };
struct scrap_record {
    uint8_t beginnings[32]; /* a bit for each byte that it can begin with */
    int16_t needed;         /* a byte that stands in all that it matches, or NO_BYTE_NEEDED */
    uint16_t at_start;      /* 1: at the start of a paragraph only */
};

struct list_record {
    struct text_ref name;
    uint32_t first, count; /* in SECTION_LIST_WORDS */
};

/* A word with all that it is listed in: one look says of which lists it is one and in which tables it is a key. */
struct listed_word {
    struct text_ref text;
    uint32_t first, count; /* in SECTION_LISTINGS, ascending by list */
};

struct listing_record {
    uint32_t list; /* index of the list; tables are numbered on behind the lists, and behind those once more for the
                      first words of their keys of several words */
    uint32_t at;   /* its place there: in SECTION_LIST_WORDS, or of its first value in SECTION_PAIRS */
};

/* All German words that Ding gives for one English word (lemma, lower case). */
struct translation_record {
    struct text_ref english;
    uint32_t first, count; /* in SECTION_TRANSLATION_WORDS */
};

/* Words that stand for each other in Ding's phrases. */
struct learned_pair {
    uint32_t english; /* in SECTION_ENGLISH */
    uint32_t lemma;   /* in SECTION_LEMMAS */
};

/* A lemma and a group of the thesaurus that it stands in. */
struct synonym_record {
    uint32_t lemma; /* in SECTION_LEMMAS */
    uint32_t group;
};

/* A row of sense-fields.tsv, read and looked up (dictionaries/compile/sense_rows.c; README.md of its folder). */
enum { MOST_ROW_SENSES = 8 /* of a row */ };
enum sense_row_flag { ROW_HAS_CONSTRUCTION = 1 << 0 /* without any, it shows no sense for certain */ };
struct sense_row {
    uint64_t keys; /* a token that is a word of the row, but by part of a compound, has one of these among its keys or
                      lemmas */
    uint32_t first_sense, first_word;
    uint16_t sense_count, word_count;
    uint16_t flags, unused; /* enum sense_row_flag */
};

enum sense_flag {
    SENSE_RARE = 1 << 0,   /* "?" */
    SENSE_COMMON = 1 << 1, /* "!", or the first */
    SENSE_MARKED = 1 << 2, /* one without company is not, unless it is said to be common or rare */
};
struct sense_record {
    uint32_t first_word, first_item;
    uint16_t word_count, item_count;
    uint16_t flags, unused; /* enum sense_flag */
};

enum sense_word_flag {
    SENSE_WORD_NOUN = 1 << 0,      /* written with a capital */
    SENSE_WORD_GOOD_ONLY = 1 << 1, /* "*": good there and not what it is corrected to */
};
struct sense_word {
    struct text_ref text; /* without the "*" */
    uint32_t lemma;       /* in SECTION_LEMMAS; NO_ID: no dictionary has it */
    uint16_t sense;       /* in the row */
    uint16_t flags;       /* enum sense_word_flag */
};

/* Company of a sense: a field, a word ("=box"), or a construction, as written. */
enum sense_item_kind { SENSE_FIELD, SENSE_COMPANION, SENSE_CONSTRUCTION };
enum { NO_SPELLING = UINT16_MAX };
struct sense_item {
    struct text_ref text; /* without the "=" */
    uint8_t kind;         /* enum sense_item_kind */
    uint8_t weight;       /* of a construction: enum construction_weight */
    uint16_t spelling;    /* spelling_number of a word that must stand there; NO_SPELLING: of none */
};

/* How sure a construction shows the sense: a form, or a frame of words without sense, can only speak for the German
 * that stands there; words side by side are surer than one that is close by. */
enum construction_weight { BARE_WEIGHT = 1, OBJECT_WEIGHT, FRAME_WEIGHT };

struct translation_word {
    uint32_t lemma;         /* in SECTION_LEMMAS */
    struct text_ref domain; /* "med." from "[med.]", empty when none */
};

#endif
