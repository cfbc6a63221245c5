/* The document: an article's text, where each character of it came from, and its parts.
 *
 * input/ makes it from bytes, text/ divides it, lexicon/ reads the words, checks/ only read it. */
#ifndef ROTSTIFT_TEXT_DOCUMENT_H
#define ROTSTIFT_TEXT_DOCUMENT_H

#include "text/arena.h"
#include "text/slice.h"

/* A place in the file as it was read. */
struct origin {
    uint64_t byte;       /* offset in the file's bytes */
    uint32_t code_point; /* offset in the decoded file: code points before NFC, a byte order mark not counted,
                            CR LF counted as the two that they are */
    uint32_t line;       /* from 1 */
    uint32_t column;     /* from 1, in code points */
};

/* How the text behind an anchor, up to the next one, comes from the file. */
enum anchor_kind {
    ANCHOR_RUNS_ALONG, /* character by character: one decoded code point in the file for each in the text */
    ANCHOR_STANDS_FOR, /* the same characters written otherwise: an entity, an escape, marks not yet composed,
                          several spaces. The next anchor is where that ends. */
    ANCHOR_REPLACES,   /* something that is no text: a line break, an image, a placeholder. Ends likewise. */
};

/* Formats that skip markup start a new anchor behind it. Where the text before it ended in a place that stands for
 * something, two anchors share their text_start: the first says where that ended, the second where the text goes on. */
struct anchor {
    uint32_t text_start;    /* byte offset in document.text */
    uint8_t bytes_per_char; /* file bytes per code point: 1 (Latin-1), 0 = as in UTF-8 */
    uint8_t kind;           /* enum anchor_kind */
    struct origin origin;
};

/* What stands in the text for inline code, an image, a placeholder of a translation: U+FFFC. */
#define OBJECT_CHARACTER "\xef\xbf\xbc"

/* A comment of the file (Markdown, HTML, XML, PO): what stands between its marks. */
struct comment {
    struct slice text;    /* in the document's arena */
    uint32_t offset;      /* in document.text, of the first character behind the comment, or the text's end */
    struct origin origin; /* of its opening mark */
};

/* How the file writes text: what a correction must heed. */
enum notation {
    NOTATION_PLAIN,
    NOTATION_MARKDOWN, /* * _ ` [ ] < & and \ may mean something */
    NOTATION_XML,      /* and HTML: < > & are written as entities */
    NOTATION_JSON,     /* inside a JSON string */
    NOTATION_PO,       /* inside a C string */
    NOTATION_TSV,      /* no tab, no line break */
    NOTATION_NESTED,   /* one notation inside another, such as HTML in JSON */
    NOTATION_PACKED,   /* a part of an archive (DOCX, ODT): origins count bytes and code points of that part, lines
                          are paragraphs, columns characters of the paragraph */
};

enum segment_kind { SEGMENT_PARAGRAPH, SEGMENT_HEADING, SEGMENT_LIST_ITEM, SEGMENT_CELL, SEGMENT_CAPTION };

/* A paragraph, heading, list item …: what a reader sees as one block. */
struct segment {
    struct span span;
    enum segment_kind kind;
    uint32_t first_sentence, sentence_count;
    uint32_t first_token, token_count;
    struct slice source; /* the English beside it, empty when there is none */
};

struct sentence {
    struct span span;
    uint32_t segment;
    uint32_t first_token, token_count;
    struct slice source; /* the English of it, from whole sentences; empty when there is none (bilingual/) */
};

enum token_kind {
    TOKEN_WORD,        /* letters, with inner hyphens and apostrophes: "Open-Source-Modell", "geht’s" */
    TOKEN_NUMBER,      /* "3", "48,4", "5.000", "1990er", "7,5-mal" is a word */
    TOKEN_PUNCTUATION, /* one mark; "...", "--" and longer runs of these two are one */
    TOKEN_ADDRESS,     /* URL, e-mail address, @name, #tag, file name */
    TOKEN_SYMBOL,      /* %, €, ©, emoji … */
};

enum token_flag {
    TOKEN_SPACE_BEFORE = 1 << 0,   /* white space or the segment's start stands before it */
    TOKEN_SENTENCE_START = 1 << 1, /* the first word of a sentence (also after an opening quotation mark or a colon) */
    TOKEN_CAPITAL = 1 << 2,        /* the first letter is upper case */
    TOKEN_ALL_CAPS = 1 << 3,       /* at least two letters, all upper case: "EU", "LESEN" */
    TOKEN_INNER_CAPITAL = 1 << 4,  /* an upper-case letter follows a lower-case one: "OpenAI", "iPhone" */
    TOKEN_HYPHEN = 1 << 5,         /* holds a hyphen between letters or digits */
    TOKEN_APOSTROPHE = 1 << 6,
    TOKEN_ABBREVIATION = 1 << 7, /* ends in a full stop that belongs to it: "Mrd.", "z. B." is two tokens */
    TOKEN_ORDINAL = 1 << 8,      /* a number with its full stop: "3." in "am 3. Mai" */
    TOKEN_QUOTED = 1 << 9,       /* inside quotation marks */
    TOKEN_DIGIT = 1 << 10,       /* a word that holds digits: "GPT-4", "SS19" */
    TOKEN_OPENING = 1 << 11,     /* a quotation mark that opens */
    TOKEN_CLOSING = 1 << 12,     /* a quotation mark that closes */
};

struct reading;   /* lexicon/lexicon.h */
struct word_type; /* lexicon/word_types.h */
struct word_types;
struct bilingual; /* bilingual/bilingual.h */

/* What lexicon/analysis.h writes into a token; zero until then. */
struct token_analysis {
    const struct reading *readings; /* borrowed from the lexicon or the document's arena */
    uint16_t reading_count;
    uint16_t flags;    /* enum analysis_flag, lexicon/analysis.h */
    uint32_t form;     /* id of the form in the lexicon, or NO_ID */
    uint32_t joined;   /* lemma id of verb and separated prefix together ("reißt … ab" -> abreißen), or NO_ID */
    uint32_t particle; /* token index of that prefix, or NO_ID; on the prefix: token index of its verb */
    uint32_t first_part, part_count; /* compound parts in document.parts */
    uint64_t traits;                 /* of the readings: a bit for each enum trait, lexicon/traits.h */
    uint64_t lemmas;                 /* of the readings: lemma_bit of each */
    uint64_t keys; /* of the text and the parts: spelling_bit (lexicon/hash.h) and lemma_bit; lemma_bit of joined */
};

#define MAX_TOKEN_BYTES 1024 /* a longer word or number is cut into tokens without space between them */

struct token {
    struct span span;
    uint8_t kind;                 /* enum token_kind */
    uint16_t flags;               /* enum token_flag */
    uint32_t sentence;            /* index */
    uint32_t clause;              /* number of the clause, ascending over the document */
    const struct word_type *type; /* NULL until it is analysed */
    struct token_analysis analysis;
};

#define NO_ID UINT32_MAX

/* Several lemmas may have one bit: where it is not set no reading has the lemma. */
static inline uint64_t lemma_bit(uint32_t lemma)
{
    return (uint64_t)1 << lemma % 64;
}

/* A part of a compound: "Open", "Source", "Lama", "Modelle". */
struct compound_part {
    struct span span;
    uint32_t lemma; /* id, or NO_ID for a part the lexicon does not know */
};

struct document {
    struct arena arena;    /* owns all that the document points to, but for what only checks need: */
    struct arena analysis; /* tokens, what is known of them, compound parts, bilingual */
    struct slice name;     /* the file's name, "-" for standard input */
    struct slice text;     /* NFC UTF-8; segments separated by "\n" */
    struct slice encoding; /* "UTF-8", "windows-1252" */
    enum notation notation;
    struct anchor *anchors;
    size_t anchor_count;
    struct comment *comments; /* in the order of the file */
    size_t comment_count;
    struct segment *segments;
    size_t segment_count;
    struct sentence *sentences;
    size_t sentence_count;
    struct token *tokens;
    size_t token_count;
    struct word_types *types; /* borrowed; those of the tokens. NULL: analyse makes some in document.analysis */
    struct compound_part *parts;
    size_t part_count, part_capacity;
    size_t word_count;           /* tokens of kind word or number: what penalties are related to */
    struct document *english;    /* the source, owned by this document; NULL: none, or in the segments alone */
    bool english_aligned;        /* its segment i is the source of segment i */
    struct bilingual *bilingual; /* what is known of both together; NULL without a source */
};

static inline struct slice text_of(const struct document *doc, struct span span)
{
    return (struct slice){ doc->text.at + span.start, span.end - span.start };
}

static inline struct slice token_text(const struct document *doc, const struct token *token)
{
    return text_of(doc, token->span);
}

/* The first token that ends behind the offset (bytes of the text); token_count when there is none. */
size_t token_behind(const struct document *doc, uint32_t offset);

/* True when both tokens stand in one clause; false when b is past the end. */
static inline bool same_clause(const struct document *doc, size_t a, size_t b)
{
    return b < doc->token_count && doc->tokens[a].sentence == doc->tokens[b].sentence &&
           doc->tokens[a].clause == doc->tokens[b].clause;
}

/* Where the character at a byte offset of the text begins in the file. offset may be doc->text.len (the end). */
struct origin document_origin(const struct document *doc, uint32_t offset);

/* Where the character before a byte offset of the text ends in the file: before any markup that follows it. */
struct origin document_end(const struct document *doc, uint32_t offset);

/* Where a span of the text lies in the file. */
struct place {
    struct origin start, end; /* the file's bytes from start.byte to end.byte hold the span */
    bool unbroken; /* they hold nothing else: no markup, no placeholder. They may hold entities or escapes. */
};

struct place document_place(const struct document *doc, struct span span);

/* The end of the longest run from start, at most to end, that one anchor leads back to; *kind is the anchor's. */
uint32_t document_run(const struct document *doc, struct span span, enum anchor_kind *kind);

/* Divides doc->segments into sentences and tokens (text/tokens.c, text/sentences.c).
 * Needs text and segments; fills sentences, tokens, the token and sentence ranges of segments, word_count.
 * abbreviations: see text/abbreviations.h. */
struct abbreviations;
void document_divide(struct document *doc, const struct abbreviations *abbreviations);

/* Gives back what only checks need, once they are done: tokens are most of a document's memory. What issues and
 * reports show stays. */
void document_forget_analysis(struct document *doc);

#endif
