#include "bilingual/links.h"

#include <stdlib.h>

#include "bilingual/wording.h"
#include "lexicon/compound.h"
#include "lexicon/hash.h"
#include "text/letters.h"

#define ASCII_END 0x80
#define FEWEST_SHARED 4 /* letters that relatives and cognates have in common at their start */

enum key_kind { KEY_LEMMA = 1, KEY_TEXT, KEY_INITIAL, KEY_FIGURE };

/* A German token under one of its keys. */
struct entry {
    uint32_t token;
    uint32_t next;     /* index + 1 of the next entry of the same key */
    struct slice word; /* KEY_INITIAL: the word or part that begins so */
    bool part;         /* the key is that of a compound's part */
};

/* A key and its entries. */
struct bucket {
    uint64_t key;
    uint32_t first, last, count;
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
    struct translated_pair *pair;
};

/* What Ding has for two English words side by side, each in its forms: both words ask for it, one behind the other. */
enum { MOST_PAIR_RECORDS = 8 };
struct translated_pair {
    uint32_t first; /* the first of the tokens; NO_ID: none yet */
    size_t count;
    const struct translation_record *records[MOST_PAIR_RECORDS];
};

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

enum { MOST_LETTERS = 32 };

/* A word's folded letters. */
struct folded {
    char letters[MOST_LETTERS];
    size_t count;
};

/* True when two words begin alike for at least this share (in percent) of the shorter one. */
static bool begin_alike(const struct folded *a, struct slice b, size_t percent)
{
    char right[MOST_LETTERS];
    size_t count = fold_word(b, right, MOST_LETTERS);
    size_t shorter = a->count < count ? a->count : count, shared = 0;

    while (shared < shorter && a->letters[shared] == right[shared])
        shared++;
    return shared >= FEWEST_SHARED && shared * 100 >= shorter * percent;
}

/* ---- keys ---- */

static uint64_t key_of(enum key_kind kind, uint64_t value)
{
    uint64_t key = (value ^ (uint64_t)kind << 56) * 0x9e3779b97f4a7c15u;

    key ^= key >> 29;
    return key == 0 ? 1 : key;
}

static uint64_t text_key(struct slice word)
{
    uint64_t hash = HASH_START;

    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i] >= 'A' && word.at[i] <= 'Z' ? (char)(word.at[i] - 'A' + 'a') : word.at[i];

        hash = hash_bytes(hash, &c, 1);
    }
    return key_of(KEY_TEXT, hash);
}

/* 0 for a word that is too short. */
static uint64_t initial_key(struct slice word)
{
    char letters[FEWEST_SHARED];

    if (fold_word(word, letters, FEWEST_SHARED) < FEWEST_SHARED)
        return 0;
    return key_of(KEY_INITIAL, hash_bytes(HASH_START, letters, FEWEST_SHARED));
}

/* The digits alone: "1,500" and "1.500", "4.5" and "4,5" are alike. */
static uint64_t figure_key(struct slice number)
{
    uint64_t hash = HASH_START;

    for (size_t i = 0; i < number.len; i++)
        if (number.at[i] >= '0' && number.at[i] <= '9')
            hash = hash_bytes(hash, number.at + i, 1);
    return key_of(KEY_FIGURE, hash);
}

/* ---- the index ---- */

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

static void add_lemma(struct german_index *index, uint32_t lemma, uint32_t token, bool part)
{
    struct slice text;

    if (lemma == NO_ID)
        return;
    text = lemma_text(index->lexicon, lemma);
    add_entry(index, key_of(KEY_LEMMA, lemma), token, text, part);
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

/* The lemma of a compound's reading may be that of its head. */
static bool is_last_part(const struct document *doc, const struct token *token, uint32_t lemma)
{
    uint32_t count = token->analysis.part_count;

    return count > 1 && token_parts(doc, token)[count - 1].lemma == lemma;
}

static void add_readings(struct german_index *index, const struct token *token, uint32_t at)
{
    const struct token_analysis *analysis = &token->analysis;
    uint32_t last = NO_ID;

    for (uint16_t i = 0; i < analysis->reading_count; i++) {
        if (analysis->readings[i].lemma != last)
            add_lemma(index, analysis->readings[i].lemma, at,
                      is_last_part(index->doc, token, analysis->readings[i].lemma));
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

/* ---- finding ---- */

struct search {
    const struct bilingual *bilingual;
    const struct german_index *index;
    struct link_row *links;
    size_t start; /* of the token's links in the row */
    uint32_t english;
    bool rare;
};

/* Adds a link, or makes the one between the same words surer. */
static void add_link(struct search *search, uint32_t german, enum link_kind kind, uint32_t rank)
{
    struct link_row *links = search->links;
    uint16_t place = rank < UINT16_MAX ? (uint16_t)rank : UINT16_MAX;

    for (size_t i = search->start; i < links->count; i++) {
        struct link *link = &links->items[i];

        if (link->german != german)
            continue;
        if (kind > link->kind)
            link->kind = kind;
        if (place < link->rank)
            link->rank = place;
        return;
    }
    if (links->count - search->start >= MOST_ALIKE)
        return;
    append_link(links, (struct link){ search->english, german, kind, place });
}

/* Links to the entries of a key; word, where given, must begin like an entry's. */
static void link_key(struct search *search, uint64_t key, enum link_kind kind, uint32_t rank, struct slice word,
                     size_t percent)
{
    const struct bucket *bucket;
    struct folded folded;
    uint32_t seen = 0;

    if (key == 0)
        return;
    uint32_t slot = *slot_of(search->index, key);

    if (slot == 0)
        return;
    bucket = &search->index->buckets[slot - 1];
    if (search->rare && bucket->count > 4)
        return;
    if (word.len > 0)
        folded.count = fold_word(word, folded.letters, MOST_LETTERS);
    for (uint32_t at = bucket->first + 1; at != 0 && seen++ < MOST_ALIKE; at = search->index->entries[at - 1].next) {
        const struct entry *entry = &search->index->entries[at - 1];

        if (word.len == 0 || (!is_function_word(&search->index->doc->tokens[entry->token]) &&
                              begin_alike(&folded, entry->word, percent)))
            add_link(search, entry->token, entry->part && kind == LINK_DICTIONARY ? LINK_PART : kind, rank);
    }
}

static const struct translation_word *word_at(const struct search *search, const struct translation_record *record,
                                              uint32_t i)
{
    return &search->index->lexicon->translation_words[record->first + i];
}

static void link_record(struct search *search, const struct translation_record *record)
{
    size_t before = search->links->count;

    for (uint32_t i = 0; i < record->count; i++)
        link_key(search, key_of(KEY_LEMMA, word_at(search, record, i)->lemma), LINK_DICTIONARY, i, (struct slice){ 0 },
                 0);
    for (uint32_t i = 0; !search->rare && search->links->count == before && i < record->count; i++) {
        struct slice german = lemma_text(search->index->lexicon, word_at(search, record, i)->lemma);

        link_key(search, initial_key(german), LINK_FAMILY, i, german, 70);
    }
}

static void link_translations(struct search *search, struct slice stem)
{
    const struct translation_record *record = translation_of(search->index->lexicon, stem);

    if (record != NULL)
        link_record(search, record);
}

/* What Ding's phrases have for the words that the English one can be a form of. */
static void link_learned(struct search *search, const struct english_record *record)
{
    const struct lexicon *lexicon = search->index->lexicon;

    for (uint32_t i = 0; record != NULL && i < record->stem_count; i++) {
        size_t count;
        const struct learned_pair *pairs =
            learned_pairs_of(lexicon, lexicon->english_stems[record->first_stem + i], &count);

        for (size_t j = 0; j < count; j++)
            link_key(search, key_of(KEY_LEMMA, pairs[j].lemma), LINK_LEARNED, UINT16_MAX, (struct slice){ 0 }, 0);
    }
}

/* The word without "’s". */
static struct slice bare_word(const struct search *search, uint32_t token)
{
    struct slice word = english_text(search->bilingual, token);

    if (slice_ends(word, SLICE("'s")))
        word.len -= 2;
    else if (slice_ends(word, SLICE("’s")))
        word.len -= SLICE("’s").len;
    else if (slice_ends(word, SLICE("s'")))
        word.len -= 1;
    else if (slice_ends(word, SLICE("s’")))
        word.len -= SLICE("’").len;
    return word;
}

enum { PHRASE_ROOM = 64 /* bytes */ };

/* "rule" and "out" as Ding writes them together, in lower case; empty when they are too long. */
static struct slice join_words(struct slice first, struct slice second, char *room)
{
    size_t length = first.len + 1 + second.len;

    if (length > PHRASE_ROOM)
        return (struct slice){ 0 };
    memcpy(room, first.at, first.len);
    room[first.len] = ' ';
    memcpy(room + first.len + 1, second.at, second.len);
    for (size_t i = 0; i < length; i++)
        if (room[i] >= 'A' && room[i] <= 'Z')
            room[i] = (char)(room[i] - 'A' + 'a');
    return (struct slice){ room, length };
}

/* The word as written, then its stems; returns an empty slice behind the last. */
static struct slice base_of(const struct search *search, uint32_t token, uint32_t i)
{
    const struct english_record *record = search->bilingual->words[token].record;

    if (i == 0)
        return bare_word(search, token);
    if (record == NULL || i > record->stem_count)
        return (struct slice){ 0 };
    return english_stem(search->index->lexicon, record, i - 1);
}

/* False for a base that stands at this place in no pair of Ding's; of what en_US spells otherwise nothing is known. */
static bool may_be_of_pair(const struct search *search, uint32_t token, uint32_t i, struct slice base,
                           enum english_pair place)
{
    const struct lexicon *lexicon = search->index->lexicon;
    const struct english_record *record = search->bilingual->words[token].record;

    if (record == NULL || (i == 0 && !is_lower_form(base, lexicon_text(lexicon, record->text))))
        return true;
    if (i > 0)
        record = &lexicon->english[lexicon->english_stems[record->first_stem + i - 1]];
    return (record->pairs & place) != 0;
}

static void translate_pair(const struct search *search, uint32_t first, uint32_t second, struct translated_pair *out)
{
    char room[PHRASE_ROOM];
    struct slice left, right;

    *out = (struct translated_pair){ .first = first };
    for (uint32_t i = 0; (left = base_of(search, first, i)).len > 0; i++) {
        if (!may_be_of_pair(search, first, i, left, ENGLISH_PAIR_FIRST))
            continue;
        for (uint32_t j = 0; j < 2 && (right = base_of(search, second, j)).len > 0; j++) {
            if (!may_be_of_pair(search, second, j, right, ENGLISH_PAIR_SECOND))
                continue;
            const struct translation_record *record =
                translation_of(search->index->lexicon, join_words(left, right, room));

            if (record != NULL && out->count < MOST_PAIR_RECORDS)
                out->records[out->count++] = record;
        }
    }
}

static void link_pair(struct search *search, uint32_t first, uint32_t second)
{
    struct translated_pair *pair = search->index->pair;

    if (pair->first != first)
        translate_pair(search, first, second, pair);
    for (size_t i = 0; i < pair->count; i++)
        link_record(search, pair->records[i]);
}

static bool is_word(const struct bilingual *bilingual, uint32_t token)
{
    return token < bilingual->english->token_count && bilingual->english->tokens[token].kind == TOKEN_WORD;
}

static bool same_sentence(const struct bilingual *bilingual, uint32_t a, uint32_t b)
{
    return bilingual->english->tokens[a].sentence == bilingual->english->tokens[b].sentence;
}

/* Ding translates the word together with the one before or behind it: "rule out", "prime minister". */
static void link_pairs(struct search *search)
{
    const struct bilingual *bilingual = search->bilingual;
    uint32_t token = search->english;

    if (token > 0 && is_word(bilingual, token - 1) && same_sentence(bilingual, token - 1, token))
        link_pair(search, token - 1, token);
    if (is_word(bilingual, token + 1) && same_sentence(bilingual, token, token + 1))
        link_pair(search, token, token + 1);
}

/* False for the British spelling of an American word: Ding may have that. */
static bool is_spelled(const struct search *search, const struct english_record *record, struct slice word)
{
    return record->text.len == word.len &&
           slice_ends(lexicon_text(search->index->lexicon, record->text), slice_from(word, 1));
}

/* What renderings.tsv has for the word: "US" – "USA", "northern" – "Norden". */
static void link_renderings(struct search *search)
{
    const struct lexicon *lexicon = search->index->lexicon;
    const struct list_record *table = named_table(lexicon, TABLE_RENDERINGS);
    const struct pair_record *row;
    size_t count;

    if (table == NULL || !english_may_be(search->bilingual, search->english, table))
        return;
    row = pairs_of(lexicon, table, bare_word(search, search->english), &count);
    if (row == NULL)
        row = english_pairs(search->bilingual, search->english, table, &count);
    for (size_t i = 0; i < count; i++) {
        struct slice german = lexicon_text(lexicon, row[i].value);
        uint32_t lemma = lexicon_lemma(lexicon, german);

        if (lemma != NO_ID)
            link_key(search, key_of(KEY_LEMMA, lemma), LINK_LEARNED, UINT16_MAX, (struct slice){ 0 }, 0);
        link_key(search, text_key(german), LINK_LEARNED, UINT16_MAX, (struct slice){ 0 }, 0);
    }
}

static void link_word(struct search *search)
{
    const struct english_word *word = &search->bilingual->words[search->english];
    struct slice text = bare_word(search, search->english), stem;

    link_pairs(search);
    link_renderings(search);
    if ((word->flags & ENGLISH_CONTENT) == 0)
        return;
    link_key(search, text_key(text), LINK_NAME, UINT16_MAX, (struct slice){ 0 }, 0);
    for (uint32_t i = word->record != NULL && word->record->stem_count > 0 && is_spelled(search, word->record, text);
         (stem = base_of(search, search->english, i)).len > 0; i++)
        link_translations(search, stem);
    link_learned(search, word->record);
    if (!search->rare)
        link_key(search, initial_key(text), LINK_COGNATE, UINT16_MAX, text, 75);
}

static int compare_links(const void *a, const void *b)
{
    const struct link *left = a, *right = b;

    return (left->german > right->german) - (left->german < right->german);
}

void sort_links(struct link_row *links, size_t first)
{
    if (links->count - first > 1)
        qsort(links->items + first, links->count - first, sizeof *links->items, compare_links);
}

void find_links(const struct bilingual *bilingual, const struct german_index *index, uint32_t english, bool rare,
                struct link_row *links)
{
    struct search search = { bilingual, index, links, links->count, english, rare };
    const struct token *token = &bilingual->english->tokens[english];

    if (token->kind == TOKEN_WORD)
        link_word(&search);
    else if (token->kind == TOKEN_NUMBER)
        link_key(&search, figure_key(english_text(bilingual, english)), LINK_NUMBER, UINT16_MAX, (struct slice){ 0 },
                 0);
    else if (token->kind == TOKEN_ADDRESS)
        link_key(&search, text_key(english_text(bilingual, english)), LINK_NAME, UINT16_MAX, (struct slice){ 0 }, 0);
    sort_links(links, search.start);
}

/* ---- one to one ---- */

struct rival {
    const struct link *link;
    float strength;
};

static float place_in(uint32_t token, uint32_t first, uint32_t end)
{
    return end > first ? (float)(token - first) / (float)(end - first) : 0;
}

/* Kind first; then the same passage, nearness in it, and the commoner translation. */
static float strength_of(const struct bilingual *bilingual, const struct link *link, const struct document *doc)
{
    uint32_t passage = bilingual->words[link->english].passage, first, end, english_first, english_end;
    float strength = (float)link->kind, rank = link->rank < 20 ? (float)link->rank : 20;

    if (passage == NO_ID || bilingual->german[link->german].passage != passage)
        return strength;
    passage_english(bilingual, &bilingual->passages[passage], &english_first, &english_end);
    passage_german(doc, &bilingual->passages[passage], &first, &end);
    float distance = place_in(link->english, english_first, english_end) - place_in(link->german, first, end);

    return strength + 1.5f - (distance < 0 ? -distance : distance) - rank * 0.015f;
}

static int compare_rivals(const void *a, const void *b)
{
    const struct rival *left = a, *right = b;

    if (left->strength > right->strength || left->strength < right->strength)
        return left->strength > right->strength ? -1 : 1;
    if (left->link->english != right->link->english)
        return left->link->english < right->link->english ? -1 : 1;
    return left->link->german < right->link->german ? -1 : 1;
}

void choose_best_links(struct bilingual *bilingual, const struct document *doc, struct arena *scratch, size_t first,
                       size_t end)
{
    struct rival *rivals = arena_array(scratch, end - first + 1, sizeof *rivals);

    for (size_t i = first; i < end; i++)
        rivals[i - first] = (struct rival){ &bilingual->links[i], strength_of(bilingual, &bilingual->links[i], doc) };
    if (end - first > 1)
        qsort(rivals, end - first, sizeof *rivals, compare_rivals);
    for (size_t i = 0; i < end - first; i++) {
        const struct link *link = rivals[i].link;
        struct english_word *english = &bilingual->words[link->english];
        struct german_word *german = &bilingual->german[link->german];

        if (link->kind > german->linked)
            german->linked = (uint8_t)link->kind;
        if (english->best != NO_ID || german->best != NO_ID)
            continue;
        english->best = link->german;
        german->best = link->english;
        english->best_kind = german->best_kind = (uint8_t)link->kind;
    }
}
