/* A page of nested elements, HTML or XML of the news trade, written block by block: elements begin and end blocks, some
 * hold no text of an article. Which elements are wanted at all is the caller's to say. */
#ifndef ROTSTIFT_INPUT_PAGE_H
#define ROTSTIFT_INPUT_PAGE_H

#include "input/markup.h"

/* What an element does to the text around it; all others are part of a line. */
enum role {
    ROLE_INLINE,
    ROLE_BLOCK,
    ROLE_PARAGRAPH,
    ROLE_HEADING,
    ROLE_ITEM,
    ROLE_CELL,
    ROLE_CAPTION,
    ROLE_BREAK,  /* a new line */
    ROLE_IMAGE,  /* its alternative text may be read */
    ROLE_OBJECT, /* inside a sentence, but no text: something stands for it */
    ROLE_SKIP,   /* no part of the article */
};

/* An element that is open. */
struct frame {
    size_t number; /* in the order of the page, from 1 */
    size_t text;   /* bytes of text in it, without that of links; counted while there is no flow */
    size_t direct; /* … of paragraphs that stand in it, and half of those one level down */
    enum role role;
    enum segment_kind kind; /* of the text in it */
    bool article, main;     /* it is one, or is marked as one */
    bool in_article;        /* it or one around it is one of these */
    bool link;
    bool collected; /* its text goes to the collector, not to the page's flow */
    bool silent;    /* no text in it is read */
    bool foreign;   /* it is in another language */
    bool object;    /* the silence began here, in a line, and nothing stands for it yet */
    bool wanted;    /* it is inside the element that holds the article */
};

struct page {
    struct markup markup;
    const char *language;   /* what is marked as another one is passed over; NULL: "de" */
    struct flow *flow;      /* NULL: nothing is written, elements are weighed */
    struct flow *collector; /* of frames that are collected; NULL where there are none */
    struct frame frames[MAX_MARKUP_DEPTH + 2];
    size_t depth; /* of frames; the first is the page itself, set by the caller */
    size_t count; /* elements so far */
    /* Called when an element begins, with all that is known of it, before anything is written; may change the frame.
     * Called when it has ended, the parent on top again. */
    void (*entered)(struct page *page, struct frame *frame, struct slice name);
    void (*left)(struct page *page, const struct frame *frame);
};

extern const struct markup_events page_events;

struct frame *page_top(struct page *page);

/* True for an element that begins and ends a block. */
bool is_block(enum role role);

/* True where no text of the article stands. */
bool is_quiet(const struct frame *frame);

#endif
