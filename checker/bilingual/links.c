#include "bilingual/links.h"

#include <stdlib.h>

#include "bilingual/german_index.h"
#include "bilingual/wording.h"
#include "lexicon/analysis.h"

/* ---- the German tokens of a key ---- */

/* Tokens that may share a key where rare ones are asked for. */
enum { MOST_RARE = 4 };

/* Letters of a part of an English word with hyphens that is looked up: not "up" of "follow-up". */
enum { LEAST_PART = 3 };

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

/* Links to the entries of a key; word, where it is not empty, must begin like an entry's. */
static void link_alike(struct search *search, uint64_t key, enum link_kind kind, uint32_t rank, struct slice word,
                       size_t percent)
{
    const struct bucket *bucket = bucket_of(search->index, key);
    struct folded folded;
    uint32_t seen = 0;

    if (bucket == NULL || (search->rare && bucket->count > MOST_RARE))
        return;
    if (word.len > 0)
        fold_letters(word, &folded);
    for (const struct entry *entry = first_entry(search->index, bucket); entry != NULL && seen++ < MOST_ALIKE;
         entry = next_entry(search->index, entry))
        if (word.len == 0 || (!is_function_word(&search->index->doc->tokens[entry->token]) &&
                              share_beginning(&folded, entry->word, percent)))
            add_link(search, entry->token, entry->part && kind == LINK_DICTIONARY ? LINK_PART : kind, rank);
}

/* Links to the entries of a key, whatever their words. */
static void link_key(struct search *search, uint64_t key, enum link_kind kind, uint32_t rank)
{
    link_alike(search, key, kind, rank, (struct slice){ 0 }, 0);
}

/* ---- translations of a word ---- */

static const struct translation_word *word_at(const struct search *search, const struct translation_record *record,
                                              uint32_t i)
{
    return &search->index->lexicon->translation_words[record->first + i];
}

/* All links from one on are to "ist", "hat", which any sentence has: "equal" has more German than "(gleich) sein". */
static bool only_auxiliaries(const struct search *search, size_t from)
{
    for (size_t i = from; i < search->links->count; i++)
        if (!token_is(&search->index->doc->tokens[search->links->items[i].german], POS_AUXILIARY))
            return false;
    return true;
}

static void link_record(struct search *search, const struct translation_record *record)
{
    size_t before = search->links->count;

    for (uint32_t i = 0; i < record->count; i++)
        link_key(search, lemma_key(word_at(search, record, i)->lemma), LINK_DICTIONARY, i);
    for (uint32_t i = 0; !search->rare && only_auxiliaries(search, before) && i < record->count; i++) {
        struct slice german = lemma_text(search->index->lexicon, word_at(search, record, i)->lemma);

        link_alike(search, initial_key(german), LINK_FAMILY, i, german, 70);
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
            link_key(search, lemma_key(pairs[j].lemma), LINK_LEARNED, UINT16_MAX);
    }
}

/* The word without a genitive: "president" of "president’s", "workers" of "workers’". */
static struct slice bare_word(const struct search *search, uint32_t token)
{
    struct slice written = english_text(search->bilingual, token), word = without_english_genitive(written);

    if (word.len < written.len)
        return word;
    if (slice_ends(word, SLICE("s'")))
        word.len -= 1;
    else if (slice_ends(word, SLICE("s’")))
        word.len -= SLICE("’").len;
    return word;
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
            link_key(search, lemma_key(lemma), LINK_LEARNED, UINT16_MAX);
        link_key(search, text_key(german), LINK_LEARNED, UINT16_MAX);
    }
}

/* "deep-snow" – "Tiefschnee": what Ding has for each part of a word that it has not as a whole, as the parts of a
 * compound are linked. */
static void link_hyphenated(struct search *search, struct slice word)
{
    size_t from = search->links->count;
    const char *hyphen;

    while ((hyphen = memchr(word.at, '-', word.len)) != NULL || word.len > 0) {
        struct slice part = hyphen == NULL ? word : slice_between(word.at, hyphen);

        if (part.len >= LEAST_PART)
            link_translations(search, part);
        word = slice_from(word, hyphen == NULL ? word.len : part.len + 1);
    }
    for (size_t i = from; i < search->links->count; i++)
        if (search->links->items[i].kind > LINK_PART)
            search->links->items[i].kind = LINK_PART;
}

/* ---- two words that Ding translates together ---- */

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

/* ---- names that German has a form of its own for ---- */

enum { MOST_NAME_WORDS = 4 };

/* The English text from one token on, without a genitive behind the last. */
static struct slice name_text(const struct search *search, uint32_t first, uint32_t last)
{
    const struct document *english = search->bilingual->english;
    struct slice text =
        text_of(english, (struct span){ english->tokens[first].span.start, english->tokens[last].span.end });
    struct slice end = english_text(search->bilingual, last);

    text.len -= end.len - bare_word(search, last).len;
    return text;
}

/* Links the token to each word of the German name in a row of the table. */
static void link_name_row(struct search *search, const struct list_record *table, struct slice name)
{
    const struct lexicon *lexicon = search->index->lexicon;
    size_t count;
    const struct pair_record *row = pairs_of(lexicon, table, name, &count);

    for (size_t i = 0; row != NULL && i < count; i++) {
        struct slice german = lexicon_text(lexicon, row[i].value), word;

        while (take_part(&german, ' ', &word))
            if (word.len > 3)
                link_key(search, text_key(word), LINK_NAME, UINT16_MAX);
    }
}

/* "Yushchenko" – "Juschtschenko", "Cape" in "Cape of Good Hope" – "Kap der Guten Hoffnung": all rows of
 * names-in-english.tsv that stand around the token. */
static void link_names_in_english(struct search *search)
{
    const struct lexicon *lexicon = search->index->lexicon;
    const struct list_record *table = named_table(lexicon, TABLE_NAMES_IN_ENGLISH);
    const struct token *tokens = search->bilingual->english->tokens;
    uint32_t token = search->english, end = (uint32_t)search->bilingual->english->token_count;

    if (table == NULL || (tokens[token].flags & TOKEN_CAPITAL) == 0)
        return;
    link_name_row(search, table, bare_word(search, token));
    for (uint32_t first = token >= MOST_NAME_WORDS ? token - (MOST_NAME_WORDS - 1) : 0; first <= token; first++) {
        if ((tokens[first].flags & TOKEN_CAPITAL) == 0 || !same_sentence(search->bilingual, first, token))
            continue;
        for (uint32_t last = first == token ? token + 1 : token;
             last < end && last < first + MOST_NAME_WORDS && same_sentence(search->bilingual, token, last); last++)
            if ((tokens[last].flags & TOKEN_CAPITAL) != 0)
                link_name_row(search, table, name_text(search, first, last));
    }
}

/* ---- finding ---- */

/* False for the British spelling of an American word: Ding may have that. */
static bool is_spelled(const struct search *search, const struct english_record *record, struct slice word)
{
    return record->text.len == word.len &&
           slice_ends(lexicon_text(search->index->lexicon, record->text), slice_from(word, 1));
}

static void link_word(struct search *search)
{
    const struct english_word *word = &search->bilingual->words[search->english];
    const struct token *token = &search->bilingual->english->tokens[search->english];
    struct slice text = bare_word(search, search->english), stem;

    link_pairs(search);
    link_renderings(search);
    link_names_in_english(search);
    if ((word->flags & ENGLISH_CONTENT) == 0)
        return;
    link_key(search, text_key(text), LINK_NAME, UINT16_MAX);
    for (uint32_t i = word->record != NULL && word->record->stem_count > 0 && is_spelled(search, word->record, text);
         (stem = base_of(search, search->english, i)).len > 0; i++)
        link_translations(search, stem);
    link_learned(search, word->record);
    if (!search->rare)
        link_alike(search, initial_key(text), LINK_COGNATE, UINT16_MAX, text, 75);
    if (search->links->count == search->start && (token->flags & (TOKEN_HYPHEN | TOKEN_DIGIT)) == TOKEN_HYPHEN)
        link_hyphenated(search, text);
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
        link_key(&search, figure_key(english_text(bilingual, english)), LINK_NUMBER, UINT16_MAX);
    else if (token->kind == TOKEN_ADDRESS)
        link_key(&search, text_key(english_text(bilingual, english)), LINK_NAME, UINT16_MAX);
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
