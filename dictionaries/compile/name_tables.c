/* Reads names/KIND.tsv: names for which a row is enough. What English words are turned into is made by names.c; a row
 * adds who goes with the name, what else it is turned into, and what German calls it instead. */
#include "rules_xml.h"
#include "text/unicode.h"

enum columns { COLUMN_ENGLISH, COLUMN_NEAR, COLUMN_WRONG, COLUMN_GERMAN, COLUMN_COUNT };

static void add_near(struct table_reader *table, struct rule_source *rule, struct slice near)
{
    add_condition(&table->reader, rule, company(&table->reader, near), SCOPE_SENTENCE, false);
    add_name_company(table->reader.arena, rule, table->name, rule->line);
}

/* Patterns between semicolons, which count without company. */
static void add_wrong(struct table_reader *table, struct rule_source *rule, struct slice patterns)
{
    struct slice pattern;

    while (next_word(&patterns, ';', &pattern))
        *ADD(table->reader.arena, rule, patterns) = (struct pattern_source){
            .text = trim(pattern), .order = ORDER_FIXED, .line = rule->line, .unconditional = true
        };
}

static void explain_german(struct table_reader *table, struct rule_source *rule, struct slice german)
{
    struct arena *arena = table->reader.arena;
    struct slice english = without_brackets(rule->english);

    rule->why[LANGUAGE_DE] = arena_print(arena, "Wörtlich für „%.*s“; auf Deutsch heißt es „%.*s“.", (int)english.len,
                                         english.at, (int)german.len, german.at);
    rule->why[LANGUAGE_EN] = arena_print(arena, "A literal “%.*s”; its German name is “%.*s”.", (int)english.len,
                                         english.at, (int)german.len, german.at);
}

static int read_name_row(void *context, const struct word_row *row, struct rs_error *error)
{
    struct table_reader *table = context;
    struct rule_source *rule = add_row_rule(table, row, SLICE("accuracy/do-not-translate"));
    struct slice german = column_of(table, row, COLUMN_GERMAN), wrong = column_of(table, row, COLUMN_WRONG);

    if (rule->english.len == 0 || (german.len > 0 && wrong.len == 0))
        return error_set(error, row->path, row->line,
                         "an English name is wanted, and what is wrong beside a German one");
    rule->kind = table->name;
    rule->titled = slice_equal(table->name, SLICE("band")) || slice_equal(table->name, SLICE("work"));
    rule->id = id_from_english(&table->reader, rule->english);
    rule->generate = german.len == 0; /* an official name may be what a dictionary makes of the English one */
    add_wrong(table, rule, wrong);
    add_near(table, rule, column_of(table, row, COLUMN_NEAR));
    spare_sentence_starts(table->reader.arena, rule);
    *ADD(table->reader.arena, rule, suggestions) = german.len > 0 ? german : without_brackets(rule->english);
    if (german.len > 0)
        explain_german(table, rule, german);
    explain_name(&table->reader, rule);
    return 0;
}

int read_name_tables(const char *folder, struct rule_sources *out, struct rs_error *error)
{
    struct table_reader table = {
        .reader = { .out = out, .arena = &out->arena, .family = SLICE("name"), .confidence = 0.93, .error = error },
        .least = 1,
        .most = COLUMN_COUNT,
        .visit = read_name_row,
    };

    return read_rule_tables(folder, &table, error);
}
