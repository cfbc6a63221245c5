/* Lays what the builder holds out as the compiled data file (checker/lexicon/format.h), and writes it. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "builder_rows.h"
#include "lexicon/hash.h"
#include "slots.h"

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

static void mark_word_of_pair(struct builder *builder, struct slice word, enum english_pair place)
{
    uint32_t number = builder_find_english(builder, word);

    if (number != NO_ID)
        ((struct english_record *)builder->english.items)[number].pairs |= (uint8_t)place;
}

static void mark_translation(struct builder *builder, struct slice word, uint32_t translation)
{
    uint32_t number = builder_find_english(builder, word);

    if (number != NO_ID)
        ((struct english_record *)builder->english.items)[number].translation = translation + 1;
}

/* The words that are translated by themselves; those that stand first and second in pairs which are translated
 * together. */
static void mark_translated(struct builder *builder)
{
    const struct translation_record *records = builder->sections[SECTION_TRANSLATIONS].items;
    size_t count = builder->sections[SECTION_TRANSLATIONS].count / sizeof(*records);

    for (uint32_t i = 0; i < count; i++) {
        struct slice english = builder_text_of(builder, records[i].english);
        const char *space = memchr(english.at, ' ', english.len);

        mark_translation(builder, english, i);
        if (space == NULL)
            continue;
        mark_word_of_pair(builder, slice_between(english.at, space), ENGLISH_PAIR_FIRST);
        mark_word_of_pair(builder, slice_between(space + 1, english.at + english.len), ENGLISH_PAIR_SECOND);
    }
}

static void english_sections(struct builder *builder)
{
    struct stem_row *rows = builder->stems.items;
    struct english_record *records = builder->english.items;
    uint32_t *stems = must(calloc(builder->stems.count + 1, sizeof(*stems)));
    uint32_t count = 0;

    mark_translated(builder);
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

/* A word of a list or key of a table on its way. */
struct listing_row {
    struct text_ref text;
    struct listing_record listing;
};

/* By text: equal texts share one place. Then by list and place. */
static int compare_listings(const void *a, const void *b)
{
    const struct listing_row *left = a, *right = b;
    uint32_t keys[2][4] = { { left->text.at, left->text.len, left->listing.list, left->listing.at },
                            { right->text.at, right->text.len, right->listing.list, right->listing.at } };

    for (size_t i = 0; i < 4; i++)
        if (keys[0][i] != keys[1][i])
            return keys[0][i] < keys[1][i] ? -1 : 1;
    return 0;
}

/* Adds the words of the lists, which are numbered from first on. */
static void add_listings(const struct builder *builder, struct rows *out, enum section_id lists_id,
                         enum section_id words_id, size_t word_size, size_t first)
{
    const struct list_record *lists = builder->sections[lists_id].items;
    size_t count = builder->sections[lists_id].count / sizeof(*lists);
    const struct rows words = { .items = builder->sections[words_id].items, .size = word_size };

    for (size_t i = 0; i < count; i++)
        for (uint32_t j = lists[i].first; j < lists[i].first + lists[i].count; j++)
            if (j == lists[i].first || !is_same_text(text_at(&words, j - 1), text_at(&words, j)))
                *(struct listing_row *)rows_add(out, sizeof(struct listing_row), 1) =
                    (struct listing_row){ text_at(&words, j), { (uint32_t)(first + i), j } };
}

/* The first words of the tables' keys of several words, under numbers of their own: where no word of a text is one, no
 * such key is looked for. */
static void add_first_words(struct builder *builder, struct rows *out, size_t first)
{
    const struct list_record *tables = builder->sections[SECTION_PAIR_LISTS].items;
    size_t count = builder->sections[SECTION_PAIR_LISTS].count / sizeof(*tables);
    const struct rows pairs = { .items = builder->sections[SECTION_PAIRS].items, .size = sizeof(struct pair_record) };

    for (size_t i = 0; i < count; i++)
        for (uint32_t j = tables[i].first; j < tables[i].first + tables[i].count; j++) {
            struct slice key = builder_text_of(builder, text_at(&pairs, j));
            const char *space = memchr(key.at, ' ', key.len);

            if (space == NULL)
                continue;
            struct text_ref word = builder_text(builder, slice_between(key.at, space));

            if (out->count == 0 || !is_same_text(text_at(out, out->count - 1), word))
                *(struct listing_row *)rows_add(out, sizeof(struct listing_row), 1) =
                    (struct listing_row){ word, { (uint32_t)(first + i), j } };
        }
}

/* Each listed word once, with its listings side by side. */
static void listed_word_sections(struct builder *builder, const struct rows *rows, struct rows *words)
{
    const struct listing_row *items = rows->items;
    struct listing_record *listings = must(calloc(rows->count + 1, sizeof(*listings)));
    struct listed_word *word = NULL;

    for (uint32_t i = 0; i < rows->count; i++) {
        if (word == NULL || !is_same_text(word->text, items[i].text)) {
            word = rows_add(words, sizeof(*word), 1);
            *word = (struct listed_word){ items[i].text, i, 0 };
        }
        word->count++;
        listings[i] = items[i].listing;
    }
    builder_section(builder, SECTION_LISTED_WORDS, words->items, words->count * sizeof(*word));
    builder_section(builder, SECTION_LISTINGS, listings, rows->count * sizeof(*listings));
    free(listings);
}

static void enter_all(const struct builder *builder, struct listed *listed, enum listing listing,
                      const struct rows *rows)
{
    for (uint32_t i = 0; i < rows->count; i++)
        enter(listed, hash_listed(listing, builder_text_of(builder, text_at(rows, i))), i);
}

/* Word lists and tables by name, and what stands in them. */
static void listed_section(struct builder *builder)
{
    struct listed listed = { .filter_words = 1 };
    struct rows rows = { 0 }, words = { 0 };
    const struct rows lists = { .items = builder->sections[SECTION_LISTS].items,
                                .size = sizeof(struct list_record),
                                .count = builder->sections[SECTION_LISTS].count / sizeof(struct list_record) };
    const struct rows tables = { .items = builder->sections[SECTION_PAIR_LISTS].items,
                                 .size = sizeof(struct list_record),
                                 .count = builder->sections[SECTION_PAIR_LISTS].count / sizeof(struct list_record) };

    add_listings(builder, &rows, SECTION_LISTS, SECTION_LIST_WORDS, sizeof(struct text_ref), 0);
    add_listings(builder, &rows, SECTION_PAIR_LISTS, SECTION_PAIRS, sizeof(struct pair_record), lists.count);
    add_first_words(builder, &rows, lists.count + tables.count);
    if (rows.count > 0)
        qsort(rows.items, rows.count, sizeof(struct listing_row), compare_listings);
    listed_word_sections(builder, &rows, &words);
    size_t entries = lists.count + tables.count + words.count;

    slots_open(&listed.slots, entries);
    while (listed.filter_words * 8 < entries)
        listed.filter_words *= 2;
    listed.filter = must(calloc(listed.filter_words, sizeof(*listed.filter)));
    enter_all(builder, &listed, LISTING_LIST, &lists);
    enter_all(builder, &listed, LISTING_TABLE, &tables);
    enter_all(builder, &listed, LISTING_WORD, &words);
    slots_write(&listed.slots, builder, SECTION_LISTED);
    builder_section(builder, SECTION_LISTED_FILTER, listed.filter, listed.filter_words * sizeof(*listed.filter));
    free(listed.filter);
    free(rows.items);
    free(words.items);
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
    uint32_t *next = must(calloc(builder->lemmas.count + 1, sizeof(*next)));

    for (uint32_t form = 0; form < builder->forms.count; form++)
        for (uint32_t at = form_at(builder, form)->first_reading; at != 0; at = reading_row_at(builder, at - 1)->next)
            next[reading_row_at(builder, at - 1)->reading.lemma + 1]++;
    for (size_t i = 0; i < builder->lemmas.count; i++) {
        uint32_t forms = next[i + 1];

        lemmas[i].form_count = (uint16_t)(forms > UINT16_MAX ? UINT16_MAX : forms);
        lemmas[i].first_form = next[i];
        next[i + 1] += next[i];
    }
    size_t count = next[builder->lemmas.count];
    struct lemma_form *sorted = must(calloc(count + 1, sizeof(*sorted)));

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

/* Where the records of each NUMBERS_A_PLACE numbers begin; a record begins with its number. */
static void places_section(struct builder *builder, enum section_id from, size_t size, enum section_id to)
{
    size_t count = builder->sections[from].count / size, place_count = 0;
    const char *records = builder->sections[from].items;
    uint32_t last = 0;

    if (count > 0)
        memcpy(&last, records + (count - 1) * size, sizeof(last));
    uint32_t *places = must(calloc(last / NUMBERS_A_PLACE + 2, sizeof(*places)));

    for (size_t i = 0; i < count; i++) {
        uint32_t number;

        memcpy(&number, records + i * size, sizeof(number));
        while (place_count <= number / NUMBERS_A_PLACE)
            places[place_count++] = (uint32_t)i;
    }
    places[place_count++] = (uint32_t)count;
    builder_section(builder, to, places, place_count * sizeof(*places));
    free(places);
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

/* At the first touch of a byte Linux maps the 64 KiB around it, or more where its cache holds what was written at once
 * in a larger piece. Written in pieces of just that size, the file is mapped fastest, and a program that reads a few
 * words of it has little of it in its memory. */
static bool write_pieces(FILE *out, const char *bytes, size_t size)
{
    enum { PIECE = 64 << 10 };
    size_t done = 0, written = 1;

    setvbuf(out, NULL, _IOFBF, PIECE);
    while (done < size && written > 0) {
        written = fwrite(bytes + done, 1, size - done < PIECE ? size - done : PIECE, out);
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
    bool good = write_pieces(out, bytes, size);

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
    places_section(builder, SECTION_LEARNED_PAIRS, sizeof(struct learned_pair), SECTION_LEARNED_PLACES);
    places_section(builder, SECTION_SYNONYMS, sizeof(struct synonym_record), SECTION_SYNONYM_PLACES);
    char *file = lay_out(builder, &size);
    int status = write_whole(path, file, size, error);

    free(file);
    return status;
}
