/* Writes which German words Ding's English phrases have for a word beside another (lexicon/said_together.h), for the
 * words that the tables of senses doubt. */
#include "lexicon/said_together.h"

#include <stdlib.h>

#include "ding_words.h"
#include "lexicon/ascending.h"
#include "text/unicode.h"
#include "word_file.h"

/* Longer phrases are sentences: their words need not belong together. */
enum { MOST_ENGLISH = 3, MOST_GERMAN = 3 };

struct collector {
    struct arena arena;
    const struct ding_reader *reader;
    bool *doubted; /* beside English words: keys of the tables */
    uint64_t *keys;
    size_t count, capacity;
};

static int note_doubted(void *context, const struct word_row *row, struct rs_error *error)
{
    struct collector *collector = context;
    struct slice key = row->columns[0], word;

    (void)error;
    if (next_word(&key, ' ', &word)) {
        uint32_t number = builder_find_english(collector->reader->builder, word);

        if (number != NO_ID)
            collector->doubted[number] = true;
    }
    return 0;
}

static void add_key(struct collector *collector, uint64_t key)
{
    collector->keys = arena_grow(&collector->arena, collector->keys, collector->count, &collector->capacity,
                                 sizeof(*collector->keys));
    collector->keys[collector->count++] = key;
}

static void add_phrase(struct collector *collector, const struct ding_words *english, const struct ding_words *german)
{
    if (english->read < 2 || english->read > MOST_ENGLISH || german->read > MOST_GERMAN)
        return;
    for (size_t i = 0; i < english->count; i++)
        for (size_t j = 0; collector->doubted[english->items[i]] && j < english->count; j++)
            for (size_t k = 0; i != j && k < german->count; k++)
                add_key(collector, said_together_key(english->items[i], english->items[j], german->items[k]));
}

static void visit_phrases(void *context, const struct ding_pair *pair)
{
    struct collector *collector = context;
    struct arena scratch = { 0 };

    for (size_t i = 0; i < pair->english_count; i++) {
        struct ding_words english = { 0 };

        ding_add_english(collector->reader, &english, lower_case(&scratch, pair->english[i].text));
        for (size_t j = 0; english.read > 1 && j < pair->german_count; j++) {
            struct ding_words german = { 0 };

            ding_add_german(collector->reader, &german, pair->german[j].text);
            add_phrase(collector, &english, &german);
        }
    }
    arena_free(&scratch);
}

static void write_keys(struct collector *collector)
{
    size_t kept = 0;

    if (collector->count > 1)
        qsort(collector->keys, collector->count, sizeof(*collector->keys), compare_long_numbers);
    for (size_t i = 0; i < collector->count; i++)
        if (kept == 0 || collector->keys[i] != collector->keys[kept - 1])
            collector->keys[kept++] = collector->keys[i];
    builder_section(collector->reader->builder, SECTION_SAID_TOGETHER, collector->keys,
                    kept * sizeof(*collector->keys));
}

int said_together_write(const struct ding_reader *reader, const struct ding *ding, const char *tables,
                        struct rs_error *error)
{
    static const char *const names[] = { "sense-fields.tsv", "wrong-senses.tsv", "false-friends.tsv",
                                         "literal-phrases.tsv" };
    struct collector collector = { .reader = reader };
    int status = 0;

    collector.doubted =
        arena_array(&collector.arena, builder_english_count(reader->builder) + 1, sizeof(*collector.doubted));
    for (size_t i = 0; status == 0 && i < sizeof(names) / sizeof(*names); i++)
        status = read_word_file(tables, names[i], 1, MAX_COLUMNS, note_doubted, &collector, error);
    if (status == 0) {
        ding_visit(ding, visit_phrases, &collector);
        write_keys(&collector);
    }
    arena_free(&collector.arena);
    return status;
}
