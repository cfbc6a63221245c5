/* Marks superlatives that say more than the English, or another rank: "the third-largest city" – "die größte Stadt",
 * "die zweitgrößte Stadt", "one of the oldest universities" – "die älteste Universität"; comparisons of another kind:
 * "as cheap as" – "billiger als"; and a number before a noun that is one in the English, or one where the English
 * counts: "a man" – "drei Männer", "three shots" – "ein Schuss". Nothing is marked where any word of the German could
 * carry what is missing. */
#include "bilingual/negation_words.h"
#include "bilingual/number_words.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

enum {
    BEFORE_SUPERLATIVE = 4, /* tokens from "one of" to its superlative */
    SHORTEST_RANK = 4,      /* bytes: "acht" */
    LONGEST_RANK = 7,
    MOST_COUNTED = 12 /* a number that is written as a word */
};

struct ranks {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct passage *passage;
    uint32_t english, english_end, german, german_end;
    struct negations negations;
};

static struct slice english_lower(const struct ranks *r, uint32_t token)
{
    return token < r->english_end ? lower_english(r->bilingual, token) : (struct slice){ 0 };
}

/* ---- ordinals before superlatives ---- */

static bool is_english_superlative(struct slice word)
{
    return (word.len > 5 && slice_ends(word, SLICE("est"))) || slice_equal(word, SLICE("most")) ||
           slice_equal(word, SLICE("best")) || slice_equal(word, SLICE("worst"));
}

/* The rank that a word is the name of (tables/ranks.tsv): "third", "dritt" 3; 0: none. */
static unsigned rank_of(const struct ranks *r, struct slice word)
{
    struct slice digits = table_value(r->run, TABLE_RANKS, word, 0);
    unsigned rank = 0;

    for (size_t i = 0; i < digits.len; i++)
        rank = 10 * rank + (unsigned)(digits.at[i] - '0');
    return rank;
}

/* "third-largest", "third largest", "second-most": the rank; 0: none. */
static unsigned english_rank(const struct ranks *r, uint32_t token)
{
    struct slice word = english_lower(r, token);
    const char *hyphen = memchr(word.at, '-', word.len);

    if (hyphen != NULL)
        return is_english_superlative(slice_from(word, (size_t)(hyphen + 1 - word.at)))
                   ? rank_of(r, slice_between(word.at, hyphen))
                   : 0;
    return is_english_superlative(english_lower(r, token + 1)) ? rank_of(r, word) : 0;
}

/* The rank that a German word begins with, "zweitgrößte", "dritte"; *behind receives how much of it follows; 0: none.
 */
static unsigned german_rank(const struct ranks *r, uint32_t token, size_t *behind)
{
    struct slice word = lower_at(r->run, token);

    for (size_t n = SHORTEST_RANK; n <= LONGEST_RANK && n < word.len; n++) {
        unsigned rank = rank_of(r, (struct slice){ word.at, n });

        *behind = word.len - n;
        if (rank != 0)
            return rank;
    }
    return 0;
}

/* "drittgrößte", "auf Platz 3": any word or number that could say which. */
static bool says_rank(const struct ranks *r)
{
    size_t behind;

    for (uint32_t i = r->german; i < r->german_end; i++) {
        struct slice word = lower_at(r->run, i);

        if (german_rank(r, i, &behind) != 0 || slice_starts(word, SLICE("vize")) || slice_equal(word, SLICE("platz")) ||
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

static bool is_superlative(const struct ranks *r, uint32_t german)
{
    const struct token *token = token_at(r->run, german);

    if (lemma_in_list(r->bilingual->lexicon, LIST_LEXICAL_SUPERLATIVES,
                      token)) /* "jüngst", which is a word of its own */
        return true;
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
        if (!is_superlative(r, i))
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

enum { LEAST_SUPERLATIVE = 4 /* bytes behind a rank: "größte" */ };

/* "zweitgrößte" for "third-largest": the only word with a rank; NO_ID: none, or several, or the same. */
static uint32_t other_rank(const struct ranks *r, unsigned rank)
{
    uint32_t found = NO_ID;
    size_t behind;

    for (uint32_t i = r->german; i < r->german_end; i++) {
        unsigned german = german_rank(r, i, &behind);

        if (german == 0)
            continue;
        if (german == rank || found != NO_ID || behind < LEAST_SUPERLATIVE ||
            (token_at(r->run, i)->flags & TOKEN_CAPITAL) != 0)
            return NO_ID;
        found = i;
    }
    return found;
}

static void check_ordinals(const struct ranks *r)
{
    for (uint32_t i = r->english; i < r->english_end; i++) {
        unsigned rank = english_rank(r, i);
        uint32_t german = rank == 0 ? NO_ID : other_rank(r, rank);

        if (rank == 0)
            continue;
        if (german == NO_ID)
            german = says_rank(r) || says_after_what(r) ? NO_ID : only_superlative(r);
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
    for (uint32_t i = r->german; i < r->german_end; i++) {
        struct slice word = lower_at(r->run, i);

        if (slice_starts(word, SLICE("ein")) || slice_starts(word, SLICE("mit")) ||
            in_list_lower(r->run, LIST_ONE_OF_WORDS, i))
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
    const struct numerals numerals = numerals_of(r->bilingual->lexicon, true);
    struct slice text = text_at(r->run, german);

    if (text.len == 0 || (token_at(r->run, german)->flags & TOKEN_CAPITAL) != 0)
        return false;
    struct numeral numeral = numeral_of(&numerals, text);

    return numeral.kind == KIND_CARDINAL && numeral.value >= 2 && numeral.value < MOST_COUNTED;
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

/* Any number of the German but "ein". */
static bool counts_in_german(const struct ranks *r)
{
    const struct numerals numerals = numerals_of(r->bilingual->lexicon, true);

    for (uint32_t i = r->german; i < r->german_end; i++) {
        struct numeral numeral = numeral_of(&numerals, lower_at(r->run, i));

        if (numeral.kind == KIND_NONE && token_at(r->run, i)->kind == TOKEN_WORD)
            numeral = composed_numeral(&numerals, lower_at(r->run, i));
        if (token_at(r->run, i)->kind == TOKEN_NUMBER || (token_at(r->run, i)->flags & TOKEN_DIGIT) != 0 ||
            (numeral.kind != KIND_NONE && (numeral.value > 1 || numeral.value < 1)))
            return true;
    }
    return false;
}

/* "three bullets": a number as a word right before its noun. */
static bool is_several(const struct ranks *r, uint32_t english)
{
    const struct numerals numerals = numerals_of(r->bilingual->lexicon, false);
    struct slice noun = english_lower(r, english + 1);

    if (!set_holds(r->bilingual->english->tokens[english].type->lower_listed,
                   table_number(r->bilingual->lexicon, numerals.words)) ||
        noun.len < SHORTEST_RANK || !slice_ends(noun, SLICE("s")))
        return false;
    struct numeral numeral = numeral_of(&numerals, english_lower(r, english));

    return numeral.kind == KIND_CARDINAL && numeral.value >= 2 && numeral.value <= MOST_COUNTED;
}

/* "three bullets" – "eine Kugel": no other number stands in the German. */
static void check_lost_counts(const struct ranks *r)
{
    for (uint32_t i = r->english; i + 1 < r->english_end; i++) {
        if (!is_several(r, i))
            continue;
        const struct english_word *noun = &r->bilingual->words[i + 1];

        if (noun->best == NO_ID || noun->best_kind < LINK_DICTIONARY || noun->best <= r->german ||
            !slice_starts(lower_at(r->run, noun->best - 1), SLICE("ein")) ||
            !token_is(token_at(r->run, noun->best - 1), POS_DETERMINER) || counts_in_german(r))
            continue;
        mark(r, "bilingual/number", noun->best - 1, noun->best, english_between(r->bilingual, i, i + 1));
        return;
    }
}

/* ---- comparisons ---- */

static bool has_english(const struct ranks *r, const char *word)
{
    for (uint32_t i = r->english; i < r->english_end; i++)
        if (slice_is(english_lower(r, i), word))
            return true;
    return false;
}

/* "as cheap as": the word that is compared; NO_ID: none, or a phrase as "as soon as", "twice as cheap as". */
static uint32_t as_much_as(const struct ranks *r)
{
    for (uint32_t i = r->english + 1; i + 2 < r->english_end; i++)
        if (slice_is(english_lower(r, i), "as") && slice_is(english_lower(r, i + 2), "as") &&
            (r->bilingual->words[i + 1].flags & ENGLISH_CONTENT) != 0 &&
            !english_in_list(r->bilingual, i + 1, named_list(r->bilingual->lexicon, LIST_ENGLISH_AS_PHRASES)) &&
            (english_is(r->bilingual, i - 1, SLICE("be")) || slice_is(english_lower(r, i - 1), "just")))
            return i + 1;
    return NO_ID;
}

static bool denies(const struct ranks *r)
{
    return count_negations(&r->negations, is_english_negation, r->english, r->english_end) +
               count_negations(&r->negations, is_german_negation, r->german, r->german_end) +
               count_negations(&r->negations, is_weak_german, r->german, r->german_end) >
           0;
}

/* "so", "ebenso", "wie": the German likens as well. */
static bool likens(const struct ranks *r)
{
    for (uint32_t i = r->german; i < r->german_end; i++)
        if (in_list_lower(r->run, LIST_LIKENING_WORDS, i) && !(i > r->german && text_is(r->run, i - 1, ","))) /* ", wie
                                                                                                     es hieß" */
            return true;
    return false;
}

/* "as cheap as" – "billiger als". */
static void check_likeness(const struct ranks *r)
{
    uint32_t english = as_much_as(r);

    if (english == NO_ID || has_english(r, "than") || denies(r) || likens(r))
        return;
    for (uint32_t i = r->german; i + 1 < r->german_end; i++)
        if (token_is_comparative(token_at(r->run, i)) && text_is(r->run, i + 1, "als")) {
            mark(r, "bilingual/direction", i, i + 1, english_between(r->bilingual, english - 1, english + 1));
            return;
        }
}

/* "sicherer" of "ein sicherer Platz": the ending of the word as it is. */
static bool may_be_positive(const struct ranks *r, uint32_t german)
{
    const struct token *token = token_at(r->run, german);

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (pos_of(token->analysis.readings[i].features) == POS_ADJECTIVE &&
            (token->analysis.readings[i].features & (DEGREE_COMPARATIVE | DEGREE_SUPERLATIVE)) == 0)
            return german + 1 < r->german_end && (token_at(r->run, german + 1)->flags & TOKEN_CAPITAL) != 0;
    return false;
}

/* "cheaper than" – "so billig wie". */
static void check_difference(const struct ranks *r)
{
    if (!has_english(r, "than") || has_english(r, "as") || has_english(r, "times") || denies(r))
        return;
    for (uint32_t i = r->german; i + 2 < r->german_end; i++) {
        if (!in_list_lower(r->run, LIST_LIKENING_WORDS, i) || !text_is(r->run, i + 2, "wie") ||
            !token_is(token_at(r->run, i + 1), POS_ADJECTIVE) || counts_in_german(r))
            continue;
        for (uint32_t j = r->german; j < r->german_end; j++)
            if (token_is_comparative(token_at(r->run, j)) && !may_be_positive(r, j))
                return;
        mark(r, "bilingual/direction", i, i + 2, (struct slice){ 0 });
        return;
    }
}

void check_ranks(const struct check_run *run)
{
    struct ranks r = { .run = run, .bilingual = run->doc->bilingual, .negations = negations_of(run) };

    for (size_t i = 0; r.bilingual->is_english && i < r.bilingual->passage_count; i++) {
        r.passage = &r.bilingual->passages[i];
        if (!is_sentence_pair(r.passage))
            continue;
        passage_english(r.bilingual, r.passage, &r.english, &r.english_end);
        passage_german(run->doc, r.passage, &r.german, &r.german_end);
        check_ordinals(&r);
        check_one_of(&r);
        check_counts(&r);
        check_lost_counts(&r);
        check_likeness(&r);
        check_difference(&r);
    }
}
