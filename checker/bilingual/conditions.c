/* Marks a negation that is lost or added beside the word that joins two clauses or phrases: "unless" – "wenn" with no
 * "nicht", "only … once" – "nicht …, wenn", "until" – "bis … nicht", "not only … but also" – "nicht …, sondern auch";
 * and an exception that is lost.
 *
 * The rest of the German must have nothing that could say the same otherwise ("nur", "erst", "außer"). */
#include "bilingual/negation_words.h"
#include "bilingual/wording.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

/* From "not" to "only". */
#define NEAR 2

/* Tokens between "nicht" and the conjunction that are marked together. */
#define MOST_BETWEEN 4

struct conditions {
    const struct check_run *run;
    const struct bilingual *bilingual;
    const struct list_record *words; /* condition-words.tsv */
    struct negations negations;
    const struct passage *passage;
    uint32_t english_first, english_end, german_first, german_end;
};

/* The row of condition-words.tsv for the token has the role. */
static bool has_role(const struct conditions *c, const struct token *token, const char *role)
{
    size_t count;
    const struct pair_record *row = pairs_of_lower(c->bilingual->lexicon, c->words, token, &count);

    return holds_value(c->bilingual->lexicon, row, count, slice_of(role));
}

/* The first word of this role from a token on; NO_ID: none. */
static uint32_t find_english(const struct conditions *c, uint32_t from, const char *role)
{
    for (uint32_t i = from; i < c->english_end; i++)
        if (has_role(c, &c->bilingual->english->tokens[i], role))
            return i;
    return NO_ID;
}

static uint32_t find_german(const struct conditions *c, uint32_t from, const char *role)
{
    for (uint32_t i = from; i < c->german_end; i++)
        if (has_role(c, &c->run->doc->tokens[i], role))
            return i;
    return NO_ID;
}

/* The end of the English clause: the next mark. */
static uint32_t end_of_clause(const struct conditions *c, uint32_t token)
{
    while (token < c->english_end && c->bilingual->english->tokens[token].kind != TOKEN_PUNCTUATION)
        token++;
    return token;
}

/* A word of the German clause renders one of the English words [first, end). */
static bool clause_renders(const struct conditions *c, uint32_t german, uint32_t first, uint32_t end)
{
    const struct token *tokens = c->run->doc->tokens;

    for (uint32_t i = german; i < c->german_end && tokens[i].clause == tokens[german].clause; i++)
        if (c->bilingual->german[i].best != NO_ID && c->bilingual->german[i].best >= first &&
            c->bilingual->german[i].best < end && c->bilingual->german[i].best_kind >= LINK_LEARNED)
            return true;
    return false;
}

static uint32_t count_german(const struct conditions *c, uint32_t first, uint32_t end)
{
    return count_negations(&c->negations, is_german_negation, first, end);
}

static uint32_t count_english(const struct conditions *c, uint32_t first, uint32_t end)
{
    return count_negations(&c->negations, is_english_negation, first, end);
}

/* A word that may stand for a negation, and renders no other English one: "erst", "außer"; in the clause of the
 * conjunction, and behind it, also "platzen". */
static bool has_weak_german(const struct conditions *c, uint32_t conjunction)
{
    const struct list_record *renderings = named_list(c->bilingual->lexicon, LIST_DENIAL_RENDERINGS);

    for (uint32_t i = c->german_first; i < c->german_end; i++)
        if ((is_weak_german(&c->negations, i) || (i >= conjunction && german_entry(c->run, renderings, i))) &&
            !answers_another(&c->negations, i, NO_ID, c->english_first, c->english_end))
            return true;
    return false;
}

static void mark(const struct conditions *c, const char *rule, struct span span, uint32_t first, uint32_t last)
{
    quote_english(c->run, report_with_source(c->run, rule, span, passage_source(c->bilingual, c->passage)),
                  english_between(c->bilingual, first, last));
}

/* The last token of the German clause before its mark. */
static uint32_t last_of_clause(const struct conditions *c, uint32_t german)
{
    const struct token *tokens = c->run->doc->tokens;
    uint32_t last = german;

    while (last + 1 < c->german_end && tokens[last + 1].clause == tokens[german].clause &&
           tokens[last + 1].kind != TOKEN_PUNCTUATION)
        last++;
    return last;
}

/* ---- "unless" ---- */

/* "unless both sides agree" – "wenn sich beide Seiten einigen". */
static bool check_unless(const struct conditions *c)
{
    uint32_t english = find_english(c, c->english_first, "unless"),
             german = english == NO_ID ? NO_ID : find_german(c, c->german_first, "if");

    if (german == NO_ID || has_weak_german(c, german) ||
        !clause_renders(c, german, english + 1, end_of_clause(c, english + 1)) ||
        count_german(c, german, c->german_end) > 0 ||
        count_german(c, c->german_first, german) > count_english(c, c->english_first, c->english_end))
        return false;
    mark(c, "bilingual/negation-lost", tokens_span(c->run, german, last_of_clause(c, german)), english, english);
    return true;
}

/* ---- "only … once" ---- */

/* "only opens once they are checked" – "öffnet nicht, wenn sie geprüft sind". */
static bool check_only_once(const struct conditions *c)
{
    uint32_t english = find_english(c, c->english_first, "restricting"),
             opener = english == NO_ID ? NO_ID : find_english(c, english + 1, "opening"),
             german = opener == NO_ID ? NO_ID : find_german(c, c->german_first, "when");

    if (german == NO_ID || has_weak_german(c, german) || count_english(c, c->english_first, c->english_end) > 0 ||
        count_german(c, c->german_first, german) != 1 || count_german(c, german, c->german_end) > 0 ||
        !clause_renders(c, german, opener + 1, c->english_end))
        return false;
    for (uint32_t i = c->german_first; i < german; i++)
        if (is_german_negation(&c->negations, i)) {
            mark(c, "bilingual/negation-added", tokens_span(c->run, i, german <= i + MOST_BETWEEN ? german : i),
                 english, english);
            break;
        }
    return true;
}

/* ---- "until" ---- */

static bool is_denied_english(const struct conditions *c, uint32_t first, uint32_t end)
{
    return count_english(c, first, end) + count_negations(&c->negations, is_weak_english, first, end) > 0;
}

/* A word of the clause that a negation stands right before renders an English one of [first, end). */
static bool negates_rendering(const struct conditions *c, uint32_t negation, uint32_t first, uint32_t end)
{
    const struct german_word *next = &c->bilingual->german[negation + 1];

    return negation + 1 < c->german_end && next->best != NO_ID && next->best >= first && next->best < end;
}

/* "until it has been repaired" – "bis es nicht repariert ist". */
static bool check_until(const struct conditions *c)
{
    uint32_t english = find_english(c, c->english_first, "until"),
             german = english == NO_ID ? NO_ID : find_german(c, c->german_first, "bis"),
             end = english == NO_ID ? NO_ID : end_of_clause(c, english + 1);

    if (german == NO_ID || count_english(c, c->english_first, c->english_end) > 0 ||
        is_denied_english(c, english + 1, end) || !clause_renders(c, german, english + 1, end))
        return false;
    for (uint32_t i = german + 1; i <= last_of_clause(c, german); i++)
        if (is_german_negation(&c->negations, i) && negates_rendering(c, i, english + 1, end)) {
            mark(c, "bilingual/negation-added", c->run->doc->tokens[i].span, english, end - 1);
            return true;
        }
    return false;
}

/* ---- "not only" ---- */

/* "nicht nur", "nicht allein" before the conjunction. */
static bool says_not_only(const struct conditions *c, uint32_t conjunction)
{
    for (uint32_t i = c->german_first; i + 1 < conjunction; i++)
        if (is_german_negation(&c->negations, i) && is_weak_german(&c->negations, i + 1))
            return true;
    return false;
}

/* "not only farmers but also" – "nicht Bauern, sondern auch". */
static bool check_not_only(const struct conditions *c)
{
    uint32_t english = find_english(c, c->english_first, "beside-not"),
             german =
                 english == NO_ID || english == c->english_first ? NO_ID : find_german(c, c->german_first, "sondern");

    if (german == NO_ID || german + 1 >= c->german_end || !slice_is(lower_at(c->run, german + 1), "auch") ||
        count_english(c, english > c->english_first + NEAR ? english - NEAR : c->english_first, english) == 0 ||
        says_not_only(c, german))
        return false;
    for (uint32_t i = german; i > c->german_first && !is_weak_german(&c->negations, i - 1); i--)
        if (is_german_negation(&c->negations, i - 1)) {
            mark(c, "bilingual/omission", tokens_span(c->run, i - 1, last_of_clause(c, i - 1)), english - 1, english);
            return true;
        }
    return false;
}

/* ---- "except" ---- */

/* No word of [first, end) that carries sense has a German one that answers to it rather than to another. */
static bool is_left_out(const struct conditions *c, uint32_t first, uint32_t end)
{
    bool found = false;

    for (uint32_t i = first; i < end; i++) {
        uint32_t best = c->bilingual->words[i].best;

        if (best != NO_ID && c->bilingual->german[best].best == i)
            return false;
        found = found || carries_sense(c->bilingual, i);
    }
    return found;
}

/* The German for the nearest English word before this one; NO_ID: none. */
static uint32_t german_before(const struct conditions *c, uint32_t english)
{
    for (uint32_t i = english; i-- > c->english_first;)
        if (c->bilingual->words[i].best != NO_ID)
            return c->bilingual->words[i].best;
    return NO_ID;
}

/* "closed on public holidays except Easter Monday" – "an Feiertagen geschlossen": the exception is left out, and no
 * word of the German takes anything out. */
static bool check_except(const struct conditions *c)
{
    uint32_t english = find_english(c, c->english_first, "except"),
             end = english == NO_ID ? NO_ID : end_of_clause(c, english + 1);

    if (english == NO_ID || !is_left_out(c, english + 1, end) || has_weak_german(c, c->german_first) ||
        count_german(c, c->german_first, c->german_end) > 0 || find_german(c, c->german_first, "taking-out") != NO_ID)
        return false;
    uint32_t german = german_before(c, english);

    if (german == NO_ID)
        return false;
    mark(c, "bilingual/omission", c->run->doc->tokens[german].span, english, end - 1);
    return true;
}

void check_conditions(const struct check_run *run)
{
    struct conditions c = { .run = run,
                            .bilingual = run->doc->bilingual,
                            .words = named_table(&run->context->lexicon, TABLE_CONDITION_WORDS),
                            .negations = negations_of(run) };

    for (size_t i = 0; c.bilingual->is_english && i < c.bilingual->passage_count; i++) {
        c.passage = &c.bilingual->passages[i];
        if (!is_sentence_pair(c.passage))
            continue;
        passage_english(c.bilingual, c.passage, &c.english_first, &c.english_end);
        passage_german(run->doc, c.passage, &c.german_first, &c.german_end);
        if (!check_unless(&c) && !check_only_once(&c) && !check_until(&c) && !check_not_only(&c))
            check_except(&c);
    }
}
