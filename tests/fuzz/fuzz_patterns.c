/* Any bytes as a pattern of the rule language: it is compiled or refused, and what is compiled stays in bounds. */
#include <stdio.h>
#include <stdlib.h>

#include "dictionaries/compile/rules.h"

static void require(bool holds, const char *what)
{
    if (!holds) {
        fprintf(stderr, "broken: %s\n", what);
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena arena = { 0 };
    struct builder *builder = builder_new();
    struct slice words[1] = { SLICE("Meta") };
    struct word_list list = { SLICE("companies"), words, 1 };
    struct word_lists lists = { .lists = &list, .lists_count = 1 };
    struct rule_records records = { .arena = &arena, .builder = builder, .lists = &lists };
    struct rs_error error;
    uint32_t first, count;
    uint16_t anchor;

    builder_reading(builder, SLICE("geben"), SLICE("geben"), POS_VERB | (uint32_t)VERB_INFINITIVE << VERB_SHIFT);
    if (size > 0) {
        struct pattern_source pattern = { .text = { (const char *)bytes + 1, size - 1 },
                                          .order = (enum rule_order)(bytes[0] % 4) };

        if (pattern_compile(&records, &pattern, SLICE("fuzz.xml"), &first, &count, &anchor, &error) == 0) {
            require(count > 0 && first + count <= records.items_count, "items stay inside");
            require(anchor == UINT16_MAX || anchor < count, "the anchor is an item");
            for (uint32_t i = first; i < first + count; i++)
                require(records.items[i].first_test + records.items[i].test_count <= records.tests_count,
                        "tests stay inside");
        }
    }
    builder_free(builder);
    arena_free(&arena);
    return 0;
}
