/* A transcript: a document's text as it is written out of the pieces of a file that a reader sees, with the anchors
 * that lead back to them. Each format finds the pieces; here they are composed (NFC) and put one behind the other. */
#ifndef ROTSTIFT_INPUT_TRANSCRIPT_H
#define ROTSTIFT_INPUT_TRANSCRIPT_H

#include "input/decode.h"

struct transcript {
    struct document *doc;
    enum encoding encoding;
    char *text; /* doc->text.at while it grows */
    size_t text_capacity, anchor_capacity, segment_capacity, comment_capacity;
    size_t comments_placed; /* those whose offset is final */
    struct origin next;     /* where the next character lies if the text runs along with the file */
    bool full;              /* the text would pass 4 GiB: the rest was left out */
};

/* A new document without text; name is copied. */
struct document *document_new(struct slice name);

/* Begins the text of doc. expected: the decoded text that the pieces will be taken from; more may come. */
void transcript_begin(struct transcript *transcript, struct document *doc, const struct decoded *expected);

/* Empties the document's text, anchors and segments, whose memory is used again. */
void transcript_restart(struct transcript *transcript);

/* Appends a piece of decoded text, composed; *at is the place of its first character and is moved behind its last.
 * A line break in it becomes a space.
 * Of more than 32 combining marks in a row some may stay uncomposed: putting them in order costs the square of their
 * number. */
void transcribe(struct transcript *transcript, struct slice piece, struct origin *at);

/* Appends text that is written otherwise in the file (ANCHOR_STANDS_FOR) or that replaces something
 * (ANCHOR_REPLACES): all of it comes from the place *from, and ends at *to. */
void transcribe_instead(struct transcript *transcript, struct slice text, enum anchor_kind kind,
                        const struct origin *from, const struct origin *to);

/* Adds a comment that stands here; its text is copied. */
void transcribe_comment(struct transcript *transcript, struct slice text, const struct origin *at);

/* Begins a segment (after a line break that divides it from the one before); returns its start. */
uint32_t segment_begin(struct transcript *transcript);

/* Ends the segment that began at start: appends it to doc->segments and returns it, until the next call. */
struct segment *segment_end(struct transcript *transcript, uint32_t start, enum segment_kind kind);

#endif
