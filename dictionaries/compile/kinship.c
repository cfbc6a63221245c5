#include "kinship.h"

#include <stdlib.h>

#include "error.h"
#include "morphology.h"
#include "text/unicode.h"
#include "word_file.h"

enum {
    MOST_TRANSLATIONS = 25, /* an English word of more says little of what they have in common */
    SAME_START = 5,         /* letters that only relatives share: "Strafe", "Strafurteil" */
};

/* ---- numbers ---- */

void numbers_add(struct arena *arena, struct numbers *numbers, uint32_t number)
{
    if (numbers->count > 0 && numbers->items[numbers->count - 1] == number)
        return;
    numbers->items = arena_grow(arena, numbers->items, numbers->count, &numbers->capacity, sizeof(*numbers->items));
    numbers->items[numbers->count++] = number;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

/* The next number that is in both, from the places *i and *j on; false when there is none. */
static bool next_common(const struct numbers *a, const struct numbers *b, size_t *i, size_t *j, uint32_t *number)
{
    while (*i < a->count && *j < b->count) {
        uint32_t left = a->items[*i], right = b->items[*j];

        *i += left <= right;
        *j += right <= left;
        *number = left;
        if (left == right)
            return true;
    }
    return false;
}

bool numbers_meet(const struct numbers *a, const struct numbers *b)
{
    size_t i = 0, j = 0;
    uint32_t number;

    return next_common(a, b, &i, &j, &number);
}

/* ---- nouns ---- */

static bool is_noun(const struct kinship *kinship, struct slice german)
{
    return german.len > 2 && is_capitalised(german) &&
           (german_classes(kinship->translations, german) & GERMAN_NOUN) != 0;
}

static uint32_t add_noun(struct kinship *kinship, struct slice noun)
{
    size_t before = kinship->nouns.count, capacity = kinship->noun_capacity;
    uint32_t number = word_add(&kinship->nouns, noun);

    if (kinship->nouns.count == before)
        return number;
    kinship->groups =
        arena_grow(&kinship->arena, kinship->groups, before, &kinship->noun_capacity, sizeof(*kinship->groups));
    kinship->english = arena_grow(&kinship->arena, kinship->english, before, &capacity, sizeof(*kinship->english));
    kinship->groups[number] = kinship->english[number] = (struct numbers){ 0 };
    return number;
}

uint32_t kinship_noun(const struct kinship *kinship, struct slice noun)
{
    return word_find(&kinship->nouns, noun);
}

static void read_translations(struct kinship *kinship)
{
    for (size_t i = 0; i < translations_count(kinship->translations); i++) {
        size_t count;
        const struct slice *german =
            translations_of(kinship->translations, translations_english(kinship->translations, i), &count);

        for (size_t j = 0; j < count; j++)
            if (is_noun(kinship, german[j])) {
                uint32_t noun = add_noun(kinship, german[j]);

                numbers_add(&kinship->arena, &kinship->english[noun], (uint32_t)i);
            }
    }
}

/* ---- groups ---- */

static void visit_ding(void *context, const struct ding_pair *pair)
{
    struct kinship *kinship = context;

    for (size_t i = 0; pair->german_count > 1 && i < pair->german_count; i++) {
        uint32_t noun = word_find(&kinship->nouns, pair->german[i].text);

        if (noun != NO_WORD)
            numbers_add(&kinship->arena, &kinship->groups[noun], (uint32_t)kinship->group_count);
    }
    kinship->group_count++;
}

/* "-|Bank|Geldinstitut|Kreditanstalt": a group of the thesaurus. */
static void read_group(void *context, struct slice line)
{
    struct kinship *kinship = context;
    struct numbers members = { 0 };
    struct slice word;

    while (next_word(&line, '|', &word)) {
        uint32_t noun = word_find(&kinship->nouns, without_brackets(word));

        if (noun != NO_WORD)
            numbers_add(&kinship->arena, &members, noun);
    }
    if (members.count < 2)
        return;
    qsort(members.items, members.count, sizeof(*members.items), compare_numbers);
    for (size_t i = 0; i < members.count; i++)
        numbers_add(&kinship->arena, &kinship->groups[members.items[i]], (uint32_t)kinship->group_count);
    kinship->members = arena_grow(&kinship->arena, kinship->members, kinship->group_count, &kinship->member_capacity,
                                  sizeof(*kinship->members));
    kinship->members[kinship->group_count++] = members;
}

int kinship_read(struct kinship *kinship, const struct translations *translations, const char *ding,
                 const char *thesaurus, struct rs_error *error)
{
    *kinship = (struct kinship){ .translations = translations };
    kinship->nouns.arena = &kinship->arena;
    read_translations(kinship);
    if (read_thesaurus(thesaurus, read_group, kinship, error) != 0)
        return -1;
    kinship->listed_count = kinship->group_count;
    return read_ding(ding, visit_ding, kinship, error);
}

void kinship_free(struct kinship *kinship)
{
    arena_free(&kinship->arena);
}

/* ---- kin ---- */

/* "banker" beside "bank": what it has in common with its relatives says nothing of its senses. */
static bool is_relative(const struct kinship *kinship, uint32_t number, struct slice english)
{
    struct slice other = translations_english(kinship->translations, number);
    size_t start = english.len > SAME_START ? english.len - 2 : SAME_START - 1;

    return slice_equal(other, english) ||
           (english.len >= start && other.len >= start && memcmp(other.at, english.at, start) == 0);
}

static bool share_english(const struct kinship *kinship, uint32_t a, uint32_t b, struct slice english)
{
    size_t i = 0, j = 0;
    uint32_t number;

    while (next_common(&kinship->english[a], &kinship->english[b], &i, &j, &number))
        if (!is_relative(kinship, number, english))
            return true;
    return false;
}

static bool are_spelled_alike(struct arena *arena, struct slice a, struct slice b)
{
    struct slice left = lower_case(arena, a), right = lower_case(arena, b);

    return (left.len >= SAME_START && right.len >= SAME_START && memcmp(left.at, right.at, SAME_START) == 0) ||
           slice_ends(left, right) || slice_ends(right, left);
}

bool are_akin(const struct kinship *kinship, uint32_t a, uint32_t b, struct slice english)
{
    struct arena scratch = { 0 };
    bool akin = numbers_meet(&kinship->groups[a], &kinship->groups[b]) || share_english(kinship, a, b, english) ||
                are_spelled_alike(&scratch, kinship->nouns.words[a], kinship->nouns.words[b]);

    arena_free(&scratch);
    return akin;
}

struct numbers kin_of(const struct kinship *kinship, struct arena *arena, uint32_t noun, struct slice english)
{
    struct numbers kin = { 0 };

    for (size_t i = 0; i < kinship->english[noun].count; i++) {
        uint32_t number = kinship->english[noun].items[i];
        size_t count;
        const struct slice *german =
            translations_of(kinship->translations, translations_english(kinship->translations, number), &count);

        for (size_t j = 0; count <= MOST_TRANSLATIONS && !is_relative(kinship, number, english) && j < count; j++) {
            uint32_t other = word_find(&kinship->nouns, german[j]);

            if (other != NO_WORD && other != noun)
                numbers_add(arena, &kin, other);
        }
    }
    for (size_t i = 0; i < kinship->groups[noun].count; i++) {
        uint32_t group = kinship->groups[noun].items[i];

        for (size_t j = 0; group < kinship->listed_count && j < kinship->members[group].count; j++)
            if (kinship->members[group].items[j] != noun)
                numbers_add(arena, &kin, kinship->members[group].items[j]);
    }
    if (kin.count > 1)
        qsort(kin.items, kin.count, sizeof(*kin.items), compare_numbers);
    return kin;
}
