/* The English beside a document: divided, aligned with the German, its words linked to German words.
 *
 * One structure that all checks with a source read; it exists only where there is a source. The way of the data:
 * source.c makes a document of the English (text/ divides it) and knows which German segments belong to which text of
 * it; alignment.c pairs their sentences; links.c links their words, which german_index.c finds. */
#ifndef ROTSTIFT_BILINGUAL_BILINGUAL_H
#define ROTSTIFT_BILINGUAL_BILINGUAL_H

#include "lexicon/word_types.h"
#include "text/abbreviations.h"
#include "text/document.h"

/* How an English word and a German word belong together; the higher, the surer. */
enum link_kind {
    LINK_NONE,
    LINK_AKIN,       /* neither has another, and a translation is a synonym or relative: "baffled" – "überrascht" */
    LINK_FAMILY,     /* a German relative of a translation: "decide" – "Entscheidung" */
    LINK_COGNATE,    /* spelled alike: "minister" – "Ministerin" */
    LINK_LEARNED,    /* they stand for each other in Ding's phrases: "abroad" – "Ausland" */
    LINK_PART,       /* a translation is a part of a compound: "price" – "Preisanstieg" */
    LINK_DICTIONARY, /* Ding gives it */
    LINK_NUMBER,     /* the same figure */
    LINK_NAME,       /* the same letters, perhaps with a German ending or in a compound: "Obama" – "Obamas" */
};

/* Tokens by index in their documents. Links of an English token stand together, in order of english and german. */
struct link {
    uint32_t english, german;
    enum link_kind kind;
    uint16_t rank; /* place of the German word among Ding's translations, from 0; UINT16_MAX where Ding has no part */
};

enum english_flag {
    ENGLISH_CONTENT = 1 << 0, /* a word that carries sense: no article, pronoun, preposition, auxiliary … */
    ENGLISH_NAME = 1 << 1,    /* capitalised where a common word would not be, or known to no dictionary */
    ENGLISH_SECOND = 1 << 2,  /* second of two words that Ding translates together: "out" in "rule out" */
};

/* Beside each token of the English document. */
struct english_word {
    const struct english_record *record; /* its possible stems (lexicon.h); NULL: no word of en_US */
    uint32_t first_link, link_count;     /* in bilingual.links */
    uint32_t best;                       /* German token that it fits best, each German token given once; or NO_ID */
    uint32_t passage;                    /* index in bilingual.passages */
    uint16_t flags;                      /* enum english_flag */
    uint8_t best_kind;                   /* enum link_kind */
};

/* Beside each token of the German document. */
struct german_word {
    uint32_t best;     /* English token, or NO_ID */
    uint32_t passage;  /* index in bilingual.passages, or NO_ID: no source there */
    uint8_t best_kind; /* enum link_kind */
    uint8_t linked;    /* enum link_kind: of its surest link to any word */
};

/* Sentences that translate each other, by first sentence and number; one side may be empty. In document order. */
struct passage {
    uint32_t english, english_count;
    uint32_t german, german_count;
    uint32_t content, linked; /* its English words that carry sense, and those of them that have a link of more than
                                 LINK_AKIN */
    struct spelling_set spellings; /* of its English words: what english_is can be true of */
};

/* A row of negative-affixes.tsv in dictionaries/bilingual/. */
enum affix_place { AFFIX_ENGLISH_PREFIX, AFFIX_ENGLISH_SUFFIX, AFFIX_GERMAN_PREFIX, AFFIX_GERMAN_SUFFIX, AFFIX_PLACES };
struct affixes {
    const struct pair_record *first;
    size_t count;
};

struct bilingual {
    const struct lexicon *lexicon;
    const struct document *english; /* divided with English abbreviations; the document's */
    bool is_english;                /* false: its words are hardly English; the checks keep silent */
    struct english_word *words;     /* beside english->tokens */
    struct german_word *german;     /* beside the document's tokens */
    struct link *links;
    size_t link_count;
    struct passage *blocks; /* paragraphs that belong together, as sentences */
    size_t block_count;
    struct passage *passages; /* sentences that belong together, within blocks */
    size_t passage_count;
    struct affixes negative_affixes[AFFIX_PLACES]; /* bilingual/negation_words.c; first is NULL before they are read */
};

/* What bilingual_read needs beside the document. */
struct bilingual_context {
    const struct lexicon *lexicon;
    const struct abbreviations *abbreviations; /* English ones */
    struct word_types *types;                  /* English ones, NULL: made in the document's arena */
};

/* Completes the type of an English word: its record, without a genitive, and the listings of its dictionary forms and
 * of its part before a hyphen. */
describe_function describe_english_word;

/* False when no form of the English token is a key of the table; the first word of a key of several words. */
bool english_may_be(const struct bilingual *bilingual, uint32_t token, const struct list_record *table);
bool english_may_begin(const struct bilingual *bilingual, uint32_t token, const struct list_record *table);

/* Reads the source of a divided and analysed document into doc->bilingual: doc->english where the source is a file of
 * its own, else the segments' sources, of which doc->english is then made. Sets the sources of sentences, and in the
 * first case those of segments. Does nothing for a document without source. All is in the document's arena. */
void bilingual_read(const struct bilingual_context *context, struct document *doc);

static inline struct slice english_text(const struct bilingual *bilingual, uint32_t token)
{
    return token_text(bilingual->english, &bilingual->english->tokens[token]);
}

/* The same in lower case. */
static inline struct slice lower_english(const struct bilingual *bilingual, uint32_t token)
{
    return token_lower(&bilingual->english->tokens[token]);
}

/* No article, pronoun, preposition, auxiliary. */
static inline bool carries_sense(const struct bilingual *bilingual, uint32_t token)
{
    return (bilingual->words[token].flags & ENGLISH_CONTENT) != 0;
}

/* True when the second is the first with its ASCII letters in lower case. */
bool is_lower_form(struct slice text, struct slice lower);

/* "Queen" of "Queen's". */
struct slice without_english_genitive(struct slice word);

/* True when the English token can be a form of this word (lower case): "went" of "go". */
bool english_is(const struct bilingual *bilingual, uint32_t token, struct slice word);

/* The same for any key of a table of dictionaries/bilingual/; *count values from the pointer on, NULL when none. */
const struct pair_record *english_pairs(const struct bilingual *bilingual, uint32_t token,
                                        const struct list_record *table, size_t *count);

/* The same for a type. */
const struct pair_record *pairs_of_english_type(const struct lexicon *lexicon, const struct word_type *type,
                                                const struct list_record *table, size_t *count);

/* The tokens of a passage: [*first, *end). */
void passage_english(const struct bilingual *bilingual, const struct passage *passage, uint32_t *first, uint32_t *end);
void passage_german(const struct document *doc, const struct passage *passage, uint32_t *first, uint32_t *end);

/* False for a passage whose words hardly answer each other: another text, or too free to be compared word by word. */
static inline bool is_translation(const struct passage *passage)
{
    return passage->english_count > 0 && passage->german_count > 0 &&
           (passage->content < 3 || passage->linked * 3 >= passage->content);
}

/* True where at least half of the words have a link: the two are the same text. */
static inline bool is_close_translation(const struct passage *passage)
{
    return passage->english_count > 0 && passage->german_count > 0 && passage->linked * 2 >= passage->content &&
           passage->linked >= 2;
}

/* Fewer than six of ten words answer each other: a free translation, which may say anything otherwise. */
static inline bool is_free_translation(const struct passage *passage)
{
    return passage->linked * 10 < passage->content * 6;
}

/* One sentence for one, at least half of whose words answer each other: close enough to be compared word by word. */
static inline bool is_sentence_pair(const struct passage *passage)
{
    return passage->english_count == 1 && passage->german_count == 1 && passage->linked > 0 &&
           passage->linked * 2 >= passage->content;
}

/* False for a passage so long that its words can't be compared with one another in reasonable time: no sentence is. Of
 * tokens it has at most so many, in either language. */
enum { LONGEST_PASSAGE = 300 };
bool is_short_passage(const struct bilingual *bilingual, const struct document *doc, const struct passage *passage);

/* The English text of a passage, from its first sentence to the end of its last; empty when it has none. */
struct slice passage_source(const struct bilingual *bilingual, const struct passage *passage);

/* The English text from one token to another, both included. */
struct slice english_between(const struct bilingual *bilingual, uint32_t first, uint32_t last);

#endif
