/* Marks numbers and amounts in English form: "5,000", "2.4 Prozent", "$5", "£3bn", and figures in newspaper English
 * with an abbreviated scale before what is counted: "1 Mrd. Benutzer". */
#include "checks/habits.h"
#include "checks/places.h"
#include "lexicon/analysis.h"

static bool is_measure(const struct check_run *run, size_t i)
{
    return in_word_list(&run->context->lexicon, "measures", text_at(run, i));
}

static bool is_plural_noun(const struct token *token)
{
    if ((token->flags & TOKEN_CAPITAL) == 0)
        return false;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_NOUN && (features & NUMBER_PL) != 0)
            return true;
    }
    return false;
}

/* The noun that is counted behind a figure, with up to two adjectives before it; NO_ID where there is none. */
static size_t counted_noun(const struct check_run *run, size_t number)
{
    for (size_t i = number + 1; i <= number + 3 && same_segment(run, number, i); i++) {
        const struct token *token = &run->doc->tokens[i];

        if (token->kind != TOKEN_WORD)
            break;
        if (is_plural_noun(token))
            return i;
        if ((token->flags & TOKEN_CAPITAL) != 0 || !token_is(token, POS_ADJECTIVE))
            break;
    }
    return NO_ID;
}

/* Behind some words and behind names a figure with a stop counts nothing: "Kapitel 2.3", "Windows 3.1", "um 3.15". */
static bool is_numbered(const struct check_run *run, size_t i)
{
    const struct token *before = i > 0 ? &run->doc->tokens[i - 1] : NULL;

    if (before == NULL || before->sentence != run->doc->tokens[i].sentence || before->kind != TOKEN_WORD)
        return true; /* "2.3 Grundlagen" */
    bool name = (before->flags & TOKEN_CAPITAL) != 0 && !token_is(before, POS_NOUN) &&
                (before->flags & TOKEN_SENTENCE_START) == 0;

    return name || in_word_list(&run->context->lexicon, "numbered", text_at(run, i - 1));
}

/* Groups of three digits behind commas: their number, or 0. *end is where they end. */
static size_t comma_groups(struct slice text, size_t *end)
{
    size_t at = digits_at(text, 0), groups = 0;

    *end = 0;
    if (at == 0 || at > 3 || text.at[0] == '0')
        return 0;
    for (; at < text.len && text.at[at] == ',' && digits_at(text, at + 1) == 3; at += 4)
        groups++;
    *end = at;
    return groups;
}

/* "5,000", "1,234,567": groups that can't be decimals. They end in 00, are two, or things are counted by them, which
 * have no fractions. */
static bool is_english_thousands(const struct check_run *run, size_t i, struct slice text)
{
    size_t end, groups = comma_groups(text, &end);

    if (groups == 0)
        return false;
    if (end < text.len) /* "1,234.56" */
        return text.at[end] == '.' && end + 1 + digits_at(text, end + 1) == text.len;
    if (groups > 1 || slice_ends(text, SLICE("00")))
        return true;
    size_t noun = counted_noun(run, i);

    return noun != NO_ID && !is_measure(run, noun);
}

/* "2.4" before a word that counts or measures, "0.3" behind a preposition. A version, a chapter, a time stays. */
static bool is_english_decimal(const struct check_run *run, size_t i, struct slice text)
{
    size_t whole = digits_at(text, 0), decimals;

    if (whole == 0 || whole > 3 || whole + 1 >= text.len || text.at[whole] != '.')
        return false;
    decimals = digits_at(text, whole + 1);
    if (decimals < 1 || decimals > 2 || whole + 1 + decimals != text.len || !same_segment(run, i, i + 1))
        return false;
    if (decimals == 2 && (text_is(run, i + 1, "Minuten") || text_is(run, i + 1, "Stunden")))
        return false; /* "2.15 Minuten" is a time */
    if (is_measure(run, i + 1))
        return true;
    if (text.at[0] == '0' && whole == 1 && i > 0 && token_is(&run->doc->tokens[i - 1], POS_PREPOSITION))
        return true;
    return !is_numbered(run, i) && counted_noun(run, i) != NO_ID;
}

/* Commas for stops and stops for commas. */
static struct slice german_number(const struct check_run *run, struct slice text)
{
    struct slice copy = arena_copy(run->issues->arena, text);
    char *at = (char *)(uintptr_t)copy.at;

    for (size_t i = 0; i < copy.len; i++)
        at[i] = at[i] == ',' ? '.' : at[i] == '.' ? ',' : at[i];
    return copy;
}

static bool is_english(const struct check_run *run, size_t i, struct slice text)
{
    return is_english_thousands(run, i, text) || is_english_decimal(run, i, text);
}

static void english_number(const struct check_run *run, size_t i)
{
    struct slice text = text_at(run, i);

    if (is_english(run, i, text))
        suggest(run, report(run, "check/english-number", run->doc->tokens[i].span), german_number(run, text));
}

/* ---- amounts ---- */

/* An amount behind its sign: "$", "5" or "5m", "Millionen". */
struct amount {
    size_t first, last; /* tokens */
    struct slice currency, number, scale;
};

/* The letters glued before a dollar sign: "US", "A". */
static bool reads_prefix(const struct check_run *run, size_t sign, struct amount *amount)
{
    if (sign == 0 || !same_segment(run, sign - 1, sign) || has_space_before(run, sign) ||
        run->doc->tokens[sign - 1].kind != TOKEN_WORD)
        return false;
    struct slice both = text_of(run->doc, tokens_span(run, sign - 1, sign));
    struct slice currency = table_value(run, "currency-signs", both, 0);

    if (currency.len == 0)
        return false;
    amount->first = sign - 1;
    amount->currency = currency;
    return true;
}

/* "5", or "5m" with its scale. */
static bool reads_figure(const struct check_run *run, size_t i, struct amount *amount)
{
    const struct token *token = &run->doc->tokens[i];
    struct slice text = token_text(run->doc, token);

    amount->last = i;
    amount->number = text;
    if (token->kind == TOKEN_NUMBER)
        return true;
    size_t digits = digits_at(text, 0);

    while (digits > 0 && digits < text.len && (text.at[digits] == '.' || text.at[digits] == ','))
        digits += 1 + digits_at(text, digits + 1);
    if (token->kind != TOKEN_WORD || digits == 0)
        return false;
    amount->number.len = digits;
    amount->scale = table_value(run, "short-scales", slice_from(text, digits), 1);
    return amount->scale.len > 0;
}

static void reads_scale(const struct check_run *run, struct amount *amount)
{
    size_t next = amount->last + 1;

    if (amount->scale.len > 0 || !same_segment(run, amount->last, next))
        return;
    struct slice word = text_at(run, next);
    struct slice scale = has_space_before(run, next) && in_word_list(&run->context->lexicon, "scales", word)
                             ? word
                             : (struct slice){ 0 };

    if (scale.len == 0 && !has_space_before(run, next))
        scale = table_value(run, "short-scales", word, 1);
    if (scale.len == 0)
        return;
    amount->scale = scale;
    amount->last = next;
}

/* English figures in an amount are turned too; a number that is German already stays. */
static struct slice amount_number(const struct check_run *run, const struct amount *amount)
{
    size_t end, whole = digits_at(amount->number, 0);
    bool decimal =
        whole + 1 < amount->number.len && amount->number.at[whole] == '.' && digits_at(amount->number, whole + 1) < 3;

    return decimal || comma_groups(amount->number, &end) > 0 ? german_number(run, amount->number) : amount->number;
}

/* What is seen of amounts behind their sign. */
struct amounts {
    struct habit habit;
    struct slice suggestion; /* for the first */
    bool glued;              /* "$5", which no German usage knows; "$ 5" stands in tables and texts of banks */
};

/* "$5 Millionen": the sign stands behind the figure in German text. In Austria "€ 5" is right, with a space. */
static void currency_before_number(const struct check_run *run, size_t i, struct amounts *amounts)
{
    struct slice sign = text_at(run, i);
    struct amount amount = { .first = i, .currency = table_value(run, "currency-signs", sign, 0) };

    if (!same_segment(run, i, i + 1))
        return;
    if (slice_ends(sign, SLICE("$")))
        reads_prefix(run, i, &amount);
    if (amount.currency.len == 0 || !reads_figure(run, i + 1, &amount) ||
        (has_space_before(run, i + 1) && !slice_equal(sign, SLICE("$"))))
        return;
    reads_scale(run, &amount);
    struct slice number = amount_number(run, &amount);

    if (amounts->habit.count == 0)
        amounts->suggestion = arena_print(run->issues->arena, "%.*s%s%.*s %.*s", (int)number.len, number.at,
                                          amount.scale.len > 0 ? " " : "", (int)amount.scale.len, amount.scale.at,
                                          (int)amount.currency.len, amount.currency.at);
    amounts->glued = amounts->glued || !has_space_before(run, i + 1);
    habit_seen(&amounts->habit, tokens_span(run, amount.first, amount.last));
}

static void report_amounts(const struct check_run *run, const struct amounts *amounts)
{
    struct issue *issue = report_habit(run, "check/currency-before-number", &amounts->habit, 1);

    suggest(run, issue, amounts->suggestion);
    if (issue != NULL && !amounts->glued)
        issue->confidence = 0.7f;
}

/* "1 Mrd. Benutzer": before money and measures the abbreviation is usual, people and things are counted in words. */
static void abbreviated_scale(const struct check_run *run, size_t i)
{
    struct slice scale = table_value(run, "short-scales", text_at(run, i + 1), 0), number = text_at(run, i);

    if (scale.len == 0 || !has_space_before(run, i + 1) || !same_segment(run, i, i + 2) ||
        (run->doc->tokens[i + 1].flags & TOKEN_ABBREVIATION) == 0)
        return;
    size_t noun = counted_noun(run, i + 1);

    if (noun == NO_ID || is_measure(run, noun))
        return;
    bool one = slice_equal(number, SLICE("1"));
    struct slice plural = table_value(run, "short-scales", text_at(run, i + 1), 1);

    suggest(run, report(run, "check/abbreviated-scale", tokens_span(run, i, i + 1)),
            one ? arena_print(run->issues->arena, "eine %.*s", (int)scale.len, scale.at)
                : arena_print(run->issues->arena, "%.*s %.*s", (int)number.len, number.at, (int)plural.len, plural.at));
}

void check_number_formats(const struct check_run *run)
{
    struct amounts amounts = { .glued = false };

    for (size_t i = 0; i < run->doc->token_count; i++) {
        if (run->doc->tokens[i].kind == TOKEN_NUMBER) {
            english_number(run, i);
            if (same_segment(run, i, i + 1) && (run->doc->tokens[i + 1].flags & TOKEN_ABBREVIATION) != 0)
                abbreviated_scale(run, i);
        } else if (run->doc->tokens[i].kind == TOKEN_SYMBOL) {
            currency_before_number(run, i, &amounts);
        }
    }
    report_amounts(run, &amounts);
}
