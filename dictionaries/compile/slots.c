#include "slots.h"

#include <stdio.h>
#include <stdlib.h>

#include "builder_rows.h"
#include "lexicon/hash.h"

void slots_open(struct slots *slots, size_t entries)
{
    if (entries >= SLOT_RECORD(UINT32_MAX)) {
        fputs("rotstift-compile: more records than SLOT_RECORD_BITS of lexicon/format.h can number\n", stderr);
        exit(2);
    }
    slots->count = entries + entries / 3 + 1; /* a search ends at an empty slot: there is always one */
    slots->items = must(calloc(slots->count, sizeof(*slots->items)));
}

void slots_add(struct slots *slots, uint64_t hash, uint32_t record)
{
    size_t slot = first_slot(hash, slots->count);

    while (slots->items[slot] != 0)
        slot = next_slot(slot, slots->count);
    slots->items[slot] = slot_for(hash, record + 1);
}

void slots_write(struct slots *slots, struct builder *builder, enum section_id id)
{
    builder_section(builder, id, slots->items, slots->count * sizeof(*slots->items));
    free(slots->items);
    *slots = (struct slots){ 0 };
}
