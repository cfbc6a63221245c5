/* Tab-separated values: a pair a line, English and German. */
#include "input/input.h"
#include "input/language.h"
#include "input/pairs.h"
#include "text/unicode.h"

#define NO_COLUMN SIZE_MAX

/* Which columns hold what, counted from 0. */
struct columns {
    size_t german, english; /* NO_COLUMN: none */
};

struct tsv {
    struct slice text;
    struct pairs pairs;
    struct columns columns;
};

static size_t line_end(struct slice text, size_t at)
{
    return at + line_length(slice_from(text, at));
}

/* Cuts the next column off a line; *at moves behind its tab, or one past the line's end. */
static struct slice next_column(struct slice text, size_t *at, size_t end)
{
    size_t start = *at;
    const char *tab = memchr(text.at + start, '\t', end - start);
    size_t stop = tab == NULL ? end : (size_t)(tab - text.at);

    *at = stop + 1;
    return (struct slice){ text.at + start, stop - start };
}

static bool names(struct slice column, const char *const *known)
{
    for (; *known != NULL; known++)
        if (column.len == strlen(*known) && strncasecmp(column.at, *known, column.len) == 0)
            return true;
    return false;
}

/* Reads the names in the first line; false when it names no German column, so that it is a line like all others. */
static bool read_header(struct slice text, size_t end, struct columns *columns)
{
    static const char *const german[] = {
        "target", "translation", "german", "deutsch", "mt", "hypothesis", "text", NULL
    };
    static const char *const english[] = { "source", "src", "english", "englisch", "original", NULL };
    size_t index = 0;

    *columns = (struct columns){ NO_COLUMN, NO_COLUMN };
    for (size_t at = 0; at <= end; index++) {
        struct slice column = trim(next_column(text, &at, end));

        if (columns->german == NO_COLUMN && (names(column, german) || is_language(column, "de")))
            columns->german = index;
        if (columns->english == NO_COLUMN && (names(column, english) || is_language(column, "en")))
            columns->english = index;
    }
    return columns->german != NO_COLUMN;
}

/* Without names: source and target, or the target alone. */
static struct columns usual_columns(struct slice text, size_t end)
{
    if (memchr(text.at, '\t', end) == NULL)
        return (struct columns){ 0, NO_COLUMN };
    return (struct columns){ 1, 0 };
}

/* Writes one line's pair; false when it has too few columns. */
static bool write_line(struct tsv *tsv, size_t start, size_t end)
{
    size_t index = 0;

    for (size_t at = start; at <= end; index++) {
        struct slice column = next_column(tsv->text, &at, end);
        size_t place = (size_t)(column.at - tsv->text.at);

        if (index == tsv->columns.german)
            flow_copy(&tsv->pairs.german, place, place + column.len);
        else if (index == tsv->columns.english)
            flow_copy(&tsv->pairs.english, place, place + column.len);
    }
    pairs_end_unit(&tsv->pairs);
    return index > tsv->columns.german;
}

static int read_lines(struct tsv *tsv, const struct document *doc, struct rs_error *error)
{
    size_t first = line_end(tsv->text, 0), line = 1;

    if (!read_header(tsv->text, first, &tsv->columns)) {
        tsv->columns = usual_columns(tsv->text, first);
        first = 0;
    }
    for (size_t at = first, end; at < tsv->text.len; at = end) {
        line += at > 0;
        at += line_break_length(slice_from(tsv->text, at));
        end = line_end(tsv->text, at);
        if (end > at && !write_line(tsv, at, end))
            return error_set(error, doc->name.at, line, "has no column %zu, where the German text is expected",
                             tsv->columns.german + 1);
        if (end == at && at == tsv->text.len)
            break;
    }
    return 0;
}

struct document *read_tsv(const struct input *input, struct rs_error *error)
{
    struct document *doc = document_new(input->name);
    struct tsv tsv = { .text = { NULL, 0 } };
    struct transcript transcript;
    struct decoded decoded;
    struct original original;
    int status;

    doc->notation = NOTATION_TSV;
    if (decode_file(doc, input->bytes, &decoded, error) != 0) {
        document_free(doc);
        return NULL;
    }
    original = original_file(&decoded);
    transcript_begin(&transcript, doc, &decoded);
    pairs_begin(&tsv.pairs, &transcript, &original);
    tsv.pairs.german.keep_space = tsv.pairs.english.keep_space = true;
    tsv.text = decoded.text;
    status = read_lines(&tsv, doc, error);
    pairs_free(&tsv.pairs);
    if (status == 0)
        return doc;
    document_free(doc);
    return NULL;
}
