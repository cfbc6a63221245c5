/* Maps the compiled data file and answers questions about words. */
#include "lexicon/lexicon.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lexicon/hash.h"
#include "lexicon/letter_rows.h"
#include "messages/messages.h"
#include "rules/format.h"

uint32_t data_record_check(void)
{
    const uint32_t sizes[] = {
        sizeof(struct form_record),      sizeof(struct reading),
        sizeof(struct lemma_record),     sizeof(struct lemma_form),
        sizeof(struct rule_record),      sizeof(struct pattern_record),
        sizeof(struct item_record),      sizeof(struct test_record),
        sizeof(struct condition_record), sizeof(struct partners),
        sizeof(struct trigger_group),    sizeof(struct suggestion_record),
        sizeof(struct list_record),      sizeof(struct translation_record),
        sizeof(struct translation_word), sizeof(struct english_record),
        sizeof(struct pair_record),      sizeof(table_slot),
        sizeof(struct listed_word),      sizeof(struct listing_record),
        sizeof(struct learned_pair),     sizeof(struct synonym_record),
        sizeof(struct sense_row),        sizeof(struct sense_record),
        sizeof(struct sense_word),       sizeof(struct sense_item),
        sizeof(struct letter_row),       sizeof(struct scrap_record),
    };

    return (uint32_t)hash_bytes(HASH_START, sizes, sizeof(sizes));
}

const void *lexicon_records(const struct lexicon *lexicon, enum section_id id, size_t size, size_t *count)
{
    const struct data_header *header = lexicon->map;

    *count = (size_t)header->sections[id].size / size;
    return (const char *)lexicon->map + header->sections[id].offset;
}

static bool sections_lie_inside(const struct data_header *header, size_t size)
{
    for (int i = 0; i < SECTION_COUNT; i++) {
        const struct section_record *section = &header->sections[i];

        if (section->offset % 16 != 0 || section->offset > size || section->size > size - section->offset)
            return false;
    }
    return true;
}

/* Refuses a file that is not ours, was cut short, or was made by another version. The checksum over the whole file is
 * left to the compiler's own test (it would touch every page at each start); the records' indexes are checked on use.
 */
static int check_header(const struct lexicon *lexicon, const char *path, struct rs_error *error)
{
    const struct data_header *header = lexicon->map;

    if (lexicon->map_size < sizeof(*header) || header->magic != DATA_MAGIC)
        return error_set(error, path, 0, "no compiled rule data of Rotstift; run \"make\" to compile it again");
    if (header->version != DATA_VERSION || header->section_count != SECTION_COUNT ||
        header->record_check != data_record_check())
        return error_set(error, path, 0, "compiled by another version of Rotstift; run \"make\" to compile it again");
    if (header->file_size != lexicon->map_size || !sections_lie_inside(header, lexicon->map_size))
        return error_set(error, path, 0, "the compiled rule data was cut short; run \"make\" to compile it again");
    return 0;
}

static void take_sections(struct lexicon *out)
{
    size_t count;

    out->strings = lexicon_records(out, SECTION_STRINGS, 1, &out->string_bytes);
    out->forms = lexicon_records(out, SECTION_FORMS, sizeof(*out->forms), &out->form_count);
    out->form_table = lexicon_records(out, SECTION_FORM_TABLE, sizeof(*out->form_table), &out->form_slots);
    out->readings = lexicon_records(out, SECTION_READINGS, sizeof(*out->readings), &out->reading_count);
    out->lemmas = lexicon_records(out, SECTION_LEMMAS, sizeof(*out->lemmas), &out->lemma_count);
    out->lemma_table = lexicon_records(out, SECTION_LEMMA_TABLE, sizeof(*out->lemma_table), &out->lemma_slots);
    out->lemma_forms = lexicon_records(out, SECTION_LEMMA_FORMS, sizeof(*out->lemma_forms), &out->lemma_form_count);
    out->english = lexicon_records(out, SECTION_ENGLISH, sizeof(*out->english), &out->english_count);
    out->english_table = lexicon_records(out, SECTION_ENGLISH_TABLE, sizeof(*out->english_table), &out->english_slots);
    out->lists = lexicon_records(out, SECTION_LISTS, sizeof(*out->lists), &out->list_count);
    out->list_words = lexicon_records(out, SECTION_LIST_WORDS, sizeof(*out->list_words), &out->list_word_count);
    out->english_stems =
        lexicon_records(out, SECTION_ENGLISH_STEMS, sizeof(*out->english_stems), &out->english_stem_count);
    out->translations = lexicon_records(out, SECTION_TRANSLATIONS, sizeof(*out->translations), &out->translation_count);
    out->translation_table =
        lexicon_records(out, SECTION_TRANSLATION_TABLE, sizeof(*out->translation_table), &out->translation_slots);
    out->translation_words =
        lexicon_records(out, SECTION_TRANSLATION_WORDS, sizeof(*out->translation_words), &out->translation_word_count);
    out->learned_pairs =
        lexicon_records(out, SECTION_LEARNED_PAIRS, sizeof(*out->learned_pairs), &out->learned_pair_count);
    out->synonyms = lexicon_records(out, SECTION_SYNONYMS, sizeof(*out->synonyms), &out->synonym_count);
    out->learned_places =
        lexicon_records(out, SECTION_LEARNED_PLACES, sizeof(*out->learned_places), &out->learned_place_count);
    out->synonym_places =
        lexicon_records(out, SECTION_SYNONYM_PLACES, sizeof(*out->synonym_places), &out->synonym_place_count);
    out->pair_lists = lexicon_records(out, SECTION_PAIR_LISTS, sizeof(*out->pair_lists), &out->pair_list_count);
    out->pairs = lexicon_records(out, SECTION_PAIRS, sizeof(*out->pairs), &out->pair_count);
    out->listed_words = lexicon_records(out, SECTION_LISTED_WORDS, sizeof(*out->listed_words), &out->listed_word_count);
    out->listings = lexicon_records(out, SECTION_LISTINGS, sizeof(*out->listings), &out->listing_count);
    out->listed_filter =
        lexicon_records(out, SECTION_LISTED_FILTER, sizeof(*out->listed_filter), &out->listed_filter_words);
    out->sense_rows = lexicon_records(out, SECTION_SENSE_ROWS, sizeof(*out->sense_rows), &out->sense_row_count);
    out->senses = lexicon_records(out, SECTION_SENSES, sizeof(*out->senses), &count);
    out->sense_words = lexicon_records(out, SECTION_SENSE_WORDS, sizeof(*out->sense_words), &count);
    out->sense_items = lexicon_records(out, SECTION_SENSE_ITEMS, sizeof(*out->sense_items), &count);
    out->scraps = lexicon_records(out, SECTION_SCRAPS, sizeof(*out->scraps), &out->scrap_count);
    out->letter_rows = lexicon_records(out, SECTION_LETTER_ROWS, sizeof(*out->letter_rows), &out->letter_row_count);
    out->letter_filter =
        lexicon_records(out, SECTION_LETTER_FILTER, sizeof(*out->letter_filter), &out->letter_filter_words);
    out->parts = lexicon_records(out, SECTION_COMPOUND_PARTS, sizeof(*out->parts), &out->part_slots);
    out->said_together =
        lexicon_records(out, SECTION_SAID_TOGETHER, sizeof(*out->said_together), &out->said_together_count);
    out->listed = lexicon_records(out, SECTION_LISTED, sizeof(*out->listed), &out->listed_slots);
}

static int map_file(const char *path, struct lexicon *out, struct rs_error *error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;

    if (fd < 0)
        return error_set(error, path, 0, "the compiled rule data can't be read: %s; run \"make\" or install it",
                         reason_of(errno));
    if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) {
        close(fd);
        return error_set(error, path, 0, "no compiled rule data of Rotstift; run \"make\" to compile it");
    }
    out->map_size = (size_t)status.st_size;
    void *map = mmap(NULL, out->map_size, PROT_READ, MAP_SHARED, fd, 0);
    close(fd);
    if (map == MAP_FAILED)
        return error_set(error, path, 0, "the compiled rule data can't be mapped: %s", reason_of(errno));
    out->map = map;
    return 0;
}

static void name_lists(struct lexicon *out)
{
    const uint32_t none = (uint32_t)listing_numbers(out) - 1;
#define LIST_BY_NAME(number, name) out->named_lists[number] = lexicon_list(out, SLICE(name));
#define TABLE_BY_NAME(number, name) out->named_tables[number] = lexicon_pairs(out, SLICE(name));
    NAMED_LISTS(LIST_BY_NAME)
    NAMED_TABLES(TABLE_BY_NAME)
#undef LIST_BY_NAME
#undef TABLE_BY_NAME
    for (size_t i = 0; i < NAMED_LIST_COUNT; i++)
        out->list_numbers[i] = out->named_lists[i] == NULL ? none : list_number(out, out->named_lists[i]);
    for (size_t i = 0; i < NAMED_TABLE_COUNT; i++)
        out->table_numbers[i] = out->named_tables[i] == NULL ? none : table_number(out, out->named_tables[i]);
}

int lexicon_open(const char *path, struct lexicon *out, struct rs_error *error)
{
    *out = (struct lexicon){ 0 };
    if (map_file(path, out, error) != 0)
        return -1;
    if (check_header(out, path, error) != 0) {
        lexicon_close(out);
        return -1;
    }
    take_sections(out);
    if (out->form_slots == 0 || out->lemma_slots == 0 || out->english_slots == 0 || out->listed_slots == 0 ||
        !is_power_of_two(out->listed_filter_words) ||
        (out->letter_row_count != 0 && out->letter_filter_words != LETTER_FILTER_WORDS) ||
        (out->part_slots != 0 && !is_power_of_two(out->part_slots))) {
        lexicon_close(out);
        return error_set(error, path, 0, "the compiled rule data is damaged; run \"make\" to compile it again");
    }
    name_lists(out);
    return 0;
}

void lexicon_close(struct lexicon *lexicon)
{
    if (lexicon->map != NULL)
        munmap((void *)(uintptr_t)lexicon->map, lexicon->map_size);
    *lexicon = (struct lexicon){ 0 };
}

/* Records that start with their text, or with a number by which they ascend. */
struct records {
    const void *at;
    size_t size, count;
};

#define ALL_RECORDS(items, count) ((struct records){ (items), sizeof *(items), (count) })

/* The index of the record with this text, or NO_ID. A slot's part of the hash may be another text's, or the same text's
 * as something else, so it is the record that decides. */
static uint32_t find_record(const struct lexicon *lexicon, const table_slot *table, size_t slots, uint64_t hash,
                            struct records records, struct slice text)
{
    for (size_t at = first_slot(hash, slots); table[at] != 0; at = next_slot(at, slots)) {
        uint32_t record = SLOT_RECORD(table[at]);
        size_t index = record - 1;
        struct text_ref ref;

        if (table[at] != slot_for(hash, record) || index >= records.count)
            continue;
        memcpy(&ref, (const char *)records.at + index * records.size, sizeof(ref));
        if (slice_equal(lexicon_text(lexicon, ref), text))
            return (uint32_t)index;
    }
    return NO_ID;
}

/* The number that a record begins with. */
static uint32_t number_at(struct records records, size_t index)
{
    uint32_t number;

    memcpy(&number, (const char *)records.at + index * records.size, sizeof(number));
    return number;
}

/* The index of the first record with this number; *count of them stand one behind the other. */
static size_t all_numbered(struct records records, const uint32_t *places, size_t place_count, uint32_t number,
                           size_t *count)
{
    size_t place = number / NUMBERS_A_PLACE;

    *count = 0;
    if (place + 1 >= place_count)
        return 0;
    size_t first = places[place], behind = places[place + 1] < records.count ? places[place + 1] : records.count;

    while (first < behind && number_at(records, first) < number)
        first++;
    size_t end = first;

    while (end < behind && number_at(records, end) == number)
        end++;
    *count = end - first;
    return first;
}

/* The index of a list, a table or a listed word, or NO_ID. */
static uint32_t find_listed(const struct lexicon *lexicon, enum listing listing, struct records records,
                            struct slice text)
{
    uint64_t hash = hash_listed(listing, text);

    if ((lexicon->listed_filter[filter_word(hash, lexicon->listed_filter_words)] & filter_bit(hash)) == 0)
        return NO_ID;
    return find_record(lexicon, lexicon->listed, lexicon->listed_slots, hash, records, text);
}

uint32_t lexicon_form(const struct lexicon *lexicon, struct slice text)
{
    return find_record(lexicon, lexicon->form_table, lexicon->form_slots, hash_text(text),
                       ALL_RECORDS(lexicon->forms, lexicon->form_count), text);
}

uint16_t word_frequency(const struct lexicon *lexicon, struct slice word)
{
    uint32_t form = lexicon_form(lexicon, word);

    return form == NO_ID ? 0 : lexicon->forms[form].frequency;
}

bool is_known_form(const struct lexicon *lexicon, uint32_t form)
{
    if (form == NO_ID)
        return false;
    const struct form_record *record = &lexicon->forms[form];

    for (uint32_t i = 0; i < record->reading_count; i++)
        if ((lexicon->lemmas[lexicon->readings[record->first_reading + i].lemma].flags & LEMMA_RULE_ONLY) == 0)
            return true;
    return record->reading_count == 0;
}

bool is_dictionary_word(const struct lexicon *lexicon, struct slice text)
{
    return is_known_form(lexicon, lexicon_form(lexicon, text));
}

uint32_t lexicon_lemma(const struct lexicon *lexicon, struct slice text)
{
    return find_record(lexicon, lexicon->lemma_table, lexicon->lemma_slots, hash_text(text),
                       ALL_RECORDS(lexicon->lemmas, lexicon->lemma_count), text);
}

/* English words are ASCII but for a few loans, which are then looked up as written. */
static struct slice ascii_lower(struct slice word, char *buffer)
{
    for (size_t i = 0; i < word.len; i++)
        buffer[i] = word.at[i] >= 'A' && word.at[i] <= 'Z' ? (char)(word.at[i] - 'A' + 'a') : word.at[i];
    return (struct slice){ buffer, word.len };
}

const struct english_record *english_word(const struct lexicon *lexicon, struct slice word)
{
    char buffer[48]; /* longer than any word of en_US */

    if (word.len == 0 || word.len > sizeof(buffer))
        return NULL;
    struct slice lower = ascii_lower(word, buffer);

    uint32_t id = find_record(lexicon, lexicon->english_table, lexicon->english_slots, hash_text(lower),
                              ALL_RECORDS(lexicon->english, lexicon->english_count), lower);

    return id == NO_ID ? NULL : &lexicon->english[id];
}

bool is_english_word(const struct lexicon *lexicon, struct slice word)
{
    return english_word(lexicon, word) != NULL;
}

bool is_common_english(const struct lexicon *lexicon, struct slice word)
{
    const struct english_record *record = english_word(lexicon, word);

    return record != NULL && record->common != 0;
}

struct slice english_stem(const struct lexicon *lexicon, const struct english_record *word, uint32_t index)
{
    return lexicon_text(lexicon, lexicon->english[lexicon->english_stems[word->first_stem + index]].text);
}

const struct learned_pair *learned_pairs_of(const struct lexicon *lexicon, uint32_t english, size_t *count)
{
    return lexicon->learned_pairs + all_numbered(ALL_RECORDS(lexicon->learned_pairs, lexicon->learned_pair_count),
                                                 lexicon->learned_places, lexicon->learned_place_count, english, count);
}

const struct synonym_record *synonyms_of(const struct lexicon *lexicon, uint32_t lemma, size_t *count)
{
    return lexicon->synonyms + all_numbered(ALL_RECORDS(lexicon->synonyms, lexicon->synonym_count),
                                            lexicon->synonym_places, lexicon->synonym_place_count, lemma, count);
}

const struct translation_record *translation_of(const struct lexicon *lexicon, struct slice english)
{
    if (lexicon->translation_slots == 0) /* a lexicon without Ding */
        return NULL;
    uint32_t id = find_record(lexicon, lexicon->translation_table, lexicon->translation_slots, hash_text(english),
                              ALL_RECORDS(lexicon->translations, lexicon->translation_count), english);

    return id == NO_ID ? NULL : &lexicon->translations[id];
}

const struct translation_record *translation_of_form(const struct lexicon *lexicon, struct slice english)
{
    const struct translation_record *found = translation_of(lexicon, english);
    const struct english_record *record = found == NULL ? english_word(lexicon, english) : NULL;

    for (uint32_t i = 0; record != NULL && found == NULL && i < record->stem_count; i++)
        found = stem_translation(lexicon, record, i);
    return found;
}

const struct list_record *lexicon_list(const struct lexicon *lexicon, struct slice name)
{
    uint32_t id = find_listed(lexicon, LISTING_LIST, ALL_RECORDS(lexicon->lists, lexicon->list_count), name);

    return id == NO_ID ? NULL : &lexicon->lists[id];
}

const struct list_record *lexicon_pairs(const struct lexicon *lexicon, struct slice name)
{
    uint32_t id = find_listed(lexicon, LISTING_TABLE, ALL_RECORDS(lexicon->pair_lists, lexicon->pair_list_count), name);

    return id == NO_ID ? NULL : &lexicon->pair_lists[id];
}

const struct listed_word *lexicon_listed(const struct lexicon *lexicon, struct slice word)
{
    uint32_t id =
        find_listed(lexicon, LISTING_WORD, ALL_RECORDS(lexicon->listed_words, lexicon->listed_word_count), word);

    return id == NO_ID ? NULL : &lexicon->listed_words[id];
}

/* The word's place in a list or table (numbered as in listings), or NO_ID. */
static uint32_t place_in(const struct lexicon *lexicon, uint32_t list, struct slice word)
{
    const struct listed_word *listed = lexicon_listed(lexicon, word);

    for (uint32_t i = 0; listed != NULL && i < listed->count; i++)
        if (lexicon->listings[listed->first + i].list == list)
            return lexicon->listings[listed->first + i].at;
    return NO_ID;
}

const struct pair_record *pairs_of(const struct lexicon *lexicon, const struct list_record *list, struct slice key,
                                   size_t *count)
{
    *count = 0;
    if (list == NULL)
        return NULL;
    uint32_t first = place_in(lexicon, table_number(lexicon, list), key);

    if (first == NO_ID)
        return NULL;
    for (size_t i = first; i < (size_t)list->first + list->count; i++)
        if (!slice_equal(lexicon_text(lexicon, lexicon->pairs[i].key), key))
            break;
        else
            ++*count;
    return &lexicon->pairs[first];
}

bool list_holds(const struct lexicon *lexicon, const struct list_record *list, struct slice word)
{
    return list != NULL && place_in(lexicon, list_number(lexicon, list), word) != NO_ID;
}

bool form_is(const struct lexicon *lexicon, struct slice word, enum pos pos)
{
    uint32_t form = lexicon_form(lexicon, word);

    for (uint32_t i = 0; form != NO_ID && i < lexicon->forms[form].reading_count; i++)
        if (pos_of(lexicon->readings[lexicon->forms[form].first_reading + i].features) == pos)
            return true;
    return false;
}

static int count_bits(uint32_t bits)
{
    return __builtin_popcount(bits);
}

#define DEGREES (DEGREE_COMPARATIVE | DEGREE_SUPERLATIVE)

/* How well a form's features serve where wanted ones are asked for: -1 never, else the more the better. */
static int fitness(uint32_t has, uint32_t wanted)
{
    bool verb = verb_form_of(wanted) != VERB_NONE;

    if (verb_form_of(has) != verb_form_of(wanted))
        return -1;
    if (!verb && pos_of(has) != pos_of(wanted))
        return -1;
    uint32_t sets[] = { NUMBER_ANY, CASE_ANY, PERSON_1 | PERSON_2 | PERSON_3,
                        GENDER_ANY, DEGREES,  DECLENSION_ANY | UNINFLECTED };
    int sum = (has & DEGREES) == (wanted & DEGREES) ? 0 : -5;

    for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++) {
        uint32_t both = has & wanted & sets[i];

        if ((wanted & sets[i]) != 0 && (has & sets[i]) != 0 && both == 0)
            sum -= 10;
        sum += count_bits(both);
    }
    return sum < 0 ? -1 : sum;
}

bool inflected_in_list(const struct lexicon *lexicon, enum named_list list, struct slice word)
{
    static const char *const endings[] = { "e", "en", "em", "er", "es" };

    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
        struct slice ending = slice_of(endings[i]);

        if (slice_ends(word, ending) && in_word_list(lexicon, list, (struct slice){ word.at, word.len - ending.len }))
            return true;
    }
    return false;
}

struct slice lemma_inflected(const struct lexicon *lexicon, uint32_t lemma, uint32_t features)
{
    const struct lemma_record *record = &lexicon->lemmas[lemma];
    struct slice best = { 0 };
    int best_fitness = -1;

    for (size_t i = record->first_form; i < (size_t)record->first_form + record->form_count; i++) {
        int fit = fitness(lexicon->lemma_forms[i].features, features);

        if (fit > best_fitness) {
            best_fitness = fit;
            best = lexicon_text(lexicon, lexicon->forms[lexicon->lemma_forms[i].form].text);
        }
    }
    return best;
}

bool lemma_has_plural(const struct lexicon *lexicon, uint32_t lemma)
{
    const struct lemma_record *record = &lexicon->lemmas[lemma];

    for (uint32_t i = 0; i < record->form_count; i++)
        if ((lexicon->lemma_forms[record->first_form + i].features & NUMBER_PL) != 0)
            return true;
    return false;
}
