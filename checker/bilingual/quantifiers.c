/* Marks a German quantifier that says something else than the English one: "few" – "viele", "almost all" – "alle",
 * "neither of the" – "beide". quantifiers.tsv names them.
 *
 * Only where the English has no other quantifier that the German one could stand for, and where the German one goes
 * with the noun that the English one goes with. */
#include "bilingual/negation_words.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* From a quantifier to its noun, in either language. */
#define REACH 5

struct quantities_of_pair {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct list_record *table;
    struct negations negations;
    const struct passage *passage;
    uint32_t english_first, english_end, german_first, german_end;
};

/* An English quantifier: its tokens and its row. */
struct quantifier {
    uint32_t token, words;
    const struct pair_record *row;
    size_t count;
};

static struct slice value_of(const struct quantities_of_pair *q, const struct quantifier *quantifier, size_t index)
{
    return lexicon_text(q->bilingual->lexicon, quantifier->row[index].value);
}

static bool is_saving(struct slice value)
{
    return slice_starts(value, SLICE("!"));
}

/* The only quantifier of the English; false where it has none, or several. */
static bool read_quantifier(const struct quantities_of_pair *q, struct quantifier *found)
{
    found->token = NO_ID;
    for (uint32_t i = q->english_first; i < q->english_end; i++) {
        uint32_t words = 1;
        size_t count;
        const struct pair_record *row = english_row(q->run, q->table, i, q->english_end, &count, &words);

        if (row == NULL)
            continue;
        if (found->token != NO_ID)
            return false;
        *found = (struct quantifier){ i, words, row, count };
        i += words - 1;
    }
    return found->token != NO_ID && !is_saving(value_of(q, found, 0));
}

/* The word says something else; "*" before it: whatever it goes with. */
static bool is_wrong(const struct quantities_of_pair *q, const struct quantifier *quantifier, uint32_t german,
                     bool *anywhere)
{
    for (size_t j = 0; j < quantifier->count; j++) {
        struct slice value = value_of(q, quantifier, j);

        *anywhere = slice_starts(value, SLICE("*"));
        if (!is_saving(value) && german_is(q->run, german, slice_from(value, *anywhere)))
            return true;
    }
    return false;
}

/* The German has a word that makes it right: "fast alle". */
static bool is_saved(const struct quantities_of_pair *q, const struct quantifier *quantifier)
{
    for (size_t j = 0; j < quantifier->count; j++) {
        struct slice value = value_of(q, quantifier, j);

        /* "schuldlos", "unverletzt": where a "nicht" would save it, another denial does as well */
        bool denies = slice_is(value, "!nicht"), anywhere;

        for (uint32_t i = q->german_first; is_saving(value) && i < q->german_end; i++)
            if (german_is(q->run, i, slice_from(value, 1)) ||
                (denies && is_weak_german(&q->negations, i) && !is_wrong(q, quantifier, i, &anywhere)))
                return true;
    }
    return false;
}

/* Another English word has it for its translation. */
static bool is_explained(const struct quantities_of_pair *q, const struct quantifier *quantifier, uint32_t german)
{
    for (uint32_t i = q->english_first; i < q->english_end; i++)
        if ((i < quantifier->token || i >= quantifier->token + quantifier->words) &&
            link_between(q->bilingual, i, german) >= LINK_LEARNED)
            return true;
    return false;
}

/* The first noun behind the German word in its clause; NO_ID: none near by. */
static uint32_t noun_behind(const struct quantities_of_pair *q, uint32_t german)
{
    const struct token *tokens = q->run->doc->tokens;

    for (uint32_t i = german + 1; i < q->german_end && i <= german + REACH && tokens[i].clause == tokens[german].clause;
         i++)
        if (token_is(&tokens[i], POS_NOUN) && (tokens[i].flags & TOKEN_CAPITAL) != 0)
            return i;
    return NO_ID;
}

/* Both quantifiers go with the same noun, or the German one stands alone in a sentence that is rendered closely. */
static bool goes_with_the_same(const struct quantities_of_pair *q, const struct quantifier *quantifier, uint32_t german)
{
    uint32_t noun = noun_behind(q, german), behind = quantifier->token + quantifier->words;

    if (noun == NO_ID)
        return german == q->german_first && q->passage->linked * 4 >= q->passage->content * 3;
    uint32_t english = q->bilingual->german[noun].best;

    return english != NO_ID && english >= behind && english <= behind + REACH;
}

static void check_passage(const struct quantities_of_pair *q)
{
    struct quantifier quantifier = { .token = NO_ID };

    if (!read_quantifier(q, &quantifier) || is_saved(q, &quantifier))
        return;
    for (uint32_t i = q->german_first; i < q->german_end; i++) {
        bool anywhere = false;

        if (!is_wrong(q, &quantifier, i, &anywhere) || is_explained(q, &quantifier, i) ||
            !(anywhere || goes_with_the_same(q, &quantifier, i)))
            continue;
        quote_english(q->run,
                      report_with_source(q->run, "bilingual/quantifier", q->run->doc->tokens[i].span,
                                         passage_source(q->bilingual, q->passage)),
                      english_between(q->bilingual, quantifier.token, quantifier.token + quantifier.words - 1));
        return;
    }
}

void check_quantifiers(const struct check_run *run)
{
    struct quantities_of_pair q = {
        .run = run,
        .bilingual = run->doc->bilingual,
        .table = named_table(&run->context->lexicon, TABLE_QUANTIFIERS),
        .negations = negations_of(run),
    };

    for (size_t i = 0; q.bilingual->is_english && i < q.bilingual->passage_count; i++) {
        q.passage = &q.bilingual->passages[i];
        if (!is_sentence_pair(q.passage))
            continue;
        passage_english(q.bilingual, q.passage, &q.english_first, &q.english_end);
        passage_german(run->doc, q.passage, &q.german_first, &q.german_end);
        check_passage(&q);
    }
}
