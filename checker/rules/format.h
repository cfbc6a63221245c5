/* Compiled rules: fixed-size records that name each other by index (see lexicon/format.h). */
#ifndef ROTSTIFT_RULES_FORMAT_H
#define ROTSTIFT_RULES_FORMAT_H

#include "lexicon/format.h"

enum rule_order {
    ORDER_CLAUSE,
    ORDER_FIXED,
    ORDER_FREE,
    ORDER_OBJECT, /* two words: a verb and its object, which may stand in brackets */
    ORDER_SUBJECT /* likewise a verb and its subject */
};
enum rule_marks { MARKS_MATCH, MARKS_SENTENCE, MARKS_SEGMENT };
/* Nearby: the sentence, the one before or behind it, or more than in passing in the document. */
enum condition_scope { SCOPE_SENTENCE, SCOPE_PARAGRAPH, SCOPE_DOCUMENT, SCOPE_NEARBY };

struct rule_record {
    struct text_ref id, category, english, why_de, why_en;
    float confidence;
    uint8_t severity; /* enum severity */
    uint8_t marks;    /* enum rule_marks */
    uint8_t once;     /* marked at its first place in a document only */
    uint8_t reserved;
    uint32_t first_pattern, pattern_count; /* patterns of a built-in check: none */
    uint32_t first_condition, condition_count;
    uint32_t first_suggestion, suggestion_count;
};

/* A segment's signature has a bit for each key (rules/trigger.h) of its words. */
enum { SIGNATURE_BITS = 4096, MAX_PARTNERS = 4 };
typedef uint16_t partner_bit;

/* Sets of alternatives in the section of partners: for each partner the number of its bits, then the bits; the rarest
 * first. Where a segment lacks one the pattern can't match, and most tries end there. */
struct partners {
    uint32_t first, count; /* values */
};

struct pattern_record {
    uint32_t rule;
    uint32_t first_item;
    struct partners partners; /* its rarest words beside the anchor */
    float confidence;
    uint8_t item_count;
    uint8_t order;         /* enum rule_order */
    uint8_t unconditional; /* <near> need not hold */
    uint8_t anchor;        /* index of the item whose tests are in the trigger table */
};

/* A verb and a noun that belongs to it, the noun being looked for. */
static inline bool is_relation(uint32_t order)
{
    return order == ORDER_OBJECT || order == ORDER_SUBJECT;
}

/* order="object" and "subject": the index of the noun, behind the verb or behind the verb and a bracket. */
static inline uint32_t rule_relation_noun(uint32_t item_count)
{
    return item_count > 2 ? 2 : 1;
}

/* One item of a pattern: a word, a gap, or an edge. Every article touches most items and tests, so these are small. */
enum item_kind {
    ITEM_WORD, /* one token that passes the tests */
    ITEM_GAP,  /* up to max tokens, within the clause */
    ITEM_SENTENCE_START,
    ITEM_SENTENCE_END,
    ITEM_SEGMENT_START,
    ITEM_SEGMENT_END,
    ITEM_MARK_START,
    ITEM_MARK_END,
    ITEM_PHRASE, /* a noun phrase: several tokens */
};
enum item_flag { ITEM_OPTIONAL = 1, ITEM_FLOATS = 2 /* a verb: free place in order="clause" */ };
enum {
    ITEM_KINDS = (1 << 4) - 1,
    ITEM_NUMBERS = (1 << 6) - 1,
    LONGEST_GAP = (1 << 8) - 1,
    LONGEST_TEXT = (1 << 8) - 1,
    MOST_TESTS = (1 << 12) - 1
};
struct item_record {
    unsigned kind : 4, flags : 2; /* enum item_kind, item_flag */
    unsigned number : 6;          /* word: which one of the pattern as written, from 1 (suggestions name it) */
    unsigned max : 8;             /* gap: at most so many tokens */
    unsigned test_count : 12;     /* conjunction of groups, each a run of alternatives */
    uint32_t first_test;
    uint32_t keys[2]; /* low and high half: spelling_bit and lemma_bit of all that the choosiest group asks for; a word
                         that has none of them does not fit */
};

/* One alternative of an item. Consecutive tests with the same group are alternatives; all groups must hold, a negated
 * one by none of its alternatives. */
enum test_kind {
    TEST_FORM,      /* the form, exact; value: where its text begins in SECTION_STRINGS */
    TEST_LEMMA,     /* value: lemma id */
    TEST_WHOLE,     /* the same, and no longer compound that is only read as its head */
    TEST_HEAD,      /* compound with this head, or the word itself */
    TEST_FIRST,     /* compound with this first part */
    TEST_PART,      /* the word itself or any part of a compound */
    TEST_CLASS,     /* value: enum word_class */
    TEST_LIST,      /* value: list index */
    TEST_LIST_PART, /* any part of a compound stands in the list */
};
struct test_record {
    unsigned kind : 7, negated : 1; /* enum test_kind */
    unsigned group : 8;
    unsigned length : 8;   /* bytes of the form or lemma */
    unsigned spelling : 8; /* its spelling_number: most words end here, and its text is not touched */
    uint32_t value;
};

enum word_class {
    CLASS_NOUN,
    CLASS_NAME,
    CLASS_VERB,
    CLASS_ADJECTIVE,
    CLASS_ADVERB,
    CLASS_DETERMINER,
    CLASS_PRONOUN,
    CLASS_PREPOSITION,
    CLASS_NUMBER,
    CLASS_CAPITAL,
    CLASS_UNKNOWN,
    CLASS_ANY,
    CLASS_BARE,
    CLASS_COMPARATIVE,
    CLASS_FINITE,
    CLASS_ENGLISH,
    CLASS_NAMED,
    CLASS_TEAM,
    CLASS_GERMAN,
    CLASS_INFINITIVE,
    CLASS_PARTICIPLE,
    CLASS_PERSON,
    CLASS_SINGULAR,
    CLASS_PAIRED,
    CLASS_YEAR,
    CLASS_PAST,
    CLASS_COUNT
};

struct condition_record {
    uint32_t first_item, item_count; /* a pattern */
    uint8_t scope;                   /* enum condition_scope */
    uint8_t negative;                /* <unless> */
    uint8_t order;
    uint8_t least;  /* words that must match it */
    uint32_t group; /* <near> elements with one group are alternatives (the companies of a name) */
    struct partners partners;
};

/* Where to start looking: the patterns whose anchor item a word can match, one trigger each. */
struct trigger_group {
    uint32_t key; /* upper half of its key (rules/trigger.h); what another word's is taken for does not match */
    uint32_t first_trigger, trigger_count;
};

struct suggestion_record {
    struct text_ref text; /* as written in the rule */
};

#endif
