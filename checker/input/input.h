/* From bytes to documents. Each format is one file with one function of the form of read_format, and one line of the
 * table in formats.c. */
#ifndef ROTSTIFT_INPUT_INPUT_H
#define ROTSTIFT_INPUT_INPUT_H

#include "error.h"
#include "text/document.h"

#define MAX_INPUT_BYTES (64u << 20)

/* A file to be read. Nothing of it is kept but copies. */
struct input {
    struct slice name;    /* for messages, and the document's */
    struct slice bytes;   /* all of the file */
    bool is_text;         /* they are UTF-8 whatever the file is in (an editor's): what it declares is not heeded */
    const char *language; /* of the text: pages pass over what is marked as another one; NULL: "de" */
    const char *fields;   /* JSON: the paths of the texts, separated by commas; NULL: the usual names */
    /* For formats that can be read in batches: takes a document that holds a part of the file, each in its turn; then
     * bytes may be of any size, in UTF-8. NULL: all becomes one document. */
    void (*take_batch)(void *user, struct document *batch);
    void *user;
};

/* About so much text makes a batch. */
#define BATCH_BYTES ((size_t)1 << 20)

/* Makes a document (not yet divided) from the bytes of a file: UTF-8 with or without byte order mark, else
 * Windows-1252 when every byte is one of it and the text looks like text.
 * Returns NULL with *error: binary data, invalid bytes or a fault of the format (the line is named), too large. */
typedef struct document *read_format(const struct input *input, struct rs_error *error);

/* Plain text. LF, CR LF and CR end lines; blank lines are skipped; each other line is a segment. A first line that is
 * short and ends without a full stop, or a line set off by blank lines that is such, is a heading. */
read_format read_text;
read_format read_markdown; /* front matter, code and link targets are passed over; alternative texts are read */
read_format read_html;     /* the article: <article>, <main> or the element with the most text; scripts, navigation and
                              parts in another language (lang) are passed over */
read_format read_xliff;    /* 1.2 and 2.x: the targets, with their sources */
read_format read_tmx;      /* the German variants, with those of the source language */
read_format read_feed;     /* RSS and Atom: titles, summaries, contents (plain, or HTML) */
read_format read_nitf;
read_format read_newsml; /* NewsML-G2: headlines and inline contents */
read_format read_po;     /* gettext: the translations but for fuzzy and obsolete ones, with what they translate */
read_format read_json;   /* one value or several; the strings at input->fields, by default "target", with its "source",
                            and "text"; they may hold HTML */
read_format read_docx;   /* paragraphs and notes, tracked changes as accepted; origins: see NOTATION_PACKED */
read_format read_odt;
read_format read_tsv; /* the columns named target and source, or the second and the first */

struct format {
    const char *name;    /* "--type" */
    const char *endings; /* of file names, each with its dot, separated by spaces; "" */
    const char *summary; /* one line for --help */
    read_format *read;
    bool in_batches; /* heeds input->take_batch: what it returns is the last batch */
    /* True when a file that begins so is of this format, whatever its name says; NULL: its ending alone tells. */
    bool (*begins)(struct slice start);
};

/* The table of formats, ended by one with name NULL; the first is plain text. */
extern const struct format formats[];

const struct format *format_named(struct slice name); /* or NULL */

const struct format *format_by_ending(struct slice name); /* or NULL */

/* The format of a file by its name's ending, and by how it begins where the name tells nothing or the format of an
 * ending (.xml) is still open. */
const struct format *format_of(const struct input *input);

/* Reads the input in the format, or in that of format_of when it is NULL. */
struct document *read_document(const struct input *input, const struct format *format, struct rs_error *error);

/* What read_text does. */
struct document *read_plain_text(struct slice name, struct slice bytes, struct rs_error *error);

/* Makes a document with one segment out of text that is already UTF-8 (a segment of `rotstift filter`):
 * line breaks inside are kept as white space. Origins count code points of the text as given. */
struct document *read_segment_text(struct slice name, struct slice text, struct rs_error *error);

/* Makes the input, of any format, the English source of the whole document (doc->english), to be aligned with it.
 * Returns -1 with *error as read_document, and for a file that holds no text. */
int read_source(struct document *doc, const struct input *input, const struct format *format, struct rs_error *error);

/* The same for plain text. */
int read_plain_source(struct document *doc, struct slice name, struct slice bytes, struct rs_error *error);

void document_free(struct document *doc);

/* Reads a whole file ("-": standard input) into malloced *bytes; the caller frees bytes->at.
 * Returns -1 with *error: missing, a directory, not readable, over MAX_INPUT_BYTES. */
int read_file(const char *path, struct slice *bytes, struct rs_error *error);

/* True for a regular file of more than MAX_INPUT_BYTES. */
bool is_large_file(const char *path);

/* Maps a file of any size, which must not shrink meanwhile; unmap_file gives it back, forget_pages only the memory that
 * was filled so far. Returns -1 with *error. */
int map_file(const char *path, struct slice *bytes, struct rs_error *error);
void unmap_file(struct slice bytes);
void forget_pages(struct slice bytes);

#endif
