/* The hash tables of the data file: which record belongs to a text (lexicon/format.h, table_slot). */
#ifndef ROTSTIFT_COMPILE_SLOTS_H
#define ROTSTIFT_COMPILE_SLOTS_H

#include "builder.h"

struct slots {
    table_slot *items;
    size_t count; /* a quarter of them empty */
};

/* Makes room for so many entries. Aborts the compilation when memory is out, as the builder does. */
void slots_open(struct slots *slots, size_t entries);

/* Adds a record under a hash (hash_text, hash_listed). */
void slots_add(struct slots *slots, uint64_t hash, uint32_t record);

/* Writes the section and frees the slots. */
void slots_write(struct slots *slots, struct builder *builder, enum section_id id);

#endif
