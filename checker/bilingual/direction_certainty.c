/* How sure it is that a German word is the opposite of an English one: what else of the sentences has nothing in the
 * other language. */
#include "bilingual/direction.h"

#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* From a preposition to the word that it governs. */
#define REACH 4

/* "Rindfleischexporte" for "beef imports": all that stands for the compound is the word before the English one. */
bool is_compound_of_both(const struct direction *d, const struct hit *english, const struct hit *german)
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

/* Numbers, ranks and spans of time: nothing turns them round. */
bool is_counted(const struct direction *d, const struct hit *hit)
{
    const struct list_record *counted = named_list(d->bilingual->lexicon, LIST_COUNTED_OPPOSITIONS);

    return counted != NULL && list_holds(d->bilingual->lexicon, counted, hit->opposition);
}

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
uint32_t count_free_german(const struct direction *d)
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
static bool has_own_link(const struct direction *d, uint32_t english)
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
uint32_t count_free_english(const struct direction *d)
{
    uint32_t count = 0;

    for (uint32_t i = d->english_first; i < d->english_end; i++)
        count += (d->bilingual->words[i].flags & ENGLISH_CONTENT) != 0 && !has_own_link(d, i) &&
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

/* The English word has German of its own besides the opposite: what Ding's phrases have for it ("ignored" – "nicht
 * beachtet") may be the opposite itself, and a guess may render another word. */
static bool has_own_rendering(const struct direction *d, uint32_t english, uint32_t opposite)
{
    const struct english_word *word = &d->bilingual->words[english];

    for (uint32_t i = 0; i < word->link_count; i++) {
        const struct link *link = &d->bilingual->links[word->first_link + i];
        uint32_t other = d->bilingual->german[link->german].best;

        if (link->kind >= LINK_PART ||
            (link->kind > LINK_AKIN && link->german != opposite && (other == NO_ID || other == english)))
            return true;
    }
    return false;
}

/* Both words are left over of a sentence in which nearly all else answers each other. Numbers, ranks and spans of time
 * have no free renderings; of small words, which sentences have many of, all else must be linked. */
bool is_sure_opposite(const struct direction *d, const struct hit *english, const struct hit *german)
{
    uint32_t own = (d->bilingual->words[english->token].flags & ENGLISH_CONTENT) != 0;

    if (is_of_same_number(d, english, german))
        return true;
    if (d->is_free || (english->words == 1 && has_own_rendering(d, english->token, german->token)) ||
        is_floor(d, german) || (has_other_original(d, english, german) && !is_compound_of_both(d, english, german)))
        return false;
    if (is_small(&d->run->doc->tokens[german->token]))
        return d->free_english + d->free_german <= own;
    return d->free_english + d->free_german <= MOST_FREE || is_counted(d, german);
}
