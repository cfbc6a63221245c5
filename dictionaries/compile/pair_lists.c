/* Tables of words with what belongs to them: dictionaries/bilingual/NAME.tsv, dictionaries/tables/NAME.tsv. */
#include <stdlib.h>

#include "error.h"
#include "folder.h"
#include "sources.h"
#include "word_file.h"

struct pair {
    struct slice key, value;
    size_t order; /* in the file */
};

struct pair_tables {
    struct builder *builder;
    struct arena arena;
    struct pair *pairs; /* of the table being read */
    size_t count, capacity;
    struct list_record *lists;
    size_t list_count, list_capacity;
    struct pair_record *records;
    size_t record_count, record_capacity;
};

static void add_pair(struct pair_tables *tables, struct slice key, struct slice value)
{
    tables->pairs = arena_grow(&tables->arena, tables->pairs, tables->count, &tables->capacity, sizeof(struct pair));
    tables->pairs[tables->count] =
        (struct pair){ arena_copy(&tables->arena, key), arena_copy(&tables->arena, value), tables->count };
    tables->count++;
}

static int add_row(void *context, const struct word_row *row, struct rs_error *error)
{
    struct pair_tables *tables = context;

    if (row->columns[0].len == 0)
        return error_set(error, row->path, row->line, "the first column, the key, is empty");
    for (size_t i = 1; i < row->count; i++) {
        if (row->columns[i].len == 0)
            return error_set(error, row->path, row->line, "column %zu is empty", i + 1);
        add_pair(tables, row->columns[0], row->columns[i]);
    }
    return 0;
}

static int compare_pairs(const void *a, const void *b)
{
    const struct pair *left = a, *right = b;
    size_t shared = left->key.len < right->key.len ? left->key.len : right->key.len;
    int order = memcmp(left->key.at, right->key.at, shared);

    if (order == 0)
        order = (left->key.len > right->key.len) - (left->key.len < right->key.len);
    return order != 0 ? order : (left->order > right->order) - (left->order < right->order);
}

static void add_table(struct pair_tables *tables, struct slice name)
{
    struct list_record list = { builder_text(tables->builder, name), (uint32_t)tables->record_count,
                                (uint32_t)tables->count };

    if (tables->count > 1)
        qsort(tables->pairs, tables->count, sizeof(*tables->pairs), compare_pairs);
    for (size_t i = 0; i < tables->count; i++) {
        tables->records = arena_grow(&tables->arena, tables->records, tables->record_count, &tables->record_capacity,
                                     sizeof(*tables->records));
        tables->records[tables->record_count++] = (struct pair_record){
            builder_text(tables->builder, tables->pairs[i].key),
            builder_text(tables->builder, tables->pairs[i].value),
        };
    }
    tables->lists =
        arena_grow(&tables->arena, tables->lists, tables->list_count, &tables->list_capacity, sizeof(*tables->lists));
    tables->lists[tables->list_count++] = list;
    tables->count = 0;
}

static int read_table(void *context, const char *folder, const char *name, struct rs_error *error)
{
    struct pair_tables *tables = context;

    if (read_word_file(folder, name, 2, MAX_COLUMNS, add_row, tables, error) != 0)
        return -1;
    add_table(tables, file_stem(name));
    return 0;
}

int pair_lists_read(const char *const folders[], size_t count, const struct made_table made[], size_t made_count,
                    struct builder *builder, struct rs_error *error)
{
    struct pair_tables tables = { .builder = builder };
    int status = 0;

    for (size_t i = 0; status == 0 && i < count; i++)
        status = read_folder(folders[i], ".tsv", read_table, &tables, error);
    for (size_t i = 0; i < made_count; i++) {
        for (size_t j = 0; j < made[i].count; j++)
            add_pair(&tables, made[i].rows[j][0], made[i].rows[j][1]);
        add_table(&tables, made[i].name);
    }
    builder_section(builder, SECTION_PAIR_LISTS, tables.lists, tables.list_count * sizeof(*tables.lists));
    builder_section(builder, SECTION_PAIRS, tables.records, tables.record_count * sizeof(*tables.records));
    arena_free(&tables.arena);
    return status;
}
