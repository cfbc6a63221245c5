/* libarchive: the files packed in DOCX and ODT. */
#ifndef ROTSTIFT_LIBRARIES_LIBARCHIVE_H
#define ROTSTIFT_LIBRARIES_LIBARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

#include "libraries/library.h"

#define LIBARCHIVE_FUNCTIONS(X)                                                                                        \
    X(archive_entry_is_data_encrypted)                                                                                 \
    X(archive_entry_pathname)                                                                                          \
    X(archive_error_string)                                                                                            \
    X(archive_read_data)                                                                                               \
    X(archive_read_free)                                                                                               \
    X(archive_read_new)                                                                                                \
    X(archive_read_next_header)                                                                                        \
    X(archive_read_open_memory)                                                                                        \
    X(archive_read_support_format_zip_seekable)

struct libarchive {
    LIBARCHIVE_FUNCTIONS(LIBRARY_POINTER)
};
extern struct libarchive libarchive; /* all of it once libarchive_load has succeeded */

/* As library_load. */
int libarchive_load(const char *file, struct rs_error *error);

#endif
