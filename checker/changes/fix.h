/* Certain suggestions, written into the bytes of a file. Nothing else in them changes: neither markup, nor encoding,
 * nor line ends. Which rules' suggestions are certain is data: dictionaries/words/certain-fixes.txt. */
#ifndef ROTSTIFT_CHANGES_FIX_H
#define ROTSTIFT_CHANGES_FIX_H

#include "issues.h"
#include "lexicon/lexicon.h"

/* A place of the file and what is to stand there. */
struct change {
    struct span span;        /* in the document's text */
    struct slice suggestion; /* what the text is to be */
    uint64_t start, end;     /* bytes of the file */
    struct slice bytes;      /* what is written there, in the file's notation and encoding */
};

struct changes {
    struct change *items; /* in the document's arena, in order of place, none overlapping another */
    size_t count, capacity;
};

/* True when one of the issues has a suggestion that is certain and not suppressed. */
bool has_certain(const struct issues *issues, const struct lexicon *lexicon);

/* Finds the changes that the certain suggestions of issues make which are not suppressed. Of two that overlap, the
 * earlier one is taken; the other may come in another round. */
void find_changes(struct document *doc, const struct issues *issues, const struct lexicon *lexicon,
                  struct changes *out);

/* The bytes that the document was read from, changed: malloced, the caller frees them. An empty slice when memory ran
 * out, or when a change lies outside of the bytes. */
struct slice apply_changes(const struct changes *changes, struct slice bytes);

/* True when the second document, read from the changed bytes, has the text of the first with the suggestions in it, and
 * nothing has come to be read otherwise. */
bool changes_are_sound(const struct document *before, const struct changes *changes, const struct document *after);

#endif
