#include "glossary/glossary.h"

#include <stdlib.h>

#include "glossary/rows.h"
#include "input/input.h"
#include "input/transcript.h"
#include "lexicon/analysis.h"
#include "text/unicode.h"

void add_term(struct arena *arena, struct term_texts *terms, struct slice text)
{
    text = trim(text);
    if (text.len == 0)
        return;
    terms->items = arena_grow(arena, terms->items, terms->count, &terms->capacity, sizeof *terms->items);
    terms->items[terms->count++] = text;
}

void add_row(struct glossary_rows *rows, const struct glossary_row *row)
{
    rows->items = arena_grow(rows->arena, rows->items, rows->count, &rows->capacity, sizeof *rows->items);
    rows->items[rows->count] = *row;
    rows->items[rows->count].place = rows->count;
    rows->count++;
}

/* ---- from rows to entries ---- */

/* The terms of one language while they are written into a document. */
struct writer {
    struct transcript transcript;
    struct origin at;
};

static void begin_terms(struct writer *writer, struct document *terms)
{
    const struct decoded nothing = { .text = SLICE(""),
                                     .encoding = ENCODING_UTF_8,
                                     .start = { .line = 1, .column = 1 } };

    writer->at = nothing.start;
    transcript_begin(&writer->transcript, terms, &nothing);
}

/* Returns the index of the term. */
static uint32_t write_term(struct writer *writer, struct slice text)
{
    uint32_t start = segment_begin(&writer->transcript);

    transcribe(&writer->transcript, text, &writer->at);
    segment_end(&writer->transcript, start, SEGMENT_CELL);
    return (uint32_t)writer->transcript.doc->segment_count - 1;
}

static struct terms write_terms(struct writer *writer, const struct glossary_row *rows, size_t count, bool forbidden)
{
    struct terms terms = { .first = (uint32_t)writer->transcript.doc->segment_count };

    for (size_t i = 0; i < count; i++) {
        const struct term_texts *texts = forbidden ? &rows[i].forbidden : &rows[i].targets;

        for (size_t j = 0; j < texts->count; j++, terms.count++)
            write_term(writer, texts->items[j]);
    }
    return terms;
}

static int compare_rows(const void *a, const void *b)
{
    const struct glossary_row *first = a, *second = b;
    int order = slice_compare(first->source, second->source);

    return order != 0 ? order : (first->place > second->place) - (first->place < second->place);
}

/* Rows of the same English term make one entry: each of their targets will do. */
static void make_entries(struct glossary *glossary, struct glossary_rows *rows)
{
    struct writer english, german;
    size_t same;

    glossary->entries = arena_array(&glossary->arena, rows->count + 1, sizeof *glossary->entries);
    begin_terms(&english, glossary->english);
    begin_terms(&german, glossary->german);
    if (rows->count > 0)
        qsort(rows->items, rows->count, sizeof *rows->items, compare_rows);
    for (size_t i = 0; i < rows->count; i += same) {
        const struct glossary_row *first = &rows->items[i];
        struct glossary_entry *entry = &glossary->entries[glossary->count++];

        for (same = 1; i + same < rows->count && slice_equal(first[same].source, first->source);)
            same++;
        *entry = (struct glossary_entry){ .source = write_term(&english, first->source),
                                          .targets = write_terms(&german, first, same, false),
                                          .forbidden = write_terms(&german, first, same, true),
                                          .exact_case = first->exact_case };
        for (size_t j = 0; j < same && entry->note.len == 0; j++)
            entry->note = arena_copy(&glossary->arena, first[j].note);
    }
}

/* A term begins no sentence: its first letter is as it is written. */
static void divide_terms(struct document *terms, const struct abbreviations *abbreviations)
{
    document_divide(terms, abbreviations);
    for (size_t i = 0; i < terms->token_count; i++)
        terms->tokens[i].flags &= (uint16_t)~TOKEN_SENTENCE_START;
}

static void file_term(struct glossary *glossary, struct term_index *index, const struct document *terms, uint32_t entry,
                      uint32_t term, struct arena *scratch)
{
    struct word_keys keys = { .arena = scratch };
    uint32_t first, count = term_tokens(terms, term, &first), longest = 0;

    if (count == 0)
        return;
    for (uint32_t i = 1; i < count; i++)
        if (token_text(terms, &terms->tokens[first + i]).len > token_text(terms, &terms->tokens[first + longest]).len)
            longest = i;
    keys_of_term(&keys, terms, &terms->tokens[first + longest]);
    index_add(&glossary->arena, index, &keys, entry, term, longest);
    if (index == &glossary->targets && count > glossary->longest_target)
        glossary->longest_target = count;
}

static void file_terms(struct glossary *glossary, struct term_index *index, uint32_t entry, struct terms terms,
                       struct arena *scratch)
{
    for (uint32_t i = terms.first; i < terms.first + terms.count; i++)
        file_term(glossary, index, glossary->german, entry, i, scratch);
}

static void index_entries(struct glossary *glossary, struct arena *scratch)
{
    for (uint32_t i = 0; i < glossary->count; i++) {
        file_term(glossary, &glossary->sources, glossary->english, i, glossary->entries[i].source, scratch);
        file_terms(glossary, &glossary->targets, i, glossary->entries[i].targets, scratch);
        file_terms(glossary, &glossary->forbidden, i, glossary->entries[i].forbidden, scratch);
    }
    index_finish(&glossary->sources);
    index_finish(&glossary->targets);
    index_finish(&glossary->forbidden);
}

static bool begins_as_xml(struct slice bytes)
{
    if (slice_starts(bytes, SLICE("\xef\xbb\xbf")))
        bytes = slice_from(bytes, 3);
    bytes = trim(bytes);
    return bytes.len > 0 && bytes.at[0] == '<';
}

static int read_rows(struct glossary_rows *rows, const char *path, struct rs_error *error)
{
    struct slice bytes;
    int status;

    if (read_file(path, &bytes, error) != 0)
        return -1;
    status = begins_as_xml(bytes) ? read_glossary_tbx(rows, slice_of(path), bytes, error)
                                  : read_glossary_csv(rows, slice_of(path), bytes, error);
    free((void *)(uintptr_t)bytes.at);
    return status;
}

struct glossary *glossary_open(const char *path, const struct checks_context *context, struct rs_error *error)
{
    struct arena scratch = { 0 };
    struct glossary_rows rows = { .arena = &scratch };
    struct glossary *glossary = NULL;

    if (read_rows(&rows, path, error) == 0 && (glossary = calloc(1, sizeof *glossary)) == NULL)
        error_set(error, path, 0, "out of memory");
    if (glossary != NULL) {
        glossary->english = document_new(slice_of(path));
        glossary->german = document_new(slice_of(path));
        make_entries(glossary, &rows);
        divide_terms(glossary->english, &context->english_abbreviations);
        divide_terms(glossary->german, &context->abbreviations);
        analyse(&context->lexicon, glossary->german);
        index_entries(glossary, &scratch);
    }
    arena_free(&scratch);
    return glossary;
}

void glossary_close(struct glossary *glossary)
{
    if (glossary == NULL)
        return;
    document_free(glossary->english);
    document_free(glossary->german);
    arena_free(&glossary->arena);
    free(glossary);
}

/* ---- the glossaries of a run ---- */

struct opened_glossary {
    const char *path;
    struct glossary *glossary; /* NULL: it can't be read */
};

int glossaries_find(struct glossaries *all, const char *path, const struct checks_context *context,
                    const struct glossary **out, struct rs_error *error)
{
    struct opened_glossary *opened;

    for (size_t i = 0; i < all->count; i++)
        if (strcmp(all->items[i].path, path) == 0) {
            *out = all->items[i].glossary;
            return 0;
        }
    all->items = arena_grow(&all->arena, all->items, all->count, &all->capacity, sizeof *all->items);
    opened = &all->items[all->count++];
    opened->path = arena_copy(&all->arena, slice_of(path)).at;
    *out = opened->glossary = glossary_open(path, context, error);
    return opened->glossary == NULL ? -1 : 0;
}

void glossaries_close(struct glossaries *all)
{
    for (size_t i = 0; i < all->count; i++)
        glossary_close(all->items[i].glossary);
    arena_free(&all->arena);
    *all = (struct glossaries){ 0 };
}
