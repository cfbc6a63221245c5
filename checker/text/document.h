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

/* From text_start to the next anchor the text runs along with the file, character by character:
 * one decoded code point in the file for each code point in the text. Formats that skip markup, entities or
 * that compose characters (NFC) start a new anchor wherever that is not so. */
struct anchor {
    uint32_t text_start;    /* byte offset in document.text */
    uint8_t bytes_per_char; /* file bytes per code point: 1 (Latin-1), 0 = as in UTF-8 */
    struct origin origin;
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
};

#define MAX_TOKEN_BYTES 1024 /* a longer word or number is cut into tokens without space between them */

struct token {
    struct span span;
    uint8_t kind;      /* enum token_kind */
    uint16_t flags;    /* enum token_flag */
    uint32_t sentence; /* index */
    uint32_t clause;   /* number of the clause, ascending over the document */
    struct token_analysis analysis;
};

#define NO_ID UINT32_MAX

/* A part of a compound: "Open", "Source", "Lama", "Modelle". */
struct compound_part {
    struct span span;
    uint32_t lemma; /* id, or NO_ID for a part the lexicon does not know */
};

struct document {
    struct arena arena;    /* owns all that the document points to */
    struct slice name;     /* the file's name, "-" for standard input */
    struct slice text;     /* NFC UTF-8; segments separated by "\n" */
    struct slice encoding; /* "UTF-8", "windows-1252" */
    struct anchor *anchors;
    size_t anchor_count;
    struct segment *segments;
    size_t segment_count;
    struct sentence *sentences;
    size_t sentence_count;
    struct token *tokens;
    size_t token_count;
    struct compound_part *parts;
    size_t part_count, part_capacity;
    size_t word_count;           /* tokens of kind word or number: what penalties are related to */
    struct document *english;    /* the source, owned by this document; NULL: none, or in the segments alone */
    bool english_aligned;        /* its segment i is the source of segment i */
    struct bilingual *bilingual; /* what is known of both together; in the arena, NULL without a source */
};

static inline struct slice text_of(const struct document *doc, struct span span)
{
    return (struct slice){ doc->text.at + span.start, span.end - span.start };
}

static inline struct slice token_text(const struct document *doc, const struct token *token)
{
    return text_of(doc, token->span);
}

/* Where a byte offset of the text lies in the file. offset may be doc->text.len (the end). */
struct origin document_origin(const struct document *doc, uint32_t offset);

/* Divides doc->segments into sentences and tokens (text/tokens.c, text/sentences.c).
 * Needs text and segments; fills sentences, tokens, the token and sentence ranges of segments, word_count.
 * abbreviations: see text/abbreviations.h. */
struct abbreviations;
void document_divide(struct document *doc, const struct abbreviations *abbreviations);

#endif
