/* Reads the rows of sense-fields.tsv (dictionaries/bilingual/README.md) and looks their German up once and for all, so
 * that the check of them (checker/bilingual/sense_fields.c) compares numbers. */
#include "builder_rows.h"
#include "error.h"
#include "lexicon/hash.h"
#include "rules.h"
#include "text/letters.h"

struct sense_rows {
    struct builder *builder;
    struct arena arena;
    struct list_record fields; /* english-fields.tsv; none of it where it is not compiled in */
    GROWING(struct sense_row, rows);
    GROWING(struct sense_record, senses);
    GROWING(struct sense_word, words);
    GROWING(struct sense_item, items);
};

static const struct pair_record *pair_at(const struct builder *builder, size_t index)
{
    return (const struct pair_record *)builder->sections[SECTION_PAIRS].items + index;
}

/* ---- constructions ---- */

static bool is_construction(struct slice item)
{
    return item.len > 0 && (memchr("<>&^", item.at[0], 4) != NULL || memchr(item.at, '~', item.len) != NULL);
}

static bool is_of_field(const struct sense_rows *rows, struct slice word, struct slice field)
{
    for (uint32_t i = 0; i < rows->fields.count; i++) {
        const struct pair_record *pair = pair_at(rows->builder, rows->fields.first + i);

        if (slice_equal(builder_text_of(rows->builder, pair->key), word) &&
            slice_equal(builder_text_of(rows->builder, pair->value), field))
            return true;
    }
    return false;
}

/* A word of a frame that stands for no word in particular. */
static bool is_wild(struct slice word)
{
    return word.len == 0 || memchr("~.0*$%", word.at[0], 6) != NULL;
}

/* A word that says nothing of the sense by itself. */
static bool is_bare(const struct sense_rows *rows, struct slice word)
{
    static const char *const fields[] = { "stop", "small", "det", "pronoun", "be", "relative" };

    if (slice_starts(word, SLICE("%")))
        return slice_equal(word, SLICE("%det")) || slice_equal(word, SLICE("%pronoun"));
    if (is_wild(word))
        return true;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (is_of_field(rows, word, slice_of(fields[i])))
            return true;
    return false;
}

/* "~ on", "a ~ of": nouns and verbs stand there alike, in any sense. */
static bool is_bare_frame(const struct sense_rows *rows, struct slice frame)
{
    struct slice word;

    while (take_part(&frame, ' ', &word))
        if (!is_bare(rows, word))
            return false;
    return true;
}

static enum construction_weight weight_of(const struct sense_rows *rows, struct slice item)
{
    if (memchr("<>&", item.at[0], 3) != NULL)
        return OBJECT_WEIGHT;
    return item.at[0] == '^' || is_bare_frame(rows, item) ? BARE_WEIGHT : FRAME_WEIGHT;
}

/* Of the words that must stand there the longest, which is the rarest. */
static uint16_t spelling_of(struct slice item)
{
    struct slice frame = memchr("<>&", item.at[0], 3) != NULL ? slice_from(item, 1) : item;
    struct slice word, longest = { 0 };

    while (item.at[0] != '^' && take_part(&frame, ' ', &word))
        if (!is_wild(word) && word.len > longest.len)
            longest = word;
    return longest.len == 0 ? NO_SPELLING : (uint16_t)spelling_number(longest);
}

/* ---- rows ---- */

static void add_item(struct sense_rows *rows, struct slice text)
{
    bool companion = slice_starts(text, SLICE("="));
    struct sense_item item = { .kind = companion ? SENSE_COMPANION : SENSE_FIELD, .spelling = NO_SPELLING };

    text = slice_from(text, companion);
    if (companion) {
        item.spelling = (uint16_t)spelling_number(text);
    } else if (is_construction(text)) {
        item.kind = SENSE_CONSTRUCTION;
        item.weight = (uint8_t)weight_of(rows, text);
        item.spelling = spelling_of(text);
    }
    item.text = builder_text(rows->builder, text);
    *ADD(&rows->arena, rows, items) = item;
}

static void add_word(struct sense_rows *rows, struct sense_row *row, struct slice text)
{
    bool good_only = slice_starts(text, SLICE("*"));
    struct sense_word word = { .sense = row->sense_count, .flags = good_only ? SENSE_WORD_GOOD_ONLY : 0 };

    text = slice_from(text, good_only);
    if (is_upper(first_code_point(text)))
        word.flags |= SENSE_WORD_NOUN;
    word.text = builder_text(rows->builder, text);
    word.lemma = builder_find_lemma(rows->builder, text);
    row->keys |= word.lemma == NO_ID ? spelling_bit(text) : lemma_bit(word.lemma);
    row->word_count++;
    *ADD(&rows->arena, rows, words) = word;
}

/* "?Streichholz,Zündholz:fire+=box": rare, German words, company. */
static void add_sense(struct sense_rows *rows, struct sense_row *row, struct slice text)
{
    bool rare = slice_starts(text, SLICE("?")), common = slice_starts(text, SLICE("!"));
    struct sense_record sense = { .first_word = (uint32_t)rows->words_count,
                                  .first_item = (uint32_t)rows->items_count };
    struct slice german, item;

    text = slice_from(text, rare || common);
    const char *colon = memchr(text.at, ':', text.len);

    sense.flags |= rare ? SENSE_RARE : 0;
    sense.flags |= common || row->sense_count == 0 ? SENSE_COMMON : 0;
    sense.flags |= rare || common || colon != NULL ? SENSE_MARKED : 0;
    german = colon == NULL ? text : slice_between(text.at, colon);
    text = slice_from(text, german.len + (colon != NULL));
    while (take_part(&german, ',', &item))
        add_word(rows, row, item);
    while (take_part(&text, '+', &item))
        add_item(rows, item);
    sense.word_count = (uint16_t)(rows->words_count - sense.first_word);
    sense.item_count = (uint16_t)(rows->items_count - sense.first_item);
    row->sense_count++;
    *ADD(&rows->arena, rows, senses) = sense;
}

static bool has_construction(struct slice row)
{
    for (size_t i = 0; i < row.len; i++)
        if (memchr("~<>&^", row.at[i], 5) != NULL)
            return true;
    return false;
}

static int add_row(struct sense_rows *rows, const struct pair_record *pair, struct rs_error *error)
{
    struct slice text = arena_copy(&rows->arena, builder_text_of(rows->builder, pair->value)), sense;
    struct sense_row row = { .first_sense = (uint32_t)rows->senses_count, .first_word = (uint32_t)rows->words_count };

    row.flags = has_construction(text) ? ROW_HAS_CONSTRUCTION : 0;
    while (take_part(&text, '|', &sense)) {
        if (row.sense_count == MOST_ROW_SENSES) {
            struct slice key = builder_text_of(rows->builder, pair->key);

            return error_set(error, "sense-fields.tsv", 0, "\"%.*s\" has more than %d senses", (int)key.len, key.at,
                             MOST_ROW_SENSES);
        }
        add_sense(rows, &row, sense);
    }
    *ADD(&rows->arena, rows, rows) = row;
    return 0;
}

int sense_rows_write(struct builder *builder, struct rs_error *error)
{
    struct sense_rows rows = { .builder = builder, .fields = builder_table(builder, SLICE("english-fields")) };
    struct list_record table = builder_table(builder, SLICE("sense-fields"));
    int status = 0;

    for (uint32_t i = 0; status == 0 && i < table.count; i++)
        status = add_row(&rows, pair_at(builder, table.first + i), error);
    builder_section(builder, SECTION_SENSE_ROWS, rows.rows, rows.rows_count * sizeof(*rows.rows));
    builder_section(builder, SECTION_SENSES, rows.senses, rows.senses_count * sizeof(*rows.senses));
    builder_section(builder, SECTION_SENSE_WORDS, rows.words, rows.words_count * sizeof(*rows.words));
    builder_section(builder, SECTION_SENSE_ITEMS, rows.items, rows.items_count * sizeof(*rows.items));
    arena_free(&rows.arena);
    return status;
}
