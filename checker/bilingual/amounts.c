/* Marks what a number changed by for what it changed to, and the other way round: "fell by 80 million" – "sank auf 80
 * Millionen", "rose to 9,400" – "stieg um 9.400". The number is the same, and the only one of its value. */
#include "bilingual/quantities.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "checks/verbs.h"

enum {
    MOST_AMOUNTS = 12,  /* of one passage: more are a table */
    MOST_BETWEEN = 3,   /* "by more than", "um gut ein": words from the preposition to the number */
    CHANGED_WITHIN = 8, /* English tokens from the verb to its preposition */
};

/* What the preposition before a number says of it. */
enum amount { AMOUNT_NONE, AMOUNT_BY, AMOUNT_TO };

struct amounts {
    const struct check_run *run;
    const struct bilingual *bilingual;
    uint32_t english_first, english_end, german_first, german_end;
    struct quantity_row english, german;
};

/* A verb or noun of change stands before the token: "rose". */
static bool tells_of_change(const struct amounts *a, uint32_t token)
{
    const struct lexicon *lexicon = a->bilingual->lexicon;
    const struct list_record *table = named_table(lexicon, TABLE_OPPOSITES_ENGLISH);
    size_t count;

    for (uint32_t i = token; i > a->english_first && i + CHANGED_WITHIN > token; i--) {
        const struct pair_record *row = english_pairs(a->bilingual, i - 1, table, &count);

        if (row != NULL && slice_is(lexicon_text(lexicon, row[0].value), "change"))
            return true;
    }
    return false;
}

/* "up to", "close to". */
static bool is_limit(const struct amounts *a, uint32_t to)
{
    return to > a->english_first &&
           (english_is(a->bilingual, to - 1, SLICE("up")) || english_is(a->bilingual, to - 1, SLICE("close")));
}

/* Words without sense may stand between: "by about", "to almost"; "up to" and "close to" are no goals. */
static enum amount english_amount(const struct amounts *a, const struct quantity *quantity)
{
    uint32_t first = quantity_start(quantity);

    for (uint32_t i = first; i > a->english_first && i + MOST_BETWEEN >= first; i--) {
        struct slice word = lower_english(a->bilingual, i - 1);

        if (slice_is(word, "by"))
            return tells_of_change(a, i - 1) ? AMOUNT_BY : AMOUNT_NONE;
        if (slice_is(word, "to"))
            return !is_limit(a, i - 1) && tells_of_change(a, i - 1) ? AMOUNT_TO : AMOUNT_NONE;
        if (a->bilingual->english->tokens[i - 1].kind != TOKEN_WORD ||
            (a->bilingual->words[i - 1].flags & ENGLISH_NAME) != 0)
            return AMOUNT_NONE;
    }
    return AMOUNT_NONE;
}

/* The preposition right before a German number, one that rounds it between; NO_ID: none that tells. */
static uint32_t german_amount(const struct amounts *a, const struct quantity *quantity, enum amount *amount)
{
    uint32_t first = quantity_start(quantity);

    for (uint32_t i = first; i > a->german_first && i + MOST_BETWEEN > first; i--) {
        bool by = text_is(a->run, i - 1, "um");

        if (by && zu_infinitive_in_clause(a->run->doc, i - 1)) /* "reichte, um 40 Hektar zu verbrennen" */
            return NO_ID;
        if (by || text_is(a->run, i - 1, "auf")) {
            *amount = by ? AMOUNT_BY : AMOUNT_TO;
            return i - 1;
        }
        if (!in_list_lower(a->run, LIST_APPROXIMATORS, i - 1))
            return NO_ID;
    }
    return NO_ID;
}

static void compare_amounts(const struct amounts *a, const struct passage *passage)
{
    for (size_t i = 0; i < a->english.count; i++) {
        const struct quantity *english = &a->english.items[i], *german;
        enum amount here = english_amount(a, english), there = AMOUNT_NONE;
        uint32_t preposition;

        if (here == AMOUNT_NONE || (german = only_same_quantity(a->bilingual->lexicon, english, &a->german)) == NULL ||
            only_same_quantity(a->bilingual->lexicon, german, &a->english) == NULL ||
            (preposition = german_amount(a, german, &there)) == NO_ID || here == there)
            continue;
        struct issue *issue =
            report_with_source(a->run, "bilingual/amount", tokens_span(a->run, preposition, german->last),
                               passage_source(a->bilingual, passage));

        quote_english(a->run, issue, english_between(a->bilingual, quantity_start(english) - 1, english->last));
        return;
    }
}

void check_amounts(const struct check_run *run)
{
    const struct bilingual *bilingual = run->doc->bilingual;
    struct amounts a = {
        .run = run,
        .bilingual = bilingual,
        .english.arena = run->issues->arena,
        .german.arena = run->issues->arena,
    };
    const struct numerals english = numerals_of(bilingual->lexicon, false),
                          german = numerals_of(bilingual->lexicon, true);

    for (size_t i = 0; bilingual->is_english && i < bilingual->passage_count; i++) {
        const struct passage *passage = &bilingual->passages[i];

        if (!is_sentence_pair(passage) || !is_short_passage(bilingual, run->doc, passage))
            continue;
        passage_english(bilingual, passage, &a.english_first, &a.english_end);
        passage_german(run->doc, passage, &a.german_first, &a.german_end);
        a.english.count = a.german.count = 0;
        read_quantities(&english, bilingual->english, a.english_first, a.english_end, &a.english);
        read_quantities(&german, run->doc, a.german_first, a.german_end, &a.german);
        if (a.english.count <= MOST_AMOUNTS && a.german.count <= MOST_AMOUNTS)
            compare_amounts(&a, passage);
    }
}
