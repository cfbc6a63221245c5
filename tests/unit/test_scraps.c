#include "checks/scraps.h"

#include "checks/scrap_expression.h"
#include "small_lexicon.h"

/* A table of expressions as it is compiled: each has two pairs. */
struct table {
    char strings[1024];
    uint32_t length;
    struct pair_record pairs[16];
    struct scrap_record scraps[8];
    struct list_record list;
    struct lexicon lexicon;
};

static struct text_ref text_in(struct table *table, const char *text)
{
    struct text_ref ref = { .at = table->length, .len = (uint32_t)strlen(text) };

    assert_true(table->length + ref.len < sizeof table->strings);
    memcpy(table->strings + table->length, text, ref.len);
    table->length += ref.len;
    return ref;
}

static void add_row(struct table *table, const char *expression, const char *stays)
{
    struct text_ref key = text_in(table, expression);

    table->pairs[table->list.count++] = (struct pair_record){ key, text_in(table, "check/markup-scrap") };
    table->pairs[table->list.count++] = (struct pair_record){ key, text_in(table, stays) };
}

static struct scraps *open_table(struct table *table, struct rs_error *error)
{
    for (uint32_t i = 0; i < table->list.count / 2; i++) {
        struct text_ref key = table->pairs[i * 2].key;

        if (scrap_describe((struct slice){ table->strings + key.at, key.len }, &table->scraps[i], error) != 0)
            return NULL;
    }
    table->lexicon.scraps = table->scraps;
    table->lexicon.scrap_count = table->list.count / 2;
    table->lexicon.strings = table->strings;
    table->lexicon.pairs = table->pairs;
    table->lexicon.named_tables[TABLE_SCRAPS] = &table->list;
    return scraps_open(&table->lexicon, error);
}

static struct small small;
static struct checks_context context;

static int open_all(void **state)
{
    static struct table table;
    struct rs_error error = { 0 };

    (void)state;
    small_rule(&small, "check/markup-scrap", "Lama Lama", ORDER_FIXED);
    small_open(&small);
    add_row(&table, "\\*\\*([^*\\n]{1,20})\\*\\*", "$1");
    add_row(&table, "(?<!.)> ", "-");
    add_row(&table, "<br>", "-");
    add_row(&table, "\\d{2}:\\d{2}:\\d{2}", "?");
    add_row(&table, "@@", "+");
    context.lexicon = small.lexicon;
    context.rules = small.rules;
    context.scraps = open_table(&table, &error);
    return context.scraps == NULL ? -1 : 0;
}

static int close_all(void **state)
{
    (void)state;
    scraps_close(context.scraps);
    small_close(&small);
    return 0;
}

/* What is marked, each as "text>suggestion" ("!": none can be made), in one line. */
static const char *found_in(const char *text)
{
    static char line[256];
    struct document *doc = small_document(&small, text);
    struct issues issues = { .arena = &doc->arena };
    struct check_run run = { .context = &context, .doc = doc, .issues = &issues };

    check_scraps(&run);
    line[0] = '\0';
    for (size_t i = 0; i < issues.count; i++) {
        const struct issue *issue = &issues.items[i];
        struct slice marked = slice_between(doc->text.at + issue->span.start, doc->text.at + issue->span.end);
        struct slice instead = issue->suggestion_count == 0 ? SLICE("!") : issue->suggestions[0];

        snprintf(line + strlen(line), sizeof line - strlen(line), "[%.*s>%.*s]", (int)marked.len, marked.at,
                 (int)instead.len, instead.at);
    }
    document_free(doc);
    return line;
}

static void a_scrap_is_marked_and_what_stays_suggested(void **state)
{
    (void)state;
    assert_string_equal(found_in("Das **Haus** steht.<br>"), "[**Haus**>Haus][<br>>]");
    assert_string_equal(found_in("Um 10:15:20 gab er"), "[10:15:20>!]");
    assert_string_equal(found_in("Haus @@ Mauer"), "[ @@ >]");
}

static void what_begins_a_paragraph_is_no_scrap_within(void **state)
{
    (void)state;
    assert_string_equal(found_in("> Das Haus"), "[> >]");
    assert_string_equal(found_in("Das Haus > die Mauer"), "");
}

static void scraps_lie_side_by_side_and_at_both_ends(void **state)
{
    (void)state;
    assert_string_equal(found_in("<br><br>"), "[<br>>][<br>>]");
    assert_string_equal(found_in("**"), "");
    assert_string_equal(found_in("<b"), "");
    assert_string_equal(found_in(""), "");
}

static void complain(const char *expression, const char *message)
{
    struct table table = { .length = 0 };
    struct rs_error error = { 0 };

    add_row(&table, "<br>", "-");
    add_row(&table, expression, "-");
    assert_null(open_table(&table, &error));
    assert_string_equal(error.file, "dictionaries/tables/scraps.tsv");
    assert_non_null(strstr(error.message, message));
    assert_non_null(strstr(error.message, expression));
}

static void a_wrong_expression_is_named(void **state)
{
    (void)state;
    complain("\\[(edit", "missing closing parenthesis");
    complain("[a-z]+>", "may begin with a letter");
}

static void a_table_must_be_there(void **state)
{
    struct table table = { .length = 0 };
    struct rs_error error = { 0 };

    (void)state;
    assert_null(open_table(&table, &error));
    assert_non_null(strstr(error.message, "no table \"scraps\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scrap_is_marked_and_what_stays_suggested),
        cmocka_unit_test(what_begins_a_paragraph_is_no_scrap_within),
        cmocka_unit_test(scraps_lie_side_by_side_and_at_both_ends),
        cmocka_unit_test(a_wrong_expression_is_named),
        cmocka_unit_test(a_table_must_be_there),
    };

    return cmocka_run_group_tests(tests, open_all, close_all);
}
