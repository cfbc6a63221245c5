/* The parts that hunspell puts compounds together from, as a filter: three bits for each part. */
#include "lexicon/compound_parts.h"

#include <stdio.h>
#include <stdlib.h>

#include "sources.h"
#include "text/unicode.h"

/* A million parts in eight million bits: less than one word in thirty that is none is taken for one. */
enum { FILTER_WORDS = 1 << 17 };

struct filter {
    struct arena arena;
    uint64_t *words;
};

static void enter_part(void *context, struct slice form, unsigned places)
{
    struct filter *filter = context;
    struct slice lower = lower_case(&filter->arena, form);

    for (unsigned place = 0; place < COMPOUND_PLACES; place++)
        if ((places >> place & 1) != 0)
            for (unsigned bit = 0; bit < PART_BITS; bit++)
                *part_word(filter->words, FILTER_WORDS, lower, place, bit) |= part_mask(lower, place, bit);
}

int compound_parts_write(const char *base, struct builder *builder, struct rs_error *error)
{
    struct filter filter = { .words = calloc(FILTER_WORDS, sizeof(*filter.words)) };
    int status = filter.words == NULL ? error_set(error, base, 0, "out of memory")
                                      : read_hunspell_parts(base, enter_part, &filter, error);

    if (status == 0)
        builder_section(builder, SECTION_COMPOUND_PARTS, filter.words, FILTER_WORDS * sizeof(*filter.words));
    free(filter.words);
    arena_free(&filter.arena);
    return status;
}
