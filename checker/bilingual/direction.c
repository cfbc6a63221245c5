/* Marks the opposite of what the English says, or another thing of the same kind: "rise" – "sinken", "north" – "Süden",
 * "striker" – "Torwart", "arson" – "Betrug".
 *
 * dictionaries/bilingual/opposites-*.tsv name oppositions and the words that stand on their sides. A German word is
 * marked when no English word of the passage stands on its side, an English one on another side of the same opposition
 * has nothing in the German, and nothing else explains the word. Where a sentence may be turned round ("older than" –
 * "jünger als", "before" – "nachdem"), its nouns must come in the same order. */
#include "bilingual/direction.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* From a preposition to the word that it governs. */
#define REACH 4

/* ---- what else may explain them ---- */

static bool is_same_clause(const struct direction *d, uint32_t a, uint32_t b)
{
    return d->run->doc->tokens[a].clause == d->run->doc->tokens[b].clause;
}

/* The noun, or a compound with it as the head. */
static bool has_head(const struct direction *d, uint32_t german, struct slice noun)
{
    const struct token *token = &d->run->doc->tokens[german];
    uint32_t count = token->analysis.part_count;
    uint32_t head = count > 1 ? token_parts(d->run->doc, token)[count - 1].lemma : NO_ID;

    return german_is(d->run, german, noun) ||
           (head != NO_ID && slice_equal(lemma_text(d->bilingual->lexicon, head), noun));
}

/* An English word that has nothing to do with the opposition has the German one as its translation: "morgen" for
 * "tomorrow", not for "morning". */
static bool is_explained(const struct direction *d, const struct hit *german)
{
    for (uint32_t i = d->english_first; i < d->english_end; i++)
        if (link_between(d->bilingual, i, german->token) >= LINK_DICTIONARY && !stands_on(&d->english_hits, i, german))
            return true;
    return false;
}

/* "das Verfahren einstellen": a noun of the clause makes the word another one (opposites-company.tsv). */
static bool is_another_word(const struct direction *d, const struct hit *german)
{
    const struct list_record *table = named_table(d->bilingual->lexicon, TABLE_OPPOSITES_COMPANY);
    struct slice keys[MOST_GERMAN_KEYS];
    size_t key_count = german_may_be(d->run, german->token, table) ? german_keys(d->run, german->token, keys) : 0,
           count;

    for (size_t k = 0; k < key_count; k++) {
        const struct pair_record *row = pairs_of(d->bilingual->lexicon, table, keys[k], &count);

        for (uint32_t i = d->german_first; row != NULL && i < d->german_end; i++)
            for (size_t j = 0; j < count && token_is(&d->run->doc->tokens[i], POS_NOUN); j++)
                if (is_same_clause(d, i, german->token) &&
                    has_head(d, i, lexicon_text(d->bilingual->lexicon, row[j].value)))
                    return true;
    }
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

/* "closes at midnight" – "bis Mitternacht geöffnet": the state that lasts until it ends. */
static bool lasts_until(const struct direction *d, const struct hit *german)
{
    const struct list_record *lasting = named_list(d->bilingual->lexicon, LIST_LASTING_OPPOSITIONS);

    if (lasting == NULL || !list_holds(d->bilingual->lexicon, lasting, german->opposition))
        return false;
    for (uint32_t i = d->english_first; i < d->english_end; i++)
        if (slice_is(lower_english(d->bilingual, i), "until") || slice_is(lower_english(d->bilingual, i), "till"))
            return false;
    for (uint32_t i = d->german_first; i < d->german_end; i++)
        if (text_is(d->run, i, "bis"))
            return true;
    return false;
}

/* Something besides the words of the opposition that turns the sense round. */
static bool is_turned(const struct direction *d, const struct hit *english, const struct hit *german)
{
    uint32_t left = 0, right = 0;
    size_t count;

    if (lasts_until(d, german))
        return true;
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

/* A noun or name with its German, no day of the week: that stands anywhere. */
static uint32_t noun_for(const struct direction *d, uint32_t english)
{
    const struct english_word *word = &d->bilingual->words[english];

    if (word->best == NO_ID || in_list(d->run, LIST_WEEKDAYS, word->best) || word->best < d->german_first ||
        word->best >= d->german_end || word->best_kind < LINK_COGNATE)
        return NO_ID;
    return (d->run->doc->tokens[word->best].flags & TOKEN_CAPITAL) != 0 || word->best_kind >= LINK_NUMBER ? word->best
                                                                                                          : NO_ID;
}

bool keeps_order(const struct direction *d)
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
           slice_is(lower_english(d->bilingual, behind), "by");
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

/* Nothing of either language stands for the two, a verb or noun: what is left of a sentence that is rendered word by
 * word. */
static bool are_left_over(const struct direction *d, const struct hit *english, const struct hit *german)
{
    const struct token *at = &d->run->doc->tokens[german->token];

    if (is_compound_of_both(d, english, german))
        return d->bilingual->words[english->token].best == NO_ID;
    return d->all_but_one && (token_is(at, POS_VERB) || token_is(at, POS_NOUN)) && !is_function_word(at) &&
           (d->bilingual->words[english->token].flags & ENGLISH_CONTENT) != 0 &&
           d->bilingual->words[english->token].link_count == 0 &&
           d->bilingual->german[german->token].linked == LINK_NONE;
}

/* "about ten weeks" – "gut zwei Monate": what is counted may change with the number before it. */
static bool is_counted_anew(const struct direction *d, const struct hit *english, const struct hit *german)
{
    const struct list_record *numbers = named_table(d->bilingual->lexicon, TABLE_NUMBERS_ENGLISH);
    const struct token *at = &d->run->doc->tokens[german->token];

    if ((at->flags & (TOKEN_DIGIT | TOKEN_HYPHEN)) == (TOKEN_DIGIT | TOKEN_HYPHEN) ||
        slice_starts(lower_at(d->run, german->token), SLICE("vierzehn"))) /* "every two weeks" – "14-täglich" */
        return true;
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
            !is_counted_anew(d, english, german) && stands_near(d, english, german) &&
            (is_counted(d, german) || (!is_turned(d, english, german) && !may_be_reversed(d, english, german))))
            return english;
    }
    return NULL;
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

    if (issue != NULL && !is_sure_opposite(d, english, german))
        issue->confidence = UNSURE;
    quote_english(d->run, issue, english_text(d->bilingual, english->token));
}

static void check_passage(struct direction *d, const struct passage *passage)
{
    uint32_t marked = NO_ID;

    passage_english(d->bilingual, passage, &d->english_first, &d->english_end);
    passage_german(d->run->doc, passage, &d->german_first, &d->german_end);
    read_english_hits(d);
    if (d->english_hits.count == 0 || d->english_hits.count == MOST_HITS)
        return;
    read_german_hits(d);
    if (check_degrees(d, passage))
        return;
    d->free_english = count_free_english(d);
    d->free_german = count_free_german(d);
    d->all_but_one = d->free_english <= 1;
    d->is_free = d->free_english > MOST_FREE_ENGLISH || d->free_german > MOST_FREE_GERMAN;
    for (size_t i = 0; d->german_hits.count < MOST_HITS && i < d->german_hits.count; i++) {
        const struct hit *german = &d->german_hits.items[i];

        if ((german->unsure && d->is_free) || german->token == marked ||
            renders_side(&d->german_hits, german->token, &d->english_hits, german) || is_explained(d, german) ||
            is_translation_of(d, german) || is_another_word(d, german))
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
