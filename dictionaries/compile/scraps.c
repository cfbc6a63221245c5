/* Says of each expression of tables/scraps.tsv where it may match. */
#include "checks/scrap_expression.h"

#include <stdlib.h>

#include "builder_rows.h"
#include "sources.h"

static int add_table(const struct builder *builder, struct rows *rows, const struct list_record *table,
                     struct rs_error *error)
{
    const struct pair_record *pairs = builder->sections[SECTION_PAIRS].items;

    for (uint32_t i = table->first; i < table->first + table->count; i++) {
        struct slice key = builder_text_of(builder, pairs[i].key);

        if (i > table->first && slice_equal(builder_text_of(builder, pairs[i - 1].key), key))
            continue;
        if (scrap_describe(key, rows_add(rows, sizeof(struct scrap_record), 1), error) != 0)
            return -1;
    }
    return 0;
}

int scraps_write(struct builder *builder, struct rs_error *error)
{
    const struct list_record *tables = builder->sections[SECTION_PAIR_LISTS].items;
    size_t count = builder->sections[SECTION_PAIR_LISTS].count / sizeof(*tables);
    struct rows rows = { 0 };
    int status = 0;

    for (size_t i = 0; i < count && status == 0; i++)
        if (slice_equal(builder_text_of(builder, tables[i].name), SLICE("scraps")))
            status = add_table(builder, &rows, &tables[i], error);
    if (status == 0)
        builder_section(builder, SECTION_SCRAPS, rows.items, rows.count * sizeof(struct scrap_record));
    free(rows.items);
    return status;
}
