/* Reads folders of tables whose rows are rules: names/KIND.tsv, terms/DESK.tsv. */
#include "folder.h"
#include "rules_xml.h"
#include "text/unicode.h"

static int read_table(void *context, const char *folder, const char *name, struct rs_error *error)
{
    struct table_reader *table = context;

    table->name = arena_copy(table->reader.arena, file_stem(name));
    return read_word_file(folder, name, table->least, table->most, table->visit, table, error);
}

int read_rule_tables(const char *folder, struct table_reader *table, struct rs_error *error)
{
    return read_folder(folder, ".tsv", read_table, table, error);
}

struct slice column_of(const struct table_reader *table, const struct word_row *row, size_t number)
{
    struct slice text = trim(row->columns[number]);

    return slice_equal(text, SLICE("-")) ? (struct slice){ "", 0 } : arena_copy(table->reader.arena, text);
}
