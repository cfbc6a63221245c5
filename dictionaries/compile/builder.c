/* Collects what the compiled data file holds, in growing arrays with hash tables over them. */
#include "builder_rows.h"

#include <stdio.h>
#include <stdlib.h>

#include "lexicon/hash.h"

void *must(void *memory)
{
    if (memory == NULL) {
        fputs("rotstift-compile: out of memory\n", stderr);
        exit(2);
    }
    return memory;
}

void *rows_add(struct rows *rows, size_t size, size_t n)
{
    rows->size = size;
    if (rows->capacity - rows->count < n) {
        size_t wanted = rows->capacity * 2 + n + 64;

        rows->items = must(reallocarray(rows->items, wanted, size));
        rows->capacity = wanted;
    }
    void *added = (char *)rows->items + rows->count * size;

    rows->count += n;
    return added;
}

struct slice builder_text_of(const struct builder *builder, struct text_ref ref)
{
    return (struct slice){ (const char *)builder->strings.items + ref.at, ref.len };
}

/* The slot that holds the text, or the empty one where it belongs. */
static struct table_place *find_slot(const struct builder *builder, const struct table *table, const struct rows *rows,
                                     struct slice text, uint64_t hash)
{
    size_t slot = hash_slot(hash, table->slot_count);

    while (table->slots[slot].row != 0 &&
           (table->slots[slot].hash != (uint32_t)(hash >> 32) ||
            !slice_equal(builder_text_of(builder, text_at(rows, table->slots[slot].row - 1)), text)))
        slot = (slot + 1) & (table->slot_count - 1);
    return &table->slots[slot];
}

static void fill_slot(const struct builder *builder, struct table *table, const struct rows *rows, struct slice text,
                      uint32_t row)
{
    uint64_t hash = hash_text(text);

    *find_slot(builder, table, rows, text, hash) = (struct table_place){ row, (uint32_t)(hash >> 32) };
}

static void rehash(const struct builder *builder, struct table *table, const struct rows *rows)
{
    struct table wider = { NULL, table->slot_count == 0 ? 1024 : table->slot_count * 2 };

    wider.slots = must(calloc(wider.slot_count, sizeof(*wider.slots)));
    for (size_t i = 0; i < rows->count; i++)
        fill_slot(builder, &wider, rows, builder_text_of(builder, text_at(rows, i)), (uint32_t)i + 1);
    free(table->slots);
    *table = wider;
}

static uint32_t find(const struct builder *builder, const struct table *table, const struct rows *rows,
                     struct slice text)
{
    if (table->slot_count == 0)
        return NO_ID;
    uint32_t id = find_slot(builder, table, rows, text, hash_text(text))->row;

    return id == 0 ? NO_ID : id - 1;
}

/* Adds a zeroed record for a text that is not there yet and returns its index. */
static uint32_t insert(struct builder *builder, struct table *table, struct rows *rows, size_t size,
                       struct text_ref ref)
{
    if (rows->count * 2 >= table->slot_count)
        rehash(builder, table, rows);
    char *record = rows_add(rows, size, 1);

    memset(record, 0, size);
    memcpy(record, &ref, sizeof(ref));
    fill_slot(builder, table, rows, builder_text_of(builder, ref), (uint32_t)rows->count);
    return (uint32_t)rows->count - 1;
}

struct builder *builder_new(void)
{
    return must(calloc(1, sizeof(struct builder)));
}

void builder_free(struct builder *builder)
{
    if (builder == NULL)
        return;
    struct rows *rows[] = { &builder->strings, &builder->texts,   &builder->forms, &builder->readings,
                            &builder->lemmas,  &builder->english, &builder->stems };
    struct table *tables[] = { &builder->text_table, &builder->form_table, &builder->lemma_table,
                               &builder->english_table };

    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
        free(rows[i]->items);
    for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
        free(tables[i]->slots);
    for (size_t i = 0; i < SECTION_COUNT; i++)
        free(builder->sections[i].items);
    free(builder);
}

struct text_ref builder_text(struct builder *builder, struct slice text)
{
    uint32_t id = find(builder, &builder->text_table, &builder->texts, text);

    if (id != NO_ID)
        return text_at(&builder->texts, id);
    struct text_ref ref = { (uint32_t)builder->strings.count, (uint32_t)text.len };

    /* text may lie in the strings that rows_add moves: copy through its offset then. */
    const char *base = builder->strings.items;
    bool inside = base != NULL && text.at >= base && text.at < base + builder->strings.count;
    size_t offset = inside ? (size_t)(text.at - base) : 0;
    char *added = rows_add(&builder->strings, 1, text.len);

    if (text.len > 0)
        memcpy(added, inside ? (char *)builder->strings.items + offset : text.at, text.len);
    insert(builder, &builder->text_table, &builder->texts, sizeof(struct text_ref), ref);
    return ref;
}

uint32_t builder_find_form(const struct builder *builder, struct slice text)
{
    return find(builder, &builder->form_table, &builder->forms, text);
}

uint32_t builder_find_lemma(const struct builder *builder, struct slice text)
{
    return find(builder, &builder->lemma_table, &builder->lemmas, text);
}

uint32_t builder_form(struct builder *builder, struct slice text)
{
    uint32_t id = builder_find_form(builder, text);

    return id != NO_ID ? id
                       : insert(builder, &builder->form_table, &builder->forms, sizeof(struct form_row),
                                builder_text(builder, text));
}

uint32_t builder_lemma(struct builder *builder, struct slice text)
{
    uint32_t id = builder_find_lemma(builder, text);

    return id != NO_ID ? id
                       : insert(builder, &builder->lemma_table, &builder->lemmas, sizeof(struct lemma_record),
                                builder_text(builder, text));
}

struct lemma_record *builder_lemma_at(struct builder *builder, uint32_t lemma)
{
    return (struct lemma_record *)builder->lemmas.items + lemma;
}

uint8_t builder_lemma_flags(const struct builder *builder, uint32_t lemma)
{
    return ((const struct lemma_record *)builder->lemmas.items)[lemma].flags;
}

void builder_reading(struct builder *builder, struct slice form, struct slice lemma, uint32_t features)
{
    struct reading reading = { builder_lemma(builder, lemma), features };
    uint32_t id = builder_form(builder, form);

    for (uint32_t at = form_at(builder, id)->first_reading; at != 0; at = reading_row_at(builder, at - 1)->next) {
        const struct reading *old = &reading_row_at(builder, at - 1)->reading;

        if (old->lemma == reading.lemma && old->features == reading.features)
            return;
    }
    *(struct reading_row *)rows_add(&builder->readings, sizeof(struct reading_row), 1) =
        (struct reading_row){ reading, 0 };
    struct form_row *row = form_at(builder, id);

    if (row->first_reading == 0)
        row->first_reading = (uint32_t)builder->readings.count;
    else
        reading_row_at(builder, row->last_reading - 1)->next = (uint32_t)builder->readings.count;
    row->last_reading = (uint32_t)builder->readings.count;
}

bool builder_reading_at(const struct builder *builder, uint32_t form, size_t index, struct reading *out)
{
    uint32_t at = form_at(builder, form)->first_reading;

    while (at != 0 && index-- > 0)
        at = reading_row_at(builder, at - 1)->next;
    if (at == 0)
        return false;
    *out = reading_row_at(builder, at - 1)->reading;
    return true;
}

/* The readings of a form, in their order; at most MOST_READINGS. */
enum { MOST_READINGS = 256 };
static size_t readings_of(const struct builder *builder, const struct form_row *row, struct reading *out)
{
    size_t count = 0;

    for (uint32_t at = row->first_reading; at != 0 && count < MOST_READINGS; at = reading_row_at(builder, at - 1)->next)
        out[count++] = reading_row_at(builder, at - 1)->reading;
    return count;
}

/* Unlinks the rows of the form that are dropped. */
static void drop_readings_of(struct builder *builder, struct form_row *row, drop_reading *drop, const void *context)
{
    const struct slice form = builder_text_of(builder, row->text);
    struct reading all[MOST_READINGS];
    size_t count = readings_of(builder, row, all);
    uint32_t *link = &row->first_reading;

    for (size_t i = 0; i < count; i++) {
        struct reading_row *reading = reading_row_at(builder, *link - 1);

        if (drop(context, form, all[i], all, count)) {
            *link = reading->next;
        } else {
            row->last_reading = *link;
            link = &reading->next;
        }
    }
}

void builder_drop_readings(struct builder *builder, drop_reading *drop, const void *context)
{
    for (uint32_t form = 0; form < builder->forms.count; form++)
        drop_readings_of(builder, form_at(builder, form), drop, context);
}

void builder_count(struct builder *builder, struct slice form)
{
    uint32_t id = builder_find_form(builder, form);

    if (id != NO_ID && form_at(builder, id)->frequency < UINT16_MAX)
        form_at(builder, id)->frequency++;
}

uint32_t builder_frequency(const struct builder *builder, struct slice form)
{
    uint32_t id = builder_find_form(builder, form);

    return id == NO_ID ? 0 : form_at(builder, id)->frequency;
}

/* A form on its way to its new place. */
struct form_place {
    uint32_t frequency, form;
};

/* The most frequent first; equal ones keep their order. */
static int by_frequency(const void *a, const void *b)
{
    const struct form_place *left = a, *right = b;

    if (left->frequency != right->frequency)
        return left->frequency < right->frequency ? 1 : -1;
    return left->form < right->form ? -1 : 1;
}

/* Moves a text to the new strings, unless it is there; places holds the new offset + 1 for each old one. */
static void move_text(struct builder *builder, struct rows *strings, uint32_t *places, struct text_ref *ref)
{
    if (ref->len == 0)
        return;
    if (places[ref->at] == 0) {
        places[ref->at] = (uint32_t)strings->count + 1;
        memcpy(rows_add(strings, 1, ref->len), (char *)builder->strings.items + ref->at, ref->len);
    }
    ref->at = places[ref->at] - 1;
}

/* Every record of these rows starts with its text. */
static void move_texts(struct builder *builder, struct rows *strings, uint32_t *places, struct rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        move_text(builder, strings, places, (struct text_ref *)((char *)rows->items + i * rows->size));
}

static void lay_out_texts(struct builder *builder)
{
    struct rows strings = { 0 };
    uint32_t *places = must(calloc(builder->strings.count + 1, sizeof(*places)));

    move_texts(builder, &strings, places, &builder->forms);
    move_texts(builder, &strings, places, &builder->lemmas);
    move_texts(builder, &strings, places, &builder->english);
    move_texts(builder, &strings, places, &builder->texts);
    free(places);
    free(builder->strings.items);
    builder->strings = strings;
}

static void move_lemma(struct builder *builder, struct rows *sorted, uint32_t *places, uint32_t lemma)
{
    if (places[lemma] != 0)
        return;
    *(struct lemma_record *)rows_add(sorted, sizeof(struct lemma_record), 1) = *builder_lemma_at(builder, lemma);
    places[lemma] = (uint32_t)sorted->count;
}

/* The lemmas of the forms' readings in the order of the forms, then those that no form has. */
static void sort_lemmas(struct builder *builder)
{
    struct rows sorted = { 0 };
    uint32_t *places = must(calloc(builder->lemmas.count + 1, sizeof(*places))); /* the new index + 1 */

    for (uint32_t form = 0; form < builder->forms.count; form++)
        for (uint32_t at = form_at(builder, form)->first_reading; at != 0; at = reading_row_at(builder, at - 1)->next)
            move_lemma(builder, &sorted, places, reading_row_at(builder, at - 1)->reading.lemma);
    for (uint32_t lemma = 0; lemma < builder->lemmas.count; lemma++)
        move_lemma(builder, &sorted, places, lemma);
    for (uint32_t i = 0; i < builder->readings.count; i++)
        reading_row_at(builder, i)->reading.lemma = places[reading_row_at(builder, i)->reading.lemma] - 1;
    free(places);
    free(builder->lemmas.items);
    builder->lemmas = sorted;
}

/* The same slots for rows in another order. */
static void number_again(struct builder *builder, struct table *table, const struct rows *rows)
{
    table->slot_count /= 2; /* rehash doubles it */
    rehash(builder, table, rows);
}

void builder_sort_forms(struct builder *builder)
{
    struct rows sorted = { 0 };
    struct form_place *places = must(calloc(builder->forms.count + 1, sizeof(*places)));

    for (uint32_t i = 0; i < builder->forms.count; i++)
        places[i] = (struct form_place){ form_at(builder, i)->frequency, i };
    qsort(places, builder->forms.count, sizeof(*places), by_frequency);
    for (size_t i = 0; i < builder->forms.count; i++)
        *(struct form_row *)rows_add(&sorted, sizeof(struct form_row), 1) = *form_at(builder, places[i].form);
    free(places);
    free(builder->forms.items);
    builder->forms = sorted;
    sort_lemmas(builder);
    lay_out_texts(builder);
    number_again(builder, &builder->form_table, &builder->forms);
    number_again(builder, &builder->lemma_table, &builder->lemmas);
}

bool builder_knows_english(const struct builder *builder, struct slice word)
{
    return find(builder, &builder->english_table, &builder->english, word) != NO_ID;
}

void builder_english(struct builder *builder, struct slice word, bool common)
{
    uint32_t id = find(builder, &builder->english_table, &builder->english, word);

    if (id == NO_ID)
        id = insert(builder, &builder->english_table, &builder->english, sizeof(struct english_record),
                    builder_text(builder, word));
    if (common)
        ((struct english_record *)builder->english.items)[id].common = 1;
}

void builder_english_stem(struct builder *builder, struct slice word, struct slice stem)
{
    struct stem_row row = { find(builder, &builder->english_table, &builder->english, word),
                            find(builder, &builder->english_table, &builder->english, stem) };

    if (row.word != NO_ID && row.stem != NO_ID)
        memcpy(rows_add(&builder->stems, sizeof(row), 1), &row, sizeof(row));
}

uint32_t builder_find_english(const struct builder *builder, struct slice word)
{
    return find(builder, &builder->english_table, &builder->english, word);
}

size_t builder_english_count(const struct builder *builder)
{
    return builder->english.count;
}

void builder_each_stem(const struct builder *builder, void (*visit)(void *context, uint32_t word, uint32_t stem),
                       void *context)
{
    const struct stem_row *rows = builder->stems.items;

    for (size_t i = 0; i < builder->stems.count; i++)
        visit(context, rows[i].word, rows[i].stem);
}

void builder_each_english(struct builder *builder, void (*visit)(void *context, struct slice word), void *context)
{
    for (size_t i = 0, count = builder->english.count; i < count; i++)
        visit(context, builder_text_of(builder, text_at(&builder->english, i)));
}

void builder_section(struct builder *builder, enum section_id id, const void *bytes, size_t size)
{
    struct rows *rows = &builder->sections[id];

    rows->count = 0;
    if (size > 0)
        memcpy(rows_add(rows, 1, size), bytes, size);
}

size_t builder_form_count(const struct builder *builder)
{
    return builder->forms.count;
}

size_t builder_lemma_count(const struct builder *builder)
{
    return builder->lemmas.count;
}

struct slice builder_form_text(const struct builder *builder, uint32_t form)
{
    return builder_text_of(builder, form_at(builder, form)->text);
}

struct slice builder_lemma_text(const struct builder *builder, uint32_t lemma)
{
    return builder_text_of(builder, text_at(&builder->lemmas, lemma));
}

struct list_record builder_table(const struct builder *builder, struct slice name)
{
    const struct list_record *tables = builder->sections[SECTION_PAIR_LISTS].items;
    size_t count = builder->sections[SECTION_PAIR_LISTS].count / sizeof(*tables);

    for (size_t i = 0; i < count; i++)
        if (slice_equal(builder_text_of(builder, tables[i].name), name))
            return tables[i];
    return (struct list_record){ 0 };
}
