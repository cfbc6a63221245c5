/* Compounds that begin with a measure, and are split: "im 100 Meter Finale", "eine Vier Tage Woche"; and measures that
 * are no part of a compound: "ein 300-Meter-langer Frachter". */
#include "checks/compounds.h"
#include "checks/leads.h"
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

bool is_any_number(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    if (token->kind == TOKEN_NUMBER)
        return (token->flags & TOKEN_ORDINAL) == 0;
    return token->kind == TOKEN_WORD && small_in_table(&run->context->lexicon, TABLE_NUMBER_WORDS, token);
}

static bool is_unit_of_measure(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return lemma_in_list(lexicon, LIST_MEASURES, token_at(run, i)) ||
           lemma_in_list(lexicon, LIST_SPANS_OF_TIME, token_at(run, i)) || in_list(run, LIST_MEASURES, i) ||
           in_list(run, LIST_SPANS_OF_TIME, i);
}

/* "den Zehn Jahres Plan": a number word with a capital within a sentence is the first part of a word. */
static bool is_title_number(const struct token *number)
{
    return number->kind == TOKEN_WORD && (number->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL;
}

/* "10 Jahres": a singular with the s of compounds; behind a number none stands for itself. */
static bool is_linked_unit(const struct check_run *run, size_t unit)
{
    const struct token *token = token_at(run, unit);

    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if ((token->analysis.readings[i].features & (NUMBER_PL | CASE_NOM)) != 0)
            return false;
    return slice_ends(text_at(run, unit), SLICE("s")) && token_is(token, POS_NOUN);
}

/* "im 100 Meter Finale", "eine Vier Tage Woche", "ein 5 Sterne Hotel": article or contraction agree with the last word,
 * and the number stands between. */
bool is_measure_before_noun(const struct check_run *run, size_t number)
{
    size_t unit = number + 1, head = number + 2;

    if (!same_clause(run->doc, number, head) || (token_at(run, unit)->flags & TOKEN_CAPITAL) == 0 ||
        !has_space_before(run, unit) || !has_space_before(run, head) || !is_plain_noun(token_at(run, head)) ||
        /* "im 1,9 Milliarden Jahre alten Granit" */
        (in_list(run, LIST_SPANS_OF_TIME, head) && same_clause(run->doc, head, head + 1) &&
         token_is(token_at(run, head + 1), POS_ADJECTIVE)) ||
        (same_sentence(run, head, head + 1) && (token_at(run, head + 1)->flags & TOKEN_CAPITAL) != 0) ||
        !is_any_number(run, number))
        return false;
    struct lead lead = lead_before(run, number);

    if (!lead.determiner || lead.unknown || lead.number || text_is(run, lead.first, "ihr"))
        return false; /* "sprach ihr 5.000 Pfund Schmerzensgeld zu" */
    bool measure = is_unit_of_measure(run, unit);
    bool counted = is_indefinite(text_at(run, lead.first)) && is_plural_noun(token_at(run, unit));
    bool runner = measure && is_person(&run->context->lexicon, token_at(run, head)) &&
                  !is_plural_noun(token_at(run, head)); /* "die 800 Meter Läuferin" */
    /* "für den drei Wochen Kurs": behind the preposition the article can't be that of the measure */
    uint32_t governed = lead.first > 0 && same_clause(run->doc, lead.first - 1, lead.first)
                            ? preposition_cases(token_at(run, lead.first - 1))
                            : 0;
    bool bound = measure && governed != 0 && (lead_cases(run, &lead, number, token_at(run, unit)) & governed) == 0;
    bool titled = is_title_number(token_at(run, number)) && is_plural_noun(token_at(run, unit));
    /* "die 10 Kilometer Strecke", "den 100 Meter Lauf": what is counted has an article of its own */
    bool counted_head = measure && is_counted_singular(run, head) && !lead.contracted &&
                        !slice_equal(text_at(run, head), text_at(run, head + 2)); /* "vier Tage Woche für Woche" */
    bool linked = runner || titled || bound || counted_head ||
                  (measure && (is_title_number(token_at(run, number)) || is_linked_unit(run, unit)));

    return (linked || (lead.contracted ? measure
                       : measure       ? is_indefinite(text_at(run, lead.first))
                                       : counted)) &&
           lead_cases(run, &lead, number, token_at(run, head)) != 0;
}

/* What stands before the name goes with the noun, and no other word follows that the number could belong to. */
static bool leads_to(const struct check_run *run, size_t name, size_t head)
{
    struct lead lead = lead_before(run, name);

    return lead.determiner && !lead.unknown &&
           (lead_cases(run, &lead, name, token_at(run, head)) & cases_by_preposition(run, &lead)) != 0;
}

bool is_numbered_before_noun(const struct check_run *run, size_t name)
{
    enum { MOST_DIGITS = 3 };
    const struct token *token = token_at(run, name), *number = token + 1;
    size_t head = name + 2;

    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != TOKEN_CAPITAL ||
        !same_clause(run->doc, name, head) || number->kind != TOKEN_NUMBER ||
        (number->flags & (TOKEN_ORDINAL | TOKEN_SPACE_BEFORE)) != TOKEN_SPACE_BEFORE ||
        text_at(run, name + 1).len > MOST_DIGITS ||
        digits_at(text_at(run, name + 1), 0) != text_at(run, name + 1).len || !has_space_before(run, head) ||
        !is_plain_noun(token_at(run, head)) || is_unit_of_measure(run, head) ||
        (same_sentence(run, head, head + 1) && (token_at(run, head + 1)->flags & TOKEN_CAPITAL) != 0))
        return false;
    return in_list(run, LIST_NUMBERED_NAMES, name) && leads_to(run, name, head);
}

/* ---- measures before adjectives ---- */

enum { MOST_PIECES = 5 };

/* The pieces of the words from first to last, cut at spaces and hyphens; *hyphens is set when there are any. */
static size_t pieces_of(const struct check_run *run, size_t first, size_t last, struct slice *pieces, bool *hyphens)
{
    size_t count = 0;

    for (size_t i = first; i <= last; i++)
        for (struct slice rest = text_at(run, i); rest.len > 0 && count < MOST_PIECES;) {
            const char *hyphen = memchr(rest.at, '-', rest.len);
            struct slice piece = hyphen == NULL ? rest : slice_between(rest.at, hyphen);

            *hyphens = *hyphens || hyphen != NULL;
            pieces[count++] = piece;
            rest = slice_from(rest, piece.len + (hyphen != NULL));
        }
    return count;
}

static bool is_number_piece(const struct check_run *run, struct slice piece)
{
    return piece.len > 0 && ((piece.at[0] >= '0' && piece.at[0] <= '9') ||
                             table_value(run, TABLE_NUMBER_WORDS, lower_case(run->issues->arena, piece), 0).len > 0);
}

/* "zehn-jähriger", "fünf-köpfige": a number in letters is one word with its adjective. */
bool is_hyphened_adjective(const struct check_run *run, size_t i)
{
    struct slice left, right;

    return cut_at_hyphen(text_at(run, i), &left, &right) && (token_at(run, i)->flags & TOKEN_DIGIT) == 0 &&
           is_number_piece(run, left) && inflected_in_list(&run->context->lexicon, LIST_NUMBER_ADJECTIVES, right);
}

bool begins_with_number(const struct check_run *run, size_t i)
{
    struct slice left, right;

    return cut_at_hyphen(text_at(run, i), &left, &right) && is_number_piece(run, left);
}

/* "alte", "hohen": an adjective that has a measure before it. */
static bool is_measured(const struct check_run *run, struct slice piece)
{
    return in_word_list(&run->context->lexicon, LIST_MEASURED_ADJECTIVES, piece) ||
           inflected_in_list(&run->context->lexicon, LIST_MEASURED_ADJECTIVES, piece);
}

bool is_hyphened_measure(const struct check_run *run, size_t first, size_t *last)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, first);
    struct slice pieces[MOST_PIECES];

    if (token->kind != TOKEN_NUMBER && (token->flags & (TOKEN_HYPHEN | TOKEN_DIGIT)) == 0 && !is_any_number(run, first))
        return false;
    for (*last = first; *last < first + 3 && same_sentence(run, first, *last); (*last)++) {
        bool hyphens = false;
        size_t count = pieces_of(run, first, *last, pieces, &hyphens);

        if (count == 0 || !is_number_piece(run, pieces[0]) || count > 3)
            return false;
        if (count < 3)
            continue;
        return hyphens && is_measured(run, pieces[2]) &&
               (in_word_list(lexicon, LIST_MEASURES, pieces[1]) ||
                in_word_list(lexicon, LIST_SPANS_OF_TIME, pieces[1]));
    }
    return false;
}
