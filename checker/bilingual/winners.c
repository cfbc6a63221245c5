/* Marks the loser told of as the winner: "Harlow beat Perkins" – "Perkins setzte sich gegen Harlow durch". Only between
 * two names, of which the English winner stands right behind "gegen" in a German sentence of winning. */
#include "bilingual/wording.h"
#include "checks/places.h"

/* Words from "gegen" to the name, and from a verb to the names around it. */
#define REACH 3

struct contest {
    const struct check_run *run;
    const struct bilingual *bilingual;
    uint32_t english_first, english_end, german_first, german_end;
};

/* The German for an English name; NO_ID: it is none. */
static uint32_t german_name(const struct contest *c, uint32_t english)
{
    const struct english_word *word = &c->bilingual->words[english];

    return word->best != NO_ID && word->best_kind >= LINK_COGNATE && word->best >= c->german_first &&
                   word->best < c->german_end && is_capitalised(&c->run->doc->tokens[word->best])
               ? word->best
               : NO_ID;
}

/* The nearest name before the verb, or behind it; NO_ID: none near by. */
static uint32_t name_before(const struct contest *c, uint32_t verb)
{
    for (uint32_t i = verb; i > c->english_first && i + REACH > verb; i--)
        if (german_name(c, i - 1) != NO_ID)
            return german_name(c, i - 1);
    return NO_ID;
}

static uint32_t name_behind(const struct contest *c, uint32_t verb)
{
    for (uint32_t i = verb + 1; i < c->english_end && i < verb + 1 + REACH; i++)
        if (german_name(c, i) != NO_ID)
            return german_name(c, i);
    return NO_ID;
}

static bool has_listed(const struct contest *c, enum named_list list)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++)
        if (c->run->doc->tokens[i].kind == TOKEN_WORD &&
            german_entry(c->run, named_list(c->bilingual->lexicon, list), i))
            return true;
    return false;
}

/* "gegen" close before the name; NO_ID: it is not. */
static uint32_t against(const struct contest *c, uint32_t name)
{
    for (uint32_t i = name; i > c->german_first && i + REACH > name; i--)
        if (text_is(c->run, i - 1, "gegen"))
            return i - 1;
    return NO_ID;
}

/* "was beaten by": the other way round. */
static bool is_passive(const struct contest *c, uint32_t verb)
{
    return (verb > c->english_first && english_is(c->bilingual, verb - 1, SLICE("be"))) ||
           (verb + 1 < c->english_end && slice_is(lower_english(c->bilingual, verb + 1), "by"));
}

static void compare(const struct contest *c, const struct passage *passage)
{
    const struct list_record *winning = named_list(c->bilingual->lexicon, LIST_ENGLISH_WINNING);

    for (uint32_t i = c->english_first + 1; i + 1 < c->english_end; i++) {
        if (!english_in_list(c->bilingual, i, winning) || english_is(c->bilingual, i, SLICE("win")) || is_passive(c, i))
            continue;
        uint32_t winner = name_before(c, i), loser = name_behind(c, i);
        uint32_t from = winner == NO_ID ? NO_ID : against(c, winner);

        if (loser != NO_ID && from != NO_ID && against(c, loser) == NO_ID && has_listed(c, LIST_WINNING) &&
            !has_listed(c, LIST_DEFEATS))
            report_with_source(c->run, "bilingual/roles",
                               tokens_span(c->run, loser < from ? loser : from, loser > winner ? loser : winner),
                               passage_source(c->bilingual, passage));
        return;
    }
}

void check_winners(const struct check_run *run)
{
    struct contest c = { .run = run, .bilingual = run->doc->bilingual };

    for (size_t i = 0; c.bilingual->is_english && i < c.bilingual->passage_count; i++) {
        const struct passage *passage = &c.bilingual->passages[i];

        if (!is_sentence_pair(passage))
            continue;
        passage_english(c.bilingual, passage, &c.english_first, &c.english_end);
        passage_german(run->doc, passage, &c.german_first, &c.german_end);
        compare(&c, passage);
    }
}
