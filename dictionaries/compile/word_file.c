#include "word_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "text/unicode.h"

bool next_word(struct slice *text, char separator, struct slice *word)
{
    while (text->len > 0 && text->at[0] == separator)
        *text = slice_from(*text, 1);
    const char *end = text->len == 0 ? NULL : memchr(text->at, separator, text->len);

    *word = end == NULL ? *text : slice_between(text->at, end);
    *text = slice_from(*text, word->len);
    return word->len > 0;
}

static bool starts_comment(const char *line, size_t at)
{
    return line[at] == '#' && (at == 0 || strchr(" \t#\r\n", line[at + 1]) != NULL);
}

/* The line without its comment and the white space before it. A "#" right before a word is that of a pattern. */
static struct slice strip_comment(const char *line)
{
    struct slice text = { line, 0 };

    while (strchr("\r\n", line[text.len]) == NULL && !starts_comment(line, text.len))
        text.len++;

    while (text.len > 0 && (text.at[text.len - 1] == ' ' || text.at[text.len - 1] == '\t'))
        text.len--;
    return text;
}

static void split_columns(struct slice text, struct word_row *row)
{
    const char *tab = text.at;

    for (row->count = 0; tab != NULL; row->count++) {
        tab = text.len == 0 ? NULL : memchr(text.at, '\t', text.len);
        struct slice column = tab == NULL ? text : slice_between(text.at, tab);

        if (row->count < MAX_COLUMNS)
            row->columns[row->count] = column;
        if (tab != NULL)
            text = slice_from(text, column.len + 1);
    }
    for (size_t i = row->count; i < MAX_COLUMNS; i++)
        row->columns[i] = (struct slice){ "", 0 };
}

static int read_row(struct slice line, size_t least, size_t most, struct word_row *row, visit_word_row *visit,
                    void *context, struct rs_error *error)
{
    if (memchr(line.at, '\0', line.len) != NULL)
        return error_set(error, row->path, row->line, "a NUL byte");
    struct slice text = strip_comment(line.at);

    if (text.len == 0)
        return 0;
    split_columns(text, row);
    if (row->count < least || row->count > most)
        return error_set(error, row->path, row->line, "%zu columns; %zu to %zu, with a tab between them, are wanted",
                         row->count, least, most);
    return visit(context, row, error);
}

int read_word_file(const char *folder, const char *name, size_t least, size_t most, visit_word_row *visit,
                   void *context, struct rs_error *error)
{
    char path[4096], *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    struct word_row row = { .path = path };
    int status = 0;

    if ((size_t)snprintf(path, sizeof(path), "%s/%s", folder, name) >= sizeof(path))
        return error_set(error, folder, 0, "the path is too long");
    FILE *file = fopen(path, "r");

    if (file == NULL)
        return error_set(error, path, 0, "can't be read: %s", strerror(errno));
    while (status == 0 && (length = getline(&line, &capacity, file)) >= 0) {
        row.line++;
        status = read_row((struct slice){ line, (size_t)length }, least, most, &row, visit, context, error);
    }
    free(line);
    fclose(file);
    return status;
}
