/* Open addressing with linear steps; at most half of the slots are taken. */
#include "word_table.h"

#include "lexicon/hash.h"

static size_t find_slot(const struct word_table *table, struct slice word)
{
    size_t slot = hash_slot(hash_text(word), table->slot_count);

    while (table->slots[slot] != 0 && !slice_equal(table->words[table->slots[slot] - 1], word))
        slot = (slot + 1) & (table->slot_count - 1);
    return slot;
}

static void widen(struct word_table *table)
{
    table->slot_count = table->slot_count == 0 ? 1024 : table->slot_count * 2;
    table->slots = arena_array(table->arena, table->slot_count, sizeof(*table->slots));
    for (size_t i = 0; i < table->count; i++)
        table->slots[find_slot(table, table->words[i])] = (uint32_t)i + 1;
}

uint32_t word_find(const struct word_table *table, struct slice word)
{
    if (table->slot_count == 0)
        return NO_WORD;
    uint32_t found = table->slots[find_slot(table, word)];

    return found == 0 ? NO_WORD : found - 1;
}

uint32_t word_add(struct word_table *table, struct slice word)
{
    uint32_t found = word_find(table, word);

    if (found != NO_WORD)
        return found;
    if (table->count * 2 >= table->slot_count)
        widen(table);
    table->words = arena_grow(table->arena, table->words, table->count, &table->capacity, sizeof(*table->words));
    size_t slot = find_slot(table, word);

    table->words[table->count++] = arena_copy(table->arena, word);
    table->slots[slot] = (uint32_t)table->count;
    return (uint32_t)table->count - 1;
}
