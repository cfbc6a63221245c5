#include "glossary/index.h"

#include <stdlib.h>

#include "lexicon/hash.h"
#include "lexicon/lexicon.h"
#include "text/document.h"
#include "text/unicode.h"

static const char *const noun_endings[] = { "s", "es", "n", "en", "e", "’s", "'s", "’" };

bool has_noun_ending(struct slice text, struct slice word)
{
    if (!slice_starts(text, word))
        return false;
    for (size_t i = 0; i < sizeof noun_endings / sizeof *noun_endings; i++)
        if (slice_is(slice_from(text, word.len), noun_endings[i]))
            return true;
    return false;
}

/* ---- keys ---- */

static void add_key(struct word_keys *keys, uint64_t key)
{
    keys->items = arena_grow(keys->arena, keys->items, keys->count, &keys->capacity, sizeof *keys->items);
    keys->items[keys->count++] = key;
}

/* Letters and lemmas must not meet by chance: a lemma's key is that of its number behind a byte no text has. */
static void add_lemma(struct word_keys *keys, uint32_t lemma)
{
    if (lemma != NO_ID)
        add_key(keys, hash_bytes(hash_bytes(HASH_START, "\xff", 1), &lemma, sizeof lemma));
}

static void add_letters(struct word_keys *keys, struct slice text)
{
    text = lower_case(keys->arena, text);
    add_key(keys, hash_bytes(HASH_START, text.at, text.len));
}

/* The text, and what it is without an ending. */
static void add_stems(struct word_keys *keys, struct slice text)
{
    add_letters(keys, text);
    for (size_t i = 0; i < sizeof noun_endings / sizeof *noun_endings; i++) {
        struct slice ending = slice_of(noun_endings[i]);

        if (text.len > ending.len && slice_ends(text, ending))
            add_letters(keys, (struct slice){ text.at, text.len - ending.len });
    }
}

static void add_readings(struct word_keys *keys, const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        add_lemma(keys, token->analysis.readings[i].lemma);
    add_lemma(keys, token->analysis.joined);
}

void keys_of_term(struct word_keys *keys, const struct document *terms, const struct token *word)
{
    add_letters(keys, token_text(terms, word));
    add_readings(keys, word);
    if (word->analysis.part_count > 0)
        add_lemma(keys, terms->parts[word->analysis.first_part + word->analysis.part_count - 1].lemma);
}

/* A compound is looked for by each of its parts, and by those that stand together. */
void keys_of_german(struct word_keys *keys, const struct document *doc, const struct token *token)
{
    const struct compound_part *parts = doc->parts + token->analysis.first_part;

    add_stems(keys, token_text(doc, token));
    add_readings(keys, token);
    for (uint32_t i = 0; i < token->analysis.part_count; i++) {
        add_lemma(keys, parts[i].lemma);
        for (uint32_t j = i; j < token->analysis.part_count; j++)
            add_letters(keys, text_of(doc, (struct span){ parts[i].span.start, parts[j].span.end }));
    }
}

void keys_of_english(struct word_keys *keys, const struct lexicon *lexicon, const struct english_record *record,
                     struct slice text)
{
    add_stems(keys, text);
    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++)
        add_letters(keys, english_stem(lexicon, record, i));
}

/* ---- the index ---- */

void index_add(struct arena *arena, struct term_index *index, const struct word_keys *keys, uint32_t entry,
               uint32_t term, uint32_t offset)
{
    for (size_t i = 0; i < keys->count; i++) {
        index->items = arena_grow(arena, index->items, index->count, &index->capacity, sizeof *index->items);
        index->items[index->count++] = (struct posting){ keys->items[i], entry, term, offset };
    }
}

static int compare_numbers(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int compare_postings(const void *left, const void *right)
{
    const struct posting *a = left, *b = right;
    int order = compare_numbers(a->key, b->key);

    if (order == 0)
        order = compare_numbers(a->entry, b->entry);
    return order != 0 ? order : compare_numbers(a->term, b->term);
}

void index_finish(struct term_index *index)
{
    if (index->count > 0)
        qsort(index->items, index->count, sizeof *index->items, compare_postings);
}

static size_t first_posting(const struct term_index *index, uint64_t key)
{
    size_t low = 0, high = index->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (index->items[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void index_find(const struct term_index *index, const struct word_keys *keys, uint32_t token, struct candidates *out)
{
    for (size_t i = 0; i < keys->count; i++)
        for (size_t j = first_posting(index, keys->items[i]); j < index->count && index->items[j].key == keys->items[i];
             j++) {
            const struct posting *posting = &index->items[j];

            if (posting->offset > token)
                continue;
            out->items = arena_grow(out->arena, out->items, out->count, &out->capacity, sizeof *out->items);
            out->items[out->count++] = (struct candidate){ posting->entry, posting->term, token - posting->offset };
        }
}

static int compare_candidates(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    int order = compare_numbers(a->entry, b->entry);

    if (order == 0)
        order = compare_numbers(a->term, b->term);
    return order != 0 ? order : compare_numbers(a->token, b->token);
}

void candidates_settle(struct candidates *candidates)
{
    size_t kept = 0;

    if (candidates->count > 1)
        qsort(candidates->items, candidates->count, sizeof *candidates->items, compare_candidates);
    for (size_t i = 0; i < candidates->count; i++)
        if (kept == 0 || compare_candidates(&candidates->items[kept - 1], &candidates->items[i]) != 0)
            candidates->items[kept++] = candidates->items[i];
    candidates->count = kept;
}

static int compare_tokens(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    int order = compare_numbers(a->token, b->token);

    return order != 0 ? order : compare_candidates(a, b);
}

struct candidates candidates_by_token(const struct candidates *candidates)
{
    struct candidates copy = { .count = candidates->count, .arena = candidates->arena };

    copy.items = arena_array(copy.arena, copy.count, sizeof *copy.items);
    if (copy.count > 0)
        memcpy(copy.items, candidates->items, copy.count * sizeof *copy.items);
    if (copy.count > 1)
        qsort(copy.items, copy.count, sizeof *copy.items, compare_tokens);
    return copy;
}
