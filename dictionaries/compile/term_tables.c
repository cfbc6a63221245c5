/* Reads terms/DESK.tsv: terms of a desk ("refresh rate", "set piece") that are turned into German word by word, for
 * which a row is enough: the English, what is wrong, what is right, the company without which the wrong word is good
 * German, and sentences that must be marked. */
#include "rules_xml.h"
#include "text/unicode.h"

enum columns { COLUMN_ENGLISH, COLUMN_WRONG, COLUMN_RIGHT, COLUMN_NEAR, COLUMN_TOPIC, COLUMN_SENTENCES, COLUMN_COUNT };

/* "{Erfrischungsrate}": one word in all its forms. */
static bool is_lemma(struct slice pattern)
{
    return is_plain_lemma(pattern) && memchr(pattern.at, '|', pattern.len) == NULL;
}

/* A word that the row alone marks is its own bad sentence. */
static void add_example(struct reader *reader, struct rule_source *rule, struct slice pattern)
{
    if (rule->conditions_count > 0 || !is_lemma(pattern))
        return;
    const struct slice before = SLICE("Es geht um ");
    struct slice word = { pattern.at + 1, pattern.len - 2 };

    *ADD(reader->arena, rule, bad) = (struct sentence_source){
        .text = arena_print(reader->arena, "%s%.*s.", before.at, (int)word.len, word.at),
        .mark = { (uint32_t)before.len, (uint32_t)(before.len + word.len) },
        .line = rule->line,
    };
}

static void add_wrong(struct reader *reader, struct rule_source *rule, struct slice patterns)
{
    struct slice pattern;

    while (next_word(&patterns, ';', &pattern)) {
        add_row_pattern(reader, rule, pattern);
        add_example(reader, rule, rule->patterns[rule->patterns_count - 1].text);
    }
}

/* Every pattern marks one word, whose inflection the right one can take. */
static bool marks_one_word(const struct rule_source *rule)
{
    for (size_t i = 0; i < rule->patterns_count; i++)
        if (!is_relation(rule->patterns[i].order) && !is_lemma(rule->patterns[i].text))
            return false;
    return true;
}

static int read_term(void *context, const struct word_row *row, struct rs_error *error)
{
    struct table_reader *table = context;
    struct reader *reader = &table->reader;
    struct rule_source *rule = add_row_rule(table, row, SLICE("accuracy/mistranslation"));
    struct slice wrong = column_of(table, row, COLUMN_WRONG), right = column_of(table, row, COLUMN_RIGHT);
    struct slice sentences = column_of(table, row, COLUMN_SENTENCES);

    if (rule->english.len == 0 || wrong.len == 0 || right.len == 0)
        return error_set(error, row->path, row->line, "an English term, its wrong German and its right one are wanted");
    rule->id = id_from_english(reader, rule->english);
    add_row_company(table, rule, column_of(table, row, COLUMN_NEAR));
    add_condition(reader, rule, column_of(table, row, COLUMN_TOPIC), SCOPE_DOCUMENT, false);
    if (add_row_sentences(reader, rule, sentences) != 0)
        return error_set(error, row->path, row->line, "a sentence has no [mark]");
    add_wrong(reader, rule, wrong);
    add_suggestions(reader, rule, right, marks_one_word(rule));
    explain_sense(reader->arena, rule, alternative(right, 0));
    return 0;
}

int read_term_tables(const char *folder, struct rule_sources *out, struct rs_error *error)
{
    struct table_reader table = {
        .reader = { .out = out, .arena = &out->arena, .family = SLICE("term"), .confidence = 0.9, .error = error },
        .least = COLUMN_NEAR,
        .most = COLUMN_COUNT,
        .visit = read_term,
    };

    return read_rule_tables(folder, &table, error);
}

/* The first word of "{Totball|tot}" that Ding has; heads of compounds ("{-Ball}") and what else a pattern may hold are
 * not asked. */
static struct slice known_word(const struct translations *translations, struct slice pattern)
{
    struct slice words, word;

    if (pattern.len < 3 || pattern.at[0] != '{' || memchr(pattern.at, ' ', pattern.len) != NULL ||
        memchr(pattern.at, '}', pattern.len) != pattern.at + pattern.len - 1)
        return (struct slice){ 0 };
    for (words = (struct slice){ pattern.at + 1, pattern.len - 2 }; next_word(&words, '|', &word);)
        if (word.at[0] != '-' && german_classes(translations, word) != 0)
            return word;
    return (struct slice){ 0 };
}

int terms_check(const struct rule_sources *rules, const struct translations *translations, struct rs_error *error)
{
    for (size_t i = 0; i < rules->rules_count; i++) {
        const struct rule_source *rule = &rules->rules[i];

        if (!slice_starts(rule->id, SLICE("term/")) || !slice_ends(rule->file, SLICE(".tsv")) ||
            rule->conditions_count > 0)
            continue;
        for (size_t j = 0; j < rule->patterns_count; j++) {
            struct slice word = known_word(translations, rule->patterns[j].text);

            if (word.len > 0)
                return error_set(error, rule->file.at, rule->line,
                                 "\"%.*s\" is good German somewhere (Ding has it): say near what it is wrong",
                                 (int)word.len, word.at);
        }
    }
    return 0;
}
