/* Characters that no one sees but that change what others see: bidirectional controls, zero-width characters, control
 * codes. An article may hold them by accident or to deceive; a report names them and takes their effect away. */
#ifndef ROTSTIFT_REPORTS_UNSEEN_H
#define ROTSTIFT_REPORTS_UNSEEN_H

#include "text/slice.h"

/* A piece of text as a report can show it: either bytes that are harmless as they are, or one unseen character. */
struct shown {
    struct slice plain; /* well-formed UTF-8, no unseen characters in it; empty for an unseen one */
    int32_t code_point; /* of the unseen character, when plain is empty */
    char name[12];      /* its Unicode abbreviation, "RLO", or "U+0007" */
};

/* Cuts the next piece off *rest, never more than up to the next unseen character or malformed byte.
 * A malformed byte comes as plain U+FFFD. A tab is plain. Returns false at the end. */
bool show_next(struct slice *rest, struct shown *shown);

#endif
