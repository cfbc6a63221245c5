/* Marks typography and number formats that are not German: spaces before marks, straight quotation marks, hyphens as
 * dashes, English genitives, "5,000", "2.4 Prozent", "$5", "5:30 p.m.", "März 3, 2024".
 *
 * What is a habit of the whole document (quotation marks, dashes) is reported once, at its first place. */
#include "checks/checks.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

static struct slice text_at(const struct check_run *run, size_t index)
{
    return index < run->doc->token_count ? token_text(run->doc, &run->doc->tokens[index]) : (struct slice){ 0 };
}

static bool text_is(const struct check_run *run, size_t index, const char *text)
{
    return slice_equal(text_at(run, index), slice_of(text));
}

static bool same_segment(const struct check_run *run, size_t a, size_t b)
{
    const struct document *doc = run->doc;

    return b < doc->token_count &&
           doc->sentences[doc->tokens[a].sentence].segment == doc->sentences[doc->tokens[b].sentence].segment;
}

static bool has_space_before(const struct check_run *run, size_t index)
{
    return (run->doc->tokens[index].flags & TOKEN_SPACE_BEFORE) != 0;
}

static bool in_list(const struct check_run *run, const char *list, struct slice word)
{
    const struct list_record *record = lexicon_list(&run->context->lexicon, slice_of(list));

    return record != NULL && list_holds(&run->context->lexicon, record, word);
}

static void suggest(const struct check_run *run, struct issue *issue, struct slice text)
{
    if (issue != NULL)
        issue_suggest(run->issues, issue, text);
}

static struct span tokens_span(const struct check_run *run, size_t first, size_t last)
{
    return (struct span){ run->doc->tokens[first].span.start, run->doc->tokens[last].span.end };
}

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
        name.len < 3 || in_list(run, "names-with-apostrophe", text) ||
        ((token->flags & TOKEN_SENTENCE_START) != 0 &&
         lexicon_form(&run->context->lexicon, lower_case(run->issues->arena, name)) != NO_ID))
        return;
    bool sibilant = strchr("sxzß", name.at[name.len - 1]) != NULL;

    suggest(run, report(run, "check/english-genitive", token->span),
            arena_print(run->issues->arena, "%.*s%s", (int)name.len, name.at, sibilant ? "’" : "s"));
}

static size_t digits_at(struct slice text, size_t at)
{
    size_t n = 0;

    while (at + n < text.len && text.at[at + n] >= '0' && text.at[at + n] <= '9')
        n++;
    return n;
}

/* "5,000", "1,234,567": groups of three behind commas that can't be decimals (they end in 00, or are two groups). */
static bool is_english_thousands(struct slice text)
{
    size_t at = digits_at(text, 0), groups = 0;

    if (at == 0 || at > 3 || text.at[0] == '0')
        return false;
    for (; at < text.len; at += 4, groups++)
        if (text.at[at] != ',' || digits_at(text, at + 1) != 3)
            return false;
    return groups > 1 || (groups == 1 && slice_ends(text, SLICE("00")));
}

/* "2.4" before a word that counts or measures. */
static bool is_english_decimal(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);
    size_t whole = digits_at(text, 0);

    if (whole == 0 || whole > 3 || whole + 1 >= text.len || text.at[whole] != '.')
        return false;
    size_t decimals = digits_at(text, whole + 1);

    return decimals >= 1 && decimals <= 2 && whole + 1 + decimals == text.len && same_segment(run, i, i + 1) &&
           in_list(run, "measures", text_at(run, i + 1));
}

static struct slice with_replaced(const struct check_run *run, struct slice text, char from, char to)
{
    struct slice copy = arena_copy(run->issues->arena, text);

    for (char *at = (char *)(uintptr_t)copy.at; (at = memchr(at, from, copy.len - (size_t)(at - copy.at))) != NULL;)
        *at++ = to;
    return copy;
}

static void english_number(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    if (token->kind != TOKEN_NUMBER)
        return;
    struct slice text = token_text(run->doc, token);

    if (is_english_thousands(text))
        suggest(run, report(run, "check/english-number", token->span), with_replaced(run, text, ',', '.'));
    else if (is_english_decimal(run, i))
        suggest(run, report(run, "check/english-number", token->span), with_replaced(run, text, '.', ','));
}

/* "$5 Millionen": the sign stands behind the figure in German text. */
static void currency_before_number(const struct check_run *run, size_t i)
{
    struct slice sign = text_at(run, i);
    bool dollar = slice_ends(sign, SLICE("$"));
    const char *name = dollar                          ? "Dollar"
                       : slice_equal(sign, SLICE("£")) ? "Pfund"
                       : slice_equal(sign, SLICE("€")) ? "Euro"
                                                       : NULL;

    if (name == NULL || !same_segment(run, i, i + 1) || run->doc->tokens[i + 1].kind != TOKEN_NUMBER ||
        has_space_before(run, i + 1) || sign.len > 3)
        return;
    size_t last = i + 1;
    struct slice number = text_at(run, i + 1), scale = { 0 };

    if (same_segment(run, i, i + 2) && in_list(run, "scales", text_at(run, i + 2))) {
        last = i + 2;
        scale = text_at(run, last);
    }
    suggest(run, report(run, "check/currency-before-number", tokens_span(run, i, last)),
            arena_print(run->issues->arena, "%.*s%s%.*s %s", (int)number.len, number.at, scale.len > 0 ? " " : "",
                        (int)scale.len, scale.at, name));
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

/* The hour of "5:30" or "5" on a 24-hour clock behind "p.m.", as "17.30 Uhr". */
static struct slice german_time(const struct check_run *run, struct slice time, bool afternoon)
{
    unsigned hour = 0, minute = 0;
    size_t digits = digits_at(time, 0);

    for (size_t i = 0; i < digits && i < 2; i++)
        hour = hour * 10 + (unsigned)(time.at[i] - '0');
    if (digits + 2 < time.len)
        minute = (unsigned)(time.at[digits + 1] - '0') * 10 + (unsigned)(time.at[digits + 2] - '0');
    hour = hour % 12 + (afternoon ? 12 : 0);
    return minute > 0 ? arena_print(run->issues->arena, "%u.%02u Uhr", hour, minute % 100)
                      : arena_print(run->issues->arena, "%u Uhr", hour);
}

static bool is_meridiem(struct slice text, bool *afternoon)
{
    *afternoon = text.len > 0 && (text.at[0] == 'p' || text.at[0] == 'P');
    return slice_equal(text, SLICE("p.m.")) || slice_equal(text, SLICE("a.m.")) || slice_equal(text, SLICE("p.m")) ||
           slice_equal(text, SLICE("a.m")) || slice_equal(text, SLICE("pm")) || slice_equal(text, SLICE("PM")) ||
           slice_equal(text, SLICE("AM"));
}

/* "5:30 p.m.", however the tokens cut it: the letters and stops behind a number are joined. */
static void english_time(const struct check_run *run, size_t i)
{
    const struct document *doc = run->doc;
    bool afternoon;

    if (doc->tokens[i].kind != TOKEN_NUMBER)
        return;
    for (size_t last = i + 1; last <= i + 4 && same_segment(run, i, last); last++) {
        if (last > i + 1 && has_space_before(run, last))
            return;
        struct slice tail = text_of(doc, tokens_span(run, i + 1, last));

        if (!is_meridiem(tail, &afternoon) || (same_segment(run, i, last + 1) && text_is(run, last + 1, ".") &&
                                               !has_space_before(run, last + 1) && tail.len == 3))
            continue;
        suggest(run, report(run, "check/english-time", tokens_span(run, i, last)),
                german_time(run, text_at(run, i), afternoon));
        return;
    }
}

/* "März 3, 2024": month, day, comma, year. */
static void english_date(const struct check_run *run, size_t i)
{
    if (!in_list(run, "months", text_at(run, i)) || !same_segment(run, i, i + 3) ||
        run->doc->tokens[i + 1].kind != TOKEN_NUMBER || !text_is(run, i + 2, ",") ||
        digits_at(text_at(run, i + 3), 0) != 4)
        return;
    struct slice month = text_at(run, i), day = text_at(run, i + 1), year = text_at(run, i + 3);

    suggest(run, report(run, "check/english-date", tokens_span(run, i, i + 3)),
            arena_print(run->issues->arena, "%.*s. %.*s %.*s", (int)day.len, day.at, (int)month.len, month.at,
                        (int)year.len, year.at));
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
    static void (*const places[])(const struct check_run *, size_t) = {
        space_before_mark,     english_genitive, english_number, currency_before_number,
        percent_without_space, english_time,     english_date,
    };

    for (size_t i = 0; i < run->doc->token_count; i++)
        for (size_t j = 0; j < sizeof(places) / sizeof(*places); j++)
            places[j](run, i);
    habits(run);
}
