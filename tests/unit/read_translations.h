/* Translations straight from a file in the form of the Ding dictionary. */
#ifndef ROTSTIFT_TESTS_READ_TRANSLATIONS_H
#define ROTSTIFT_TESTS_READ_TRANSLATIONS_H

#include "dictionaries/compile/sources.h"

/* NULL with *error when the file can't be read; freed with translations_free. */
static inline struct translations *read_translations(const char *path, struct rs_error *error)
{
    struct ding *ding = ding_read(path, error);
    struct translations *translations = ding == NULL ? NULL : translations_read(ding);

    ding_free(ding);
    return translations;
}

#endif
