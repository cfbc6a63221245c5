/* Word types: what is known of a word by its spelling alone.
 *
 * A text repeats its words: of ten tokens nine have stood there before. So each distinct word (a type, as linguists
 * say; what stands at a place is a token) is read once: its readings and compound parts, its lower case, the lists and
 * tables that it stands in, the patterns that it triggers, and where checks begin (checks/marks.h). Tokens point to
 * their type, and what a check asks of a token is then a look at a bit. A thread keeps its types from document to
 * document (checks/workbench.h). */
#ifndef ROTSTIFT_LEXICON_WORD_TYPES_H
#define ROTSTIFT_LEXICON_WORD_TYPES_H

#include "lexicon/hash.h"
#include "lexicon/lexicon.h"

/* A set of lists and tables, a bit for each as they are numbered in the listings of the lexicon. */
typedef const uint64_t *listing_set;

/* The spellings of words, a bit for each, which others may share; without regard to ASCII case. */
enum { SPELLING_BITS = 256 };
struct spelling_set {
    uint64_t bits[SPELLING_BITS / 64];
};

static inline void add_spelling_of(struct spelling_set *set, struct slice word)
{
    uint32_t number = spelling_number(word);

    set->bits[number / 64] |= (uint64_t)1 << number % 64;
}

/* True when the set has a spelling of that number. */
static inline bool holds_spelling(const struct spelling_set *set, uint32_t number)
{
    return (set->bits[number / 64] >> number % 64 & 1) != 0;
}

/* False when the set surely lacks the word. */
static inline bool may_hold_spelling(const struct spelling_set *set, struct slice word)
{
    return holds_spelling(set, spelling_number(word));
}

/* What checks found out of the word alone when they first asked: questions that cost much and that few words are asked.
 * They belong to the thread that has the types. */
enum word_note { NOTE_WORD_TOWN /* renders the first word of some town (checks/translated_towns.c) */ };
struct word_notes {
    uint64_t asked, found; /* a bit for each enum word_note */
};

struct word_type {
    struct slice text;   /* as written */
    struct slice lower;  /* in lower case */
    struct slice small;  /* with a small first letter */
    uint32_t small_form; /* that as a form of the lexicon, or NO_ID, and the traits of its readings */
    uint64_t small_traits;
    listing_set small_listed;
    uint64_t hash;
    uint8_t kind;                         /* enum token_kind */
    uint16_t flags;                       /* enum token_flag, those that do not come from the words around it */
    struct token_analysis analysis;       /* as in its tokens; joined and particle: NO_ID */
    const struct compound_part *parts;    /* spans from the word's start */
    listing_set listed;                   /* the text stands in these */
    listing_set lower_listed;             /* its lower case */
    listing_set lemmas_listed;            /* the lemma of a reading */
    listing_set head_listed;              /* of a compound: the last part, as it stands there or by its lemma */
    listing_set parts_listed;             /* any part */
    const struct english_record *english; /* the word (any case) as an English one, or NULL */
    struct spelling_set spellings;        /* of an English type: of the word and those it can be a form of */
    const struct pair_record *fields;     /* of an English type: those that it belongs to (english-fields.tsv) */
    size_t field_count;
    uint64_t marks; /* a bit for each; set by those who describe types: see below */
    const struct word_triggers *triggers;
    struct word_notes *notes;
};

/* Completes a type that has been read: for what the lexicon does not know. */
struct word_types;
typedef void describe_function(const struct word_types *types, struct word_type *type);

struct word_types {
    const struct lexicon *lexicon;
    struct arena *arena; /* all types lie there */
    describe_function *describe;
    const void *context;
    bool english; /* the words are English ones: without readings */
    listing_set empty;
    struct word_type **slots; /* by hash; a power of two, at most half of them taken */
    size_t slot_count, count;
};

/* What a word's flags may be without the words around it, and where it is a sentence's first. */
enum {
    TYPE_FLAGS = TOKEN_SENTENCE_START | TOKEN_CAPITAL | TOKEN_ALL_CAPS | TOKEN_INNER_CAPITAL | TOKEN_HYPHEN |
                 TOKEN_APOSTROPHE | TOKEN_ABBREVIATION | TOKEN_ORDINAL | TOKEN_DIGIT
};

/* The type of a token of that text; made when it is a new one. Lives as long as the arena. */
const struct word_type *word_type_of(struct word_types *types, const struct token *token, struct slice text);

/* The set, in the types' arena, with all that the word is listed in besides. */
listing_set with_listings(const struct word_types *types, listing_set set, struct slice word);

static inline bool set_holds(listing_set set, uint32_t number)
{
    return (set[number / 64] >> number % 64 & 1) != 0;
}

/* True when the token's text stands in the list; in lower case; the lemma of one of its readings does. */
static inline bool token_in_list(const struct lexicon *lexicon, enum named_list list, const struct token *token)
{
    return set_holds(token->type->listed, lexicon->list_numbers[list]);
}

static inline bool lower_in_list(const struct lexicon *lexicon, enum named_list list, const struct token *token)
{
    return set_holds(token->type->lower_listed, lexicon->list_numbers[list]);
}

static inline bool lemma_in_list(const struct lexicon *lexicon, enum named_list list, const struct token *token)
{
    return set_holds(token->type->lemmas_listed, lexicon->list_numbers[list]);
}

/* The values of the token's text, or of that in lower case, in a table, as pairs_of has them: asked only where a bit
 * says that there are some. */
static inline const struct pair_record *pairs_of_token(const struct lexicon *lexicon, const struct list_record *table,
                                                       const struct token *token, size_t *count)
{
    *count = 0;
    if (table == NULL || !set_holds(token->type->listed, table_number(lexicon, table)))
        return NULL;
    return pairs_of(lexicon, table, token->type->text, count);
}

static inline const struct pair_record *pairs_of_lower(const struct lexicon *lexicon, const struct list_record *table,
                                                       const struct token *token, size_t *count)
{
    *count = 0;
    if (table == NULL || !set_holds(token->type->lower_listed, table_number(lexicon, table)))
        return NULL;
    return pairs_of(lexicon, table, token->type->lower, count);
}

/* The token's text in lower case. */
static inline struct slice token_lower(const struct token *token)
{
    return token->type->lower;
}

/* True when the word with a small first letter stands in the list; is a key of the table; when a form of that spelling
 * has a reading with the part of speech. */
static inline bool small_in_list(const struct lexicon *lexicon, enum named_list list, const struct token *token)
{
    return set_holds(token->type->small_listed, lexicon->list_numbers[list]);
}

static inline bool small_in_table(const struct lexicon *lexicon, enum named_table table, const struct token *token)
{
    return set_holds(token->type->small_listed, lexicon->table_numbers[table]);
}

static inline bool small_is(const struct token *token, enum pos pos)
{
    return (token->type->small_traits >> pos & 1) != 0;
}

/* True when the word (any case) is an English one. */
static inline bool is_english_token(const struct token *token)
{
    return token->type->english != NULL;
}

#endif
