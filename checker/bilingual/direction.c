/* Marks the opposite of what the English says, or another thing of the same kind: "rise" – "sinken", "north" – "Süden",
 * "striker" – "Torwart", "arson" – "Betrug".
 *
 * dictionaries/bilingual/opposites-*.tsv name oppositions and the words that stand on their sides. A German word is
 * marked when no English word of the passage stands on its side, an English one on another side of the same opposition
 * has nothing in the German, and nothing else explains the word. Where a sentence may be turned round ("older than" –
 * "jünger als", "before" – "nachdem"), its nouns must come in the same order. */
#include "bilingual/negation_words.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* Words of one passage that stand on any side; a longer one is a list. */
enum { MOST_HITS = 64 };

/* From a preposition to the word that it governs. */
#define REACH 4

/* A word on a side of an opposition. */
struct hit {
    uint32_t token, words;
    struct slice opposition, side;
    bool unsure; /* a word of other senses, or the last part of a compound: it may stand for the side and is no evidence
                    of it */
};

struct hits {
    struct hit items[MOST_HITS];
    size_t count;
};

struct direction {
    const struct check_run *run;
    const struct bilingual *bilingual;
    struct negations negations;
    const struct list_record *english, *german, *relations, *english_reversals, *german_reversals;
    uint32_t english_first, english_end, german_first, german_end; /* the passage */
    struct hits english_hits, german_hits;
    bool all_but_one; /* a single English word has nothing in the German: nothing is rendered freely */
    bool is_free;     /* several words of either language have nothing in the other */
};

/* ---- words on sides ---- */

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

static void read_english(struct direction *d)
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

static void read_german(struct direction *d)
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

static bool same_opposition(const struct hit *a, const struct hit *b)
{
    return slice_equal(a->opposition, b->opposition);
}

static bool same_side(const struct hit *a, const struct hit *b)
{
    return same_opposition(a, b) && slice_equal(a->side, b->side);
}

static bool has_side(const struct hits *hits, const struct hit *hit)
{
    for (size_t i = 0; i < hits->count; i++)
        if (same_side(&hits->items[i], hit))
            return true;
    return false;
}

/* The German word stands on a side that the English has as well: "Staatsanwalt" for "prosecutor" is no lawyer. */
static bool renders_side(const struct hits *german, uint32_t token, const struct hits *english, const struct hit *hit)
{
    for (size_t i = 0; i < german->count; i++)
        if (german->items[i].token == token && same_opposition(&german->items[i], hit) &&
            has_side(english, &german->items[i]))
            return true;
    return false;
}

/* The word stands on a side of this opposition at all, or is one of the words that do: "thousands" in "hundreds of
 * thousands". */
static bool stands_on(const struct hits *hits, uint32_t token, const struct hit *hit)
{
    for (size_t i = 0; i < hits->count; i++)
        if (token >= hits->items[i].token && token < hits->items[i].token + hits->items[i].words &&
            same_opposition(&hits->items[i], hit))
            return true;
    return false;
}

/* ---- what else may explain them ---- */

/* An English word that has nothing to do with the opposition has the German one as its translation: "morgen" for
 * "tomorrow", not for "morning". */
static bool is_explained(const struct direction *d, const struct hit *german)
{
    for (uint32_t i = d->english_first; i < d->english_end; i++)
        if (link_between(d->bilingual, i, german->token) >= LINK_DICTIONARY && !stands_on(&d->english_hits, i, german))
            return true;
    return false;
}

/* The English word on a side has the German one as its translation all the same. */
static bool is_translation_of(const struct direction *d, const struct hit *german)
{
    for (size_t i = 0; i < d->english_hits.count; i++)
        if (same_opposition(&d->english_hits.items[i], german) &&
            link_between(d->bilingual, d->english_hits.items[i].token, german->token) >= LINK_DICTIONARY)
            return true;
    return false;
}

/* "Unterhaus" has the "House" of "House of Lords" as a part, and is another thing. */
static bool is_other_thing(const struct direction *d, const struct hit *english, const struct link *link)
{
    if (link->kind != LINK_PART || !stands_on(&d->german_hits, link->german, english))
        return false;
    for (size_t i = 0; i < d->german_hits.count; i++)
        if (d->german_hits.items[i].token == link->german && same_side(&d->german_hits.items[i], english))
            return false;
    return true;
}

/* The English word has its German in the passage: by Ding, or a word of the same side. */
static bool is_rendered(const struct direction *d, const struct hit *english)
{
    const struct english_word *word = &d->bilingual->words[english->token];

    for (uint32_t i = 0; i < word->link_count; i++) {
        const struct link *link = &d->bilingual->links[word->first_link + i];
        uint32_t best = d->bilingual->german[link->german].best;

        if (link->kind >= LINK_PART && (best == NO_ID || best == english->token) && link->german >= d->german_first &&
            link->german < d->german_end && !is_other_thing(d, english, link))
            return true;
    }
    for (size_t i = 0; i < d->german_hits.count; i++)
        if (same_side(&d->german_hits.items[i], english) && !is_explained(d, &d->german_hits.items[i]))
            return true;
    return false;
}

/* Something besides the words of the opposition that turns the sense round. */
static bool is_turned(const struct direction *d, const struct hit *english, const struct hit *german)
{
    uint32_t left = 0, right = 0;
    size_t count;

    for (uint32_t i = d->english_first; i < d->english_end; i++) {
        if (stands_on(&d->english_hits, i, english))
            continue;
        left += is_english_negation(&d->negations, i);
        if (english_row(d->run, d->english_reversals, i, d->english_end, &count, NULL) != NULL)
            return true;
    }
    for (uint32_t i = d->german_first; i < d->german_end; i++) {
        if (stands_on(&d->german_hits, i, german))
            continue;
        right += is_german_negation(&d->negations, i);
        if (d->run->doc->tokens[i].analysis.particle != NO_ID && text_is(d->run, i, "statt")) /* "fand statt" */
            continue;
        if (german_entry(d->run, d->german_reversals, i))
            return true;
    }
    return left != right;
}

/* ---- order ---- */

/* A noun or name with its German. */
static uint32_t noun_for(const struct direction *d, uint32_t english)
{
    const struct english_word *word = &d->bilingual->words[english];

    if (word->best == NO_ID || word->best < d->german_first || word->best >= d->german_end ||
        word->best_kind < LINK_COGNATE)
        return NO_ID;
    return (d->run->doc->tokens[word->best].flags & TOKEN_CAPITAL) != 0 || word->best_kind >= LINK_NUMBER ? word->best
                                                                                                          : NO_ID;
}

/* Nouns follow each other as in the English. */
static bool keeps_order(const struct direction *d)
{
    uint32_t last = 0;

    for (uint32_t i = d->english_first; i < d->english_end; i++) {
        uint32_t german = noun_for(d, i);

        if (german == NO_ID)
            continue;
        if (german < last)
            return false;
        last = german;
    }
    return true;
}

/* Nouns stand on the same side of the two words. */
static bool keeps_sides(const struct direction *d, const struct hit *english, const struct hit *german)
{
    for (uint32_t i = d->english_first; i < d->english_end; i++) {
        uint32_t noun = noun_for(d, i);

        if (noun != NO_ID && noun != german->token && (i < english->token) != (noun < german->token))
            return false;
    }
    return true;
}

/* "older than", "fell against", "the younger of two": one is compared with the other, and may as well be the other with
 * the one. */
static bool has_than(const struct direction *d)
{
    for (uint32_t i = d->english_first; i < d->english_end; i++)
        if (english_is(d->bilingual, i, SLICE("than")) || english_is(d->bilingual, i, SLICE("against")) ||
            (i > d->english_first + 1 && english_is(d->bilingual, i, SLICE("two")) &&
             (english_is(d->bilingual, i - 1, SLICE("of")) || english_is(d->bilingual, i - 2, SLICE("of")))))
            return true;
    return false;
}

/* The first word behind the German preposition that has an English one; NO_ID: none near by. */
static uint32_t governed_english(const struct direction *d, uint32_t preposition)
{
    for (uint32_t i = preposition + 1; i < d->german_end && i <= preposition + REACH; i++)
        if (d->bilingual->german[i].best != NO_ID && d->bilingual->german[i].best_kind > LINK_FAMILY)
            return d->bilingual->german[i].best;
    return NO_ID;
}

/* A preposition stands before the German for what the English one stands before. */
static bool governs_the_same(const struct direction *d, const struct hit *english, const struct hit *german)
{
    uint32_t governed;

    if (!token_is(&d->run->doc->tokens[german->token], POS_PREPOSITION))
        return true;
    governed = governed_english(d, german->token);
    return governed != NO_ID && governed > english->token && governed <= english->token + REACH;
}

/* "after the recess" – "vor der Pause". */
static bool are_prepositions(const struct direction *d, const struct hit *english, const struct hit *german)
{
    return token_is(&d->run->doc->tokens[german->token], POS_PREPOSITION) &&
           (d->bilingual->words[english->token].flags & ENGLISH_CONTENT) == 0;
}

/* "was beaten by": who is beaten loses, where the German is no passive as well. */
static bool is_passive(const struct direction *d, const struct hit *english)
{
    uint32_t behind = english->token + english->words;

    for (uint32_t i = d->german_first; i < d->german_end; i++)
        if (german_is(d->run, i, SLICE("werden")))
            return false;
    return english->token > d->english_first && behind < d->english_end &&
           english_is(d->bilingual, english->token - 1, SLICE("be")) &&
           slice_is(token_lower(&d->bilingual->english->tokens[behind]), "by");
}

/* The sentence may have been turned round with the word. */
static bool may_be_reversed(const struct direction *d, const struct hit *english, const struct hit *german)
{
    bool relation = d->relations != NULL && list_holds(&d->run->context->lexicon, d->relations, german->opposition);

    if (relation && is_passive(d, english))
        return true;
    if ((!relation && !has_than(d)) || are_prepositions(d, english, german))
        return false; /* they stand before the same noun (governs_the_same) */
    if (!keeps_order(d))
        return true;
    return !token_is(&d->run->doc->tokens[german->token], POS_VERB) && !keeps_sides(d, english, german);
}

/* Words are seldom further from their place in the English than this. */
#define MOST_MOVED 12

/* The German word stands about where the English one does, as far as two word orders allow. */
static bool stands_near(const struct direction *d, const struct hit *english, const struct hit *german)
{
    int64_t from = english->token - d->english_first, length = d->english_end - d->english_first;
    int64_t to = (int64_t)(german->token - d->german_first) * length / (d->german_end - d->german_first);

    return (from > to ? from - to : to - from) <= MOST_MOVED;
}

/* ---- */

/* Nothing of either language stands for the two, a verb or noun: what is left of a sentence that is rendered word by
 * word. */
static bool are_left_over(const struct direction *d, const struct hit *english, const struct hit *german)
{
    const struct token *at = &d->run->doc->tokens[german->token];

    return d->all_but_one && (token_is(at, POS_VERB) || token_is(at, POS_NOUN)) && !is_function_word(at) &&
           (d->bilingual->words[english->token].flags & ENGLISH_CONTENT) != 0 &&
           d->bilingual->words[english->token].link_count == 0 &&
           d->bilingual->german[german->token].linked == LINK_NONE;
}

/* "about ten weeks" – "gut zwei Monate": what is counted may change with the number before it. */
static bool is_counted_anew(const struct direction *d, const struct hit *english, const struct hit *german)
{
    const struct list_record *numbers = named_table(d->bilingual->lexicon, TABLE_NUMBERS_ENGLISH);

    if (english->token == d->english_first || german->token == d->german_first ||
        !token_is_number(&d->run->doc->tokens[german->token - 1]))
        return false;
    if (!slice_starts(lower_at(d->run, german->token - 1), SLICE("ein")) &&
        is_english_determiner(d->bilingual, english->token - 1)) /* "a year and a half" – "18 Monate" */
        return true;
    const struct token *before = &d->bilingual->english->tokens[english->token - 1];

    return (before->kind == TOKEN_NUMBER ||
            set_holds(before->type->lower_listed, table_number(d->bilingual->lexicon, numbers))) &&
           d->bilingual->german[german->token - 1].best != english->token - 1;
}

/* The English word that the German one turns into its opposite; NULL: none. */
static const struct hit *opposite_of(const struct direction *d, const struct hit *german)
{
    for (size_t i = 0; i < d->english_hits.count; i++) {
        const struct hit *english = &d->english_hits.items[i];

        if (same_opposition(english, german) && !english->unsure && !is_rendered(d, english) &&
            (!german->unsure || are_left_over(d, english, german)) && governs_the_same(d, english, german) &&
            !is_counted_anew(d, english, german) && stands_near(d, english, german) && !is_turned(d, english, german) &&
            !may_be_reversed(d, english, german))
            return english;
    }
    return NULL;
}

/* Words that have nothing in the other language, the opposites among them: of more the sentence is told anew, and what
 * looks like an opposite need not answer the word. */
enum { MOST_FREE_ENGLISH = 2, MOST_FREE_GERMAN = 2 };

/* German words that carry sense and have no link. */
static uint32_t count_free_german(const struct direction *d)
{
    uint32_t count = 0;

    for (uint32_t i = d->german_first; i < d->german_end; i++) {
        const struct token *at = &d->run->doc->tokens[i];

        count += at->kind == TOKEN_WORD && !is_light_word(at) && d->bilingual->german[i].linked == LINK_NONE;
    }
    return count;
}

/* A word of which German has few, and sentences many: "über eine Intrige stürzen", "in alle Winde". */
static bool is_small(const struct token *token)
{
    return token_is(token, POS_PREPOSITION) || token_is(token, POS_DETERMINER) || token_is(token, POS_PRONOUN);
}

/* "the second floor" – "der erste Stock": German counts from the one above the ground. */
static bool is_floor(const struct direction *d, const struct hit *german)
{
    const struct token *tokens = d->run->doc->tokens;

    for (uint32_t i = german->token + 1; i < d->german_end && i <= german->token + REACH; i++)
        if (tokens[i].kind == TOKEN_WORD && german_entry(d->run, named_list(d->bilingual->lexicon, LIST_FLOORS), i))
            return true;
    return false;
}

/* Both words are left over of a sentence in which all else answers each other. Numbers, ranks and spans of time have no
 * free renderings; of anything else nearly all of the sentence must be linked. */
static bool is_sure(const struct direction *d, const struct hit *english, const struct hit *german,
                    const struct passage *passage)
{
    const struct lexicon *lexicon = d->bilingual->lexicon;
    const struct list_record *counted = named_list(lexicon, LIST_COUNTED_OPPOSITIONS);
    uint32_t free_german = count_free_german(d);

    if (d->is_free || d->bilingual->words[english->token].link_count > 0 ||
        d->bilingual->german[german->token].linked != LINK_NONE || is_floor(d, german))
        return false;
    if (is_small(&d->run->doc->tokens[german->token]))
        return passage->linked >= passage->content && free_german == 0;
    return (counted != NULL && list_holds(lexicon, counted, german->opposition)) ||
           (d->all_but_one && free_german <= 1);
}

static void mark(const struct direction *d, const struct hit *english, const struct hit *german,
                 const struct passage *passage)
{
    struct issue *issue = report_with_source(d->run, "bilingual/direction", d->run->doc->tokens[german->token].span,
                                             passage_source(d->bilingual, passage));

    if (issue != NULL && !is_sure(d, english, german, passage))
        issue->confidence = UNSURE;
    quote_english(d->run, issue, english_text(d->bilingual, english->token));
}

static void check_passage(struct direction *d, const struct passage *passage)
{
    uint32_t marked = NO_ID;

    passage_english(d->bilingual, passage, &d->english_first, &d->english_end);
    passage_german(d->run->doc, passage, &d->german_first, &d->german_end);
    d->all_but_one = passage->linked + 1 >= passage->content;
    d->is_free = passage->content - passage->linked > MOST_FREE_ENGLISH || count_free_german(d) > MOST_FREE_GERMAN;
    read_english(d);
    if (d->english_hits.count == 0 || d->english_hits.count == MOST_HITS)
        return;
    read_german(d);
    for (size_t i = 0; d->german_hits.count < MOST_HITS && i < d->german_hits.count; i++) {
        const struct hit *german = &d->german_hits.items[i];

        if ((german->unsure && !d->all_but_one) || german->token == marked ||
            renders_side(&d->german_hits, german->token, &d->english_hits, german) || is_explained(d, german) ||
            is_translation_of(d, german))
            continue;
        const struct hit *english = opposite_of(d, german);

        if (english == NULL)
            continue;
        mark(d, english, german, passage);
        marked = german->token;
    }
}

/* A sentence pair, but for the word that has become its opposite. */
static bool is_pair_but_one(const struct passage *passage)
{
    return passage->english_count == 1 && passage->german_count == 1 && passage->linked > 0 &&
           (passage->linked + 1) * 2 >= passage->content;
}

void check_direction(const struct check_run *run)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct direction d = {
        .run = run,
        .bilingual = run->doc->bilingual,
        .negations = negations_of(run),
        .english = named_table(lexicon, TABLE_OPPOSITES_ENGLISH),
        .german = named_table(lexicon, TABLE_OPPOSITES_GERMAN),
        .relations = named_list(lexicon, LIST_REVERSIBLE_OPPOSITIONS),
        .english_reversals = named_table(lexicon, TABLE_REVERSALS_ENGLISH),
        .german_reversals = named_list(lexicon, LIST_REVERSALS_GERMAN),
    };

    for (size_t i = 0; d.bilingual->is_english && i < d.bilingual->passage_count; i++) {
        const struct passage *passage = &d.bilingual->passages[i];

        if (is_pair_but_one(passage))
            check_passage(&d, passage);
    }
}
