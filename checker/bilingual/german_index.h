/* What the German tokens of a text can be found by: their lemmas, the parts of compounds, their letters. links.c asks
 * it for the words that may translate an English one. */
#ifndef ROTSTIFT_BILINGUAL_GERMAN_INDEX_H
#define ROTSTIFT_BILINGUAL_GERMAN_INDEX_H

#include "lexicon/word_types.h"
#include "text/document.h"

/* ---- letters ---- */

enum { MOST_LETTERS = 32 };

/* A word's letters as both languages write them, without case and umlaut, c as k; those behind MOST_LETTERS left out.
 */
struct folded {
    char letters[MOST_LETTERS];
    size_t count;
};

/* Folds the letters of a word. */
void fold_letters(struct slice word, struct folded *out);

/* True when two words begin alike for at least this share (in percent) of the shorter one. */
bool share_beginning(const struct folded *a, struct slice b, size_t percent);

/* ---- keys: 0 is none ---- */

/* Of a lemma by its number in the lexicon. */
uint64_t lemma_key(uint32_t lemma);

/* Of a word as it is written, ASCII letters in either case. */
uint64_t text_key(struct slice word);

/* Of the first letters of a word, folded; 0 for a word that is too short. */
uint64_t initial_key(struct slice word);

/* Of the digits alone: "1,500" and "1.500", "4.5" and "4,5" are alike. */
uint64_t figure_key(struct slice number);

/* ---- the index ---- */

/* A German token under one of its keys. */
struct entry {
    uint32_t token;
    uint32_t next;     /* index + 1 of the next entry of the same key */
    struct slice word; /* what the key is of: the lemma, word or part */
    bool part;         /* the key is that of a compound's part */
};

/* A key and its entries. */
struct bucket {
    uint64_t key;
    uint32_t first, last, count;
};

/* What Ding has for two English words side by side, each in its forms: both words ask for it, one behind the other. */
enum { MOST_PAIR_RECORDS = 8 };
struct translated_pair {
    uint32_t first; /* the first of the tokens; NO_ID: none yet */
    size_t count;
    const struct translation_record *records[MOST_PAIR_RECORDS];
};

struct german_index {
    struct arena *arena;
    const struct lexicon *lexicon;
    const struct document *doc;
    uint32_t *slots;   /* by key: index of a bucket + 1, 0: free */
    size_t slot_count; /* a power of two; of these the first used_count are in use for the present range */
    size_t used_count;
    struct bucket *buckets;
    uint32_t bucket_count;
    struct entry *entries;
    uint32_t entry_count, entry_room;
    struct translated_pair *pair; /* the one that links.c asked for last */
};

/* Makes an index with room for the German tokens of any range of that many; in the arena. */
struct german_index *german_index_new(struct arena *arena, const struct lexicon *lexicon, const struct document *doc,
                                      uint32_t most_tokens);

/* Fills it with the tokens [first, end), in place of what it held. */
void german_index_fill(struct german_index *index, uint32_t first, uint32_t end);

/* The bucket of a key; NULL: nothing has it. */
const struct bucket *bucket_of(const struct german_index *index, uint64_t key);

/* The first entry of a bucket, and the one behind another of the same key; NULL: it was the last. */
static inline const struct entry *first_entry(const struct german_index *index, const struct bucket *bucket)
{
    return &index->entries[bucket->first];
}

static inline const struct entry *next_entry(const struct german_index *index, const struct entry *entry)
{
    return entry->next == 0 ? NULL : &index->entries[entry->next - 1];
}

#endif
