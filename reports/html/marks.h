/* The red pencil in the text: what an issue's mark looks like, and where marks begin and end. */
#ifndef ROTSTIFT_REPORTS_HTML_MARKS_H
#define ROTSTIFT_REPORTS_HTML_MARKS_H

#include "page.h"

enum mark_kind {
    MARK_REPLACE, /* a line under what is wrong */
    MARK_DELETE,  /* struck out, with the proofreader's delete loop */
    MARK_INSERT,  /* a caret where something is missing */
    MARK_KIND_COUNT
};

enum mark_kind mark_kind(const struct document *doc, const struct issue *issue);

/* The class of marks and notes in the style sheet: "replace". */
const char *mark_class(enum mark_kind kind);

/* A walk over an article's issues, segment by segment. An issue's home is the segment in which it starts: there stand
 * its number and its note. Marks reach as far as the span does, also into later segments. */
struct marking {
    const struct page *page;
    const struct document *doc;
    const struct issue *issues; /* sorted by start */
    size_t count;
    size_t article; /* the article's number on the page, from 1 */
    bool bilingual; /* its source stands beside it */
    size_t next;    /* the first issue not yet met */
    size_t *open;   /* room for count; the issues that cover the place reached, in order of start */
    size_t open_count;
};

/* Writes a segment's text with its marks, each sentence in a tag of its own. last: no segment follows, so that issues
 * past its end are at home here. Afterwards the segment is home to the issues from the value that next had before to
 * its value now. */
void write_marked(struct marking *marking, const struct segment *segment, bool last);

/* True when an issue not yet met will be at home in a segment that ends at end, the next to be written. */
bool has_home(const struct marking *marking, uint32_t end, bool last);

#endif
