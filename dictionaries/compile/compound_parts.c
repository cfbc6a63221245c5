/* The parts that hunspell puts compounds together from, and those that stand first in the compounds of the lexicon, as
 * a table of their hashes. */
#include "lexicon/compound_parts.h"

#include <stdlib.h>

#include "sources.h"
#include "text/unicode.h"

enum { SLOTS = 1 << 19, MOST = SLOTS / 4 * 3 /* frami has a quarter of a million, the lexicon few besides */ };

struct part_table {
    uint32_t *slots;
    size_t count;
};

static void enter(struct part_table *table, struct slice form, unsigned roles)
{
    uint64_t hash = part_hash(form);
    size_t at = hash_slot(hash, SLOTS);

    while (table->slots[at] != 0 && table->slots[at] >> PART_ROLE_BITS != part_slot(hash, 0) >> PART_ROLE_BITS)
        at = (at + 1) & (SLOTS - 1);
    if (table->slots[at] == 0 && ++table->count > MOST)
        return;
    table->slots[at] |= part_slot(hash, roles);
}

/* "Haus-" is a word of its own; of "T-Shirt" the pieces are kept. */
static void enter_hyphenated(struct part_table *table, struct slice form, unsigned roles)
{
    roles &= PART_WORD | PART_FORBIDDEN;
    if (roles != 0 && form.at[form.len - 1] == '-')
        enter(table, form, roles);
    const char *inner = memchr(form.at + 1, '-', form.len - 1);

    if (inner == NULL || inner == form.at + form.len - 1)
        return;
    for (size_t start = 0, end; start < form.len; start = end + 1) {
        const char *hyphen = memchr(form.at + start, '-', form.len - start);

        end = hyphen == NULL ? form.len : (size_t)(hyphen - form.at);
        if (end > start)
            enter(table, (struct slice){ form.at + start, end - start }, PART_PIECE);
    }
}

static void enter_part(void *context, struct slice form, unsigned roles)
{
    struct part_table *table = context;

    if (memchr(form.at, '-', form.len) != NULL)
        enter_hyphenated(table, form, roles);
    else if ((roles & ~(unsigned)PART_WORD) != 0 && count_code_points(form) >= SHORTEST_PART)
        enter(table, form, roles & ~(unsigned)PART_WORD);
}

static void enter_linked(void *context, struct slice form, unsigned roles)
{
    enter(context, form, roles);
}

int compound_parts_write(const char *base, struct builder *builder, struct rs_error *error)
{
    struct part_table table = { .slots = calloc(SLOTS, sizeof(*table.slots)) };
    int status = table.slots == NULL ? error_set(error, base, 0, "out of memory")
                                     : read_hunspell_parts(base, enter_part, &table, error);

    if (status == 0)
        each_linked_part(builder, enter_linked, &table);
    if (status == 0 && table.count > MOST)
        status = error_set(error, base, 0, "more than %d parts of compounds", MOST);
    if (status == 0)
        builder_section(builder, SECTION_COMPOUND_PARTS, table.slots, SLOTS * sizeof(*table.slots));
    free(table.slots);
    return status;
}
