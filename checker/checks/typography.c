/* Marks typography that is not German: spaces before marks, straight quotation marks, hyphens as dashes, English
 * genitives, percent signs without a space.
 *
 * What is a habit of the whole document (quotation marks, dashes) is reported once, at its first place. */
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

/* "Er sagte : Nein." Only behind a word and before a space or the end, so that ":)" and ".NET" stay. */
static void space_before_mark(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice mark = token_text(run->doc, token);

    if (i == 0 || token->kind != TOKEN_PUNCTUATION || mark.len != 1 || memchr(",.;:!?", mark.at[0], 6) == NULL ||
        !has_space_before(run, i) || !same_segment(run, i - 1, i) || run->doc->tokens[i - 1].kind != TOKEN_WORD)
        return;
    if (same_segment(run, i, i + 1) && !has_space_before(run, i + 1))
        return;
    suggest(run,
            report(run, "check/space-before-mark", (struct span){ run->doc->tokens[i - 1].span.end, token->span.end }),
            mark);
}

static bool is_foreign_name(const struct check_run *run, size_t i, struct slice name)
{
    const struct token *before = i > 0 ? &run->doc->tokens[i - 1] : NULL;

    if (before != NULL && before->sentence == run->doc->tokens[i].sentence && before->kind == TOKEN_WORD &&
        (before->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE_START)) == TOKEN_CAPITAL &&
        (before->analysis.flags & ANALYSIS_KNOWN) == 0)
        return true;
    return lexicon_form(&run->context->lexicon, name) == NO_ID && is_english_word(&run->context->lexicon, name);
}

/* "Peter's Auto": an apostrophe and s behind a name, before a noun. "geht's", "gibt's", "L'Oréal's Spot" in titles
 * stay. */
static void english_genitive(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice text = token_text(run->doc, token);
    bool straight = slice_ends(text, SLICE("'s")), curly = slice_ends(text, SLICE("’s"));

    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL) == 0 || (!straight && !curly) ||
        (token->flags & TOKEN_QUOTED) != 0 || !same_segment(run, i, i + 1))
        return;
    struct slice name = { text.at, text.len - (straight ? 2 : 4) };
    const struct token *next = &run->doc->tokens[i + 1];

    /* "Gibt's", "Wie's" are no names; "Richmond County Sheriff's Office" is a whole one. */
    if (is_foreign_name(run, i, name) || (!token_is(next, POS_NOUN) && !token_is(next, POS_ADJECTIVE)) ||
        name.len < 3 || in_word_list(&run->context->lexicon, "names-with-apostrophe", text) ||
        ((token->flags & TOKEN_SENTENCE_START) != 0 &&
         lexicon_form(&run->context->lexicon, lower_case(run->issues->arena, name)) != NO_ID))
        return;
    bool sibilant = strchr("sxzß", name.at[name.len - 1]) != NULL;

    suggest(run, report(run, "check/english-genitive", token->span),
            arena_print(run->issues->arena, "%.*s%s", (int)name.len, name.at, sibilant ? "’" : "s"));
}

/* "20%": German sets a space between figure and sign (DIN 5008). */
static void percent_without_space(const struct check_run *run, size_t i)
{
    if (i == 0 || !text_is(run, i, "%") || has_space_before(run, i) || run->doc->tokens[i - 1].kind != TOKEN_NUMBER)
        return;
    struct slice number = text_at(run, i - 1);

    suggest(run, report(run, "check/percent-without-space", tokens_span(run, i - 1, i)),
            arena_print(run->issues->arena, "%.*s\u00a0%%", (int)number.len, number.at));
}

static bool is_straight_quote(const struct check_run *run, size_t i)
{
    return text_is(run, i, "\"");
}

/* " - " between words, as English typists set a dash; not between numbers or in a list's start. */
static bool is_hyphen_dash(const struct check_run *run, size_t i)
{
    return (text_is(run, i, "-") || text_is(run, i, "--")) && i > 0 && same_segment(run, i - 1, i) &&
           same_segment(run, i, i + 1) && has_space_before(run, i) && has_space_before(run, i + 1) &&
           run->doc->tokens[i - 1].kind != TOKEN_NUMBER;
}

/* Reports the first place of a habit, with the number of its places. One place alone is a slip, no habit: a single
 * hyphen for a dash is left to the author. */
static void report_habit(const struct check_run *run, const char *rule, size_t first, size_t count, const char *instead)
{
    /* One pair of dashes says little; a text full of them says what its author's keyboard lacks. */
    enum { SURE = 4 };

    if (count < 2)
        return;
    struct issue *issue = report(run, rule, run->doc->tokens[first].span);

    suggest(run, issue, slice_of(instead));
    if (issue == NULL)
        return;
    if (count >= SURE)
        issue->confidence = issue->confidence > 0.85f ? issue->confidence : 0.85f;
    issue->message[LANGUAGE_DE] =
        arena_print(run->issues->arena, "%.*s So an %zu Stellen.", (int)issue->message[LANGUAGE_DE].len,
                    issue->message[LANGUAGE_DE].at, count);
    issue->message[LANGUAGE_EN] =
        arena_print(run->issues->arena, "%.*s There are %zu such places.", (int)issue->message[LANGUAGE_EN].len,
                    issue->message[LANGUAGE_EN].at, count);
}

/* Counts the hyphens that stand for dashes in a sentence; only a pair, around an insertion, counts: one alone may be a
 * list's, a score's, a line's. */
static size_t paired_dashes(const struct check_run *run, const struct sentence *sentence, size_t *first)
{
    size_t count = 0;

    for (size_t i = sentence->first_token; i < (size_t)sentence->first_token + sentence->token_count; i++)
        if (is_hyphen_dash(run, i) && count++ == 0)
            *first = i;
    return count == 2 ? 2 : 0;
}

static void habits(const struct check_run *run)
{
    size_t quotes = 0, first_quote = 0, dashes = 0, first_dash = 0;

    for (size_t i = 0; i < run->doc->token_count; i++)
        if (is_straight_quote(run, i) && quotes++ == 0)
            first_quote = i;
    for (size_t i = 0; i < run->doc->sentence_count; i++) {
        size_t first = 0, pair = paired_dashes(run, &run->doc->sentences[i], &first);

        if (pair > 0 && dashes == 0)
            first_dash = first;
        dashes += pair;
    }
    report_habit(run, "check/straight-quotes", first_quote, quotes, "„");
    report_habit(run, "check/hyphen-as-dash", first_dash, dashes, "–");
}

void check_typography(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        space_before_mark(run, i);
        english_genitive(run, i);
        percent_without_space(run, i);
    }
    habits(run);
}
