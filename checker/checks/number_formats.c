/* Marks numbers, amounts, times and dates in English form: "5,000", "2.4 Prozent", "$5", "5:30 p.m.", "März 3, 2024".
 */
#include "checks/places.h"

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
           in_word_list(&run->context->lexicon, "measures", text_at(run, i + 1));
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

    if (same_segment(run, i, i + 2) && in_word_list(&run->context->lexicon, "scales", text_at(run, i + 2))) {
        last = i + 2;
        scale = text_at(run, last);
    }
    suggest(run, report(run, "check/currency-before-number", tokens_span(run, i, last)),
            arena_print(run->issues->arena, "%.*s%s%.*s %s", (int)number.len, number.at, scale.len > 0 ? " " : "",
                        (int)scale.len, scale.at, name));
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
    if (!in_word_list(&run->context->lexicon, "months", text_at(run, i)) || !same_segment(run, i, i + 3) ||
        run->doc->tokens[i + 1].kind != TOKEN_NUMBER || !text_is(run, i + 2, ",") ||
        digits_at(text_at(run, i + 3), 0) != 4)
        return;
    struct slice month = text_at(run, i), day = text_at(run, i + 1), year = text_at(run, i + 3);

    suggest(run, report(run, "check/english-date", tokens_span(run, i, i + 3)),
            arena_print(run->issues->arena, "%.*s. %.*s %.*s", (int)day.len, day.at, (int)month.len, month.at,
                        (int)year.len, year.at));
}

void check_number_formats(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        english_number(run, i);
        currency_before_number(run, i);
        english_time(run, i);
        english_date(run, i);
    }
}
