/* Learns from Ding's phrases which words translate each other: "Bedrohung durch die Regierung" beside "threat by the
 * government" shows what no entry of its own says.
 *
 * Each part of an entry is a pair of short texts. Which word of one stands for which of the other is found as for any
 * parallel texts (IBM Model 1): each word shares itself out among those opposite it, by how well they have fitted
 * elsewhere, and what fits is counted again. A pair is kept that was found so from either language. */
#include <stdlib.h>

#include "ding_words.h"
#include "text/unicode.h"

enum {
    ROUNDS = 5,         /* of sharing out; more change little */
    FIRST_SLOTS = 1024, /* of the table of pairs: a power of two */
};

/* A pair is kept that was counted so often, and is so large a part of what one of its words stands for. */
#define LEAST_COUNT 0.5f
#define LEAST_SHARE 0.02f

/* An English and a German word that stood opposite each other. */
struct cell {
    uint32_t english, lemma;
    float share;  /* while counting: of the pair among all of its word */
    float count;  /* in the round at hand */
    float weight; /* when all is counted: the less of the counts from either language */
    float most;   /* the greater of the shares from either */
};

/* A pair of texts: a row of cells for each English word, one for each German word in it. */
struct text_pair {
    uint32_t first; /* in learner.table */
    uint32_t rows, columns;
};

struct learner {
    struct arena arena;
    struct builder *builder;
    const struct ding_reader *reader;
    struct text_pair *texts;
    size_t text_count, text_capacity;
    uint32_t *table; /* the cells of all texts, by number */
    size_t table_count, table_capacity;
    struct cell *cells;
    size_t cell_count, cell_capacity;
    uint32_t *slots; /* index + 1 in cells, 0: empty */
    size_t slot_count;
};

/* ---- cells ---- */

static size_t slot_of(const struct learner *learner, uint32_t english, uint32_t lemma)
{
    uint64_t hash = ((uint64_t)english << 32 | lemma) * 0x9e3779b97f4a7c15u;
    size_t slot = (size_t)(hash >> 20) & (learner->slot_count - 1);

    while (learner->slots[slot] != 0) {
        const struct cell *cell = &learner->cells[learner->slots[slot] - 1];

        if (cell->english == english && cell->lemma == lemma)
            break;
        slot = (slot + 1) & (learner->slot_count - 1);
    }
    return slot;
}

static void grow_slots(struct learner *learner)
{
    learner->slot_count = learner->slot_count == 0 ? FIRST_SLOTS : learner->slot_count * 2;
    learner->slots = arena_array(&learner->arena, learner->slot_count, sizeof(*learner->slots));
    for (size_t i = 0; i < learner->cell_count; i++)
        learner->slots[slot_of(learner, learner->cells[i].english, learner->cells[i].lemma)] = (uint32_t)i + 1;
}

static uint32_t cell_of(struct learner *learner, uint32_t english, uint32_t lemma)
{
    if (learner->cell_count * 2 >= learner->slot_count)
        grow_slots(learner);
    size_t slot = slot_of(learner, english, lemma);

    if (learner->slots[slot] == 0) {
        learner->cells = arena_grow(&learner->arena, learner->cells, learner->cell_count, &learner->cell_capacity,
                                    sizeof(*learner->cells));
        learner->cells[learner->cell_count] = (struct cell){ .english = english, .lemma = lemma };
        learner->slots[slot] = (uint32_t)++learner->cell_count;
    }
    return learner->slots[slot] - 1;
}

static void add_text(struct learner *learner, const struct ding_words *english, const struct ding_words *german)
{
    learner->texts = arena_grow(&learner->arena, learner->texts, learner->text_count, &learner->text_capacity,
                                sizeof(*learner->texts));
    learner->texts[learner->text_count++] =
        (struct text_pair){ (uint32_t)learner->table_count, (uint32_t)english->count, (uint32_t)german->count };
    for (size_t i = 0; i < english->count; i++)
        for (size_t j = 0; j < german->count; j++) {
            learner->table = arena_grow(&learner->arena, learner->table, learner->table_count, &learner->table_capacity,
                                        sizeof(*learner->table));
            learner->table[learner->table_count++] = cell_of(learner, english->items[i], german->items[j]);
        }
}

static void visit_texts(void *context, const struct ding_pair *pair)
{
    struct learner *learner = context;
    struct arena scratch = { 0 };
    struct ding_words english = { 0 }, german = { 0 };

    for (size_t i = 0; i < pair->english_count; i++)
        ding_add_english(learner->reader, &english, lower_case(&scratch, pair->english[i].text));
    for (size_t i = 0; i < pair->german_count; i++)
        ding_add_german(learner->reader, &german, pair->german[i].text);
    if (english.read <= DING_MOST_WORDS && german.read <= DING_MOST_WORDS && english.count > 0 && german.count > 0)
        add_text(learner, &english, &german);
    arena_free(&scratch);
}

/* ---- sharing out ---- */

/* One language's words, shared out among the other's: German ones among the English of their text, or the other way
 * round. totals: beside the words that are shared out to. */
struct direction {
    bool german;
    float *totals;
    size_t total_count;
};

static uint32_t receiver(const struct direction *direction, const struct cell *cell)
{
    return direction->german ? cell->english : cell->lemma;
}

/* The cells of one word of a text: from the first on, step by step. */
static void share_out(const struct learner *learner, const uint32_t *first, size_t count, size_t step)
{
    float sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += learner->cells[first[i * step]].share;
    for (size_t i = 0; i < count; i++)
        learner->cells[first[i * step]].count += learner->cells[first[i * step]].share / sum;
}

static void share_text(const struct learner *learner, const struct direction *direction, const struct text_pair *text)
{
    const uint32_t *table = &learner->table[text->first];

    for (uint32_t i = 0; direction->german && i < text->columns; i++)
        share_out(learner, table + i, text->rows, text->columns);
    for (uint32_t i = 0; !direction->german && i < text->rows; i++)
        share_out(learner, table + (size_t)i * text->columns, text->columns, 1);
}

static void share_round(const struct learner *learner, const struct direction *direction)
{
    memset(direction->totals, 0, direction->total_count * sizeof(*direction->totals));
    for (size_t i = 0; i < learner->cell_count; i++)
        learner->cells[i].count = 0;
    for (size_t i = 0; i < learner->text_count; i++)
        share_text(learner, direction, &learner->texts[i]);
    for (size_t i = 0; i < learner->cell_count; i++)
        direction->totals[receiver(direction, &learner->cells[i])] += learner->cells[i].count;
    for (size_t i = 0; i < learner->cell_count; i++)
        learner->cells[i].share = learner->cells[i].count / direction->totals[receiver(direction, &learner->cells[i])];
}

static void learn(struct learner *learner, bool german)
{
    struct direction direction = { german, NULL, 0 };

    direction.total_count = german ? builder_english_count(learner->builder) : builder_lemma_count(learner->builder);
    direction.totals = arena_array(&learner->arena, direction.total_count + 1, sizeof(*direction.totals));
    for (size_t i = 0; i < learner->cell_count; i++)
        learner->cells[i].share = 1;
    for (int i = 0; i < ROUNDS; i++)
        share_round(learner, &direction);
    for (size_t i = 0; i < learner->cell_count; i++) {
        struct cell *cell = &learner->cells[i];

        cell->weight = german || cell->count < cell->weight ? cell->count : cell->weight;
        cell->most = cell->share > cell->most ? cell->share : cell->most;
    }
}

/* ---- writing ---- */

static int compare_cells(const void *a, const void *b)
{
    const struct cell *left = a, *right = b;

    if (left->english != right->english)
        return left->english < right->english ? -1 : 1;
    if (left->weight > right->weight || left->weight < right->weight)
        return left->weight > right->weight ? -1 : 1;
    return (left->lemma > right->lemma) - (left->lemma < right->lemma);
}

static void write_pairs(struct learner *learner)
{
    struct learned_pair *pairs = arena_array(&learner->arena, learner->cell_count + 1, sizeof(*pairs));
    size_t kept = 0;

    for (size_t i = 0; i < learner->cell_count; i++)
        if (learner->cells[i].weight >= LEAST_COUNT && learner->cells[i].most >= LEAST_SHARE)
            learner->cells[kept++] = learner->cells[i];
    if (kept > 1)
        qsort(learner->cells, kept, sizeof(*learner->cells), compare_cells);
    for (size_t i = 0; i < kept; i++)
        pairs[i] = (struct learned_pair){ learner->cells[i].english, learner->cells[i].lemma };
    builder_section(learner->builder, SECTION_LEARNED_PAIRS, pairs, kept * sizeof(*pairs));
}

void learned_pairs_write(const struct ding_reader *reader, const struct ding *ding, struct builder *builder)
{
    struct learner learner = { .reader = reader, .builder = builder };

    ding_visit(ding, visit_texts, &learner);
    learn(&learner, true);
    learn(&learner, false);
    write_pairs(&learner);
    arena_free(&learner.arena);
}
