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
    uint32_t free_english, free_german; /* words of sense that have nothing in the other language */
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

/* The English word on a side has the German one as its translation all the same; of several words ("New Year's Eve")
 * one may. */
static bool is_translation_of(const struct direction *d, const struct hit *german)
{
    for (size_t i = 0; i < d->english_hits.count; i++)
        if (same_opposition(&d->english_hits.items[i], german) && d->english_hits.items[i].words == 1 &&
            link_between(d->bilingual, d->english_hits.items[i].token, german->token) >= LINK_DICTIONARY)
            return true;
    return false;
}

/* "Unterhaus" has the "House" of "House of Lords" as a part, and is another thing. */
static bool is_other_thing(const struct direction *d, const struct hit *english, const struct link *link)
{
    if ((link->kind != LINK_PART && english->words == 1) || !stands_on(&d->german_hits, link->german, english))
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

/* What turns the sense round has its translation in the other language, and does so there too: "fails" – "ausfällt". */
static bool has_own_german(const struct direction *d, uint32_t english)
{
    return d->bilingual->words[english].best != NO_ID && d->bilingual->words[english].best_kind >= LINK_DICTIONARY;
}

static bool has_own_english(const struct direction *d, uint32_t german)
{
    return d->bilingual->german[german].best != NO_ID && d->bilingual->german[german].best_kind >= LINK_DICTIONARY;
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
        if (english_row(d->run, d->english_reversals, i, d->english_end, &count, NULL) != NULL && !has_own_german(d, i))
            return true;
    }
    for (uint32_t i = d->german_first; i < d->german_end; i++) {
        if (stands_on(&d->german_hits, i, german))
            continue;
        right += is_german_negation(&d->negations, i);
        if (d->run->doc->tokens[i].analysis.particle != NO_ID && text_is(d->run, i, "statt")) /* "fand statt" */
            continue;
        if (german_entry(d->run, d->german_reversals, i) && !has_own_english(d, i))
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

/* "than" of "less than 3,000 euros": nothing can be turned round. */
static bool is_before_number(const struct direction *d, uint32_t english)
{
    return english + 1 < d->english_end && d->bilingual->english->tokens[english + 1].kind == TOKEN_NUMBER;
}

/* "older than", "fell against", "the younger of two": one is compared with the other, and may as well be the other with
 * the one. */
static bool has_than(const struct direction *d)
{
    for (uint32_t i = d->english_first; i < d->english_end; i++)
        if ((english_is(d->bilingual, i, SLICE("than")) && !is_before_number(d, i)) ||
            english_is(d->bilingual, i, SLICE("against")) ||
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

/* So few words without a link are the two themselves, wherever they stand. */
#define MOST_LEFT 2

/* The German word stands about where the English one does, as far as two word orders allow. */
static bool stands_near(const struct direction *d, const struct hit *english, const struct hit *german)
{
    int64_t from = english->token - d->english_first, length = d->english_end - d->english_first;
    int64_t to = (int64_t)(german->token - d->german_first) * length / (d->german_end - d->german_first);

    return (from > to ? from - to : to - from) <= MOST_MOVED ||
           (d->free_english + d->free_german <= MOST_LEFT &&
            !token_is(&d->run->doc->tokens[german->token], POS_ADVERB));
}

/* ---- */

/* "Rindfleischexporte" for "beef imports": all that stands for the compound is the word before the English one. */
static bool is_compound_of_both(const struct direction *d, const struct hit *english, const struct hit *german)
{
    bool before = false;

    if (d->run->doc->tokens[german->token].analysis.part_count < 2 || english->token == d->english_first)
        return false;
    for (uint32_t i = d->english_first; i < d->english_end; i++)
        if (link_between(d->bilingual, i, german->token) > LINK_AKIN) {
            if (i + 1 != english->token)
                return false;
            before = true;
        }
    return before && link_between(d->bilingual, english->token - 1, german->token) == LINK_PART;
}

/* Nothing of either language stands for the two, a verb or noun: what is left of a sentence that is rendered word by
 * word. */
static bool are_left_over(const struct direction *d, const struct hit *english, const struct hit *german)
{
    const struct token *at = &d->run->doc->tokens[german->token];

    if (is_compound_of_both(d, english, german))
        return d->bilingual->words[english->token].link_count == 0;
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

/* Numbers, ranks and spans of time: nothing turns them round. */
static bool is_counted(const struct direction *d, const struct hit *hit)
{
    const struct list_record *counted = named_list(d->bilingual->lexicon, LIST_COUNTED_OPPOSITIONS);

    return counted != NULL && list_holds(d->bilingual->lexicon, counted, hit->opposition);
}

/* The English word that the German one turns into its opposite; NULL: none. */
static const struct hit *opposite_of(const struct direction *d, const struct hit *german)
{
    for (size_t i = 0; i < d->english_hits.count; i++) {
        const struct hit *english = &d->english_hits.items[i];

        if (same_opposition(english, german) && !english->unsure && !is_rendered(d, english) &&
            (!german->unsure || are_left_over(d, english, german)) && governs_the_same(d, english, german) &&
            !is_counted_anew(d, english, german) && stands_near(d, english, german) &&
            (is_counted(d, german) || (!is_turned(d, english, german) && !may_be_reversed(d, english, german))))
            return english;
    }
    return NULL;
}

/* Words that have nothing in the other language, the opposites among them: of more the sentence is told anew, and what
 * looks like an opposite need not answer the word. */
enum { MOST_FREE_ENGLISH = 2, MOST_FREE_GERMAN = 2, MOST_FREE = 3 };

/* "Jahre alte" behind a number, for which English needs no word: "the conductor, 81". */
static bool tells_age(const struct direction *d, uint32_t token)
{
    const struct check_run *run = d->run;

    return (token > d->german_first && german_is(run, token, SLICE("Jahr")) &&
            token_is_number(&run->doc->tokens[token - 1])) ||
           (token > d->german_first + 1 && german_is(run, token, SLICE("alt")) &&
            token_is_number(&run->doc->tokens[token - 2]));
}

/* German words that carry sense and have no link. */
static uint32_t count_free_german(const struct direction *d)
{
    const struct list_record *light = named_list(d->bilingual->lexicon, LIST_LIGHT_GERMAN);
    uint32_t count = 0;

    for (uint32_t i = d->german_first; i < d->german_end; i++) {
        const struct token *at = &d->run->doc->tokens[i];

        count += at->kind == TOKEN_WORD && !is_light_word(at) && d->bilingual->german[i].linked == LINK_NONE &&
                 !tells_age(d, i) && !german_entry(d->run, light, i);
    }
    return count;
}

/* The word has a link that is more than a guess among what is left over. */
static bool has_sure_link(const struct direction *d, uint32_t english)
{
    const struct english_word *word = &d->bilingual->words[english];

    for (uint32_t i = 0; i < word->link_count; i++)
        if (d->bilingual->links[word->first_link + i].kind > LINK_AKIN)
            return true;
    return false;
}

/* The only German for the word is one that stands on a side: a guess that comes of its having none. */
static bool is_guessed(const struct direction *d, uint32_t english)
{
    uint32_t best = d->bilingual->words[english].best;

    for (size_t i = 0; best != NO_ID && i < d->german_hits.count; i++)
        if (d->german_hits.items[i].token == best)
            return true;
    return false;
}

/* English words that carry sense and have no link; "announced", "tests show" are told by anything. */
static uint32_t count_free_english(const struct direction *d)
{
    uint32_t count = 0;

    for (uint32_t i = d->english_first; i < d->english_end; i++)
        count += (d->bilingual->words[i].flags & ENGLISH_CONTENT) != 0 && !has_sure_link(d, i) &&
                 (d->bilingual->words[i].link_count == 0 || is_guessed(d, i)) &&
                 (d->bilingual->english->tokens[i].flags & TOKEN_DIGIT) == 0 &&
                 !english_in_list(d->bilingual, i, named_list(d->bilingual->lexicon, LIST_ENGLISH_REPORTING_VERBS));
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

/* An English word outside the one on a side is sure to stand for the German one. */
static bool has_other_original(const struct direction *d, const struct hit *english, const struct hit *german)
{
    for (uint32_t i = d->english_first; i < d->english_end; i++) {
        enum link_kind kind = link_between(d->bilingual, i, german->token);

        if ((i < english->token || i >= english->token + english->words) && kind > LINK_AKIN &&
            !(kind == LINK_PART && is_counted(d, german))) /* "second" in "Hundertstelsekunden" */
            return true;
    }
    return false;
}

/* "less than 3,000" – "mehr als 3000" */
static bool is_of_same_number(const struct direction *d, const struct hit *english, const struct hit *german)
{
    uint32_t number = english->token + english->words, than = german->token + 1;

    return number < d->english_end && d->bilingual->english->tokens[number].kind == TOKEN_NUMBER &&
           than + 1 < d->german_end && text_is(d->run, than, "als") && d->bilingual->words[number].best == than + 1;
}

/* Both words are left over of a sentence in which nearly all else answers each other. Numbers, ranks and spans of time
 * have no free renderings; of small words, which sentences have many of, all else must be linked. */
static bool is_sure(const struct direction *d, const struct hit *english, const struct hit *german)
{
    uint32_t own = (d->bilingual->words[english->token].flags & ENGLISH_CONTENT) != 0;

    if (is_of_same_number(d, english, german))
        return true;
    if (d->is_free || (has_sure_link(d, english->token) && english->words == 1) || is_floor(d, german) ||
        (has_other_original(d, english, german) && !is_compound_of_both(d, english, german)))
        return false;
    if (is_small(&d->run->doc->tokens[german->token]))
        return d->free_english + d->free_german <= own;
    return d->free_english + d->free_german <= MOST_FREE || is_counted(d, german);
}

/* The word, with its separated prefix: "nahm die Medaille an". */
static struct span place_of(const struct direction *d, uint32_t german)
{
    uint32_t prefix = d->run->doc->tokens[german].analysis.particle;

    if (prefix == NO_ID || prefix >= d->german_end || prefix < d->german_first)
        return d->run->doc->tokens[german].span;
    return tokens_span(d->run, prefix < german ? prefix : german, prefix < german ? german : prefix);
}

static void mark(const struct direction *d, const struct hit *english, const struct hit *german,
                 const struct passage *passage)
{
    struct issue *issue = report_with_source(d->run, "bilingual/direction", place_of(d, german->token),
                                             passage_source(d->bilingual, passage));

    if (issue != NULL && !is_sure(d, english, german))
        issue->confidence = UNSURE;
    quote_english(d->run, issue, english_text(d->bilingual, english->token));
}

static void check_passage(struct direction *d, const struct passage *passage)
{
    uint32_t marked = NO_ID;

    passage_english(d->bilingual, passage, &d->english_first, &d->english_end);
    passage_german(d->run->doc, passage, &d->german_first, &d->german_end);
    read_english(d);
    if (d->english_hits.count == 0 || d->english_hits.count == MOST_HITS)
        return;
    read_german(d);
    d->free_english = count_free_english(d);
    d->free_german = count_free_german(d);
    d->all_but_one = d->free_english <= 1;
    d->is_free = d->free_english > MOST_FREE_ENGLISH || d->free_german > MOST_FREE_GERMAN;
    for (size_t i = 0; d->german_hits.count < MOST_HITS && i < d->german_hits.count; i++) {
        const struct hit *german = &d->german_hits.items[i];

        if ((german->unsure && d->is_free) || german->token == marked ||
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
