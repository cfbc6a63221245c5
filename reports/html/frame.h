/* What every page has around its content: head with policy and style sheet, masthead, foot with script. */
#ifndef ROTSTIFT_REPORTS_HTML_FRAME_H
#define ROTSTIFT_REPORTS_HTML_FRAME_H

#include <stdio.h>

#include "assets.h"
#include "reports/texts.h"

struct frame {
    FILE *out;
    enum language language; /* of the interface */
    const char *version;    /* of the program */
    const struct asset *style, *script;
    struct slice subject; /* the file or the folder that the page is about; may be empty */
    const char *skip;     /* id of what "skip to" leads to */
    enum text skip_text;  /* and how it is called */
    const char *back;     /* address of the index, or NULL */
};

/* "de", "en". */
const char *language_code(enum language language);

/* Up to and with the masthead; <main> is the caller's. */
void begin_page(const struct frame *frame);

/* From the foot on, what comes before its script (dialogs) having been written. */
void end_page(const struct frame *frame);

#endif
