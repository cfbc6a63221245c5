/* Makes the table "noun-senses": a German noun with each noun that an English word of another sense gives ("Pflanze" –
 * "Werk", for "plant"). It comes from words/homonyms.tsv (nouns of different kinds), words/noun-fields.tsv (all nouns
 * of a row) and words/noun-senses.tsv, which has those alone that stand in neither. checks/wrong_parts.c asks it about
 * the parts of compounds. */
#include "rules.h"
#include "sense_nouns.h"
#include "word_file.h"

enum { MOST_SENSES = 16 };

struct collector {
    struct arena *arena;
    struct slice (*rows)[2];
    size_t count, capacity;
    bool by_kind; /* what stands behind the colon tells nouns of one sense */
};

static bool share_kind(struct slice left, struct slice right)
{
    struct slice kind, other;

    while (next_word(&left, '+', &kind))
        for (struct slice rest = right; next_word(&rest, '+', &other);)
            if (slice_equal(kind, other))
                return true;
    return false;
}

static void add_pair(struct collector *collector, struct slice wrong, struct slice right)
{
    collector->rows =
        arena_grow(collector->arena, collector->rows, collector->count, &collector->capacity, sizeof(*collector->rows));
    collector->rows[collector->count][0] = arena_copy(collector->arena, wrong);
    collector->rows[collector->count++][1] = arena_copy(collector->arena, right);
}

/* "!Ziel:finance": the noun, and what stands behind the colon. */
static struct sense_noun read_noun(struct slice text)
{
    struct sense_noun out = { .fixed = slice_starts(text, SLICE("!")), .by_document = slice_starts(text, SLICE("~")) };

    text = slice_from(text, out.fixed || out.by_document);
    next_word(&text, ':', &out.noun);
    out.kinds = slice_from(text, text.len > 0 ? 1 : 0);
    return out;
}

int read_sense_nouns(const struct word_row *row, size_t most, struct sense_noun *nouns, size_t *count,
                     struct rs_error *error)
{
    struct slice rest = row->columns[1], text;

    for (*count = 0; next_word(&rest, '|', &text); ++*count) {
        if (*count == most)
            return error_set(error, row->path, row->line, "more than %zu nouns", most);
        nouns[*count] = read_noun(text);
    }
    return 0;
}

static int read_row(void *context, const struct word_row *row, struct rs_error *error)
{
    struct collector *collector = context;
    struct sense_noun nouns[MOST_SENSES];
    size_t count;

    if (read_sense_nouns(row, MOST_SENSES, nouns, &count, error) != 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            if (i != j && !nouns[i].fixed && !nouns[i].by_document &&
                !(collector->by_kind && share_kind(nouns[i].kinds, nouns[j].kinds)))
                add_pair(collector, nouns[i].noun, nouns[j].noun);
    return 0;
}

int noun_senses_table(const char *folder, struct arena *arena, struct made_table *out, struct rs_error *error)
{
    struct collector collector = { .arena = arena, .by_kind = true };
    int status = read_word_file(folder, "homonyms.tsv", 2, 2, read_row, &collector, error);

    if (status == 0)
        status = read_word_file(folder, "noun-senses.tsv", 2, 2, read_row, &collector, error);
    collector.by_kind = false;
    if (status == 0)
        status = read_word_file(folder, "noun-fields.tsv", 2, 2, read_row, &collector, error);
    *out = (struct made_table){ SLICE("noun-senses"), collector.rows, collector.count };
    return status;
}
