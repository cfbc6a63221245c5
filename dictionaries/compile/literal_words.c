/* What dictionaries/words/ knows of literal renderings: literal-words.tsv and idioms-dropped.tsv. */
#include "idioms.h"
#include "word_file.h"

static int role_of(struct slice name)
{
    static const char *const names[] = { "article", "quantifier", "preposition", "particle", "genitive",
                                         "verb",    "join",       "skip",        "lost" };

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (slice_equal(name, slice_of(names[i])))
            return (int)i;
    return -1;
}

static int read_literal_word(void *context, const struct word_row *row, struct rs_error *error)
{
    struct literal_words *words = context;
    int role = role_of(row->columns[1]);

    if (role < 0)
        return error_set(error, row->path, row->line, "unknown role \"%.*s\"", (int)row->columns[1].len,
                         row->columns[1].at);
    words->items =
        arena_grow(words->arena, words->items, words->items_count, &words->items_capacity, sizeof(*words->items));
    words->items[words->items_count++] = (struct literal_word){
        .english = arena_copy(words->arena, row->columns[0]),
        .role = (enum literal_role)role,
        .german = arena_copy(words->arena, row->columns[2]),
        .prefixes = arena_copy(words->arena, row->columns[3]),
    };
    return 0;
}

int literal_words_read(const char *folder, struct literal_words *words, struct rs_error *error)
{
    return read_word_file(folder, "literal-words.tsv", 2, 4, read_literal_word, words, error);
}

const struct literal_word *literal_word_of(const struct literal_words *words, struct slice english)
{
    for (size_t i = 0; i < words->items_count; i++)
        if (slice_equal(words->items[i].english, english))
            return &words->items[i];
    return NULL;
}

static int read_dropped_pair(void *context, const struct word_row *row, struct rs_error *error)
{
    struct dropped_pairs *pairs = context;

    (void)error;
    pairs->items =
        arena_grow(pairs->arena, pairs->items, pairs->items_count, &pairs->items_capacity, sizeof(*pairs->items));
    pairs->items[pairs->items_count++] = (struct dropped_pair){
        .idiom = arena_copy(pairs->arena, row->columns[0]),
        .words = { arena_copy(pairs->arena, row->columns[1]), arena_copy(pairs->arena, row->columns[2]) },
    };
    return 0;
}

int dropped_pairs_read(const char *folder, struct dropped_pairs *pairs, struct rs_error *error)
{
    return read_word_file(folder, "idioms-dropped.tsv", 3, 3, read_dropped_pair, pairs, error);
}
