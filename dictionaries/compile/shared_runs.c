#include "shared_runs.h"

#include <string.h>

#include "lexicon/hash.h"

/* A slot of the hash table; count 0: empty. */
struct shared_run {
    uint32_t first, count;
};

static const char *record_at(const struct shared_runs *runs, uint32_t index)
{
    return runs->records + index * runs->record_size;
}

/* The slot of the run, or the free one where it belongs. */
static struct shared_run *slot_of(const struct shared_runs *runs, const void *records, uint32_t count)
{
    const size_t bytes = count * runs->record_size;
    size_t at = (size_t)hash_text((struct slice){ records, bytes }) & (runs->slot_count - 1);

    while (runs->slots[at].count != 0 &&
           (runs->slots[at].count != count || memcmp(record_at(runs, runs->slots[at].first), records, bytes) != 0))
        at = (at + 1) & (runs->slot_count - 1);
    return &runs->slots[at];
}

static void make_room(struct shared_runs *runs)
{
    enum { FEWEST = 1 << 10 };
    struct shared_run *old = runs->slots;
    size_t old_count = runs->slot_count;

    if (runs->run_count * 2 < old_count)
        return;
    runs->slot_count = old_count == 0 ? FEWEST : old_count * 2;
    runs->slots = arena_array(runs->arena, runs->slot_count, sizeof(*runs->slots));
    for (size_t i = 0; i < old_count; i++)
        if (old[i].count != 0)
            *slot_of(runs, record_at(runs, old[i].first), old[i].count) = old[i];
}

uint32_t shared_run(struct shared_runs *runs, const void *records, uint32_t count)
{
    if (count == 0)
        return 0;
    make_room(runs);
    struct shared_run *slot = slot_of(runs, records, count);

    if (slot->count != 0)
        return slot->first;
    *slot = (struct shared_run){ (uint32_t)runs->count, count };
    runs->run_count++;
    for (uint32_t i = 0; i < count; i++) {
        runs->records = arena_grow(runs->arena, runs->records, runs->count, &runs->capacity, runs->record_size);
        memcpy(runs->records + runs->count++ * runs->record_size, (const char *)records + i * runs->record_size,
               runs->record_size);
    }
    return slot->first;
}
