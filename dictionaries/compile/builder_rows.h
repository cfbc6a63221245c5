/* What the builder holds, for the two files that share it: builder.c collects, data_file.c writes. */
#ifndef ROTSTIFT_COMPILE_BUILDER_ROWS_H
#define ROTSTIFT_COMPILE_BUILDER_ROWS_H

#include "builder.h"

/* A growing array of records. */
struct rows {
    void *items;
    size_t count, capacity, size;
};

/* Which row holds a text. Half of the text's hash saves most looks at other texts. */
struct table {
    struct table_place {
        uint32_t row; /* its index + 1; 0: empty */
        uint32_t hash;
    } * slots;
    size_t slot_count;
};

struct form_row {
    struct text_ref text;
    uint32_t first_reading; /* index + 1 in readings, 0: none */
    uint32_t last_reading;
    uint32_t frequency;
};

struct reading_row {
    struct reading reading;
    uint32_t next; /* index + 1 */
};

/* A stem of an English word, both by index. */
struct stem_row {
    uint32_t word, stem;
};

struct builder {
    struct rows strings; /* bytes */
    struct rows texts;   /* struct text_ref: each text once */
    struct table text_table;
    struct rows forms; /* struct form_row */
    struct table form_table;
    struct rows readings; /* struct reading_row */
    struct rows lemmas;   /* struct lemma_record */
    struct table lemma_table;
    struct rows english; /* struct english_record */
    struct rows stems;   /* struct stem_row */
    struct table english_table;
    struct rows sections[SECTION_COUNT]; /* bytes */
};

/* The memory, or the end of the compilation when there is none. */
void *must(void *memory);

/* Room for n more records of that size; what rows->items held before may have moved. */
void *rows_add(struct rows *rows, size_t size, size_t n);

static inline struct text_ref text_at(const struct rows *rows, size_t index)
{
    /* Every record that a table is kept over starts with its text. */
    struct text_ref ref;

    memcpy(&ref, (const char *)rows->items + index * rows->size, sizeof(ref));
    return ref;
}

static inline struct form_row *form_at(const struct builder *builder, uint32_t form)
{
    return (struct form_row *)builder->forms.items + form;
}

static inline struct reading_row *reading_row_at(const struct builder *builder, uint32_t index)
{
    return (struct reading_row *)builder->readings.items + index;
}

#endif
