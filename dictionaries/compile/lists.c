/* Word lists: dictionaries/words/NAME.txt, one word a line, "#" starts a comment. */
#include <errno.h>
#include <stdlib.h>

#include "folder.h"
#include "rules.h"

struct words {
    GROWING(struct slice, words);
};

static int compare_words(const void *a, const void *b)
{
    const struct slice *left = a, *right = b;
    int order = memcmp(left->at, right->at, left->len < right->len ? left->len : right->len);

    return order != 0 ? order : (left->len > right->len) - (left->len < right->len);
}

/* The line without comment and white space at its ends. */
static struct slice trim(const char *line)
{
    struct slice text = { line, strcspn(line, "#\r\n") };

    while (text.len > 0 && (text.at[0] == ' ' || text.at[0] == '\t'))
        text = slice_from(text, 1);
    while (text.len > 0 && (text.at[text.len - 1] == ' ' || text.at[text.len - 1] == '\t'))
        text.len--;
    return text;
}

static int read_words(const char *path, struct arena *arena, struct words *out, struct rs_error *error)
{
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t capacity = 0, number = 0;
    int status = 0;

    if (file == NULL)
        return error_set(error, path, 0, "can't be read: %s", strerror(errno));
    while (status == 0 && getline(&line, &capacity, file) >= 0) {
        struct slice word = trim(line);

        number++;
        if (memchr(word.at, ' ', word.len) != NULL)
            status = error_set(error, path, number, "one word a line; \"%.*s\" is more", (int)word.len, word.at);
        else if (word.len > 0)
            *ADD(arena, out, words) = arena_copy(arena, word);
    }
    free(line);
    fclose(file);
    return status;
}

struct list_reader {
    struct arena *arena;
    struct word_lists *out;
};

static int read_list(void *context, const char *folder, const char *name, struct rs_error *error)
{
    const struct list_reader *reader = context;
    struct arena *arena = reader->arena;
    struct slice path = arena_print(arena, "%s/%s", folder, name);
    struct words words = { 0 };
    size_t unique = 0;

    if (read_words(path.at, arena, &words, error) != 0)
        return -1;
    if (words.words_count > 0)
        qsort(words.words, words.words_count, sizeof(*words.words), compare_words);
    for (size_t i = 0; i < words.words_count; i++)
        if (unique == 0 || !slice_equal(words.words[unique - 1], words.words[i]))
            words.words[unique++] = words.words[i];
    *ADD(arena, reader->out, lists) = (struct word_list){
        .name = arena_copy(arena, file_stem(name)),
        .words = words.words,
        .count = unique,
    };
    return 0;
}

/* The program looks them up so; files come in another order ("a-b.txt" before "a.txt"). */
static int by_name(const void *a, const void *b)
{
    return slice_compare(((const struct word_list *)a)->name, ((const struct word_list *)b)->name);
}

int lists_read(const char *folder, struct arena *arena, struct word_lists *out, struct rs_error *error)
{
    struct list_reader reader = { arena, out };
    int status = read_folder(folder, ".txt", read_list, &reader, error);

    if (out->lists_count > 0)
        qsort(out->lists, out->lists_count, sizeof(*out->lists), by_name);
    return status;
}

const struct word_list *list_named(const struct word_lists *lists, struct slice name)
{
    for (size_t i = 0; i < lists->lists_count; i++)
        if (slice_equal(lists->lists[i].name, name))
            return &lists->lists[i];
    return NULL;
}

bool list_has(const struct word_list *list, struct slice word)
{
    return list != NULL && list->count > 0 &&
           bsearch(&word, list->words, list->count, sizeof(*list->words), compare_words) != NULL;
}

void lists_write(const struct word_lists *lists, struct builder *builder)
{
    struct arena arena = { 0 };
    size_t total = 0, next = 0;

    for (size_t i = 0; i < lists->lists_count; i++)
        total += lists->lists[i].count;
    struct list_record *records = arena_array(&arena, lists->lists_count + 1, sizeof(*records));
    struct text_ref *words = arena_array(&arena, total + 1, sizeof(*words));

    for (size_t i = 0; i < lists->lists_count; i++) {
        const struct word_list *list = &lists->lists[i];

        records[i] = (struct list_record){ builder_text(builder, list->name), (uint32_t)next, (uint32_t)list->count };
        for (size_t j = 0; j < list->count; j++)
            words[next++] = builder_text(builder, list->words[j]);
    }
    builder_section(builder, SECTION_LISTS, records, lists->lists_count * sizeof(*records));
    builder_section(builder, SECTION_LIST_WORDS, words, total * sizeof(*words));
    arena_free(&arena);
}
