/* Reads folders of tables whose rows are rules: names/KIND.tsv, terms/DESK.tsv, idioms/NAME.tsv. */
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

struct rule_source *add_row_rule(struct table_reader *table, const struct word_row *row, struct slice category)
{
    struct rule_source *rule = ADD(table->reader.arena, table->reader.out, rules);

    *rule = (struct rule_source){
        .file = arena_copy(table->reader.arena, slice_of(row->path)),
        .line = row->line,
        .english = column_of(table, row, 0),
        .category = category,
        .severity = SEVERITY_MAJOR,
        .confidence = table->reader.confidence,
    };
    return rule;
}

/* "article:court|crime": the whole text speaks of one of these topics, more than in passing. */
static void add_topics(struct reader *reader, struct rule_source *rule, struct slice topics)
{
    enum { MORE_THAN_IN_PASSING = 5 };
    struct slice topic, item = { "", 0 };

    while (next_word(&topics, '|', &topic))
        item = arena_print(reader->arena, "%.*s%s@-topic-%.*s-", (int)item.len, item.at, item.len > 0 ? "|" : "",
                           (int)topic.len, topic.at);
    add_condition(reader, rule, item, SCOPE_DOCUMENT, false);
    rule->conditions[rule->conditions_count - 1].least = MORE_THAN_IN_PASSING;
}

static void add_desk(struct table_reader *table, struct rule_source *rule)
{
    add_condition(&table->reader, rule,
                  arena_print(table->reader.arena, "@-topic-%.*s-", (int)table->name.len, table->name.at),
                  SCOPE_PARAGRAPH, false);
}

/* "desk", "article:court", "!Oper|Bühne", "!text:England" or company of the sentence and its neighbours. */
static void add_part(struct table_reader *table, struct rule_source *rule, struct slice part)
{
    struct reader *reader = &table->reader;

    if (slice_equal(part, SLICE("desk")))
        add_desk(table, rule);
    else if (slice_starts(part, SLICE("article:")))
        add_topics(reader, rule, slice_from(part, SLICE("article:").len));
    else if (slice_starts(part, SLICE("!text:")))
        add_condition(reader, rule, company(reader, slice_from(part, SLICE("!text:").len)), SCOPE_DOCUMENT, true);
    else if (slice_starts(part, SLICE("!")))
        add_condition(reader, rule, company(reader, slice_from(part, 1)), SCOPE_SENTENCE, true);
    else
        add_condition(reader, rule, company(reader, part), SCOPE_NEARBY, false);
}

/* "& article:us": must hold beside the others, which are alternatives. The desk may then show in the paragraph or, more
 * than in passing, in the text. */
static void add_needed(struct table_reader *table, struct rule_source *rule, struct slice part)
{
    size_t first = rule->conditions_count;

    add_part(table, rule, part);
    if (slice_equal(part, SLICE("desk")))
        add_topics(&table->reader, rule, table->name);
    for (size_t i = first; i < rule->conditions_count; i++)
        rule->conditions[i].group = (uint32_t)first;
}

void add_row_company(struct table_reader *table, struct rule_source *rule, struct slice parts)
{
    struct slice part;

    while (next_word(&parts, ';', &part)) {
        part = trim(part);
        if (slice_starts(part, SLICE("&")))
            add_needed(table, rule, trim(slice_from(part, 1)));
        else
            add_part(table, rule, part);
    }
}

static int add_row_sentence(struct reader *reader, struct rule_source *rule, struct slice text)
{
    const char *open = memchr(text.at, '[', text.len), *close = memchr(text.at, ']', text.len);

    if (open == NULL || close == NULL || close < open + 2)
        return -1;
    struct slice before = slice_between(text.at, open), marked = slice_between(open + 1, close);
    struct slice behind = slice_between(close + 1, text.at + text.len);

    *ADD(reader->arena, rule, bad) = (struct sentence_source){
        .text = arena_print(reader->arena, "%.*s%.*s%.*s", (int)before.len, before.at, (int)marked.len, marked.at,
                            (int)behind.len, behind.at),
        .mark = { (uint32_t)before.len, (uint32_t)(before.len + marked.len) },
        .line = rule->line,
    };
    return 0;
}

int add_row_sentences(struct reader *reader, struct rule_source *rule, struct slice sentences)
{
    struct slice sentence;

    while (next_word(&sentences, '|', &sentence))
        if (add_row_sentence(reader, rule, trim(sentence)) != 0)
            return -1;
    return 0;
}

/* "object: {tanken} {Abkommen}": a verb whose object or subject shows that it is the wrong one; takes the word off. */
static enum rule_order take_order(struct slice *text)
{
    static const struct {
        const char *name;
        enum rule_order order;
    } orders[] = { { "object:", ORDER_OBJECT }, { "subject:", ORDER_SUBJECT }, { "fixed:", ORDER_FIXED } };

    for (size_t i = 0; i < sizeof(orders) / sizeof(*orders); i++)
        if (slice_starts(*text, slice_of(orders[i].name))) {
            *text = trim(slice_from(*text, strlen(orders[i].name)));
            return orders[i].order;
        }
    return ORDER_CLAUSE;
}

void add_row_pattern(struct reader *reader, struct rule_source *rule, struct slice text)
{
    struct slice pattern = trim(text);
    enum rule_order order = take_order(&pattern);

    *ADD(reader->arena, rule, patterns) =
        (struct pattern_source){ .text = words_item(reader, pattern), .order = order, .line = rule->line };
}
