/* Files of dictionaries/words/: columns between tabs, "# " starts a comment, empty lines are left out. */
#ifndef ROTSTIFT_COMPILE_WORD_FILE_H
#define ROTSTIFT_COMPILE_WORD_FILE_H

#include "error.h"
#include "text/slice.h"

enum { MAX_COLUMNS = 32 };

/* A row of such a file; missing columns at its end are empty. */
struct word_row {
    const char *path;
    size_t line;
    struct slice columns[MAX_COLUMNS];
    size_t count; /* of the row; those beyond MAX_COLUMNS are not kept, and always an error */
};

/* Returns -1 with *error set to end the reading. */
typedef int visit_word_row(void *context, const struct word_row *row, struct rs_error *error);

/* Reads folder/name. A row with fewer than least or more than most columns is an error. */
int read_word_file(const char *folder, const char *name, size_t least, size_t most, visit_word_row *visit,
                   void *context, struct rs_error *error);

/* Takes the next word off a text of words between separators; false when none is left. */
bool next_word(struct slice *text, char separator, struct slice *word);

#endif
