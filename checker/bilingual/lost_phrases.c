/* Marks a sentence that has lost a phrase of place, time or company: "to Poland", "near the village of Aldbourne", "for
 * months", "including Iran".
 *
 * A translator may leave out what is known, or say it with a small word, so the phrase must hold a name, a number or a
 * time; the rest of both sentences must answer word for word, and the German be as much shorter. */
#include "bilingual/word_comparison.h"

#include "bilingual/quantities.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* Words of sense of a phrase; of more, gaps.c asks. */
#define MOST_WORDS 3

/* Words of sense besides that must have their German: of fewer, all may be linked by chance. */
#define LEAST_LINKED 3

/* German is so much longer (see alignment.c); of what a phrase takes, so much must be missing. */
#define GERMAN_PER_ENGLISH 1.12
#define MISSING 0.25

struct phrase {
    uint32_t first, last; /* tokens, from its preposition to its last word of sense */
    uint32_t words;       /* of sense */
};

static bool is_unanswered(const struct word_comparison *c, uint32_t english)
{
    return is_english_content(c, english) && c->bilingual->words[english].link_count == 0 &&
           (c->bilingual->english->tokens[english].flags & TOKEN_ABBREVIATION) == 0 &&
           !may_hide_in_compound(c->run, english);
}

/* What may stand between a preposition and its noun, or between two nouns: "the", "of", "his", "by". */
static bool joins_phrase(const struct word_comparison *c, uint32_t english)
{
    struct slice word = lower_english(c->bilingual, english);

    return is_english_determiner(c->bilingual, english) || slice_is(word, "of") || slice_is(word, "by");
}

/* The phrase that begins with the preposition; false: its words have German, or more belongs to it. */
static bool read_phrase(const struct word_comparison *c, uint32_t english, struct phrase *out)
{
    const struct token *tokens = c->bilingual->english->tokens;
    uint32_t i = english + 1;

    *out = (struct phrase){ .first = english, .last = english, .words = is_english_content(c, english) };
    if (!lower_in_list(c->bilingual->lexicon, LIST_ENGLISH_PHRASE_OPENERS, &tokens[english]) ||
        c->bilingual->words[english].link_count > 0)
        return false;
    for (; i < c->english_end && (joins_phrase(c, i) || is_unanswered(c, i)); i++)
        if (is_english_content(c, i)) {
            out->last = i;
            out->words++;
        }
    return out->last > english && out->words <= MOST_WORDS && i == out->last + 1 &&
           (i == c->english_end || !is_english_content(c, i));
}

/* A name, a figure, or a span of time, or what stands against the rest ("despite protests"): what no small word stands
 * for. */
static bool is_telling(const struct word_comparison *c, const struct phrase *phrase)
{
    const struct numerals numerals = numerals_of(c->bilingual->lexicon, false);
    size_t count;

    if (slice_is(lower_english(c->bilingual, phrase->first), "despite"))
        return true;
    for (uint32_t i = phrase->first + 1; i <= phrase->last; i++)
        if ((c->bilingual->english->tokens[i].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) != 0 ||
            (is_english_content(c, i) &&
             measures_of(&numerals, c->run->issues->arena, lower_english(c->bilingual, i), &count) != NULL))
            return true;
    return false;
}

/* "dort", "damals", "abends": an adverb that no English word accounts for may say as much, and so may a part of a word
 * with hyphens. */
static bool may_say_it(const struct word_comparison *c)
{
    for (uint32_t i = c->german_first; i < c->german_end; i++) {
        const struct token *token = &c->run->doc->tokens[i];

        if (token_is(token, POS_ADVERB) && !token_is(token, POS_PREPOSITION) && !token_is(token, POS_PREFIX) &&
            !token_is(token, POS_CONJUNCTION) && !is_german_linked(c, i))
            return true;
        if ((token->flags & TOKEN_HYPHEN) != 0)
            return true;
    }
    return false;
}

static double length_of(const struct document *doc, uint32_t first, uint32_t end)
{
    return doc->tokens[end - 1].span.end - doc->tokens[first].span.start;
}

static bool is_shorter(const struct word_comparison *c, const struct phrase *phrase)
{
    double english = length_of(c->bilingual->english, c->english_first, c->english_end);
    double german = length_of(c->run->doc, c->german_first, c->german_end);

    return english * GERMAN_PER_ENGLISH - german >=
           MISSING * length_of(c->bilingual->english, phrase->first, phrase->last + 1);
}

/* The German for the nearest word before the phrase, else behind it; NO_ID: none. */
static uint32_t german_beside(const struct word_comparison *c, const struct phrase *phrase)
{
    for (uint32_t i = phrase->first; i > c->english_first; i--)
        if (c->bilingual->words[i - 1].best != NO_ID)
            return c->bilingual->words[i - 1].best;
    for (uint32_t i = phrase->last + 1; i < c->english_end; i++)
        if (c->bilingual->words[i].best != NO_ID)
            return c->bilingual->words[i].best;
    return NO_ID;
}

/* Prepositions that carry sense and have no link, outside the phrase: "outside a bank" – "vor einer Bank". */
static uint32_t count_openers(const struct word_comparison *c, const struct phrase *phrase)
{
    uint32_t count = 0;

    for (uint32_t i = c->english_first; i < c->english_end; i++)
        count += (i < phrase->first || i > phrase->last) && is_unanswered(c, i) &&
                 lower_in_list(c->bilingual->lexicon, LIST_ENGLISH_PHRASE_OPENERS, &c->bilingual->english->tokens[i]);
    return count;
}

void check_lost_phrases(const struct word_comparison *c, uint32_t unanswered)
{
    struct phrase phrase;

    if (unanswered == 0 || unanswered > MOST_WORDS || c->passage->linked < LEAST_LINKED || may_say_it(c))
        return;
    for (uint32_t i = c->english_first; i < c->english_end; i++) {
        if (!read_phrase(c, i, &phrase))
            continue;
        uint32_t german = german_beside(c, &phrase);

        if (phrase.words + count_openers(c, &phrase) == unanswered && german != NO_ID && is_telling(c, &phrase) &&
            is_shorter(c, &phrase))
            mark_word(c, "bilingual/omission", german, english_between(c->bilingual, phrase.first, phrase.last));
        return;
    }
}
