/* Marks superlatives that say more than the English: "the third-largest city" – "die größte Stadt", "one of the oldest
 * universities" – "die älteste Universität"; and a number before a noun that is one in the English: "a man" – "drei
 * Männer". Nothing is marked where any word of the German could carry what is missing. */
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

enum { BEFORE_SUPERLATIVE = 4 /* tokens from "one of" to its superlative */ };

struct ranks {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    uint32_t english, english_end, german, german_end;
};

static const char *const english_ordinals[] = { "second",  "third",  "fourth", "fifth", "sixth",
                                                "seventh", "eighth", "ninth",  "tenth" };
static const char *const german_ordinals[] = { "zweit", "dritt", "viert", "fünft", "sechst",
                                               "siebt", "acht",  "neunt", "zehnt" };

static struct slice english_lower(const struct ranks *r, uint32_t token)
{
    return token < r->english_end ? token_lower(&r->bilingual->english->tokens[token]) : (struct slice){ 0 };
}

/* ---- ordinals before superlatives ---- */

static bool is_english_superlative(struct slice word)
{
    return (word.len > 5 && slice_ends(word, SLICE("est"))) || slice_equal(word, SLICE("most")) ||
           slice_equal(word, SLICE("best")) || slice_equal(word, SLICE("worst"));
}

/* "third-largest", "third largest", "second-most"; returns the index of the ordinal, or -1. */
static int ordinal_at(const struct ranks *r, uint32_t token)
{
    struct slice word = english_lower(r, token);

    for (size_t i = 0; i < sizeof english_ordinals / sizeof *english_ordinals; i++) {
        struct slice ordinal = slice_of(english_ordinals[i]);

        if (!slice_starts(word, ordinal))
            continue;
        struct slice rest = slice_from(word, ordinal.len);

        if ((rest.len == 0 && is_english_superlative(english_lower(r, token + 1))) ||
            (slice_starts(rest, SLICE("-")) && is_english_superlative(slice_from(rest, 1))))
            return (int)i;
    }
    return -1;
}

/* "drittgrößte", "auf Platz 3": any word or number that could say which. */
static bool says_rank(const struct ranks *r)
{
    for (uint32_t i = r->german; i < r->german_end; i++) {
        struct slice word = lower_at(r->run, i);

        for (size_t j = 0; j < sizeof german_ordinals / sizeof *german_ordinals; j++)
            if (slice_starts(word, slice_of(german_ordinals[j])))
                return true;
        if (slice_starts(word, SLICE("vize")) || slice_equal(word, SLICE("platz")) ||
            slice_equal(word, SLICE("nummer")))
            return true;
    }
    return false;
}

/* "Germany's second-largest city" – "nach Berlin die größte Stadt". */
static bool says_after_what(const struct ranks *r)
{
    bool after = false;

    for (uint32_t i = r->english; i < r->english_end; i++)
        after = after || slice_equal(english_lower(r, i), SLICE("after")) ||
                slice_equal(english_lower(r, i), SLICE("behind"));
    for (uint32_t i = r->german; !after && i < r->german_end; i++)
        if (slice_equal(lower_at(r->run, i), SLICE("nach")) || slice_equal(lower_at(r->run, i), SLICE("hinter")))
            return true;
    return false;
}

/* ---- superlatives of the German ---- */

static bool is_superlative(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_ADJECTIVE &&
            (token->analysis.readings[i].features & DEGREE_SUPERLATIVE) != 0)
            return true;
    return false;
}

/* The only one of the passage; NO_ID: none, or several. */
static uint32_t only_superlative(const struct ranks *r)
{
    uint32_t found = NO_ID;

    for (uint32_t i = r->german; i < r->german_end; i++) {
        if (!is_superlative(token_at(r->run, i)))
            continue;
        if (found != NO_ID)
            return NO_ID;
        found = i;
    }
    return found;
}

static void mark(const struct ranks *r, const char *rule, uint32_t first, uint32_t last, struct slice english)
{
    struct issue *issue =
        report_with_source(r->run, rule, tokens_span(r->run, first, last), passage_source(r->bilingual, r->passage));

    quote_english(r->run, issue, english);
}

static void check_ordinals(const struct ranks *r)
{
    for (uint32_t i = r->english; i < r->english_end; i++) {
        if (ordinal_at(r, i) < 0)
            continue;
        uint32_t german = says_rank(r) || says_after_what(r) ? NO_ID : only_superlative(r);

        if (german != NO_ID)
            mark(r, "bilingual/direction", german, german, english_text(r->bilingual, i));
        return;
    }
}

/* ---- "one of the …est" ---- */

/* "one of the oldest", "one of Europe's oldest": the token of the superlative; NO_ID: none. */
static uint32_t one_of_best(const struct ranks *r, uint32_t token)
{
    if (!slice_equal(english_lower(r, token), SLICE("one")) || !slice_equal(english_lower(r, token + 1), SLICE("of")))
        return NO_ID;
    for (uint32_t i = token + 2; i < r->english_end && i < token + 2 + BEFORE_SUPERLATIVE; i++)
        if (is_english_superlative(english_lower(r, i)))
            return i;
    return NO_ID;
}

/* "eine der ältesten", "zählt zu den ältesten", "mit am ältesten", "die wohl älteste": it is said that there are more.
 */
static bool says_one_of(const struct ranks *r)
{
    static const char *const words[] = { "zu", "zum", "zur", "unter", "mit", "wohl", "vielleicht", "zählt", "gehört" };

    for (uint32_t i = r->german; i < r->german_end; i++) {
        struct slice word = lower_at(r->run, i);

        if (slice_starts(word, SLICE("ein")) || slice_starts(word, SLICE("mit")))
            return true;
        for (size_t j = 0; j < sizeof words / sizeof *words; j++)
            if (slice_is(word, words[j]))
                return true;
    }
    return false;
}

static void check_one_of(const struct ranks *r)
{
    for (uint32_t i = r->english; i < r->english_end; i++) {
        uint32_t best = one_of_best(r, i), german;

        if (best == NO_ID || says_one_of(r))
            continue;
        german = only_superlative(r);
        if (german != NO_ID && german > r->german && token_is(token_at(r->run, german - 1), POS_DETERMINER))
            mark(r, "bilingual/omission", german - 1, german, english_between(r->bilingual, i, best));
        return;
    }
}

/* ---- numbers for "a" ---- */

/* "a man", "an old man": the article before the noun, at most one word between; no other number near it. */
static bool is_one(const struct ranks *r, uint32_t noun)
{
    const struct english_record *record = r->bilingual->words[noun].record;

    if (record == NULL || !slice_equal(lexicon_text(r->bilingual->lexicon, record->text), english_lower(r, noun)) ||
        slice_ends(english_lower(r, noun), SLICE("s")))
        return false;
    for (uint32_t i = noun; i > r->english && i + 2 > noun; i--)
        if (slice_equal(english_lower(r, i - 1), SLICE("a")) || slice_equal(english_lower(r, i - 1), SLICE("an")))
            return true;
    return false;
}

/* Any number of the English, or a word that makes several of one. */
static bool counts_something(const struct ranks *r)
{
    static const char *const words[] = { "both", "couple", "pair",   "several", "few",  "twins",  "half",   "twice",
                                         "duo",  "trio",   "either", "dozen",   "lots", "number", "triple", "double" };
    const struct lexicon *lexicon = r->bilingual->lexicon;
    const struct list_record *numbers = lexicon_pairs(lexicon, SLICE("numbers-english"));

    for (uint32_t i = r->english; i < r->english_end; i++) {
        const struct token *token = &r->bilingual->english->tokens[i];
        struct slice word = token_lower(token);
        size_t count;

        if (token->kind == TOKEN_NUMBER || (token->flags & (TOKEN_DIGIT | TOKEN_HYPHEN)) != 0)
            return true;
        if (word.len > 2 && numbers != NULL && pairs_of(lexicon, numbers, word, &count) != NULL)
            return true;
        for (size_t j = 0; j < sizeof words / sizeof *words; j++)
            if (slice_is(word, words[j]))
                return true;
    }
    return false;
}

/* "drei", "fünf": written as a word, more than one, no part of a phrase. */
static bool is_number_word(const struct ranks *r, uint32_t german)
{
    static const char *const words[] = { "zwei",   "drei", "vier", "fünf", "sechs",
                                         "sieben", "acht", "neun", "zehn", "elf" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is(text_at(r->run, german), words[i]))
            return true;
    return false;
}

static void check_counts(const struct ranks *r)
{
    for (uint32_t i = r->german; i + 1 < r->german_end; i++) {
        uint32_t english;

        if (!is_number_word(r, i) || r->bilingual->german[i].linked != LINK_NONE ||
            (token_at(r->run, i + 1)->flags & TOKEN_CAPITAL) == 0)
            continue;
        english = r->bilingual->german[i + 1].best;
        if (english != NO_ID && r->bilingual->german[i + 1].best_kind >= LINK_DICTIONARY && is_one(r, english) &&
            !counts_something(r))
            mark(r, "bilingual/number", i, i + 1, english_between(r->bilingual, english - 1, english));
        return;
    }
}

void check_ranks(const struct check_run *run)
{
    struct ranks r = { .run = run, .bilingual = run->doc->bilingual };

    for (size_t i = 0; r.bilingual->is_english && i < r.bilingual->passage_count; i++) {
        r.passage = &r.bilingual->passages[i];
        if (!is_sentence_pair(r.passage))
            continue;
        passage_english(r.bilingual, r.passage, &r.english, &r.english_end);
        passage_german(run->doc, r.passage, &r.german, &r.german_end);
        check_ordinals(&r);
        check_one_of(&r);
        check_counts(&r);
    }
}
