/* The words of a pair of sentences that stand on a side of an opposition. */
#include "bilingual/direction.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

static void add_hits(const struct direction *d, struct hits *hits, uint32_t token, uint32_t words,
                     const struct pair_record *row, size_t count)
{
    const struct lexicon *lexicon = &d->run->context->lexicon;

    for (size_t i = 0; i + 1 < count && hits->count < MOST_HITS; i += 2) {
        struct slice side = lexicon_text(lexicon, row[i + 1].value);
        bool unsure = slice_ends(side, SLICE("?"));

        side.len -= unsure;
        hits->items[hits->count++] = (struct hit){ token, words, lexicon_text(lexicon, row[i].value), side, unsure };
    }
}

void read_english_hits(struct direction *d)
{
    d->english_hits.count = 0;
    for (uint32_t i = d->english_first; i < d->english_end; i++) {
        uint32_t words = 1;
        size_t count;
        const struct pair_record *row = english_row(d->run, d->english, i, d->english_end, &count, &words);

        if (row == NULL)
            continue;
        add_hits(d, &d->english_hits, i, words, row, count);
        i += words - 1;
    }
}

enum { SHORTEST_FIRST = 3, LONGEST_FIRST = 6, WORD_ROOM = 48 /* bytes */ };

/* "Flügel" of "Westflügel" is a noun. */
static bool is_noun_behind(const struct direction *d, struct slice word, size_t first)
{
    char room[WORD_ROOM];
    size_t length = word.len - first;

    if (word.len < first + SHORTEST_FIRST || length > sizeof room)
        return false;
    memcpy(room, word.at + first, length);
    if (room[0] >= 'a' && room[0] <= 'z')
        room[0] = (char)(room[0] - 'a' + 'A');
    return form_is(d->bilingual->lexicon, (struct slice){ room, length }, POS_NOUN);
}

/* "West-" of "Westflügel": the first part of a compound, as the table has it. */
static void add_first_part(struct direction *d, uint32_t token)
{
    const struct token *at = &d->run->doc->tokens[token];
    struct slice word = token_text(d->run->doc, at);
    char room[LONGEST_FIRST + 1];

    if (at->kind != TOKEN_WORD || (at->flags & TOKEN_CAPITAL) == 0)
        return;
    for (size_t first = SHORTEST_FIRST; first <= LONGEST_FIRST && first < word.len; first++) {
        size_t count;

        memcpy(room, word.at, first);
        room[first] = '-';
        const struct pair_record *row =
            pairs_of(d->bilingual->lexicon, d->german, (struct slice){ room, first + 1 }, &count);

        if (row != NULL && is_noun_behind(d, word, first))
            add_hits(d, &d->german_hits, token, 1, row, count);
    }
}

/* "Wüste" of "Schlammwüste": what a compound is in the end it is often in a figure only ("a sea of mud"). */
static bool is_last_part(const struct direction *d, uint32_t token, struct slice key)
{
    const struct token *at = &d->run->doc->tokens[token];

    return at->analysis.part_count > 1 && at->analysis.joined == NO_ID && (at->flags & TOKEN_CAPITAL) != 0 &&
           key.len + SHORTEST_FIRST <= token_text(d->run->doc, at).len;
}

/* "fast alle" says what "most" does. */
static bool is_nearly(const struct direction *d, uint32_t token)
{
    return token > d->german_first && in_list_lower(d->run, LIST_NEAR_TOTALS, token - 1);
}

static void doubt_hits(struct hits *hits, size_t first)
{
    for (size_t i = first; i < hits->count; i++)
        hits->items[i].unsure = true;
}

void read_german_hits(struct direction *d)
{
    struct slice keys[MOST_GERMAN_KEYS];

    d->german_hits.count = 0;
    for (uint32_t i = d->german_first; i < d->german_end; i++) {
        size_t key_count = german_may_be(d->run, i, d->german) ? german_keys(d->run, i, keys) : 0, count;

        for (size_t j = 0; j < key_count; j++) {
            const struct pair_record *row = pairs_of(&d->run->context->lexicon, d->german, keys[j], &count);
            size_t before = d->german_hits.count;

            if (row != NULL)
                add_hits(d, &d->german_hits, i, 1, row, count);
            if (is_last_part(d, i, keys[j]) || is_nearly(d, i))
                doubt_hits(&d->german_hits, before);
        }
        add_first_part(d, i);
    }
}

bool same_opposition(const struct hit *a, const struct hit *b)
{
    return slice_equal(a->opposition, b->opposition);
}

bool same_side(const struct hit *a, const struct hit *b)
{
    return same_opposition(a, b) && slice_equal(a->side, b->side);
}

bool has_side(const struct hits *hits, const struct hit *hit)
{
    for (size_t i = 0; i < hits->count; i++)
        if (same_side(&hits->items[i], hit))
            return true;
    return false;
}

/* The German word stands on a side that the English has as well: "Staatsanwalt" for "prosecutor" is no lawyer. */
bool renders_side(const struct hits *german, uint32_t token, const struct hits *english, const struct hit *hit)
{
    for (size_t i = 0; i < german->count; i++)
        if (german->items[i].token == token && same_opposition(&german->items[i], hit) &&
            has_side(english, &german->items[i]))
            return true;
    return false;
}

/* The word stands on a side of this opposition at all, or is one of the words that do: "thousands" in "hundreds of
 * thousands". */
bool stands_on(const struct hits *hits, uint32_t token, const struct hit *hit)
{
    for (size_t i = 0; i < hits->count; i++)
        if (token >= hits->items[i].token && token < hits->items[i].token + hits->items[i].words &&
            same_opposition(&hits->items[i], hit))
            return true;
    return false;
}
