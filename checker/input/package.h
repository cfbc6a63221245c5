/* Documents that are packed: ZIP archives of XML parts (DOCX, ODT). Nothing is ever written to disk. */
#ifndef ROTSTIFT_INPUT_PACKAGE_H
#define ROTSTIFT_INPUT_PACKAGE_H

#include "input/input.h"
#include "input/markup.h"

#define MAX_PARTS 3

/* What the readers of packed documents share; theirs begins with it. */
struct package {
    struct markup markup; /* of the part that is read */
    struct flow flow;
    const char *const *parts; /* names of the parts that hold text, in the order of reading; ended by NULL; the first
                                 must be there */
    const struct markup_events *events; /* their user is the package */
    void (*begin)(
        struct package *package); /* called before a part is read, when flow.original is known; NULL: nothing */
};

/* Makes a document of the parts: its origins are those of NOTATION_PACKED, with the parts taken as if they stood one
 * behind the other. Returns NULL with *error: no ZIP archive, cut off or damaged, encrypted, names that lead out of the
 * archive, a part twice or not at all, more than MAX_INPUT_BYTES or far more than could be honest once unpacked, and
 * all faults of XML, with the part's name and line. */
struct document *read_package(const struct input *input, struct package *package, struct rs_error *error);

#endif
