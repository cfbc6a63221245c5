#include "bilingual/german_index.h"

#include "lexicon/analysis.h"
#include "lexicon/compound.h"
#include "lexicon/hash.h"
#include "text/letters.h"

#define ASCII_END 0x80
#define FEWEST_SHARED 4 /* letters that relatives and cognates have in common at their start */

/* Readings, parts, spellings: a token has seldom more keys. */
enum { KEYS_PER_TOKEN = 16 };

/* ---- letters ---- */

/* A letter as both languages write it: without case and umlaut, c as k. */
static char fold(int32_t c)
{
    if (c >= 'A' && c <= 'Z')
        c += 'a' - 'A';
    switch (c) {
    case 0xe4: /* ä, ö, ü, ß, é */
    case 0xc4:
        return 'a';
    case 0xf6:
    case 0xd6:
        return 'o';
    case 0xfc:
    case 0xdc:
        return 'u';
    case 0xdf:
        return 's';
    case 0xe9:
        return 'e';
    case 'c':
        return 'k';
    default:
        return c > 0 && c < ASCII_END ? (char)c : '?';
    }
}

/* The folded letters of a word, at most room of them; returns their number. */
static size_t fold_word(struct slice word, char *out, size_t room)
{
    size_t count = 0;

    while (word.len > 0 && count < room) {
        unsigned char letter = (unsigned char)*word.at;
        int32_t c;

        if (letter > 0 && letter < ASCII_END) { /* nearly all, and without a call */
            letter |= letter >= 'A' && letter <= 'Z' ? 0x20 : 0;
            out[count++] = letter == 'c' ? 'k' : (char)letter;
            word = slice_from(word, 1);
            continue;
        }
        size_t length = read_code_point(word, &c);

        out[count++] = fold(c);
        word = slice_from(word, length);
    }
    return count;
}

void fold_letters(struct slice word, struct folded *out)
{
    out->count = fold_word(word, out->letters, MOST_LETTERS);
}

bool share_beginning(const struct folded *a, struct slice b, size_t percent)
{
    struct folded other;

    fold_letters(b, &other);
    size_t shorter = a->count < other.count ? a->count : other.count, shared = 0;

    while (shared < shorter && a->letters[shared] == other.letters[shared])
        shared++;
    return shared >= FEWEST_SHARED && shared * 100 >= shorter * percent;
}

/* ---- keys ---- */

enum key_kind { KEY_LEMMA = 1, KEY_TEXT, KEY_INITIAL, KEY_FIGURE };

static uint64_t key_of(enum key_kind kind, uint64_t value)
{
    uint64_t key = (value ^ (uint64_t)kind << 56) * 0x9e3779b97f4a7c15u;

    key ^= key >> 29;
    return key == 0 ? 1 : key;
}

uint64_t lemma_key(uint32_t lemma)
{
    return key_of(KEY_LEMMA, lemma);
}

uint64_t text_key(struct slice word)
{
    uint64_t hash = HASH_START;

    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i] >= 'A' && word.at[i] <= 'Z' ? (char)(word.at[i] - 'A' + 'a') : word.at[i];

        hash = hash_bytes(hash, &c, 1);
    }
    return key_of(KEY_TEXT, hash);
}

uint64_t initial_key(struct slice word)
{
    char letters[FEWEST_SHARED];

    if (fold_word(word, letters, FEWEST_SHARED) < FEWEST_SHARED)
        return 0;
    return key_of(KEY_INITIAL, hash_bytes(HASH_START, letters, FEWEST_SHARED));
}

uint64_t figure_key(struct slice number)
{
    uint64_t hash = HASH_START;

    for (size_t i = 0; i < number.len; i++)
        if (number.at[i] >= '0' && number.at[i] <= '9')
            hash = hash_bytes(hash, number.at + i, 1);
    return key_of(KEY_FIGURE, hash);
}

/* ---- buckets ---- */

struct german_index *german_index_new(struct arena *arena, const struct lexicon *lexicon, const struct document *doc,
                                      uint32_t most_tokens)
{
    struct german_index *index = arena_take(arena, sizeof *index);

    *index = (struct german_index){ .arena = arena, .lexicon = lexicon, .doc = doc, .slot_count = 64 };
    index->entry_room = most_tokens * KEYS_PER_TOKEN + 1;
    while (index->slot_count < (size_t)index->entry_room * 2)
        index->slot_count *= 2;
    /* All are cleared, or written, as far as they are used. */
    index->slots = arena_room(arena, index->slot_count * sizeof *index->slots);
    index->buckets = arena_room(arena, index->entry_room * sizeof *index->buckets);
    index->entries = arena_room(arena, index->entry_room * sizeof *index->entries);
    index->pair = arena_take(arena, sizeof *index->pair);
    index->pair->first = NO_ID;
    return index;
}

/* The slot of a key, or the free one where it belongs. */
static uint32_t *slot_of(const struct german_index *index, uint64_t key)
{
    size_t slot = (size_t)key & (index->used_count - 1);

    while (index->slots[slot] != 0 && index->buckets[index->slots[slot] - 1].key != key)
        slot = (slot + 1) & (index->used_count - 1);
    return &index->slots[slot];
}

const struct bucket *bucket_of(const struct german_index *index, uint64_t key)
{
    uint32_t slot = key == 0 ? 0 : *slot_of(index, key);

    return slot == 0 ? NULL : &index->buckets[slot - 1];
}

/* The bucket of a key, a new one where it has none. */
static struct bucket *bucket_for(struct german_index *index, uint64_t key)
{
    uint32_t *slot = slot_of(index, key);

    if (*slot == 0) {
        index->buckets[index->bucket_count] = (struct bucket){ .key = key };
        *slot = ++index->bucket_count;
    }
    return &index->buckets[*slot - 1];
}

static void add_entry(struct german_index *index, uint64_t key, uint32_t token, struct slice word, bool part)
{
    struct bucket *bucket;

    if (key == 0 || index->entry_count == index->entry_room || index->entry_count + 1 == index->used_count)
        return; /* a free slot ends each search */
    bucket = bucket_for(index, key);
    if (bucket->count > 0 && index->entries[bucket->last].token == token && index->entries[bucket->last].part == part)
        return;
    index->entries[index->entry_count] = (struct entry){ token, 0, word, part };
    if (bucket->count++ == 0)
        bucket->first = index->entry_count;
    else
        index->entries[bucket->last].next = index->entry_count + 1;
    bucket->last = index->entry_count++;
}

/* ---- what a token can be found by ---- */

static void add_lemma(struct german_index *index, uint32_t lemma, uint32_t token, bool part)
{
    struct slice text;

    if (lemma == NO_ID)
        return;
    text = lemma_text(index->lexicon, lemma);
    add_entry(index, lemma_key(lemma), token, text, part);
    add_entry(index, initial_key(text), token, text, part);
}

/* A name in the genitive: "Obamas", "Schmidt’s", "Hans’". */
static struct slice without_genitive(struct slice word)
{
    static const char *const endings[] = { "’s", "'s", "’", "'", "s" };
    char last = word.len == 0 ? '\0' : word.at[word.len - 1];

    if (last != 's' && last != '\'' && last != "’"[2])
        return word;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_ends(word, slice_of(endings[i])) && word.len > strlen(endings[i]) + 1)
            return (struct slice){ word.at, word.len - strlen(endings[i]) };
    return word;
}

static void add_spelling(struct german_index *index, struct slice word, uint32_t token, bool part)
{
    struct slice bare = without_genitive(word);

    add_entry(index, text_key(word), token, word, part);
    if (bare.len < word.len)
        add_entry(index, text_key(bare), token, word, part);
    add_entry(index, initial_key(word), token, word, part);
}

/* "Trump", "nahe" of "Trump-nahe". */
static void add_pieces(struct german_index *index, struct slice word, uint32_t token)
{
    size_t start = 0;

    for (size_t i = 0; i <= word.len; i++) {
        if (i < word.len && word.at[i] != '-')
            continue;
        if (i > start)
            add_spelling(index, (struct slice){ word.at + start, i - start }, token, true);
        start = i + 1;
    }
}

static void add_readings(struct german_index *index, const struct token *token, uint32_t at)
{
    const struct token_analysis *analysis = &token->analysis;
    uint32_t last = NO_ID;

    for (uint16_t i = 0; i < analysis->reading_count; i++) {
        if (analysis->readings[i].lemma != last)
            add_lemma(index, analysis->readings[i].lemma, at,
                      is_headed_by(index->doc, token, analysis->readings[i].lemma));
        last = analysis->readings[i].lemma;
    }
    add_lemma(index, analysis->joined, at, false);
    for (uint32_t i = 0; analysis->part_count > 1 && i < analysis->part_count; i++)
        add_lemma(index, token_parts(index->doc, token)[i].lemma, at, true);
}

/* "Ost" and "Afrika" of "Ostafrika", which the lexicon knows as one name. */
static void add_compass_parts(struct german_index *index, const struct token *token, uint32_t at)
{
    struct slice text = token_text(index->doc, token);

    if ((token->flags & TOKEN_CAPITAL) == 0 || token->analysis.part_count > 1)
        return;
    struct slice place;
    size_t length = compass_part(index->lexicon, index->arena, text, &place);

    if (length == 0)
        return;
    add_spelling(index, (struct slice){ text.at, length }, at, true);
    add_spelling(index, place, at, true);
}

static void add_token(struct german_index *index, uint32_t at)
{
    const struct token *token = &index->doc->tokens[at];
    struct slice text = token_text(index->doc, token);

    if (token->kind == TOKEN_NUMBER) {
        add_entry(index, figure_key(text), at, text, false);
    } else if (token->kind == TOKEN_WORD) {
        add_readings(index, token, at);
        add_spelling(index, text, at, false);
        add_lemma(index, lexicon_lemma(index->lexicon, text), at, false);
        add_compass_parts(index, token, at);
        if ((token->flags & TOKEN_HYPHEN) != 0)
            add_pieces(index, text, at);
    } else if (token->kind == TOKEN_ADDRESS) {
        add_entry(index, text_key(text), at, text, false);
    }
}

void german_index_fill(struct german_index *index, uint32_t first, uint32_t end)
{
    index->used_count = 64;
    while (index->used_count <= (size_t)(end - first) * KEYS_PER_TOKEN && index->used_count < index->slot_count)
        index->used_count *= 2;
    memset(index->slots, 0, index->used_count * sizeof *index->slots);
    index->entry_count = index->bucket_count = 0;
    for (uint32_t i = first; i < end; i++)
        add_token(index, i);
}
