/* HTML and XML as libxml2 reads them, with the place of each piece of text in what was read.
 *
 * libxml2 hands text out decoded and says only how far it has read; the text is found again in the original from
 * there. Entities that a document declares are refused before they could be expanded, nothing outside it is loaded. */
#ifndef ROTSTIFT_INPUT_MARKUP_H
#define ROTSTIFT_INPUT_MARKUP_H

#include <libxml/parser.h>

#include "error.h"
#include "input/flow.h"

#define MAX_MARKUP_DEPTH 256 /* elements inside one another; libxml2's own limit for XML */

/* A piece of text as it came from the original between two offsets. */
struct markup_text {
    struct slice text;
    size_t start, end;
    bool verbatim; /* it stands there as it is (but for line breaks); else it is written otherwise: an entity */
};

struct markup_events {
    void (*open)(void *user, struct slice name);  /* an element begins; names of XML come without their prefix */
    void (*close)(void *user, struct slice name); /* it ends */
    void (*text)(void *user, const struct markup_text *text);
    void (*comment)(void *user, size_t mark, size_t start, size_t end); /* "<!--", and what it holds; may be NULL */
};

struct markup {
    struct original *original;
    struct slice name; /* of the file, for messages */
    const struct markup_events *events;
    void *user;
    xmlParserCtxtPtr parser;
    size_t here;                /* what was handed out ends there */
    size_t tag;                 /* where the last tag begins */
    struct slice prefix, space; /* of the element that begins, in XML; space is its namespace */
    const xmlChar **attributes; /* of the element that begins */
    int attribute_count;        /* of XML; -1: HTML, a list ended by NULL */
    unsigned depth;
    struct rs_error *error;
    bool failed;
};

/* Parse all of markup->original, whose events go to markup->user; the first four members are set by the caller.
 * Return 0, or -1 with *error: malformed XML, entities declared, nested too deep, out of memory. HTML is never
 * malformed. */
int parse_html(struct markup *markup, struct rs_error *error);
int parse_xml(struct markup *markup, struct rs_error *error);

/* How far the parser has read: while an element begins, the end of its tag but for the bracket; while it ends, the end
 * of its end tag. */
size_t markup_position(const struct markup *markup);

/* While an element begins: the end of its tag. */
size_t markup_tag_end(const struct markup *markup);

/* An attribute's value while an element begins; at is NULL when there is none. Names of XML are with their prefix,
 * "xml:lang". */
struct slice markup_attribute(const struct markup *markup, const char *name);

/* Ends the parse with an error at the place where it is. */
void markup_refuse(struct markup *markup, const char *reason);

/* Writes a piece into a flow. */
void flow_markup(struct flow *flow, const struct markup_text *text);

#endif
