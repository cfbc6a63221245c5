/* Reads idioms/NAME.tsv: idioms for which a row is enough: the English, what German says, further literal renderings,
 * the company in which they are wrong, and sentences that must be marked. What the English becomes word by word is made
 * by idioms.c. */
#include "rules_xml.h"
#include "text/unicode.h"

enum columns { COLUMN_ENGLISH, COLUMN_GERMAN, COLUMN_LITERAL, COLUMN_NEAR, COLUMN_SENTENCES, COLUMN_COUNT };

/* Patterns between semicolons. */
static void add_literals(struct table_reader *table, struct rule_source *rule, struct slice patterns)
{
    struct slice pattern;

    while (next_word(&patterns, ';', &pattern))
        add_row_pattern(&table->reader, rule, pattern);
}

/* "run dry (money)": which of two senses is meant is no part of what is rendered. */
static bool has_remark(struct slice english)
{
    return memchr(english.at, '(', english.len) != NULL;
}

static int read_idiom_row(void *context, const struct word_row *row, struct rs_error *error)
{
    struct table_reader *table = context;
    struct rule_source *rule = add_row_rule(table, row, SLICE("accuracy/mistranslation"));
    struct slice german = column_of(table, row, COLUMN_GERMAN), sentences = column_of(table, row, COLUMN_SENTENCES);

    if (rule->english.len == 0 || german.len == 0)
        return error_set(error, row->path, row->line, "an English idiom and its German are wanted");
    rule->id = id_from_english(&table->reader, rule->english);
    rule->generate = !has_remark(rule->english);
    add_literals(table, rule, column_of(table, row, COLUMN_LITERAL));
    add_row_company(table, rule, column_of(table, row, COLUMN_NEAR));
    add_suggestions(&table->reader, rule, german, false);
    explain_idiom(&table->reader, rule, (struct slice){ 0 });
    if (add_row_sentences(&table->reader, rule, sentences) != 0)
        return error_set(error, row->path, row->line, "a sentence has no [mark]");
    return 0;
}

int read_idiom_tables(const char *folder, struct rule_sources *out, struct rs_error *error)
{
    struct table_reader table = {
        .reader = { .out = out, .arena = &out->arena, .family = SLICE("idiom"), .confidence = 0.92, .error = error },
        .least = COLUMN_LITERAL,
        .most = COLUMN_COUNT,
        .visit = read_idiom_row,
    };

    return read_rule_tables(folder, &table, error);
}
