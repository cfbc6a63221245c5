/* Text as a reader of a page sees it: pieces of the original flow together into blocks, each a segment; markup between
 * them is passed over, white space collapses. What the readers of marked-up formats write a transcript with. */
#ifndef ROTSTIFT_INPUT_FLOW_H
#define ROTSTIFT_INPUT_FLOW_H

#include "input/transcript.h"

/* The text that pieces are taken from, by byte offsets in it: a decoded file, or a text that was itself transcribed
 * from one (HTML inside a feed, a string of JSON without its escapes). Places are looked up from front to back. */
struct original {
    struct slice text;
    enum encoding encoding;
    const struct document *inner; /* text is this document's; NULL: the file's */
    size_t offset;                /* a place that is known … */
    struct origin at;             /* … and where it lies in the file */
};

struct original original_file(const struct decoded *decoded);
struct original original_inner(const struct document *inner);

/* Where the character at an offset begins in the file, and where the one before it ends. An offset before the last one
 * asked for is answered with that one's place. */
struct origin original_origin(struct original *original, size_t offset);
struct origin original_end(struct original *original, size_t offset);

struct flow {
    struct transcript *transcript;
    struct original *original;
    bool keep_space; /* white space is text: it does not collapse */
    enum segment_kind kind;
    bool open;      /* a segment has begun, at start */
    uint32_t start; /* in the document's text */
    bool spaced;    /* white space came after the last character: one space, if more text comes */
    enum anchor_kind space_kind;
    struct origin space_start, space_end;
};

/* Begins a flow of pieces of the original into the transcript (which has begun). */
void flow_begin(struct flow *flow, struct transcript *transcript, struct original *original);

/* Appends the original's text between two offsets as it stands. */
void flow_copy(struct flow *flow, size_t start, size_t end);

/* Appends text for what the original writes between two offsets (see transcribe_instead). White space in it collapses
 * too; a no-break space does not. */
void flow_instead(struct flow *flow, struct slice text, enum anchor_kind kind, size_t start, size_t end);

/* Adds a comment whose text stands in the original between two offsets and whose mark stands at another. */
void flow_comment(struct flow *flow, size_t mark, size_t start, size_t end);

/* Ends the block under way and returns its segment, or NULL when nothing was in it; kind is that of the next one. */
struct segment *flow_break(struct flow *flow, enum segment_kind kind);

#endif
