/* CSV as in RFC 4180, with commas or semicolons; the header line names the columns. (libcsv would split the fields, but
 * does not tell lines.) */
#include "glossary/rows.h"
#include "input/input.h"
#include "input/transcript.h"
#include "text/unicode.h"

enum column { COLUMN_SOURCE, COLUMN_TARGET, COLUMN_FORBIDDEN, COLUMN_NOTE, COLUMN_CASE, COLUMN_COUNT };

static const char *const column_names[COLUMN_COUNT] = { "source", "target", "forbidden", "note", "case" };

#define MOST_FIELDS 64
#define NO_FIELD SIZE_MAX

struct csv {
    struct glossary_rows *rows;
    const char *name;
    struct slice rest;
    size_t line;  /* of what is read next */
    size_t begun; /* line on which the record began */
    char separator;
    struct slice fields[MOST_FIELDS];
    size_t field_count;
    size_t places[COLUMN_COUNT]; /* index of each column's field, or NO_FIELD */
    struct rs_error *error;
};

static void skip(struct csv *csv, size_t bytes)
{
    csv->rest = slice_from(csv->rest, bytes);
}

static bool at_separator(const struct csv *csv)
{
    return csv->rest.len > 0 && csv->rest.at[0] == csv->separator;
}

/* Reads behind an opening quotation mark; two of them in a row are one that belongs to the text. The field is written
 * over where it stood, which is no shorter. */
static int read_quoted(struct csv *csv, struct slice *field)
{
    char *out = (char *)(uintptr_t)csv->rest.at, *end = out;

    for (; csv->rest.len > 0; skip(csv, 1)) {
        if (csv->rest.at[0] == '"') {
            skip(csv, 1);
            if (csv->rest.len == 0 || csv->rest.at[0] != '"') {
                *field = slice_between(out, end);
                return 0;
            }
        }
        csv->line += csv->rest.at[0] == '\n';
        *end++ = csv->rest.at[0];
    }
    return error_set(csv->error, csv->name, csv->begun, "a quotation mark is not closed");
}

static int read_one_field(struct csv *csv, struct slice *field)
{
    size_t length = 0;

    if (csv->rest.len > 0 && csv->rest.at[0] == '"') {
        skip(csv, 1);
        if (read_quoted(csv, field) != 0)
            return -1;
        if (csv->rest.len > 0 && !at_separator(csv) && line_break_length(csv->rest) == 0)
            return error_set(csv->error, csv->name, csv->line,
                             "text stands behind a closing quotation mark; inside a field write \"\"");
        return 0;
    }
    while (length < csv->rest.len && csv->rest.at[length] != csv->separator && csv->rest.at[length] != '\n' &&
           csv->rest.at[length] != '\r')
        length++;
    *field = (struct slice){ csv->rest.at, length };
    skip(csv, length);
    if (memchr(field->at, '"', field->len) != NULL)
        return error_set(csv->error, csv->name, csv->line,
                         "a quotation mark stands in a field that does not begin with one");
    return 0;
}

/* Reads a record and the line break behind it. */
static int read_record(struct csv *csv)
{
    bool more = true;

    csv->begun = csv->line;
    for (csv->field_count = 0; more; skip(csv, more)) {
        if (csv->field_count == MOST_FIELDS)
            return error_set(csv->error, csv->name, csv->line, "more than %d columns", MOST_FIELDS);
        if (read_one_field(csv, &csv->fields[csv->field_count++]) != 0)
            return -1;
        more = at_separator(csv);
    }
    skip(csv, line_break_length(csv->rest));
    csv->line++;
    return 0;
}

static bool is_blank(const struct csv *csv)
{
    for (size_t i = 0; i < csv->field_count; i++)
        if (trim(csv->fields[i]).len > 0)
            return false;
    return true;
}

static int read_header(struct csv *csv)
{
    const char *end = memchr(csv->rest.at, '\n', csv->rest.len);
    size_t length = end == NULL ? csv->rest.len : (size_t)(end - csv->rest.at);

    csv->separator = memchr(csv->rest.at, ';', length) != NULL ? ';' : ',';
    if (read_record(csv) != 0)
        return -1;
    for (size_t column = 0; column < COLUMN_COUNT; column++) {
        csv->places[column] = NO_FIELD;
        for (size_t i = 0; i < csv->field_count; i++)
            if (slice_is(lower_case(csv->rows->arena, trim(csv->fields[i])), column_names[column]))
                csv->places[column] = i;
    }
    if (csv->places[COLUMN_SOURCE] == NO_FIELD || csv->places[COLUMN_TARGET] == NO_FIELD)
        return error_set(csv->error, csv->name, 1,
                         "the first line must name the columns \"source\" and \"target\" (and may name "
                         "\"forbidden\", \"note\" and \"case\")");
    return 0;
}

static struct slice field_of(const struct csv *csv, enum column column)
{
    size_t place = csv->places[column];

    return place < csv->field_count ? trim(csv->fields[place]) : SLICE("");
}

static void add_terms(struct arena *arena, struct term_texts *terms, struct slice list)
{
    struct slice term;

    while (take_part(&list, '|', &term))
        add_term(arena, terms, term);
}

static int read_case(const struct csv *csv, bool *exact)
{
    static const char *const words[] = { "", "no", "yes" };
    struct slice word = lower_case(csv->rows->arena, field_of(csv, COLUMN_CASE));

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is(word, words[i])) {
            *exact = i == 2;
            return 0;
        }
    return error_set(csv->error, csv->name, csv->begun, "\"case\" is \"yes\" or \"no\", not \"%.*s\"", (int)word.len,
                     word.at);
}

static int take_record(struct csv *csv)
{
    struct glossary_row row = { .source = field_of(csv, COLUMN_SOURCE), .note = field_of(csv, COLUMN_NOTE) };

    add_terms(csv->rows->arena, &row.targets, field_of(csv, COLUMN_TARGET));
    add_terms(csv->rows->arena, &row.forbidden, field_of(csv, COLUMN_FORBIDDEN));
    if (row.source.len == 0)
        return error_set(csv->error, csv->name, csv->begun, "the column \"source\" is empty");
    if (row.targets.count == 0 && row.forbidden.count == 0)
        return error_set(csv->error, csv->name, csv->begun, "\"%.*s\" has neither a target nor a forbidden term",
                         (int)row.source.len, row.source.at);
    if (read_case(csv, &row.exact_case) != 0)
        return -1;
    add_row(csv->rows, &row);
    return 0;
}

int read_glossary_csv(struct glossary_rows *rows, struct slice name, struct slice bytes, struct rs_error *error)
{
    struct document *holder = document_new(name);
    struct csv csv = { .rows = rows, .name = holder->name.at, .line = 1, .error = error };
    struct decoded decoded;
    int status;

    if (slice_starts(bytes, SLICE("\xef\xbb\xbf")))
        bytes = slice_from(bytes, 3);
    status = decode_utf8(holder, bytes, &decoded, error);

    if (status == 0) {
        csv.rest = arena_copy(rows->arena, decoded.text);
        status = read_header(&csv);
    }
    while (status == 0 && csv.rest.len > 0) {
        status = read_record(&csv);
        if (status == 0 && !is_blank(&csv))
            status = take_record(&csv);
    }
    document_free(holder);
    return status;
}
