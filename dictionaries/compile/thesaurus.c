/* Writes the groups of synonyms of the thesaurus (mythes): a line for each, "-|Frühling|Frühjahr|Lenz (geh.)". */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "error.h"
#include "lexicon/ascending.h"
#include "numbers.h"
#include "sources.h"
#include "text/unicode.h"
#include "word_file.h"
#include "word_table.h"

enum { LONGEST_ENTRY = 256 * 1024 };

struct synonyms {
    struct arena arena;
    struct builder *builder;
    struct word_table groups; /* by the lemmas in them: the thesaurus has a group under each of its words */
    struct synonym_record *records;
    size_t count, capacity;
};

/* "Geld (Oberbegriff)" names the kind that the others are of, no synonym. */
static bool is_wider(struct slice word)
{
    return slice_ends(word, SLICE("begriff)"));
}

static void add_group(struct synonyms *synonyms, struct slice line)
{
    struct numbers members = { 0 };
    struct slice word;

    while (next_word(&line, '|', &word)) {
        uint32_t lemma = is_wider(word) ? NO_ID : builder_find_lemma(synonyms->builder, without_brackets(word));

        if (lemma != NO_ID)
            numbers_add(&synonyms->arena, &members, lemma);
    }
    if (members.count < 2)
        return;
    qsort(members.items, members.count, sizeof(*members.items), compare_numbers);
    size_t before = synonyms->groups.count;
    uint32_t group = word_add(&synonyms->groups,
                              (struct slice){ (const char *)members.items, members.count * sizeof(*members.items) });

    for (size_t i = 0; synonyms->groups.count > before && i < members.count; i++) {
        synonyms->records = arena_grow(&synonyms->arena, synonyms->records, synonyms->count, &synonyms->capacity,
                                       sizeof(*synonyms->records));
        synonyms->records[synonyms->count++] = (struct synonym_record){ members.items[i], group };
    }
}

static int compare_records(const void *a, const void *b)
{
    const struct synonym_record *left = a, *right = b;

    if (left->lemma != right->lemma)
        return left->lemma < right->lemma ? -1 : 1;
    return (left->group > right->group) - (left->group < right->group);
}

/* Adds the groups of a file of any length, line by line; what else stands in it is skipped. */
static int read_groups(struct synonyms *synonyms, const char *path, struct rs_error *error)
{
    FILE *file = fopen(path, "rb");
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;

    if (file == NULL)
        return error_set(error, path, 0, "can't be read: %s (the Debian package mythes-de has it)", strerror(errno));
    while ((length = getline(&line, &capacity, file)) >= 0)
        if (length > 2 && length < LONGEST_ENTRY && line[0] == '-' && line[1] == '|')
            add_group(synonyms, trim((struct slice){ line + 2, (size_t)length - 2 }));
    free(line);
    fclose(file);
    return 0;
}

int synonyms_write(const char *thesaurus, struct builder *builder, struct rs_error *error)
{
    struct synonyms synonyms = { .builder = builder };

    synonyms.groups.arena = &synonyms.arena;
    int status = read_groups(&synonyms, thesaurus, error);

    if (status == 0 && synonyms.count > 1)
        qsort(synonyms.records, synonyms.count, sizeof(*synonyms.records), compare_records);
    if (status == 0)
        builder_section(builder, SECTION_SYNONYMS, synonyms.records, synonyms.count * sizeof(*synonyms.records));
    arena_free(&synonyms.arena);
    return status;
}
