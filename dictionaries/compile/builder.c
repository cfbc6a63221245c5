/* Collects what the compiled data file holds, in growing arrays with hash tables over them, and writes it. */
#include "builder.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lexicon/hash.h"
#include "slots.h"

/* A growing array of records. */
struct rows {
    void *items;
    size_t count, capacity, size;
};

/* Which row holds a text: slots with index + 1. */
struct table {
    uint32_t *slots;
    size_t slot_count;
};

struct form_row {
    struct text_ref text;
    uint32_t first_reading; /* index + 1 in readings, 0: none */
    uint32_t last_reading;
    uint32_t frequency;
};

struct reading_row {
    struct reading reading;
    uint32_t next; /* index + 1 */
};

/* A stem of an English word, both by index. */
struct stem_row {
    uint32_t word, stem;
};

struct builder {
    struct rows strings; /* bytes */
    struct rows texts;   /* struct text_ref: each text once */
    struct table text_table;
    struct rows forms; /* struct form_row */
    struct table form_table;
    struct rows readings; /* struct reading_row */
    struct rows lemmas;   /* struct lemma_record */
    struct table lemma_table;
    struct rows english; /* struct english_record */
    struct rows stems;   /* struct stem_row */
    struct table english_table;
    struct rows sections[SECTION_COUNT]; /* bytes */
};

static void *must(void *memory)
{
    if (memory == NULL) {
        fputs("rotstift-compile: out of memory\n", stderr);
        exit(2);
    }
    return memory;
}

static void *rows_add(struct rows *rows, size_t size, size_t n)
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

static struct text_ref text_at(const struct rows *rows, size_t index)
{
    /* Every record that a table is kept over starts with its text. */
    struct text_ref ref;

    memcpy(&ref, (const char *)rows->items + index * rows->size, sizeof(ref));
    return ref;
}

struct slice builder_text_of(const struct builder *builder, struct text_ref ref)
{
    return (struct slice){ (const char *)builder->strings.items + ref.at, ref.len };
}

/* The slot that holds the text, or the empty one where it belongs. */
static size_t find_slot(const struct builder *builder, const struct table *table, const struct rows *rows,
                        struct slice text)
{
    size_t slot = hash_slot(hash_text(text), table->slot_count);

    while (table->slots[slot] != 0 &&
           !slice_equal(builder_text_of(builder, text_at(rows, table->slots[slot] - 1)), text))
        slot = (slot + 1) & (table->slot_count - 1);
    return slot;
}

static void rehash(const struct builder *builder, struct table *table, const struct rows *rows)
{
    struct table wider = { NULL, table->slot_count == 0 ? 1024 : table->slot_count * 2 };

    wider.slots = must(calloc(wider.slot_count, sizeof(*wider.slots)));
    for (size_t i = 0; i < rows->count; i++)
        wider.slots[find_slot(builder, &wider, rows, builder_text_of(builder, text_at(rows, i)))] = (uint32_t)i + 1;
    free(table->slots);
    *table = wider;
}

static uint32_t find(const struct builder *builder, const struct table *table, const struct rows *rows,
                     struct slice text)
{
    if (table->slot_count == 0)
        return NO_ID;
    uint32_t id = table->slots[find_slot(builder, table, rows, text)];

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
    table->slots[find_slot(builder, table, rows, builder_text_of(builder, ref))] = (uint32_t)rows->count;
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

static struct form_row *form_at(const struct builder *builder, uint32_t form)
{
    return (struct form_row *)builder->forms.items + form;
}

static struct reading_row *reading_row_at(const struct builder *builder, uint32_t index)
{
    return (struct reading_row *)builder->readings.items + index;
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
    lay_out_texts(builder);
    builder->form_table.slot_count /= 2; /* rehash doubles it */
    rehash(builder, &builder->form_table, &builder->forms);
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

void builder_each_english(struct builder *builder, void (*visit)(void *context, struct slice word), void *context)
{
    for (size_t i = 0, count = builder->english.count; i < count; i++)
        visit(context, builder_text_of(builder, text_at(&builder->english, i)));
}

/* By word; a word's own entry first, then the others in order of their index. */
static int compare_stems(const void *a, const void *b)
{
    const struct stem_row *left = a, *right = b;

    if (left->word != right->word)
        return left->word < right->word ? -1 : 1;
    if ((left->stem == left->word) != (right->stem == right->word))
        return left->stem == left->word ? -1 : 1;
    return (left->stem > right->stem) - (left->stem < right->stem);
}

static void english_sections(struct builder *builder)
{
    struct stem_row *rows = builder->stems.items;
    struct english_record *records = builder->english.items;
    uint32_t *stems = must(calloc(builder->stems.count + 1, sizeof(*stems)));
    uint32_t count = 0;

    if (builder->stems.count > 1)
        qsort(rows, builder->stems.count, sizeof(*rows), compare_stems);
    for (size_t i = 0; i < builder->stems.count; i++) {
        struct english_record *record = &records[rows[i].word];

        if (i > 0 && rows[i].word == rows[i - 1].word && rows[i].stem == rows[i - 1].stem)
            continue;
        if (record->stem_count++ == 0)
            record->first_stem = count;
        stems[count++] = rows[i].stem;
    }
    builder_section(builder, SECTION_ENGLISH_STEMS, stems, count * sizeof(*stems));
    builder_section(builder, SECTION_ENGLISH, records, builder->english.count * sizeof(*records));
    free(stems);
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

static void table_section(struct builder *builder, enum section_id id, const struct rows *rows)
{
    struct slots slots;

    slots_open(&slots, rows->count);
    for (size_t i = 0; i < rows->count; i++)
        slots_add(&slots, hash_text(builder_text_of(builder, text_at(rows, i))), (uint32_t)i);
    slots_write(&slots, builder, id);
}

/* Equal texts share one place. */
static bool is_same_text(struct text_ref a, struct text_ref b)
{
    return a.at == b.at && a.len == b.len;
}

/* The table of listed words on its way, with its filter: eight bits and more for an entry. */
struct listed {
    struct slots slots;
    uint64_t *filter;
    size_t filter_words;
};

static void enter(struct listed *listed, uint64_t hash, uint32_t record)
{
    slots_add(&listed->slots, hash, record);
    listed->filter[filter_word(hash, listed->filter_words)] |= filter_bit(hash);
}

/* Enters the texts of a section: names of lists, or the words of each list in turn. */
static void enter_listed(const struct builder *builder, struct listed *listed, enum listing listing,
                         enum section_id lists_id, enum section_id words_id, size_t word_size)
{
    const struct list_record *lists = builder->sections[lists_id].items;
    size_t count = builder->sections[lists_id].count / sizeof(*lists);
    const struct rows words = { .items = builder->sections[words_id].items, .size = word_size };

    for (size_t i = 0; i < count; i++) {
        enter(listed, hash_listed(listing, 0, builder_text_of(builder, lists[i].name)), (uint32_t)i);
        for (uint32_t j = lists[i].first; j < lists[i].first + lists[i].count; j++)
            if (j == lists[i].first || !is_same_text(text_at(&words, j - 1), text_at(&words, j)))
                enter(listed, hash_listed(listing + 1, (uint32_t)i, builder_text_of(builder, text_at(&words, j))), j);
    }
}

/* Word lists with their words, tables with their keys; of equal keys the first. */
static void listed_section(struct builder *builder)
{
    struct listed listed = { .filter_words = 1 };
    size_t entries = (builder->sections[SECTION_LISTS].count + builder->sections[SECTION_PAIR_LISTS].count) /
                         sizeof(struct list_record) +
                     builder->sections[SECTION_LIST_WORDS].count / sizeof(struct text_ref) +
                     builder->sections[SECTION_PAIRS].count / sizeof(struct pair_record);

    slots_open(&listed.slots, entries);
    while (listed.filter_words * 8 < entries)
        listed.filter_words *= 2;
    listed.filter = must(calloc(listed.filter_words, sizeof(*listed.filter)));
    enter_listed(builder, &listed, LISTING_LIST, SECTION_LISTS, SECTION_LIST_WORDS, sizeof(struct text_ref));
    enter_listed(builder, &listed, LISTING_TABLE, SECTION_PAIR_LISTS, SECTION_PAIRS, sizeof(struct pair_record));
    slots_write(&listed.slots, builder, SECTION_LISTED);
    builder_section(builder, SECTION_LISTED_FILTER, listed.filter, listed.filter_words * sizeof(*listed.filter));
    free(listed.filter);
}

/* Forms with their readings side by side, as the program reads them. */
static void form_sections(struct builder *builder)
{
    struct rows forms = { 0 }, readings = { 0 };

    for (uint32_t i = 0; i < builder->forms.count; i++) {
        const struct form_row *row = form_at(builder, i);
        struct form_record record = { .text = row->text,
                                      .first_reading = (uint32_t)readings.count,
                                      .frequency = (uint16_t)row->frequency };

        for (uint32_t at = row->first_reading; at != 0; at = reading_row_at(builder, at - 1)->next) {
            *(struct reading *)rows_add(&readings, sizeof(struct reading), 1) =
                reading_row_at(builder, at - 1)->reading;
            record.reading_count++;
        }
        *(struct form_record *)rows_add(&forms, sizeof(record), 1) = record;
    }
    builder_section(builder, SECTION_FORMS, forms.items, forms.count * sizeof(struct form_record));
    builder_section(builder, SECTION_READINGS, readings.items, readings.count * sizeof(struct reading));
    free(forms.items);
    free(readings.items);
}

/* For each lemma its forms: the readings turned around, by counting sort over the lemma. */
static void lemma_sections(struct builder *builder)
{
    struct lemma_record *lemmas = builder->lemmas.items;
    size_t count = builder->readings.count;
    struct lemma_form *sorted = must(calloc(count + 1, sizeof(*sorted)));
    uint32_t *next = must(calloc(builder->lemmas.count + 1, sizeof(*next)));

    for (size_t i = 0; i < count; i++)
        next[reading_row_at(builder, (uint32_t)i)->reading.lemma + 1]++;
    for (size_t i = 0; i < builder->lemmas.count; i++) {
        uint32_t forms = next[i + 1];

        lemmas[i].form_count = (uint16_t)(forms > UINT16_MAX ? UINT16_MAX : forms);
        lemmas[i].first_form = next[i];
        next[i + 1] += next[i];
    }
    for (uint32_t form = 0; form < builder->forms.count; form++)
        for (uint32_t at = form_at(builder, form)->first_reading; at != 0; at = reading_row_at(builder, at - 1)->next) {
            struct reading reading = reading_row_at(builder, at - 1)->reading;

            sorted[next[reading.lemma]++] = (struct lemma_form){ form, reading.features };
        }
    builder_section(builder, SECTION_LEMMA_FORMS, sorted, count * sizeof(*sorted));
    builder_section(builder, SECTION_LEMMAS, lemmas, builder->lemmas.count * sizeof(*lemmas));
    free(sorted);
    free(next);
}

/* Lays the sections one after another behind the header, on multiples of 16 bytes, in one piece of memory. */
static char *lay_out(const struct builder *builder, size_t *size)
{
    struct data_header header = { .magic = DATA_MAGIC,
                                  .version = DATA_VERSION,
                                  .section_count = SECTION_COUNT,
                                  .record_check = data_record_check() };
    size_t offset = (sizeof(header) + 15) / 16 * 16;

    for (int i = 0; i < SECTION_COUNT; i++) {
        header.sections[i] = (struct section_record){ offset, builder->sections[i].count };
        offset = (offset + builder->sections[i].count + 15) / 16 * 16;
    }
    header.file_size = *size = offset;
    char *file = must(calloc(1, offset));

    for (int i = 0; i < SECTION_COUNT; i++)
        if (builder->sections[i].count > 0)
            memcpy(file + header.sections[i].offset, builder->sections[i].items, builder->sections[i].count);
    header.checksum = hash_words(file + sizeof(header), offset - sizeof(header));
    memcpy(file, &header, sizeof(header));
    return file;
}

/* Linux keeps what is written at once in large pieces of its cache, and maps such a piece whole at the first touch of
 * any byte in it; written page by page, a program that reads a few words of the file has little of it in its memory. */
static bool write_pages(FILE *out, const char *bytes, size_t size)
{
    enum { PAGE = 4096 };
    size_t done = 0, written = 1;

    setvbuf(out, NULL, _IOFBF, PAGE);
    while (done < size && written > 0) {
        written = fwrite(bytes + done, 1, size - done < PAGE ? size - done : PAGE, out);
        done += written;
    }
    return done == size;
}

static int write_whole(const char *path, const char *bytes, size_t size, struct rs_error *error)
{
    char temporary[4096];
    int length = snprintf(temporary, sizeof(temporary), "%s.new", path);

    if (length < 0 || (size_t)length >= sizeof(temporary))
        return error_set(error, path, 0, "the path is too long");
    FILE *out = fopen(temporary, "wb");

    if (out == NULL)
        return error_set(error, temporary, 0, "can't be written: %s", strerror(errno));
    bool good = write_pages(out, bytes, size);

    good = fclose(out) == 0 && good;
    if (good && rename(temporary, path) == 0)
        return 0;
    error_set(error, path, 0, "can't be written: %s", strerror(errno));
    unlink(temporary);
    return -1;
}

int builder_write(struct builder *builder, const char *path, struct rs_error *error)
{
    size_t size;

    form_sections(builder);
    lemma_sections(builder);
    english_sections(builder);
    builder_section(builder, SECTION_STRINGS, builder->strings.items, builder->strings.count);
    table_section(builder, SECTION_FORM_TABLE, &builder->forms);
    table_section(builder, SECTION_LEMMA_TABLE, &builder->lemmas);
    table_section(builder, SECTION_ENGLISH_TABLE, &builder->english);
    listed_section(builder);
    char *file = lay_out(builder, &size);
    int status = write_whole(path, file, size, error);

    free(file);
    return status;
}
