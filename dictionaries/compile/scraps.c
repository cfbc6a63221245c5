/* Says of each expression of tables/scraps.tsv where it may match. */
#include "checks/scrap_expression.h"

#include <stdlib.h>

#include "builder_rows.h"
#include "sources.h"

int scraps_write(struct builder *builder, struct rs_error *error)
{
    const struct list_record table = builder_table(builder, SLICE("scraps"));
    const struct pair_record *pairs = builder->sections[SECTION_PAIRS].items;
    struct rows rows = { 0 };
    int status = 0;

    for (uint32_t i = table.first; i < table.first + table.count && status == 0; i++) {
        struct slice key = builder_text_of(builder, pairs[i].key);

        if (i == table.first || !slice_equal(builder_text_of(builder, pairs[i - 1].key), key))
            status = scrap_describe(key, rows_add(&rows, sizeof(struct scrap_record), 1), error);
    }
    if (status == 0)
        builder_section(builder, SECTION_SCRAPS, rows.items, rows.count * sizeof(struct scrap_record));
    free(rows.items);
    return status;
}
